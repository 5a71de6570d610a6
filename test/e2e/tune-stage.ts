import type { Workspace } from '../../scripts/local/run/workspace';
import type { Reply } from '../../src/domain/reply';
import type { CellChange, ConfigVersionView, Consequences, WhatIfView } from '../../src/domain/tuning-views';
import { CONFIG_TABS } from '../../src/tables/health/configuration';
import { AS_OF, everything, type Files, runNow, setUpProduct, type } from './product';

const DAY = 24 * 3_600_000;

/** Twelve accounts that log in, meet and pay more or less, so that they lie in several bands. */
export function files(): Files {
  const ids = Array.from({ length: 12 }, (_, index) => index + 1);
  const accounts = ids.map(
    (id) =>
      `A${id},Account ${id},${id % 2 ? 'aya' : 'ben'}@example.com,East,${id * 10_000},${id * 40},2024-04-01,2026-12-31,active`,
  );
  const usage: string[] = [];
  for (let back = 89; back >= 0; back--) {
    const date = new Date(Date.parse(`${AS_OF}T00:00:00Z`) - back * DAY).toISOString().slice(0, 10);
    for (const id of ids) if (back % 12 < id) usage.push(`A${id},${date},${id * 4},${id}`);
  }
  const touches = ids.flatMap((id) =>
    Array.from(
      { length: id % 4 },
      (_, index) => `T${id}-${index},A${id},2026-03-${10 + index},meeting,a@x.example;b@x.example,executive`,
    ),
  );
  return {
    accounts: `account_id,name,owner_email,team,mrr,employees,contract_start,renewal_date,status\n${accounts.join('\n')}\n`,
    usage: `account_id,date,logins,active_users\n${usage.join('\n')}\n`,
    touches: `touch_id,account_id,at,kind,participants,roles\n${touches.join('\n')}\n`,
  };
}

export function scored(dist: string, options: Parameters<typeof setUpProduct>[2] = {}): Workspace {
  const workspace = setUpProduct(dist, files(), options);
  runNow(workspace);
  return workspace;
}

export const ask = <T>(workspace: Workspace, name: string, ...args: unknown[]): Reply<T> =>
  workspace.runtime.execute(name, args, { entry: 'rpc' }) as Reply<T>;

export function answer<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(reply.text.en);
  return reply.data;
}

export const tryOut = (workspace: Workspace, changes: readonly CellChange[] = []): WhatIfView =>
  answer(ask<WhatIfView>(workspace, 'whatIf', changes));

export function consequences(workspace: Workspace, changes: readonly CellChange[] = []): Consequences {
  const view = tryOut(workspace, changes);
  if (view.consequences === null) throw new Error(view.faults.map(({ why }) => why.en).join(' '));
  return view.consequences;
}

export const versions = (workspace: Workspace) =>
  answer(ask<readonly ConfigVersionView[]>(workspace, 'configurationVersions'));

/** Every cell of both workbooks, and what the document's properties keep. */
export const books = (workspace: Workspace) => ({
  cells: everything(workspace),
  properties: workspace.runtime.snapshot().properties,
  triggers: workspace.runtime.triggers(),
});

export const configTabs = (workspace: Workspace) => {
  const cells = everything(workspace);
  return CONFIG_TABS.map(({ name }) => [name, cells[name]]);
};

/** Only meetings and logins are to count, and Adoption three times as much. */
export const RETUNED: readonly CellChange[] = [
  { tab: 'Dimensions', key: 'Engagement', header: 'Weight', value: 5 },
  { tab: 'Dimensions', key: 'Adoption', header: 'Weight', value: 90 },
];

export function retune(workspace: Workspace, changes: readonly CellChange[] = RETUNED): void {
  for (const { tab: name, key, header, value } of changes) type(workspace, name, key, header, value);
}
