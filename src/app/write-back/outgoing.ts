import type { Cell } from '../../domain/cell';
import type { Config } from '../../domain/config/config';
import { foldKey } from '../../domain/parse/fold';
import { boundsOf, shownScore } from '../../scoring/bands';
import { accountsTab } from '../../tables/health/accounts';
import { IDENTITIES } from '../../tables/health/identities';
import { readTab } from '../../tables/rows';
import { identityIn, partsOf } from '../identity/identities';
import type { Progress } from '../run/progress';

/** An account in plain names, as webhooks and the tab Export tell it. */
export interface PlainAccount {
  readonly account_id: string;
  readonly external_ids: readonly string[];
  readonly name: string;
  readonly owner_email: string;
  /** As it is shown; null where there is none. */
  readonly score: number | null;
  readonly band: string;
  readonly score_change: number | null;
  readonly reasons: readonly string[];
  /** ISO day. */
  readonly as_of: string;
}

/** An account as other systems are told of it: what the Accounts tab says, and by which ids they know it. */
export interface Outgoing {
  readonly plain: PlainAccount;
  /** For its own id, and that of each account that was merged into it, the parts of the list in a column. */
  known(column: string): readonly (readonly string[])[];
}

/** The accounts as published, in the order of their ids: what people see is what is sent. */
export function outgoingAccounts(progress: Progress, config: Config): Outgoing[] {
  const tab = accountsTab(config);
  const stored = progress.store().table('accounts');
  const decisions = readTab(IDENTITIES, progress.health.read(IDENTITIES.name));
  const identity = identityIn(stored, decisions);
  const merged = new Map<string, string[]>();
  for (const row of stored.rows.values()) {
    const root = identity.rootOf(String(row[0]));
    merged.set(root, [...(merged.get(root) ?? []), String(row[0])]);
  }
  const bounds = new Map<string, Float64Array>();
  return readTab(tab, progress.health.read(tab.name))
    .records.map(({ values }) => {
      const accountId = textOf(values['Account ID']);
      const segment = textOf(values.Segment);
      const of = bounds.get(segment) ?? boundsOf(config.bands, segment);
      bounds.set(segment, of);
      const ids = [accountId, ...(merged.get(accountId) ?? []).filter((id) => id !== accountId)];
      const known = (column: string) => {
        const at = stored.columns.indexOf(column);
        return ids.map((id) => partsOf(stored.rows.get(foldKey(id))?.[at]));
      };
      const score = numberOf(values.Score);
      const reasons = [values['Top Reason Note'], values['More Reasons Note']].map(textOf).join('\n');
      const plain: PlainAccount = {
        account_id: accountId,
        external_ids: [...new Set([...ids.slice(1), ...known('external_ids').flat()])],
        name: textOf(values['Account Name']),
        owner_email: textOf(values['Owner Email']),
        score: score === null ? null : Number(shownScore(score, of)),
        band: textOf(values.Band),
        score_change: numberOf(values['Score Change']),
        reasons: reasons.split('\n').filter((reason) => reason !== ''),
        as_of: textOf(values['As Of Timestamp']).slice(0, 10),
      };
      return { plain, known };
    })
    .sort((a, b) => (a.plain.account_id < b.plain.account_id ? -1 : 1));
}

function textOf(cell: Cell | undefined): string {
  return String(cell ?? '');
}

function numberOf(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
