import { openDataStore } from '../../../src/app/store/data-store';
import {
  cellsOf,
  forgetRows,
  noteChange,
  noteSeen,
  readRowHistory,
  rowHistoryRows,
  waysOf,
} from '../../../src/app/store/row-history';
import type { Cell, Grid } from '../../../src/domain/cell';
import { parseDay } from '../../../src/domain/day';
import { memoryWorkbook } from '../ports/memory-workbook';

const HEADER = ['dataset', 'date', 'records'];
const DAY = parseDay('2026-01-31') as number;
const EVER = Number.NEGATIVE_INFINITY;

function fail(): never {
  throw new Error('unexpected');
}
const read = (rows: Grid, keepFrom = EVER) => readRowHistory([HEADER, ...rows], keepFrom, fail, fail);
const written = (grid: Grid, keepFrom = EVER) => rowHistoryRows(read(grid, keepFrom));

describe('the history of rows', () => {
  it('is read back as it was written, a day below the other', () => {
    const history = read([]);
    noteChange(history, 'tickets', 'T', { priority: 'low', csat: null }, DAY);
    noteChange(history, 'contacts', 'C"1', null, DAY + 1);
    noteChange(history, 'contacts', 'D', { role: 'user' }, DAY);
    const rows = rowHistoryRows(history);
    expect(rows).toEqual([
      ['contacts', null, '{}'],
      ['tickets', null, '{}'],
      ['contacts', '2026-01-31', '{"D":{"role":"user"}}'],
      ['tickets', '2026-01-31', '{"T":{"priority":"low","csat":null}}'],
      ['contacts', '2026-02-01', '{"C\\"1":null}'],
    ]);
    expect(written(rows)).toEqual(rows);
    expect(written([...rows].reverse())).toEqual(rows);
    noteChange(history, 'tickets', 'T', { priority: 'high' }, DAY + 2);
    const sorted = read([...rowHistoryRows(history)].reverse())
      .changes.get('tickets')
      ?.get('T');
    expect(sorted?.map(({ day }) => day)).toEqual([DAY, DAY + 2]);
  });

  it('tells of several changes on one day how the row stood before the first', () => {
    const history = read([]);
    noteChange(history, 'contacts', 'C', { role: 'champion' }, DAY);
    noteChange(history, 'contacts', 'C', { role: 'user', active: true }, DAY);
    noteChange(history, 'contacts', 'N', null, DAY);
    noteChange(history, 'contacts', 'N', { role: 'user' }, DAY);
    expect(rowHistoryRows(history)[1]).toEqual([
      'contacts',
      '2026-01-31',
      '{"C":{"role":"champion","active":true},"N":null}',
    ]);
  });

  it('gives up what no day that is kept can see', () => {
    const rows = [
      ['contacts', null, '{"S":{"role":"user"}}'],
      ['contacts', '2026-01-30', '{"C":{"role":"user"}}'],
      ['contacts', '2026-01-31', '{"C":{"role":"admin"}}'],
      ['contacts', '2026-02-01', '{"C":{"role":"champion"}}'],
    ];
    // As of 31 January the change of that day has happened already.
    const history = read(rows, DAY);
    expect(history.changed).toBe(true);
    expect(rowHistoryRows(history)).toEqual([rows[0], rows[3]]);
    expect(read(rows).changed).toBe(false);
  });

  it('fits cells, and cuts long texts', () => {
    const history = read([]);
    const cells = cellsOf(['tier'], ['x'.repeat(9000)]);
    expect(cells).toEqual({ tier: 'x'.repeat(500) });
    for (let at = 0; at < 200; at++) noteChange(history, 'contacts', `C${at}`, cells, DAY);
    const rows = rowHistoryRows(history).slice(1);
    expect(rows.length).toBeGreaterThan(2);
    for (const [, , text] of rows) expect(String(text).length).toBeLessThan(50000);
    expect(written(rows).slice(1)).toHaveLength(rows.length);
    expect(read(rows).changes.get('contacts')?.size).toBe(200);
    // What could not be stored is left out rather than stop the run.
    noteChange(history, 'contacts', 'huge', { tier: 'x'.repeat(60000) }, DAY + 1);
    expect(JSON.stringify(rowHistoryRows(history))).not.toMatch(/huge/);
  });

  it('lets the oldest give way beyond six million characters, and says so', () => {
    const big = (at: number): Cell[] => [
      'contacts',
      new Date((DAY + at) * 86400000).toISOString().slice(0, 10),
      `{"C":{"tier":"${'x'.repeat(40000)}"}}`,
    ];
    const many = Array.from({ length: 200 }, (_, at) => big(at));
    let told = 0;
    const history = readRowHistory([HEADER, ...many], EVER, fail, () => {
      told++;
    });
    expect(told).toBe(1);
    const kept = rowHistoryRows(history).slice(1);
    // 6,000,000 characters hold 149 of 40,019.
    expect(kept).toHaveLength(149);
    expect(kept[148]).toEqual(big(199));
    read(many.slice(0, 100));
    const store = openDataStore(memoryWorkbook({ tabs: { 'Row History': [HEADER, ...many] } }), 'en');
    store.rowHistory();
    expect(store.problems()).toMatchObject([{ source: 'Row History', place: 'B1', column: 'date', value: '' }]);
    expect(store.problems()[0]?.why.en).toMatch(/only the newest changes have room/);
  });

  it('names the cell that somebody typed over, and reads the rest', () => {
    const rows = [
      ['contacts', '2026-02-01', 'oops'],
      ['contacts', 'soon', '{}'],
      ['contacts', '2026-02-01', 'null'],
      ['contacts', '2026-02-01', '{"C":{"role":"user"}}'],
      ['contacts', null, null],
    ];
    const book = memoryWorkbook({ tabs: { 'Row History': [HEADER, ...rows] } });
    const store = openDataStore(book, 'en');
    expect([...(store.rowHistory().changes.get('contacts') ?? [])]).toHaveLength(1);
    expect(store.problems().map(({ source, place, column }) => [source, place, column].join(' '))).toEqual([
      'Row History C2 records',
      'Row History B3 date',
      'Row History C4 records',
    ]);
  });

  it('forgets a row that is taken out, whatever the width of its key', () => {
    const history = read([['contacts', '2026-02-01', '{"C1":{"role":"user"},"D":null}']]);
    forgetRows(history, 'contacts', ['Ｃ1', 'other']);
    forgetRows(history, 'tickets', ['C1']);
    expect(history.changed).toBe(true);
    expect(rowHistoryRows(history)[1]?.[2]).toBe('{"D":null}');
  });

  it('remembers that a tab of people was empty, and has nothing to write while it is', () => {
    const history = read([]);
    noteSeen(history, 'goals', new Map(), DAY);
    expect(history.changed).toBe(true);
    const again = read(rowHistoryRows(history));
    noteSeen(again, 'goals', new Map(), DAY + 1);
    expect(again.changed).toBe(false);
    noteSeen(again, 'goals', new Map([['g', { actual: 1 }]]), DAY + 2);
    expect(rowHistoryRows(again)).toEqual([
      ['goals', null, '{"g":{"actual":1}}'],
      ['goals', '2026-02-02', '{"g":null}'],
    ]);
  });

  it('has a row once for each way it stood', () => {
    const ways = waysOf(
      ['C', 'admin', 3],
      [
        { day: 5, was: null },
        { day: 8, was: { role: 'user' } },
      ],
      ['id', 'role', 'opens'],
    );
    expect(ways).toEqual([
      { cells: ['C', 'admin', 3], held: { from: 8, until: Number.POSITIVE_INFINITY } },
      { cells: ['C', 'user', 3], held: { from: 5, until: 8 } },
    ]);
    const gone = waysOf(null, [{ day: 5, was: { id: 'C', role: 'user' } }], ['id', 'role', 'opens']);
    expect(gone).toEqual([{ cells: ['C', 'user', null], held: { from: EVER, until: 5 } }]);
    expect(waysOf(['C'], undefined, ['id'])).toEqual([{ cells: ['C'] }]);
    // A column may be called what every object has.
    expect(waysOf(['C', 'Sato'], [{ day: 5, was: { id: 'B' } }], ['id', 'constructor'])[1]?.cells).toEqual([
      'B',
      'Sato',
    ]);
  });
});
