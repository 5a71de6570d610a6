import type { Day } from '../domain/day';
import { type Accessor, holds } from '../domain/expression/evaluate';
import { foldColumn } from '../domain/expression/plain-text';
import type { Facts } from '../domain/facts';
import { attributeReader } from './attributes';
import { NO_DAY } from './readings';
import type { Read, Rows, Scan } from './scan';

/** Attributes of accounts as of any day; shared by all metrics that read them. */
export interface AccountFacts {
  readonly facts: Facts;
  /** Folded names of the columns any account has. */
  readonly columns: ReadonlySet<string>;
  of(accountId: string, end: Day): Accessor;
}

/** Prepares the accounts dataset. */
export function accountFacts(facts: Facts): AccountFacts {
  const readers = new Map<Day, (accountId: string) => Accessor>();
  const columns = new Set([...facts.accounts.columns.map(foldColumn), 'account_id', 'as_of']);
  for (const changes of facts.attributeHistory.values())
    for (const { column } of changes) columns.add(foldColumn(column));
  return {
    facts,
    columns,
    of(accountId, end) {
      let reader = readers.get(end);
      if (reader === undefined) {
        reader = attributeReader(facts, end);
        readers.set(end, reader);
      }
      return reader(accountId);
    },
  };
}

/** The one row of an account, its attributes as of the day; `columns` are those the metric reads, folded. */
export function accountRows(
  accounts: AccountFacts,
  columns: ReadonlySet<string>,
  filter: Read | null,
  scan: Scan,
): Rows {
  const { facts } = accounts;
  const exists = (): boolean =>
    facts.accounts.byAccount.has(scan.accountId) || facts.attributeHistory.has(scan.accountId);
  const changeDays = (): Day[] =>
    (facts.attributeHistory.get(scan.accountId) ?? [])
      .filter(({ column }) => columns.has(foldColumn(column)))
      .map(({ day }) => day);
  return {
    newest: NO_DAY,
    enter(accountId) {
      scan.accountId = accountId;
    },
    live: exists,
    visit(_from, _to, end, take) {
      if (!exists()) return;
      scan.end = end;
      scan.day = NO_DAY;
      scan.attribute = accounts.of(scan.accountId, end);
      if (filter === null || holds(filter(scan))) take.row(scan);
    },
    // A value held until the day before the next change, and may begin to hold on the day of a change.
    rowDay: (day) =>
      Math.max(NO_DAY, ...changeDays().flatMap((change) => [change - 1, change].filter((d) => d <= day))),
    changed: (end) => Math.max(NO_DAY, ...changeDays().filter((day) => day <= end)),
  };
}
