import fc from 'fast-check';
import type { Cell } from '../../src/domain/cell';
import { address, columnLetters } from '../../src/tables/address';
import { accountsTab } from '../../src/tables/health/accounts';
import { BANDS_TAB } from '../../src/tables/health/configuration';
import { IDENTITY_REPORT } from '../../src/tables/health/identities';
import { PULSES } from '../../src/tables/health/pulses';
import { readTab, toGrid, toRow } from '../../src/tables/rows';

const HEADER = ['Pulse ID', 'Account', 'Pulse', 'Comment', 'Author Email', 'Pulse Date', 'Expiry Date'];
const ROW: Cell[] = ['p1', 'A-1', 4, 'Renewing', 'hanako@example.com', '2026-01-05', null];

/** Address and code of every problem. */
function problems(grid: Cell[][]): string[] {
  return readTab(PULSES, grid).problems.map(({ place, code }) => `${place} ${code}`);
}

describe('addresses', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
  });

  it('count rows as the sheet does', () => {
    expect(address(15, 7)).toBe('P7');
  });
});

describe('toRow', () => {
  it('puts values in the order of the columns and leaves out what is not said', () => {
    expect(toRow(BANDS_TAB, { 'Lower Bound': 40, Band: 'Lime', Elsewhere: 1 })).toEqual(['Lime', null, 40]);
  });

  it('is undone by readTab', () => {
    const value = fc.record({
      Band: fc.constantFrom('Green', 'Lime', 'Yellow', 'Red'),
      Segment: fc.constantFrom('Large', 'Rest', null),
      'Lower Bound': fc.double({ min: 0, max: 100, noNaN: true }).map((bound) => bound + 0),
    });
    fc.assert(
      fc.property(fc.array(value), (records) => {
        const read = readTab(BANDS_TAB, toGrid(BANDS_TAB, records));
        expect(read.problems).toEqual([]);
        expect(read.records.map(({ values }) => values)).toEqual(records);
      }),
    );
  });
});

