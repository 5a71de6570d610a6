import type { Day } from '../../domain/day';
import type { Facts } from '../../domain/facts';
import type { Platform } from '../../ports';
import { SCORE_HISTORY } from '../../tables/health/score-history';
import { layoutOf } from '../../tables/layout';
import type { TabRecord } from '../../tables/rows';
import { configInForce } from '../configuration';
import * as messages from '../messages';
import { backfillDays, historyRecords, staysInHistory } from '../publish/history-records';
import { openHistoryTab } from '../publish/history-tab';
import { accountsInScope, scoreDay } from './portfolio';
import type { Progress } from './progress';
import { reachOf } from './reach';
import type { RunRecord } from './record';

/** Rows of past days written in one go: few enough to be sent in one call, so that no day is ever there in part. */
const ROWS_PER_PASS = 30000;

/**
 * Adds the day to Score History, and past days it lacks: computed as of their day from the facts, so that a trend stands
 * from the first run. Stops at the margin; the next execution goes on with the days still missing.
 */
export function historyStep(platform: Platform, run: RunRecord, progress: Progress, margin: number): RunRecord {
  const config = configInForce(progress.configuration());
  const { settings } = config;
  const finished: RunRecord = {
    ...run,
    state: 'done',
    endedAt: platform.clock.now(),
    said:
      settings.mode === 'Scoring'
        ? messages.finished(run.scored, run.accounts)
        : messages.finishedVisibility(run.accounts),
  };
  if (settings.mode !== 'Scoring') return finished;
  const factsOn = (day: Day): Facts => progress.facts({ from: reachOf([{ config, day }]), to: day });
  const accountIds = accountsInScope(factsOn(run.asOf), config, run.asOf);
  const tab = openHistoryTab(progress.health, layoutOf(SCORE_HISTORY, settings.language, 0));
  tab.thin((day) => staysInHistory(day, run.asOf, settings.retentionMonths));
  const known = tab.days();
  const missing = backfillDays(run.asOf, settings.backfillMonths).filter((day) => !known.has(day));
  // The oldest first: what is added later then stands behind it, and only today's rows are written again.
  const wanted = [run.asOf, ...missing.reverse()];
  const fresh: TabRecord[] = [];
  let done = 0;
  for (const day of wanted) {
    if (done > 0 && (fresh.length + accountIds.length > ROWS_PER_PASS || platform.clock.remaining() < margin)) break;
    for (const record of historyRecords(scoreDay(factsOn(day), config, accountIds, day))) fresh.push(record);
    done++;
  }
  tab.put(fresh);
  return done === wanted.length ? { ...finished, endedAt: platform.clock.now() } : run;
}
