import { formatDay } from '../../domain/day';
import { type Locale, say } from '../../domain/text';
import type { Platform, Workbook } from '../../ports';
import { RUNS } from '../../tables/health/journal';
import { layoutOf } from '../../tables/layout';
import { readTab, type TabRecord, toRow } from '../../tables/rows';
import { nothingNew } from '../messages';
import type { RunRecord } from './record';

/** Runs the journal keeps: two years of daily ones. */
const KEPT_RUNS = 730;

/** The run's row in Runs, in place of one it wrote before it was stopped; the oldest rows make room. */
export function noteRun(platform: Platform, health: Workbook, run: RunRecord, locale: Locale): void {
  const standing = readTab(RUNS, health.read(RUNS.name)).records.map(({ values }) => values);
  const record = {
    'Run ID': run.id,
    Kind: run.cause === 'person' ? 'manual' : run.cause,
    State: run.state,
    'Started Timestamp': platform.wallClock(run.startedAt, health.zone),
    'Ended Timestamp': run.endedAt === null ? null : platform.wallClock(run.endedAt, health.zone),
    'As Of Date': formatDay(run.asOf),
    'Account Count': run.accounts,
    'Scored Count': run.scored,
    'Problem Count': run.problems,
    'Config Version': run.configVersion === '' ? null : run.configVersion,
    'Slice Count': run.slices,
    'Run Note': say(
      run.next ? { en: `${run.said.en} ${run.next.en}`, ja: `${run.said.ja} ${run.next.ja}` } : run.said,
      locale,
    ),
    'Left Out Note': run.leftOut === null ? null : say(run.leftOut, locale),
    'Starter Email': run.startedBy === '' ? null : run.startedBy,
  };
  // A row a day is enough to say that the hours brought nothing.
  const quiet = say(nothingNew(), locale);
  const isOvertaken = (other: TabRecord): boolean =>
    other['Run ID'] === run.id ||
    [record, other].every((row) => row['Run Note'] === quiet && row['As Of Date'] === record['As Of Date']);
  const rows = [...standing.filter((other) => !isOvertaken(other)), record].slice(-KEPT_RUNS);
  health.replace(
    layoutOf(RUNS, locale, 0),
    rows.map((row) => toRow(RUNS, row)),
  );
}
