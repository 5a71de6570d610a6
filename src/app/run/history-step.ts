import type { Settings } from '../../domain/config/config';
import { type Day, formatDay, parseDay } from '../../domain/day';
import type { Facts } from '../../domain/facts';
import type { Platform, Workbook } from '../../ports';
import { BAND_WORDS } from '../../tables/health/accounts';
import { PORTFOLIO, TREND } from '../../tables/health/reports';
import { SCORE_HISTORY } from '../../tables/health/score-history';
import { layoutOf } from '../../tables/layout';
import { readTab, type TabRecord, toRow } from '../../tables/rows';
import { configInForce } from '../configuration';
import * as messages from '../messages';
import { backfillDays, historyRecords, staysInHistory } from '../publish/history-records';
import { openHistoryTab } from '../publish/history-tab';
import { bandedLayout } from '../publish/publish';
import { trendRecord } from '../publish/report-records';
import { accountsInScope, customersOn, scoreDay } from './portfolio';
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
  const tab = openHistoryTab(progress.health, bandedLayout(SCORE_HISTORY, config, 0));
  tab.thin((day) => staysInHistory(day, run.asOf, settings.retentionMonths));
  const known = tab.days();
  const standing = readTab(TREND, progress.health.read(TREND.name)).records.map(({ values }) => values);
  // A day on which nobody was a customer yet has a row in Trend alone.
  const empty = standing.filter((row) => BAND_WORDS.every((band) => row[band] === 0)).map((row) => row['Score Date']);
  const missing = backfillDays(run.asOf, settings.backfillMonths).filter(
    (day) => !known.has(day) && !empty.includes(formatDay(day)),
  );
  // The oldest first: what is added later then stands behind it, and only today's rows are written again.
  const wanted = [run.asOf, ...missing.reverse()];
  const fresh: TabRecord[] = [];
  const trend: TabRecord[] = [];
  let done = 0;
  for (const day of wanted) {
    if (done > 0 && (fresh.length + accountIds.length > ROWS_PER_PASS || platform.clock.remaining() < margin)) break;
    const facts = factsOn(day);
    const scored = scoreDay(facts, config, day < run.asOf ? customersOn(facts, accountIds, day) : accountIds, day);
    for (const record of historyRecords(scored)) fresh.push(record);
    trend.push(trendRecord(scored));
    done++;
  }
  // Trend first: the days of Score History say what is done, so a run that is stopped between the two does both again.
  writeTrend(progress.health, settings, [...standing, ...trend], run.asOf);
  tab.put(fresh);
  return done === wanted.length ? { ...finished, endedAt: platform.clock.now() } : run;
}

/** Trend, of two records of a day the later one; its days leave as those of Score History do. */
function writeTrend(health: Workbook, settings: Settings, all: readonly TabRecord[], asOf: Day): void {
  const byDay = new Map<Day | null, TabRecord>();
  for (const record of all) byDay.set(parseDay(String(record['Score Date'] ?? '')), record);
  const days = [...byDay.keys()].filter(
    (day): day is Day => day !== null && staysInHistory(day, asOf, settings.retentionMonths),
  );
  const records = days.sort((a, b) => a - b).map((day) => byDay.get(day) as TabRecord);
  health.replace(
    layoutOf(TREND, settings.language, 0),
    records.map((record) => toRow(TREND, { ...record, 'Trend ID': record['Score Date'] ?? null })),
  );
  health.fitCharts(layoutOf(PORTFOLIO, settings.language, 0));
}
