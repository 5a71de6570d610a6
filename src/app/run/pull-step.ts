import type { Problem } from '../../domain/problem';
import { columnsReadBy } from '../../metrics/field';
import type { Platform } from '../../ports';
import { configInForce } from '../configuration';
import * as messages from '../messages';
import { pull } from '../pull/pull';
import { readSourceSettings } from '../pull/source-settings';
import { type Basis, basisOf, publishedBasis } from './basis';
import type { Progress } from './progress';
import { ATTEMPTS, type RunRecord } from './record';

const SOURCES = 'Sources';

/**
 * Pulls the sources from the run's cursor on. A source that fails leaves a problem and its last good data; the run goes
 * on with the next.
 */
export function pullStep(platform: Platform, run: RunRecord, progress: Progress, margin: number): RunRecord {
  const configuration = progress.configuration();
  progress.problems().commit(progress.locale());
  const { metrics } = configInForce(configuration);
  const { settings, problems } = readSourceSettings(progress.health.read(SOURCES));
  const none = settings.length === 0 ? [noSource()] : [];
  progress.problems().replace([...problems, ...none], ({ source }) => source === SOURCES);
  const report = pull({
    platform,
    settings,
    store: progress.store(),
    today: run.asOf,
    isRead: columnsReadBy(metrics),
    only: run.cause === 'hourly' ? 'hourly' : 'all',
    from: run.cursor,
    marginMilliseconds: margin,
    lastTry: run.attempts >= ATTEMPTS,
  });
  const asked = new Map(report.sources.map((source) => [source.sourceId, source]));
  const standing = new Set([...settings.map(({ id }) => id), ...progress.tabs()]);
  progress
    .problems()
    .replace(report.problems, ({ source, place }) => asked.get(source)?.supersedes(place) ?? !standing.has(source));
  progress.problems().commit(progress.locale());
  if (report.next === null && run.cause === 'hourly') {
    const basis = publishedBasis(platform);
    if (basis !== null && basis.from === basisOf(platform, run, progress))
      return stands(platform, run, progress, basis);
  }
  return report.next === null
    ? { ...run, step: 'score', cursor: 0, said: messages.scoring() }
    : { ...run, cursor: report.next };
}

/** Nothing differs from what is published: the run has nothing left to do. */
function stands(
  platform: Platform,
  run: RunRecord,
  progress: Progress,
  { accounts, scored, leftOut }: Basis,
): RunRecord {
  return {
    ...run,
    state: 'done',
    endedAt: platform.clock.now(),
    said: messages.nothingNew(),
    problems: progress.problems().count,
    configVersion: configInForce(progress.configuration()).version,
    accounts,
    scored,
    leftOut,
  };
}

function noSource(): Problem {
  const { text, next } = messages.noSources();
  const why = { en: `${text.en} ${next.en}`, ja: text.ja + next.ja };
  return { severity: 'warning', code: 'sources.none', source: SOURCES, place: '', column: '', value: '', why };
}
