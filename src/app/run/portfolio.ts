import type { Cell } from '../../domain/cell';
import type { Config } from '../../domain/config/config';
import type { Day } from '../../domain/day';
import { type Facts, stood } from '../../domain/facts';
import type { Problem } from '../../domain/problem';
import { attributeReader } from '../../metrics/attributes';
import { readMetrics } from '../../metrics/read-metrics';
import { segmentsAsOf } from '../../metrics/segments';
import { compileScoring } from '../../scoring/compile';
import { type ScoredAccounts, scoreAccounts } from '../../scoring/score-accounts';

/** Every account of a portfolio, scored as of one day under one configuration. */
export interface ScoredDay {
  readonly asOf: Day;
  readonly config: Config;
  readonly accountIds: readonly string[];
  readonly scored: ScoredAccounts;
  /** Attribute of an account as of the day. */
  readonly attribute: (account: number, column: string) => Cell;
  readonly problems: readonly Problem[];
}

/**
 * Scores the accounts as of a day from the facts alone: the same facts, configuration and day give the same scores to
 * the last bit. `read` may know some readings already.
 */
export function scoreDay(
  facts: Facts,
  config: Config,
  accountIds: readonly string[],
  asOf: Day,
  read: typeof readMetrics = readMetrics,
): ScoredDay {
  const segments = segmentsAsOf(facts, config, accountIds, asOf);
  const readings = read({ facts, config, accountIds, segments, asOf });
  const attributes = accountIds.map(attributeReader(facts, asOf));
  const attribute = (account: number, column: string): Cell => attributes[account]?.(column) ?? null;
  const scored = scoreAccounts(compileScoring(config), {
    readings,
    segments,
    attribute: (column) => (account) => attribute(account, column),
    asOf,
  });
  return { asOf, config, accountIds, scored, attribute, problems: readings.problems };
}

/**
 * The accounts in scope: all that the CRM knows, or those of the pilot team or owner, ordered by id so that every tab
 * comes out in the same order whatever the source's order was.
 */
export function accountsInScope(facts: Facts, config: Config, asOf: Day): string[] {
  const { pilotTeam, pilotOwner } = config.settings;
  const ids = [...facts.accounts.byAccount.keys()].sort();
  if (pilotTeam === '' && pilotOwner === '') return ids;
  const wanted = (cell: Cell, pilot: string) => pilot === '' || folded(cell) === folded(pilot);
  const read = attributeReader(facts, asOf);
  return ids.filter((accountId) => {
    const attribute = read(accountId);
    return wanted(attribute('team'), pilotTeam) && wanted(attribute('owner_email'), pilotOwner);
  });
}

/** Datasets whose rows tell that an account is a customer; touches begin before it is one. */
const OF_CUSTOMERS = ['surveys', 'tickets', 'revenue', 'outcomes'] as const;

/**
 * The accounts, of those given, that were customers on a day: their contract had begun, or they used the product, asked
 * for help, answered or paid before (a contract that is renewed may begin anew). Others have no past to be scored.
 */
export function customersOn(facts: Facts, accountIds: readonly string[], day: Day): string[] {
  const read = attributeReader(facts, day);
  return accountIds.filter((accountId) => {
    const start = read(accountId)('contract_start');
    if (typeof start !== 'number' || start <= day) return true;
    if (facts.usage.get(accountId)?.some(({ firstDay }) => firstDay <= day)) return true;
    return OF_CUSTOMERS.some((name) => {
      const table = facts.tables[name];
      return table?.byAccount.get(accountId)?.some((row) => Number(row[table.dated]) <= day && stood(table, row, day));
    });
  });
}

function folded(cell: Cell): string {
  return String(cell ?? '')
    .trim()
    .toLowerCase();
}
