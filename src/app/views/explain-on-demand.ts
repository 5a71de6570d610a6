import type { Config } from '../../domain/config/config';
import type { Platform } from '../../ports';
import type { TabRecord } from '../../tables/rows';
import { breakdownRecords } from '../publish/breakdown-records';
import { publishedAccounts } from '../publish/published-account';
import { accountsInScope, scoreDay } from '../run/portfolio';
import { openProgress } from '../run/progress';
import { reachOf } from '../run/reach';
import { readRun } from '../run/record';

/**
 * The breakdown of one account computed from the stored facts as of the last run, for accounts that the Breakdown tab
 * has no room for. All accounts in scope are scored: a metric may compare an account with its peers.
 */
export function explainOnDemand(platform: Platform, config: Config, accountId: string): readonly TabRecord[] {
  const health = platform.workbooks.health();
  const run = readRun(platform);
  if (run === null) return [];
  const facts = openProgress(platform, health).facts({ from: reachOf([{ config, day: run.asOf }]), to: run.asOf });
  const accountIds = accountsInScope(facts, config, run.asOf);
  const account = publishedAccounts(scoreDay(facts, config, accountIds, run.asOf), null).find(
    (published) => published.accountId === accountId,
  );
  const { language, mode } = config.settings;
  return account ? breakdownRecords(account, { locale: language, mode, asOf: '' }) : [];
}
