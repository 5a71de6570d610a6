import type { Cell } from '../../domain/cell';
import type { Config } from '../../domain/config/config';
import type { Facts } from '../../domain/facts';
import { sentences, type Text } from '../../domain/text';
import type { UrgentView } from '../../domain/views';
import type { TabLayout, Workbook } from '../../ports';
import { seemsAcross } from '../../scoring/bands';
import { accountsTab } from '../../tables/health/accounts';
import { BREAKDOWN } from '../../tables/health/breakdown';
import { MOVEMENTS } from '../../tables/health/movements';
import { PORTFOLIO, TEAM } from '../../tables/health/reports';
import { layoutOf } from '../../tables/layout';
import { type TabRecord, toRow } from '../../tables/rows';
import type { Tab } from '../../tables/tab';
import { breakdownLeftOut, movementsLeftOut } from '../messages';
import type { ScoredDay } from '../run/portfolio';
import { accountRecord, type Edition } from './account-records';
import { breakdownRecords } from './breakdown-records';
import { withJumps } from './jumps';
import { type Fitting, mostUrgent } from './most-urgent';
import { hasMoved, movementRecords } from './movement-records';
import { type Comparison, publishedAccounts } from './published-account';
import { portfolioRecords, silenceAt, teamRecords } from './report-records';
import { urgentViews } from './urgent-views';

/** What a publication came to. */
export interface Published {
  readonly scored: number;
  /** The accounts to look at first. */
  readonly urgent: readonly UrgentView[];
  /** What did not fit; null where everything is there. */
  readonly leftOut: Text | null;
}

/**
 * Writes every tab that shows the day. All rows are ready before the first tab is touched, and each tab is replaced as
 * a whole.
 */
export function publish(
  health: Workbook,
  today: ScoredDay,
  comparison: Comparison,
  edition: Edition,
  facts: Facts,
): Published {
  const { config } = today;
  const accounts = publishedAccounts(today, comparison);
  const { breakdownRowLimit } = config.settings;
  const scoring = edition.mode === 'Scoring';
  const explained = mostUrgent(accounts, breakdownRowLimit, (account) => breakdownRecords(account, edition));
  const moved = mostUrgent(scoring ? accounts.filter(hasMoved) : [], breakdownRowLimit, (account) =>
    movementRecords(account, comparison.then, today, edition),
  );
  const tabs: readonly (readonly [Tab, readonly TabRecord[]])[] = [
    [accountsTab(config), accounts.map((account) => accountRecord(account, edition))],
    [BREAKDOWN, explained.records],
    [MOVEMENTS, moved.records],
    [PORTFOLIO, scoring ? portfolioRecords(accounts, config.settings, edition) : []],
    [TEAM, teamRecords(accounts, edition, silenceAt(facts, today.asOf))],
  ];
  tabs.forEach(([tab, records], position) => {
    health.replace(
      withJumps(bandedLayout(tab, config, position), tab, tabs),
      records.map((record) => toRow(tab, record)),
    );
  });
  return {
    scored: scoring ? accounts.filter(({ score }) => score.score !== null).length : 0,
    urgent: urgentViews(accounts, today, edition),
    leftOut: sentences([told(explained, breakdownLeftOut), told(moved, movementsLeftOut)]),
  };
}

/** The layout of a tab whose scores stand beside their bands: none is shown so that it seems to lie in another one. */
export function bandedLayout(tab: Tab, { bands, settings }: Config, position: number): TabLayout {
  const bounds = bands.map(({ lowerBound }) => lowerBound);
  const isExact = (cell: Cell): boolean => typeof cell === 'number' && seemsAcross(cell, bounds);
  return { ...layoutOf(tab, settings.language, position), isExact };
}

function told({ shown, all }: Fitting, words: (shown: number, all: number) => Text): Text | null {
  return shown < all ? words(shown, all) : null;
}
