import type { Cell } from '../../domain/cell';
import { columnsOf } from '../../domain/expression/evaluate';
import type { TuningView } from '../../domain/tuning-views';
import { KenshinError } from '../../errors';
import type { Platform } from '../../ports';
import { orNull } from '../../scoring/or-null';
import { diffConfig } from '../../tables/config/diff';
import { parseConfig } from '../../tables/config/parse-config';
import { restoreConfig } from '../../tables/config/versions';
import { parseTabs, readConfigGrids } from '../configuration';
import { notSetUp, type Said } from '../messages';
import { cellText } from '../publish/published-account';
import { accountsInScope, scoreDay } from '../run/portfolio';
import { openProgress } from '../run/progress';
import { reachOf } from '../run/reach';
import { readRun } from '../run/record';
import { faultViews } from './fault-view';
import * as messages from './messages';
import { readVersions } from './version-ledger';

/** What the page asks of every account beside what caps ask. */
const ASKED = ['owner_email', 'mrr', 'status'] as const;

/**
 * The configuration in the tabs with every reading of the last run's day: the page scores all accounts by itself while
 * somebody tunes. Throws KenshinError `input` before set-up and before the first run.
 */
export function viewTuning(platform: Platform): TuningView {
  const health = platform.workbooks.health();
  const versions = readVersions(health);
  const last = versions[versions.length - 1];
  const kept = last ? restoreConfig(last) : null;
  const inForce = kept && parseConfig(kept).config;
  if (!kept || !inForce) throw refusal(notSetUp());
  const run = readRun(platform);
  if (run === null) throw refusal(messages.noRunYet());
  const tabs = readConfigGrids(health);
  const parsed = parseTabs(platform, tabs);
  const config = parsed.config ?? inForce;
  const facts = openProgress(platform, health).facts({ from: reachOf([{ config, day: run.asOf }]), to: run.asOf });
  const accountIds = accountsInScope(facts, config, run.asOf);
  const { scored, attribute } = scoreDay(facts, config, accountIds, run.asOf);
  const { values, metrics } = scored.input.readings;
  const cells = (column: string): Cell[] => accountIds.map((_, account) => attribute(account, column));
  const attributes: Record<string, Cell[]> = {};
  for (const { condition } of config.caps)
    for (const column of columnsOf(condition)) attributes[column] = cells(column);
  for (const column of ASKED) attributes[column] = cells(column);
  return {
    config,
    unsaved: parsed.config ? diffConfig(kept, tabs) : [],
    faults: faultViews(parsed.problems),
    asOf: run.asOf,
    accountIds,
    names: cells('name').map((name, account) => cellText(name ?? accountIds[account])),
    segments: Array.from(scored.input.segments),
    attributes,
    metrics: metrics.map(({ id }) => id),
    readings: metrics.map((_, metric) =>
      accountIds.map((_id, account) => orNull(values[account * metrics.length + metric])),
    ),
  };
}

function refusal({ text, next }: Said): KenshinError {
  return new KenshinError('input', text, next);
}
