import type { Cell } from '../../domain/cell';
import type { Config } from '../../domain/config/config';
import { foldKey } from '../../domain/parse/fold';
import { boundsOf, shownScore } from '../../scoring/bands';
import { accountsTab } from '../../tables/health/accounts';
import { IDENTITIES } from '../../tables/health/identities';
import { readTab } from '../../tables/rows';
import { identityIn } from '../identity/identities';
import type { Progress } from '../run/progress';

/** An account as other systems are told of it: what the Accounts tab says, and by which ids they know it. */
export interface Outgoing {
  readonly accountId: string;
  /** Its own id and those of accounts that were merged into it. */
  readonly ids: readonly string[];
  /** The parts of the list that each of these ids has in a column. */
  known(column: string): readonly (readonly string[])[];
  readonly name: string;
  readonly ownerEmail: string;
  /** As it is shown; null where there is none. */
  readonly score: number | null;
  readonly band: string;
  readonly change: number | null;
  readonly reasons: readonly string[];
  /** ISO day. */
  readonly asOf: string;
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
      const score = numberOf(values.Score);
      return {
        accountId,
        ids,
        known: (column: string) => {
          const at = stored.columns.indexOf(column);
          return ids.map((id) => partsOf(stored.rows.get(foldKey(id))?.[at]));
        },
        name: textOf(values['Account Name']),
        ownerEmail: textOf(values['Owner Email']),
        score: score === null ? null : Number(shownScore(score, of)),
        band: textOf(values.Band),
        change: numberOf(values['Score Change']),
        reasons: [values['Top Reason Note'], values['More Reasons Note']].flatMap((note) =>
          textOf(note) === '' ? [] : textOf(note).split('\n'),
        ),
        asOf: textOf(values['As Of Timestamp']).slice(0, 10),
      };
    })
    .sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
}

/** An account in plain names, as webhooks and the tab Export tell it. */
export function plainAccount(account: Outgoing) {
  const { accountId, ids, known, name, ownerEmail, score, band, change, reasons, asOf } = account;
  return {
    account_id: accountId,
    external_ids: [...new Set([...ids.slice(1), ...known('external_ids').flat()])],
    name,
    owner_email: ownerEmail,
    score,
    band,
    score_change: change,
    reasons,
    as_of: asOf,
  };
}

function partsOf(cell: Cell | undefined): readonly string[] {
  return textOf(cell)
    .split(';')
    .filter((part) => part !== '');
}

function textOf(cell: Cell | undefined): string {
  return String(cell ?? '');
}

function numberOf(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
