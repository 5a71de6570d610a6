import type { Problem } from '../../domain/problem';
import type { Text } from '../../domain/text';
import type { Platform } from '../../ports';
import { METRICS_TAB } from '../../tables/health/metrics';
import { readTab } from '../../tables/rows';
import { countAdoption } from '../adoption/count-adoption';
import { type Configuration, configInForce, configOn } from '../configuration';
import { publishIdentities } from '../identity/publish-identities';
import * as messages from '../messages';
import { followUpdates, isOfUpdates } from '../publish/follow-updates';
import { publish } from '../publish/publish';
import type { Comparison } from '../publish/published-account';
import { STORE_KEYS } from '../store-keys';
import { dataWorkbook } from '../workbooks';
import { basisNoted, basisOf } from './basis';
import { accountsInScope, customersOn, scoreDay } from './portfolio';
import { isOfReadings, type Progress } from './progress';
import { reachOf } from './reach';
import type { RunRecord } from './record';
import { isOfSize, sizeProblems } from './workbook-sizes';

/** Computes and publishes the day and the day it is compared with, from the stored facts alone. */
export function scoreStep(platform: Platform, run: RunRecord, progress: Progress): RunRecord {
  const configuration = progress.configuration();
  const config = configInForce(configuration);
  const day = run.asOf - config.settings.changeDays;
  const configThen = configOn(configuration, progress.health, day);
  const from = reachOf([
    { config, day },
    { config: configThen, day },
  ]);
  const basis = basisOf(platform, run, progress);
  const facts = progress.facts({ from, to: run.asOf });
  // What people wrote is kept as it is scored, so that a later run can tell what they changed.
  progress.store().commit();
  const accountIds = accountsInScope(facts, config, run.asOf);
  const today = scoreDay(facts, config, accountIds, run.asOf);
  const customers = customersOn(facts, accountIds, day);
  const then = scoreDay(facts, configThen, customers, day);
  const comparison: Comparison = {
    then,
    thenUnderNow: then.config === config ? then : scoreDay(facts, config, customers, day),
  };
  const problems = progress.problems();
  problems.replace(today.problems.map(inCell(configuration)), isOfReadings);
  problems.replace(followUpdates(progress.health, config.settings.language), isOfUpdates);
  problems.replace(sizeProblems([progress.health, dataWorkbook(platform)]), isOfSize);
  if (run.cause !== 'hourly') countAdoption(platform, progress, config, run.asOf);
  problems.commit(progress.locale());
  const published = publish(
    progress.health,
    today,
    comparison,
    {
      locale: config.settings.language,
      mode: config.settings.mode,
      asOf: platform.wallClock(run.startedAt, progress.health.zone),
    },
    facts,
  );
  const undecided = publishIdentities(progress.health, progress.identities(), config.settings.language);
  const { scored, urgent } = published;
  const accounts = accountIds.length;
  const leftOut = joined(configuration.kept, published.leftOut, undecided);
  // What was written must stand before the next run relies on it.
  progress.health.flush();
  platform.store.set({
    [STORE_KEYS.urgent]: JSON.stringify(urgent),
    ...basisNoted({ from: basis, accounts, scored, leftOut }),
  });
  return {
    ...run,
    step: 'history',
    said: messages.backfilling(),
    problems: problems.count,
    configVersion: config.version,
    accounts,
    scored,
    leftOut,
  };
}

function joined(...texts: readonly (Text | null)[]): Text | null {
  const said = texts.filter((text): text is Text => text !== null);
  return said.length === 0 ? null : { en: said.map(({ en }) => en).join(' '), ja: said.map(({ ja }) => ja).join('') };
}

/** Gives a problem of a metric the address of its cell: computing knows the metric, not where its row stands. */
function inCell({ grids }: Configuration): (problem: Problem) => Problem {
  const { records, place } = readTab(METRICS_TAB, grids[METRICS_TAB.name] ?? null);
  const rows = new Map(records.map(({ values, row }) => [values[METRICS_TAB.key], row]));
  return (problem) => {
    const row = problem.source === METRICS_TAB.name ? rows.get(problem.place) : undefined;
    return row === undefined ? problem : { ...problem, place: place(row, problem.column) };
  };
}
