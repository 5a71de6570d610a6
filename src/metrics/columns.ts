import type { Metric } from '../domain/config/config';
import { dataset } from '../domain/datasets';
import { foldColumn } from '../domain/expression/plain-text';
import type { FactBase } from './fact-base';
import type { Read } from './scan';

/** The columns a metric's Field and Filter may name, on its dataset. */
export interface Columns {
  /** Whether the name, as written, is a column or a measure. */
  known(name: string): boolean;
  /** Whether the dataset may lack the column without anybody having misspelt it. */
  excused(name: string): boolean;
  read(name: string): Read;
}

const USAGE_COLUMNS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['value', ({ value }) => value],
  ['date', ({ day }) => day],
  ['measure', ({ measure }) => measure],
  ['user_id', ({ userId }) => userId],
  ['account_id', ({ accountId }) => accountId],
  ['as_of', ({ end }) => end],
]);

const EMPTY: Read = () => null;

/** Finds columns for a metric. */
export function columnsFor(metric: Metric, base: FactBase): Columns {
  if (metric.dataset === 'usage') return usageColumns(base);
  if (metric.dataset === 'accounts') {
    const { columns, facts } = base.accounts();
    return {
      known: (name) => columns.has(foldColumn(name)),
      excused: (name) =>
        facts.accounts.byAccount.size === 0 ||
        dataset('accounts').fields.some((field) => field.name === foldColumn(name)),
      read: (name) => (scan) => scan.attribute(name),
    };
  }
  const table = base.table(metric.dataset);
  return {
    known: (name) => table !== null && table.read(name) !== null,
    excused: (name) => table === null || !table.filled || table.declares(name),
    read: (name) => table?.read(name) ?? EMPTY,
  };
}

/** Usage has six columns, and each measure is one more: its value on rows of the measure, empty on others. */
function usageColumns(base: FactBase): Columns {
  const keys = new Set(Array.from(base.usage().measures.values(), ({ key }) => key));
  return {
    known: (name) => isUsageColumn(name) || keys.has(foldColumn(name)),
    excused: () => keys.size === 0,
    read(name) {
      const key = foldColumn(name);
      return USAGE_COLUMNS.get(key) ?? (({ measureKey, value }) => (measureKey === key ? value : null));
    },
  };
}

/** True for a column of usage that is no measure. */
export function isUsageColumn(name: string): boolean {
  return USAGE_COLUMNS.has(foldColumn(name));
}
