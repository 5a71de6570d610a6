import type { Cell } from '../../../src/domain/cell';
import type { DatasetName } from '../../../src/domain/datasets';
import { ACCOUNT_COLUMNS, accountRow, CONTACT_COLUMNS, contactRows } from './accounts';
import {
  ENTITLEMENT_COLUMNS,
  entitlementRows,
  OUTCOME_COLUMNS,
  outcomeRows,
  REVENUE_COLUMNS,
  revenueRows,
} from './contracts';
import { SURVEY_COLUMNS, surveyRows, TICKET_COLUMNS, ticketRows } from './feedback';
import { type Account, type DemoOptions, portfolio } from './portfolio';
import type { Story } from './stories';
import { TOUCH_COLUMNS, touchRows } from './touches';
import { USAGE_COLUMNS, usageRows } from './usage';

/** A dataset as its CSV file holds it: days and moments as ISO text, flags as booleans, empty as null. */
export interface DemoTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * An invented portfolio of some 200 accounts with 14 months of history that ends at `asOf`. Pure: the same options
 * give the same cells. Usage is wide (one column per measure). A few accounts are in usage only.
 */
export function generateDemo(options: DemoOptions): Record<DatasetName, DemoTable> {
  const all = portfolio(options);
  const inCrm = all.filter((account) => account.inCrm);
  const { asOf } = options;
  const table = (
    columns: readonly string[],
    of: readonly Account[],
    rows: (account: Account) => Cell[][],
  ): DemoTable => ({
    columns,
    rows: of.flatMap(rows),
  });
  return {
    accounts: table(ACCOUNT_COLUMNS, inCrm, (account) => [accountRow(account, asOf)]),
    contacts: table(CONTACT_COLUMNS, inCrm, contactRows),
    usage: table(USAGE_COLUMNS, all, (account) => usageRows(account, asOf)),
    touches: table(TOUCH_COLUMNS, inCrm, (account) => touchRows(account, asOf)),
    surveys: table(SURVEY_COLUMNS, inCrm, (account) => surveyRows(account, asOf)),
    tickets: table(TICKET_COLUMNS, inCrm, (account) => ticketRows(account, asOf)),
    revenue: table(REVENUE_COLUMNS, inCrm, (account) => revenueRows(account, asOf)),
    entitlements: table(ENTITLEMENT_COLUMNS, inCrm, entitlementRows),
    outcomes: table(OUTCOME_COLUMNS, inCrm, (account) => outcomeRows(account, asOf)),
  };
}

/** What is going on at each account of the same portfolio, by account id; for tests, no file tells it. */
export function demoStories(options: DemoOptions): Record<string, Story> {
  return Object.fromEntries(portfolio(options).map((account) => [account.id, account.arc.story]));
}
