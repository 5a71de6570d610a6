import Papa from 'papaparse';
import type { Cell } from '../../../src/domain/cell';
import { DATASETS, type DatasetName } from '../../../src/domain/datasets';
import { type Day, formatDay, parseDay } from '../../../src/domain/day';
import { type DemoTable, generateDemo } from '../../local/demo/generate';

/** What the bench's portfolio is drawn from. */
export interface ScaledOptions {
  readonly accounts: number;
  /** Days of history up to and with `asOf`. */
  readonly days: number;
  readonly asOf: Day;
}

/** A portfolio of any size: the rows of every dataset dated within the history, and what one day adds to them. */
export interface Scaled {
  csv(dataset: DatasetName, from: Day, to: Day): string;
}

/** Accounts of one demo portfolio that the CRM knows. */
const TILE = 200;

/** Days of history a demo portfolio is drawn with; longer histories repeat it in steps of whole weeks. */
const TILE_DAYS = 364;

const SEED = 4711;

/**
 * Demo portfolios side by side, each with ids of its own; a history longer than one is the same again, earlier. It is
 * drawn up to `after` so that days beyond the first run have rows as well.
 */
export function scaledPortfolio({ accounts, days, asOf }: ScaledOptions, after: Day): Scaled {
  const tiles = Array.from({ length: Math.ceil(accounts / TILE) }, (_, tile) => {
    // A handful of portfolios is enough variety; drawing each of fifty takes longer than the run.
    const drawn = demo(tile % DRAWN, after);
    const wanted = new Set(drawn.accounts.rows.slice(0, accounts - tile * TILE).map((row) => row[0]));
    return { drawn, wanted, prefix: `${tile + 1}`.padStart(2, '0') };
  });
  const first = asOf - days + 1;
  return {
    csv(dataset, from, to) {
      const { dated } = DATASETS.find(({ name }) => name === dataset) as (typeof DATASETS)[number];
      const { columns } = (tiles[0] as (typeof tiles)[number]).drawn[dataset];
      const account = columns.indexOf('account_id');
      const keys = columns.flatMap((name, at) => (name === 'account_id' || /^[a-z]+_id$/.test(name) ? [at] : []));
      const at = dated === null ? -1 : columns.indexOf(dated);
      const rows: Cell[][] = [];
      for (const { drawn, wanted, prefix } of tiles) {
        for (const row of drawn[dataset].rows) {
          if (!wanted.has(row[account] ?? null)) continue;
          if (at < 0) {
            rows.push(renamed(row, keys, prefix));
            continue;
          }
          const day = parseDay(String(row[at]).slice(0, 10)) as Day;
          if (day <= after - TILE_DAYS) continue;
          for (let back = 0; day - back >= Math.max(first, from); back += TILE_DAYS) {
            if (day - back > to) continue;
            rows.push(
              back === 0 ? renamed(row, keys, prefix) : earlier(renamed(row, keys, prefix), keys, at, back, dataset),
            );
          }
        }
      }
      return `${Papa.unparse({ fields: [...columns], data: rows }, { newline: '\n' })}\n`;
    },
  };
}

const DRAWN = 4;
const demos = new Map<string, Record<DatasetName, DemoTable>>();

function demo(index: number, asOf: Day): Record<DatasetName, DemoTable> {
  const key = `${index} ${asOf}`;
  const drawn = demos.get(key) ?? generateDemo({ seed: SEED + index, asOf });
  demos.set(key, drawn);
  return drawn;
}

/** The row with ids of its tile. */
function renamed(row: readonly Cell[], keys: readonly number[], prefix: string): Cell[] {
  const copy = [...row];
  for (const at of keys) copy[at] = `${prefix}-${row[at]}`;
  return copy;
}

/** The row moved `back` days into the past; an event gets an id of its own. */
function earlier(row: Cell[], keys: readonly number[], at: number, back: number, dataset: DatasetName): Cell[] {
  row.forEach((cell, column) => {
    const iso = /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(String(cell ?? ''));
    if (iso) row[column] = formatDay((parseDay(iso[1] as string) as Day) - back) + (iso[2] ?? '');
  });
  if (dataset !== 'usage' && keys[0] !== undefined && at >= 0) row[keys[0]] = `${row[keys[0]]}-${back}`;
  return row;
}