describe('readTab', () => {
  it('reads cells by the names in the header', () => {
    const { records, headerOk } = readTab(PULSES, [HEADER, ROW]);
    expect(headerOk).toBe(true);
    expect(records[0]?.values).toEqual({
      'Pulse ID': 'p1',
      Account: 'A-1',
      Pulse: 4,
      Comment: 'Renewing',
      'Author Email': 'hanako@example.com',
      'Pulse Date': '2026-01-05',
      'Expiry Date': null,
    });
    expect(records[0]?.row).toBe(2);
  });

  it('takes bare numbers for ids that the script wrote, which is what other systems call theirs', () => {
    const grid = toGrid(IDENTITY_REPORT, [{ 'Identity Report ID': 9000000007 }]);
    const { records, problems: found } = readTab(IDENTITY_REPORT, grid);
    expect([records[0]?.values['Identity Report ID'], found]).toEqual(['9000000007', []]);
  });

  it('does not mind where a column stands, or how its header is cased', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          HEADER.map((_, at) => at),
          { minLength: HEADER.length },
        ),
        (order) => {
          const moved = [order.map((at) => ` ${HEADER[at]?.toUpperCase()} `), order.map((at) => ROW[at] ?? null)];
          expect(readTab(PULSES, moved).records).toEqual(readTab(PULSES, [HEADER, ROW]).records);
        },
      ),
    );
  });

  it('keeps cells of columns that people added, by their header', () => {
    const grid = [[...HEADER, ' Mood ', null, 'Pulse Note'], [...ROW, 'calm', 'lost', 7], ROW];
    expect(readTab(PULSES, grid).records.map(({ own }) => own)).toEqual([
      { Mood: 'calm', 'Pulse Note': 7 },
      { Mood: null, 'Pulse Note': null },
    ]);
    expect(readTab(PULSES, [HEADER, ROW]).records[0]?.own).toEqual({});
  });

  it('skips blank rows and keeps the addresses of the others', () => {
    const blank: Cell[] = [null, '', '  ', null, null, null, null];
    const faulty: Cell[] = ROW.map((cell, at) => (at === 2 ? 'fine' : cell));
    expect(readTab(PULSES, [HEADER, blank, ROW, blank, faulty]).records.map(({ row }) => row)).toEqual([3, 5]);
    expect(problems([HEADER, blank, ROW, blank, faulty])).toEqual(['C5 number.unreadable']);
  });

  it.each<[string, number, Cell, string]>([
    ['an empty cell that is needed', 3, null, 'D2 cell.empty'],
    ['a number out of range', 2, 6, 'C2 number.range'],
    ['half a point', 2, 3.5, 'C2 number.whole'],
    ['a date the calendar lacks', 5, '2026-02-31', 'F2 date.unreadable'],
    ['two addresses', 4, 'a@example.com; b@example.com', 'E2 email.unreadable'],
    ['a formula', 3, '=A1', 'D2 cell.formula'],
    ['the error of a formula', 1, '#REF!', 'B2 cell.formula'],
    ['a number for an id', 0, 17, 'A2 text.unreadable'],
  ])('names the cell of %s', (_, column, cell, expected) => {
    const grid = [HEADER, ROW.map((old, at) => (at === column ? cell : old))];
    expect(problems(grid)).toEqual([expected]);
    const [record] = readTab(PULSES, grid).records;
    expect(record?.values[HEADER[column] ?? '']).toBeNull();
    expect(Array.from(record?.refused ?? [])).toEqual([HEADER[column]]);
  });

  it.each(['=HYPERLINK("https://evil.example","click")', '=1+1', '#REF!', 17])(
    'takes %p as words in a tab that the script writes: no formula stands where it wrote text',
    (cell) => {
      const tab = accountsTab({ dimensions: [], quadrants: [] });
      const row = tab.columns.map(({ name }) => (name === 'Account ID' || name === 'Account Name' ? cell : null));
      const [record] = readTab(tab, [tab.columns.map(({ name }) => name), row]).records;
      expect(record?.values).toMatchObject({ 'Account ID': String(cell), 'Account Name': String(cell) });
      expect(record?.refused.has('Account Name')).toBe(false);
    },
  );

  it.each<[Cell, string]>([
    ['2026/1/5', '2026-01-05'],
    ['令和8年1月5日', '2026-01-05'],
    ['2026-01-05T09:30:00', '2026-01-05T09:30:00'],
  ])('reads the date %s', (cell, expected) => {
    const [record] = readTab(PULSES, [HEADER, ROW.map((old, at) => (at === 5 ? cell : old))]).records;
    expect(record?.values['Pulse Date']).toBe(expected);
  });

  it('takes choices in any case and width', () => {
    const [record] = readTab(BANDS_TAB, [
      ['Band', 'Segment', 'Lower Bound'],
      ['ｇｒｅｅｎ ', null, '８０'],
    ]).records;
    expect(record?.values).toEqual({ Band: 'Green', Segment: null, 'Lower Bound': 80 });
  });

  it('names the cell of a header that is missing, and what stands there instead', () => {
    const { headerOk, problems: found } = readTab(PULSES, [
      HEADER.map((name) => (name === 'Pulse' ? 'Mood' : name)),
      ROW,
    ]);
    expect(headerOk).toBe(false);
    expect(found).toMatchObject([{ place: 'C1', column: 'Pulse', value: 'Mood', code: 'header.missing' }]);
  });

  it('tells a missing tab from an empty one', () => {
    expect(readTab(PULSES, null).problems).toMatchObject([{ source: 'Pulses', place: '', code: 'tab.missing' }]);
    expect(readTab(PULSES, []).problems).toMatchObject([{ source: 'Pulses', place: 'A1', code: 'tab.missing' }]);
  });
});
