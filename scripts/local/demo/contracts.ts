import type { Cell } from '../../../src/domain/cell';
import { type Day, formatDay } from '../../../src/domain/day';
import { monthsBefore } from './calendar';
import type { Account } from './portfolio';
import { historyStart } from './usage';

export const REVENUE_COLUMNS = ['revenue_id', 'account_id', 'at', 'kind', 'amount'] as const;
export const OUTCOME_COLUMNS = ['outcome_id', 'account_id', 'at', 'kind', 'amount'] as const;
export const ENTITLEMENT_COLUMNS = ['account_id', 'measure', 'limit'] as const;

/** Something that happened to a contract; amounts are yen a year. */
interface ContractEvent {
  readonly day: Day;
  readonly kind: 'new' | 'renewal' | 'expansion' | 'contraction' | 'churn';
  readonly amount: number;
}

/** First anniversary of the contract after a day: contracts run for a year. */
export function nextRenewal(account: Account, after: Day): Day {
  let years = 1;
  while (anniversary(account, years) <= after) years++;
  return anniversary(account, years);
}

/** Booked revenue since the contract began. */
export function revenueRows(account: Account, asOf: Day): Cell[][] {
  return contractEvents(account, asOf).map((event, index) => [
    `R-${account.id}-${index + 1}`,
    account.id,
    formatDay(event.day),
    event.kind,
    event.kind === 'churn' || event.kind === 'contraction' ? -event.amount : event.amount,
  ]);
}

/** How the contract turned out, within the months of history: what a score is checked against. */
export function outcomeRows(account: Account, asOf: Day): Cell[][] {
  return contractEvents(account, asOf)
    .filter((event) => event.kind !== 'new' && event.day >= historyStart(asOf))
    .map((event, index) => [
      `O-${account.id}-${index + 1}`,
      account.id,
      formatDay(event.day),
      event.kind,
      event.amount,
    ]);
}

/** Contracted users. */
export function entitlementRows(account: Account): Cell[][] {
  return [[account.id, 'seats_used', account.seats]];
}

function contractEvents(account: Account, asOf: Day): ContractEvent[] {
  const { arc } = account;
  const chance = account.chance('contract');
  const yearly = account.mrr * 12;
  const events: ContractEvent[] = [{ day: arc.contractStart, kind: 'new', amount: yearly }];
  const last = arc.churnedOn ?? asOf;
  for (let years = 1; anniversary(account, years) <= last; years++) {
    const day = anniversary(account, years);
    if (day === arc.churnedOn) break;
    events.push({ day, kind: 'renewal', amount: yearly });
    const draw = chance.next();
    const bought = Math.round((yearly * chance.between(0.1, 0.3)) / 1000) * 1000;
    const growing = arc.story === 'thriving' || arc.story === 'quota-nearly-full';
    if (growing && draw < 0.45) events.push({ day: Math.min(last, day + 3), kind: 'expansion', amount: bought });
    if (arc.adoption < 0.4 && arc.story !== 'goal-reached' && draw < 0.3) {
      events.push({ day, kind: 'contraction', amount: bought });
    }
  }
  if (arc.churnedOn !== null) events.push({ day: arc.churnedOn, kind: 'churn', amount: yearly });
  return events;
}

function anniversary(account: Account, years: number): Day {
  return monthsBefore(account.arc.contractStart, -12 * years);
}
