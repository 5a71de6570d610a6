import type { Text } from '../../domain/text';
import type { Workbook } from '../../ports';
import { accountsTab } from '../../tables/health/accounts';
import { BREAKDOWN } from '../../tables/health/breakdown';
import { MOVEMENTS } from '../../tables/health/movements';
import { PORTFOLIO, TEAM } from '../../tables/health/reports';
import { layoutOf } from '../../tables/layout';
import { type TabRecord, toRow } from '../../tables/rows';
import type { Tab } from '../../tables/tab';
import { breakdownLeftOut } from '../messages';
import type { ScoredDay } from '../run/portfolio';
import { accountRecord, type Edition } from './account-records';
import { accountsWithBreakdown, breakdownRecords } from './breakdown-records';
import { movementRecords } from './movement-records';
import { type Comparison, publishedAccounts } from './published-account';
import { portfolioRecords, teamRecords } from './report-records';

/** What a publication came to. */
export interface Published {
  readonly scored: number;
  /** What did not fit; null where everything is there. */
  readonly leftOut: Text | null;
}

/**
 * Writes every tab that shows the day. All rows are ready before the first tab is touched, and each tab is replaced as
 * a whole.
 */
export function publish(health: Workbook, today: ScoredDay, comparison: Comparison, edition: Edition): Published {
  const { config } = today;
  const accounts = publishedAccounts(today, comparison);
  const explained = accountsWithBreakdown(accounts, config.settings.breakdownRowLimit);
  const scoring = edition.mode === 'Scoring';
  const tabs: readonly (readonly [Tab, readonly TabRecord[]])[] = [
    [accountsTab(config), accounts.map((account) => accountRecord(account, edition))],
    [BREAKDOWN, explained.flatMap((account) => breakdownRecords(account, edition))],
    [
      MOVEMENTS,
      scoring ? accounts.flatMap((account) => movementRecords(account, comparison.then, today, edition)) : [],
    ],
    [PORTFOLIO, scoring ? portfolioRecords(accounts, config.settings, edition) : []],
    [TEAM, teamRecords(accounts, edition)],
  ];
  tabs.forEach(([tab, records], position) => {
    health.replace(
      layoutOf(tab, edition.locale, position),
      records.map((record) => toRow(tab, record)),
    );
  });
  return {
    scored: scoring ? accounts.filter(({ score }) => score.score !== null).length : 0,
    leftOut: explained.length < accounts.length ? breakdownLeftOut(explained.length, accounts.length) : null,
  };
}
