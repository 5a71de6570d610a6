import { DATASETS, type DatasetName } from '../../src/domain/datasets';
import { dayOf, formatDay } from '../../src/domain/day';
import { generateDemo } from '../local/demo/generate';
import { jsonPage } from './json-page';

/** The same customers as those of a local run. */
const SEED = 20261;
const AS_OF = dayOf(2026, 1, 31) as number;

/** Every twelfth account, and of what happens often as many days as the usual windows need. */
const EVERY = 12;
const DAYS: Readonly<Partial<Record<DatasetName, number>>> = { usage: 62, touches: 92, tickets: 92 };

/**
 * A small demo portfolio as a page that set-up reads when somebody wants to try: rows as of one day, which the script
 * moves to the present.
 */
export function demoPage(): string {
  const tables = generateDemo({ seed: SEED, asOf: AS_OF });
  const accountAt = tables.accounts.columns.indexOf('account_id');
  const kept = new Set(tables.accounts.rows.filter((_, row) => row % EVERY === 0).map((row) => row[accountAt]));
  const small = DATASETS.flatMap(({ name, dated }) => {
    const { columns, rows } = tables[name];
    const [account, date] = [columns.indexOf('account_id'), columns.indexOf(dated ?? '')];
    const since = formatDay(AS_OF - (DAYS[name] ?? AS_OF));
    const fresh = (row: (typeof rows)[number]): boolean => date < 0 || String(row[date]) > since;
    const own = rows.filter((row) => kept.has(row[account] ?? null) && fresh(row));
    return own.length > 0 ? [[name, [columns, ...own]] as const] : [];
  });
  return jsonPage({ asOf: formatDay(AS_OF), tables: Object.fromEntries(small) });
}
