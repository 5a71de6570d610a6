import type { Cell } from '../../../src/domain/cell';
import type { DatasetName } from '../../../src/domain/datasets';
import { type Day, dayOf } from '../../../src/domain/day';
import { generateDemo } from '../demo/generate';
import type { VendorOptions } from './vendor';

const AS_OF = dayOf(2026, 1, 31) as Day;
const SEED = 20261;

/** A row of the demo portfolio by its columns. */
export type DemoRow = Readonly<Record<string, Cell>>;

/** Portfolios by what they were drawn from. */
const drawn = new Map<string, ReturnType<typeof generateDemo>>();

/** The demo portfolio that a stand-in serves, by dataset. */
export function demoRows({ asOf = AS_OF, seed = SEED }: VendorOptions): (dataset: DatasetName) => readonly DemoRow[] {
  const key = `${asOf} ${seed}`;
  const tables = drawn.get(key) ?? generateDemo({ asOf, seed });
  drawn.set(key, tables);
  return (dataset) => {
    const { columns, rows } = tables[dataset];
    return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
  };
}

/** Text as an API gives it: numbers and flags spelt out, nothing for nothing. */
export function spelt(cell: Cell | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell);
}

/** A moment of the demo data, which is in the time of Tokyo, as ISO in UTC; days are their noon. */
export function instant(cell: Cell | undefined): string | null {
  if (typeof cell !== 'string' || cell === '') return null;
  return new Date(`${cell.length === 10 ? `${cell}T12:00:00` : cell}+09:00`).toISOString();
}
