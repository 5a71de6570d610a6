import { parseDay } from '../../domain/day';
import type { Platform } from '../../ports';
import { SCORE_HISTORY } from '../../tables/health/score-history';
import { layoutOf } from '../../tables/layout';
import { readTab, type TabRecord, toRow } from '../../tables/rows';
import { configInForce } from '../configuration';
import * as messages from '../messages';
import { backfillDays, historyRecords, mergeHistory } from '../publish/history-records';
import { accountsInScope, scoreDay } from './portfolio';
import type { Progress } from './progress';
import type { RunRecord } from './record';

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
  const facts = progress.facts();
  const accountIds = accountsInScope(facts, config, run.asOf);
  const standing = readTab(SCORE_HISTORY, progress.health.read(SCORE_HISTORY.name)).records.map(({ values }) => values);
  const known = new Set(standing.map((record) => parseDay(String(record['Score Date'] ?? ''))));
  const missing = backfillDays(run.asOf, settings.backfillMonths).filter((day) => !known.has(day));
  const fresh: TabRecord[] = [];
  let done = 0;
  for (const day of [run.asOf, ...missing]) {
    if (done > 0 && platform.clock.remaining() < margin) break;
    for (const record of historyRecords(scoreDay(facts, config, accountIds, day))) fresh.push(record);
    done++;
  }
  const rows = mergeHistory(standing, fresh, run.asOf).map((record) => toRow(SCORE_HISTORY, record));
  progress.health.replace(layoutOf(SCORE_HISTORY, settings.language, 0), rows);
  return done > missing.length ? { ...finished, endedAt: platform.clock.now() } : run;
}
