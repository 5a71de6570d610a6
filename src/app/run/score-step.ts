import type { Platform } from '../../ports';
import { configInForce, configOn } from '../configuration';
import * as messages from '../messages';
import { publish } from '../publish/publish';
import type { Comparison } from '../publish/published-account';
import { accountsInScope, scoreDay } from './portfolio';
import { isOfReadings, type Progress } from './progress';
import type { RunRecord } from './record';

/** Computes and publishes the day and the day it is compared with, from the stored facts alone. */
export function scoreStep(platform: Platform, run: RunRecord, progress: Progress): RunRecord {
  const configuration = progress.configuration();
  const config = configInForce(configuration);
  const facts = progress.facts();
  const accountIds = accountsInScope(facts, config, run.asOf);
  const today = scoreDay(facts, config, accountIds, run.asOf);
  const day = run.asOf - config.settings.changeDays;
  const then = scoreDay(facts, configOn(configuration, day), accountIds, day);
  const comparison: Comparison = {
    then,
    thenUnderNow: then.config === config ? then : scoreDay(facts, config, accountIds, day),
  };
  const problems = progress.problems();
  problems.replace(today.problems, isOfReadings);
  problems.commit(progress.locale());
  const published = publish(progress.health, today, comparison, {
    locale: config.settings.language,
    mode: config.settings.mode,
    asOf: platform.wallClock(run.startedAt, progress.health.zone),
  });
  return {
    ...run,
    step: 'history',
    said: messages.backfilling(),
    accounts: accountIds.length,
    scored: published.scored,
    problems: problems.count,
    configVersion: config.version,
    leftOut: published.leftOut,
  };
}
