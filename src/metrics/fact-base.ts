import type { MetricDataset } from '../domain/config/config';
import type { Day } from '../domain/day';
import type { Facts } from '../domain/facts';
import { type AccountFacts, accountFacts } from './account-rows';
import { newScan, type Scan } from './scan';
import { type TableFacts, tableFacts } from './table-rows';
import { type UsageFacts, usageFacts } from './usage-rows';

/** The facts made ready for one reading of many metrics: each dataset is prepared once, when a metric first asks. */
export interface FactBase {
  readonly scan: Scan;
  accounts(): AccountFacts;
  usage(): UsageFacts;
  /** Null where the dataset was never pulled. */
  table(dataset: MetricDataset): TableFacts | null;
}

/** Makes facts ready as of a day. */
export function factBase(facts: Facts, asOf: Day): FactBase {
  const tables = new Map<MetricDataset, TableFacts | null>();
  let accounts: AccountFacts | null = null;
  let usage: UsageFacts | null = null;
  return {
    scan: newScan(),
    accounts() {
      accounts = accounts ?? accountFacts(facts);
      return accounts;
    },
    usage() {
      usage = usage ?? usageFacts(facts.usage, asOf);
      return usage;
    },
    table(dataset) {
      let table = tables.get(dataset);
      if (table === undefined) {
        const rows = facts.tables[dataset];
        table = rows ? tableFacts(dataset, rows, asOf) : null;
        tables.set(dataset, table);
      }
      return table;
    },
  };
}
