import type { Config } from '../domain/config/config';
import { accountsTab } from './health/accounts';
import { ACTION_UPDATES } from './health/action-updates';
import { ACTIONS } from './health/actions';
import { ADOPTION, ADOPTION_IMPORT } from './health/adoption';
import { BREAKDOWN } from './health/breakdown';
import { CONFIG_TABS } from './health/configuration';
import { GOALS } from './health/goals';
import { IDENTITIES, IDENTITY_REPORT, IDENTITY_SUGGESTIONS } from './health/identities';
import { CONFIG_VERSIONS, LISTS, PROBLEMS, RUNS } from './health/journal';
import { MOVEMENTS } from './health/movements';
import { PULSES } from './health/pulses';
import { PORTFOLIO, TEAM, TREND } from './health/reports';
import { SCORE_HISTORY } from './health/score-history';
import { sourcesTab } from './sources';
import type { Tab } from './tab';

/**
 * Every tab of the Health workbook in its order, Accounts first, under a configuration and with the kinds of sources
 * that are installed.
 */
export function healthTabs(
  config: Pick<Config, 'dimensions' | 'quadrants'>,
  sourceKinds: readonly string[],
): readonly Tab[] {
  const [settings, ...measures] = CONFIG_TABS;
  return [
    accountsTab(config),
    BREAKDOWN,
    MOVEMENTS,
    SCORE_HISTORY,
    ACTIONS,
    ACTION_UPDATES,
    PULSES,
    GOALS,
    IDENTITIES,
    IDENTITY_SUGGESTIONS,
    IDENTITY_REPORT,
    PORTFOLIO,
    TEAM,
    ADOPTION,
    ADOPTION_IMPORT,
    settings as Tab,
    sourcesTab(sourceKinds),
    ...measures,
    RUNS,
    PROBLEMS,
    CONFIG_VERSIONS,
    TREND,
    LISTS,
  ];
}
