import fc from 'fast-check';
import { writeChanges } from '../../../src/app/store/write-changes';
import type { Cell, Grid } from '../../../src/domain/cell';
import type { TabLayout } from '../../../src/ports';
import { memoryWorkbook } from '../ports/memory-workbook';

const LAYOUT: TabLayout = {
  name: 'Touches',
  columns: ['id', 'value'].map((header) => ({
    header,
    format: 'number',
    note: '',
    width: 100,
    wrap: false,
    choices: null,
  })),
  frozenColumns: 1,
  writer: 'script',
  position: 0,
  tabColor: null,
  hidden: false,
  charts: [],
  bandColumns: [],
  chartsBelow: false,
  filtered: false,
};
const HEADER = ['id', 'value'];

/** Writes as far as the given number of writes, then stops. Answers whether it was stopped. */
function stopped(book: ReturnType<typeof memoryWorkbook>, rows: Grid, after: number): boolean {
  let left = after;
  const write = (work: () => void): void => {
    if (left-- === 0) throw new Error('stopped');
    work();
  };
  const before = book.read('Touches');
  try {
    writeChanges(
      {
        ...book,
        replace: (layout, all) => write(() => book.replace(layout, all)),
        overwrite: (layout, first, some) => write(() => book.overwrite(layout, first, some)),
        replaceFrom: (layout, first, some) => write(() => book.replaceFrom(layout, first, some)),
      },
      LAYOUT,
      before,
      rows,
    );
    return false;
  } catch {
    return true;
  }
}

describe('a write that was stopped between two calls', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { maxLength: 700, size: 'max' });
  const rowsOf = (numbers: readonly number[]): Cell[][] => [...numbers].sort((a, b) => a - b).map((id) => [id, 1]);

  it('still holds every row that stood before and stays', () => {
    fc.assert(
      fc.property(ids, ids, fc.boolean(), fc.integer({ min: 0, max: 4 }), (some, more, grows, after) => {
        const fewer = rowsOf(some);
        const all = rowsOf([...new Set([...some, ...more])]);
        const [before, wanted] = grows ? [fewer, all] : [all, fewer];
        const book = memoryWorkbook({ tabs: { Touches: [HEADER, ...before] } });
        stopped(book, wanted, after);
        const found = new Set((book.read('Touches') ?? []).map(([id]) => id));
        expect(fewer.filter(([id]) => !found.has(id as number))).toEqual([]);
      }),
    );
  });

  it('holds them in a tab of five hundred rows with one put in on top, which takes two writes', () => {
    const standing = rowsOf(Array.from({ length: 500 }, (_, at) => at + 1));
    const book = memoryWorkbook({ tabs: { Touches: [HEADER, ...standing] } });
    const wanted = rowsOf(Array.from({ length: 501 }, (_, at) => at));
    expect(stopped(book, wanted, 1)).toBe(true);
    expect(book.read('Touches')).toEqual(expect.arrayContaining(standing));
    expect(stopped(book, wanted, 5)).toBe(false);
    expect(book.read('Touches')).toEqual([HEADER, ...wanted]);
  });
});
