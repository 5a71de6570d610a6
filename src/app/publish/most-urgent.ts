import type { TabRecord } from '../../tables/rows';
import type { PublishedAccount } from './published-account';

/** Rows of as many accounts as fit, and how many those are. */
export interface Fitting {
  readonly records: readonly TabRecord[];
  /** Accounts whose rows are there, of all. */
  readonly shown: number;
  readonly all: number;
}

/**
 * The accounts' rows as far as they fit under the row limit: all of an account's or none, the most urgent accounts
 * first; in the order of the accounts. The rest are computed when somebody looks at them.
 */
export function mostUrgent(
  accounts: readonly PublishedAccount[],
  rowLimit: number,
  recordsOf: (account: PublishedAccount) => readonly TabRecord[],
): Fitting {
  const byAccount = new Map<PublishedAccount, readonly TabRecord[]>();
  let left = rowLimit;
  for (const account of [...accounts].sort((a, b) => a.priority - b.priority)) {
    const records = recordsOf(account);
    left -= records.length;
    if (left < 0) break;
    byAccount.set(account, records);
  }
  const records = accounts.flatMap((account) => byAccount.get(account) ?? []);
  return { records, shown: byAccount.size, all: accounts.length };
}
