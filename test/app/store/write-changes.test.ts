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

/** A workbook that holds the rows, and how many rows each write brought. */
function holding(grid: Grid) {
  const book = memoryWorkbook({ tabs: { Touches: grid } });
  const written: number[] = [];
  const counted = (rows: Grid): Grid => {
    written.push(rows.length);
    return rows;
  };
  return {
    book: {
      ...book,
      replace: (layout: TabLayout, rows: Grid) => book.replace(layout, counted(rows)),
      overwrite: (layout: TabLayout, first: number, rows: Grid) => book.overwrite(layout, first, counted(rows)),
      replaceFrom: (layout: TabLayout, first: number, rows: Grid) => book.replaceFrom(layout, first, counted(rows)),
    },
    written,
  };
}

const numbered = (count: number, from = 0): Cell[][] => Array.from({ length: count }, (_, at) => [from + at, 1]);

describe('writing what changed in a tab', () => {
  it('ends in exactly the rows wanted, whatever stood there', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom<Cell>(null, 1, 2)), {
      maxLength: 400,
    });
    fc.assert(
      fc.property(rows, rows, fc.boolean(), (before, after, near) => {
        // Half of the cases change a few rows of many, as a day does.
        const wanted: Grid = near ? before.map((row, at) => (at % 150 === 7 ? (after[at] ?? row) : row)) : after;
        const { book } = holding([HEADER, ...before]);
        writeChanges(book, LAYOUT, book.read('Touches'), wanted);
        expect(book.read('Touches')).toEqual([HEADER, ...wanted]);
      }),
    );
  });

  it('writes nothing where nothing differs', () => {
    const { book, written } = holding([HEADER, ...numbered(500)]);
    writeChanges(book, LAYOUT, book.read('Touches'), numbered(500));
    expect(written).toEqual([]);
  });

  it('writes new rows at the end alone', () => {
    const { book, written } = holding([HEADER, ...numbered(500)]);
    writeChanges(book, LAYOUT, book.read('Touches'), numbered(503));
    expect(written).toEqual([3]);
  });

  it('writes rows that changed apart from each other in blocks of their own, near ones in one', () => {
    const { book, written } = holding([HEADER, ...numbered(1000)]);
    const rows = numbered(1000);
    for (const at of [10, 12, 600]) rows[at] = [at, 9];
    writeChanges(book, LAYOUT, book.read('Touches'), rows);
    expect(written).toEqual([3, 1]);
  });

  it('takes away rows that are gone without writing the rest again', () => {
    const { book, written } = holding([HEADER, ...numbered(500)]);
    writeChanges(book, LAYOUT, book.read('Touches'), numbered(400));
    expect(written).toEqual([0]);
    expect(book.lastRow('Touches')).toBe(401);
  });

  it('writes a tab whole whose header is missing or another', () => {
    for (const grid of [[], [['id', 'other'], ...numbered(3)]]) {
      const { book } = holding(grid);
      writeChanges(book, LAYOUT, book.read('Touches'), numbered(3));
      expect(book.read('Touches')).toEqual([HEADER, ...numbered(3)]);
    }
  });
});
