import type { Cell } from '../../../src/domain/cell';
import { type Day, formatDay } from '../../../src/domain/day';
import { monthsBefore, officeRhythm } from './calendar';
import type { Account } from './portfolio';
import type { Random } from './random';
import { intensity } from './stories';

/** Months of history before the last day. */
const HISTORY_MONTHS = 14;

/** Columns of the wide usage file. `seats_used` is the one with an entitlement. */
export const USAGE_COLUMNS = [
  'account_id',
  'date',
  'active_users',
  'logins',
  'distinct_ips',
  'key_feature_uses',
  'reports_created',
  'records_created',
  'api_calls',
  'seats_used',
] as const;

/** First day of which anything dated is recorded. */
export function historyStart(asOf: Day): Day {
  return monthsBefore(asOf, HISTORY_MONTHS);
}

/** One row a day from the start of the contract, or of history, to its end. */
export function usageRows(account: Account, asOf: Day): Cell[][] {
  const chance = account.chance('usage');
  const habits = habitsOf(account, chance);
  const rows: Cell[][] = [];
  const last = account.arc.churnedOn ?? asOf;
  for (let day = Math.max(historyStart(asOf), account.arc.contractStart); day <= last; day++) {
    rows.push(usageOf(account, habits, day, asOf, chance));
  }
  return rows;
}

/** What stays the same about how an account uses the product. */
interface Habits {
  /** Share of a working day's usage left on a day off: shops and care homes work on Sundays. */
  readonly dayOff: number;
  readonly loginsPerUser: number;
  readonly addressesPerLogin: number;
  readonly featuresPerUser: number;
  readonly reportsPerUser: number;
  readonly recordsPerUser: number;
  readonly callsPerDay: number;
}

function habitsOf(account: Account, chance: Random): Habits {
  const shared = account.arc.story === 'shared-login';
  const depth = account.arc.warmth;
  const always = ['Retail', 'Healthcare', 'Food'].includes(account.company.industry);
  return {
    dayOff: always ? chance.between(0.4, 0.7) : 0,
    loginsPerUser: shared ? chance.between(8, 13) : chance.between(1.2, 1.9),
    addressesPerLogin: shared ? chance.between(0.45, 0.6) : chance.between(0.35, 0.5),
    featuresPerUser: (0.8 + 3 * depth) * chance.noise(0.2),
    reportsPerUser: (0.05 + 0.3 * depth) * chance.noise(0.3),
    recordsPerUser: (2 + 4 * depth) * chance.noise(0.2),
    callsPerDay: account.integrations * account.seats * chance.between(4, 9),
  };
}

function usageOf(account: Account, habits: Habits, day: Day, asOf: Day, chance: Random): Cell[] {
  const level = intensity(account.arc, day, asOf);
  const office = Math.max(officeRhythm(day), habits.dayOff);
  const active = Math.min(
    account.seats,
    chance.round(account.seats * account.arc.adoption * level * office * chance.noise(0.16)),
  );
  const logins = active === 0 ? 0 : Math.max(active, chance.round(active * habits.loginsPerUser * chance.noise(0.15)));
  return [
    account.id,
    formatDay(day),
    active,
    logins,
    active === 0 ? 0 : Math.max(1, Math.round(logins * habits.addressesPerLogin)),
    chance.round(active * habits.featuresPerUser * chance.noise(0.25)),
    chance.round(active * habits.reportsPerUser * chance.noise(0.5)),
    chance.round(active * habits.recordsPerUser * chance.noise(0.25)),
    // Machines do not rest on Sundays, but they follow what people leave behind.
    chance.round(habits.callsPerDay * level * (0.3 + 0.7 * office) * chance.noise(0.12)),
    seatsUsed(account, day, asOf),
  ];
}

/** Users set up by a day: rises with the age of the contract towards the share the story ends at. */
function seatsUsed(account: Account, day: Day, asOf: Day): number {
  const { story, adoption, contractStart } = account.arc;
  const final = story === 'quota-nearly-full' ? 0.97 : Math.min(0.9, adoption + 0.14);
  const months = (asOf - day) / 30;
  const grown =
    final * (story === 'quota-nearly-full' ? Math.max(0.6, 1 - 0.028 * months) : Math.max(0.7, 1 - 0.006 * months));
  const rollout = Math.min(1, 0.3 + (0.7 * (day - contractStart)) / 75);
  return Math.max(1, Math.min(account.seats, Math.floor(account.seats * grown * rollout + 0.5)));
}
