import { formatDay } from '../../domain/day';
import type { CellChange, Consequences, WhatIfView } from '../../domain/tuning-views';
import { KenshinError } from '../../errors';
import type { Platform } from '../../ports';
import { shownScore } from '../../scoring/bands';
import type { ScoredAccounts } from '../../scoring/score-accounts';
import { whatIf } from '../../scoring/what-if';
import { diffConfig } from '../../tables/config/diff';
import type { ConfigGrids } from '../../tables/config/grids';
import { parseConfig } from '../../tables/config/parse-config';
import { restoreConfig } from '../../tables/config/versions';
import { parseTabs, readConfigGrids } from '../configuration';
import { notSetUp, type Said } from '../messages';
import { textOf } from '../publish/published-account';
import { accountsInScope, type ScoredDay, scoreDay } from '../run/portfolio';
import { openProgress } from '../run/progress';
import { reachOf } from '../run/reach';
import { readRun } from '../run/record';
import { withChanges } from './cell-changes';
import { faultViews } from './fault-view';
import * as messages from './messages';
import { readingsBeside } from './readings-beside';
import { readVersions } from './version-ledger';

/** Accounts that change band and are listed one by one. */
const LISTED_MOVES = 500;

/**
 * What the configuration in the tabs would do to the accounts of the last run's day, or what the one in force would do
 * with `changes` made in it. Both are scored from the stored facts; nothing is written anywhere. Throws KenshinError
 * `input` before set-up, before the first run, and for a change of a cell that is not there.
 */
export function tryConfiguration(platform: Platform, changes: readonly CellChange[]): WhatIfView {
  const health = platform.workbooks.health();
  const versions = readVersions(health);
  const last = versions[versions.length - 1];
  const kept = last ? restoreConfig(last) : null;
  const inForce = kept && parseConfig(kept).config;
  if (!kept || !inForce) throw refusal(notSetUp());
  const run = readRun(platform);
  if (run === null) throw refusal(messages.noRunYet());
  const tried: ConfigGrids = changes.length > 0 ? withChanges(kept, changes) : readConfigGrids(health);
  const { config, problems } = parseTabs(platform, tried);
  const faults = faultViews(problems);
  if (config === null) return { faults, consequences: null };
  const scored = [config, inForce].map((each) => ({ config: each, day: run.asOf }));
  const facts = openProgress(platform, health).facts({ from: reachOf(scored), to: run.asOf });
  // Both score the same accounts, so that what differs is the configuration alone.
  const accountIds = accountsInScope(facts, config, run.asOf);
  const scope = new Set(accountsInScope(facts, inForce, run.asOf));
  const after = scoreDay(facts, config, accountIds, run.asOf);
  const before = scoreDay(facts, inForce, accountIds, run.asOf, readingsBeside(after));
  const joining = accountIds.filter((accountId) => !scope.has(accountId)).length;
  return {
    faults,
    consequences: {
      asOf: formatDay(run.asOf),
      version: inForce.version,
      changedVersion: config.version,
      changes: diffConfig(kept, tried),
      joining,
      leaving: scope.size - (accountIds.length - joining),
      ...compared(before, after),
    },
  };
}

type Compared = Omit<Consequences, 'asOf' | 'version' | 'changedVersion' | 'changes' | 'joining' | 'leaving'>;

function compared(before: ScoredDay, after: ScoredDay): Compared {
  const { moves, movers, ...rest } = whatIf(before.scored, after.scored);
  const places = new Map(after.accountIds.map((accountId, account) => [accountId, account]));
  const shown = ({ accountId }: { readonly accountId: string }) => {
    const account = places.get(accountId) as number;
    return {
      accountId,
      name: textOf(after.attribute(account, 'name')) ?? accountId,
      shownBefore: scoreOf(before.scored, account),
      shownAfter: scoreOf(after.scored, account),
    };
  };
  return {
    ...rest,
    moved: moves.length,
    moves: moves.slice(0, LISTED_MOVES).map((move) => ({ ...move, ...shown(move) })),
    movers: movers.map(({ change, metric, why, ...mover }) => ({
      ...shown(mover),
      change,
      metricId: metric?.id ?? '',
      why,
    })),
  };
}

function scoreOf({ scores, scoring, input }: ScoredAccounts, account: number): string {
  return shownScore(scores[account] as number, scoring.bounds[input.segments[account] as number] as Float64Array);
}

function refusal({ text, next }: Said): KenshinError {
  return new KenshinError('input', text, next);
}
