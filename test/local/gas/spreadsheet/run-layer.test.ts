import fc from 'fast-check';
import type { Area } from '../../../../scripts/local/gas/spreadsheet/area';
import { RunLayer } from '../../../../scripts/local/gas/spreadsheet/run-layer';

const ROWS = 12;
const COLUMNS = 4;

/** The plain way: one value per cell. */
type Plain = (string | undefined)[][];

const area: fc.Arbitrary<Area> = fc
  .tuple(fc.nat(ROWS - 1), fc.nat(COLUMNS - 1), fc.integer({ min: 1, max: ROWS }), fc.integer({ min: 1, max: COLUMNS }))
  .map(([row, column, rows, columns]) => ({
    row,
    column,
    rows: Math.min(rows, ROWS - row),
    columns: Math.min(columns, COLUMNS - column),
  }));
const value = fc.constantFrom('a', 'b', undefined);
const like = fc.option(fc.nat(ROWS - 1), { nil: null });

type Step = (layer: RunLayer<string>, plain: Plain) => void;

const cut = (plain: Plain) => {
  plain.length = ROWS;
  for (let r = 0; r < ROWS; r++) plain[r] = Array.from({ length: COLUMNS }, (_, c) => plain[r]?.[c]);
};

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(area, value).map(
    ([at, what]): Step =>
      (layer, plain) => {
        layer.fill(at, what);
        for (let r = 0; r < at.rows; r++)
          for (let c = 0; c < at.columns; c++) (plain[at.row + r] as unknown[])[at.column + c] = what;
      },
  ),
  fc.tuple(area, fc.array(value, { minLength: 48, maxLength: 48 })).map(
    ([at, what]): Step =>
      (layer, plain) => {
        layer.fillEach(at, (r, c) => what[r * 4 + c]);
        for (let r = 0; r < at.rows; r++) {
          for (let c = 0; c < at.columns; c++) (plain[at.row + r] as unknown[])[at.column + c] = what[r * 4 + c];
        }
      },
  ),
  fc.tuple(fc.nat(ROWS), fc.integer({ min: 1, max: 3 }), like).map(
    ([at, count, from]): Step =>
      (layer, plain) => {
        layer.insertRows(at, count, from);
        layer.deleteRows(ROWS, count);
        const copy = from === null ? [] : [...(plain[from] ?? [])];
        plain.splice(at, 0, ...Array.from({ length: count }, () => [...copy]));
        cut(plain);
      },
  ),
  fc.tuple(fc.nat(ROWS - 1), fc.integer({ min: 1, max: 3 })).map(
    ([at, count]): Step =>
      (layer, plain) => {
        layer.deleteRows(at, count);
        plain.splice(at, count);
        cut(plain);
      },
  ),
  fc.tuple(fc.nat(COLUMNS), fc.option(fc.nat(COLUMNS - 1), { nil: null })).map(
    ([at, from]): Step =>
      (layer, plain) => {
        layer.insertColumns(at, 1, from);
        layer.deleteColumns(COLUMNS, 1);
        for (const row of plain) row.splice(at, 0, from === null ? undefined : row[from]);
        cut(plain);
      },
  ),
  fc.nat(COLUMNS - 1).map(
    (at): Step =>
      (layer, plain) => {
        layer.deleteColumns(at, 1);
        for (const row of plain) row.splice(at, 1);
        cut(plain);
      },
  ),
);

describe('a layer of runs', () => {
  it('holds what a table with one value per cell holds, whatever is done to it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const layer = new RunLayer<string>();
        const plain: Plain = [];
        cut(plain);
        for (const work of steps) work(layer, plain);
        const seen = plain.map((row, r) => row.map((_, c) => layer.at(r, c)));
        expect(seen).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps runs in order, apart, and as long as they can be', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const layer = new RunLayer<string>();
        const plain: Plain = [];
        cut(plain);
        for (const work of steps) work(layer, plain);
        for (let c = 0; c < COLUMNS; c++) {
          const runs = layer.runs(c);
          runs.forEach((run, i) => {
            const before = runs[i - 1];
            expect(run.from).toBeLessThan(run.to);
            if (before)
              expect(before.to < run.from || (before.to === run.from && before.value !== run.value)).toBe(true);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a formatted column of half a million rows is one run', () => {
    const layer = new RunLayer<string>();
    layer.fill({ row: 1, column: 0, rows: 250000, columns: 1 }, 'x');
    layer.fill({ row: 250001, column: 0, rows: 250000, columns: 1 }, 'x');
    expect(layer.runs(0)).toEqual([{ from: 1, to: 500001, value: 'x' }]);
  });
});
