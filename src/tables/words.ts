import { DATASETS } from '../domain/datasets';
import type { Words } from '../domain/words';
import { ACCOUNT_HISTORY_WORDS } from './data/account-history.words';
import { ADOPTION_DAYS_WORDS } from './data/adoption-days.words';
import { ARCHIVE_WORDS } from './data/archive.words';
import { datasetWords } from './data/dataset-tab.words';
import { ROW_HISTORY_WORDS } from './data/row-history.words';
import { USAGE_WORDS } from './data/usage.words';
import { EXPORT_WORDS, WRITE_BACK_LEDGER_WORDS, WRITE_BACK_PREVIEW_WORDS } from './data/write-back.words';
import { ACCOUNTS_WORDS } from './health/accounts.words';
import { ACTION_UPDATES_WORDS } from './health/action-updates.words';
import { ACTIONS_WORDS } from './health/actions.words';
import { ADOPTION_IMPORT_WORDS, ADOPTION_LOG_WORDS, ADOPTION_WORDS } from './health/adoption.words';
import { BREAKDOWN_WORDS } from './health/breakdown.words';
import {
  BANDS_WORDS,
  CAPS_WORDS,
  DIMENSIONS_WORDS,
  MEMBERS_WORDS,
  OVERRIDES_WORDS,
  QUADRANTS_WORDS,
  SEGMENTS_WORDS,
  SETTINGS_WORDS,
  STAGES_WORDS,
} from './health/configuration.words';
import { GOALS_WORDS } from './health/goals.words';
import { IDENTITIES_WORDS, IDENTITY_REPORT_WORDS, IDENTITY_SUGGESTIONS_WORDS } from './health/identities.words';
import { CONFIG_VERSIONS_WORDS, LISTS_WORDS, PROBLEMS_WORDS, RUNS_WORDS } from './health/journal.words';
import { METRICS_WORDS } from './health/metrics.words';
import { MOVEMENTS_WORDS } from './health/movements.words';
import { PULSES_WORDS } from './health/pulses.words';
import { PORTFOLIO_WORDS, TEAM_WORDS, TREND_WORDS } from './health/reports.words';
import { SCORE_HISTORY_WORDS } from './health/score-history.words';
import { SOURCES_WORDS } from './sources.words';

/**
 * The words of every tab of both workbooks. Never imported by what ships as script, which every call evaluates whole:
 * the build makes a page of them, which set-up reads through the port `Platform.words`.
 */
export const WORDS: Words = {
  Accounts: ACCOUNTS_WORDS,
  Breakdown: BREAKDOWN_WORDS,
  Movements: MOVEMENTS_WORDS,
  'Score History': SCORE_HISTORY_WORDS,
  Actions: ACTIONS_WORDS,
  'Action Updates': ACTION_UPDATES_WORDS,
  Pulses: PULSES_WORDS,
  Goals: GOALS_WORDS,
  Identities: IDENTITIES_WORDS,
  'Identity Suggestions': IDENTITY_SUGGESTIONS_WORDS,
  'Identity Report': IDENTITY_REPORT_WORDS,
  Portfolio: PORTFOLIO_WORDS,
  Team: TEAM_WORDS,
  Adoption: ADOPTION_WORDS,
  'Adoption Import': ADOPTION_IMPORT_WORDS,
  'Adoption Log': ADOPTION_LOG_WORDS,
  Settings: SETTINGS_WORDS,
  Sources: SOURCES_WORDS,
  Dimensions: DIMENSIONS_WORDS,
  Metrics: METRICS_WORDS,
  Segments: SEGMENTS_WORDS,
  Overrides: OVERRIDES_WORDS,
  Bands: BANDS_WORDS,
  Caps: CAPS_WORDS,
  Stages: STAGES_WORDS,
  Quadrants: QUADRANTS_WORDS,
  Members: MEMBERS_WORDS,
  Runs: RUNS_WORDS,
  Problems: PROBLEMS_WORDS,
  'Config Versions': CONFIG_VERSIONS_WORDS,
  Trend: TREND_WORDS,
  Lists: LISTS_WORDS,
  ...Object.fromEntries(DATASETS.map((declaration) => [declaration.tab, datasetWords(declaration)])),
  Usage: USAGE_WORDS,
  'Account History': ACCOUNT_HISTORY_WORDS,
  'Row History': ROW_HISTORY_WORDS,
  ...ARCHIVE_WORDS,
  'Adoption Days': ADOPTION_DAYS_WORDS,
  Export: EXPORT_WORDS,
  'Write Back Preview': WRITE_BACK_PREVIEW_WORDS,
  'Write Back Ledger': WRITE_BACK_LEDGER_WORDS,
};
