import type { Cell } from '../../../src/domain/cell';
import { type Day, formatDay } from '../../../src/domain/day';
import { isWorkingDay } from './calendar';
import type { Account, Contact, Size } from './portfolio';
import type { Random } from './random';
import { intensity } from './stories';
import { historyStart } from './usage';

export const TOUCH_COLUMNS = ['touch_id', 'account_id', 'at', 'kind', 'participants', 'roles'] as const;

type Kind = 'meeting' | 'call' | 'email' | 'event' | 'help_view' | 'community' | 'case_study';

/** Touches a month of an account of full warmth, by size of company. */
const MONTHLY: Readonly<Record<Size, Readonly<Record<Kind, number>>>> = {
  Enterprise: { meeting: 2.2, call: 1.2, email: 3, event: 0.35, help_view: 4, community: 0.8, case_study: 0.05 },
  Growth: { meeting: 1.3, call: 0.9, email: 2.2, event: 0.25, help_view: 3, community: 0.6, case_study: 0.04 },
  Small: { meeting: 0.5, call: 0.5, email: 1.4, event: 0.15, help_view: 2.2, community: 0.4, case_study: 0.02 },
};
const KINDS = Object.keys(MONTHLY.Small) as Kind[];
const WORKING_DAYS_A_MONTH = 20;

/** Everything an account and its CSM did together, oldest first. */
export function touchRows(account: Account, asOf: Day): Cell[][] {
  const chance = account.chance('touches');
  const rows: Cell[][] = [];
  const last = account.arc.churnedOn ?? asOf;
  for (let day = Math.max(historyStart(asOf), account.arc.contractStart); day <= last; day++) {
    if (!isWorkingDay(day)) continue;
    for (const kind of KINDS) {
      if (!chance.chance((MONTHLY[account.size][kind] * closeness(account, kind, day, asOf)) / WORKING_DAYS_A_MONTH))
        continue;
      const present = presentAt(account, kind, day, chance);
      rows.push([
        `T-${account.id}-${rows.length + 1}`,
        account.id,
        moment(day, chance),
        kind,
        present.map((contact) => contact.email).join(';'),
        [...new Set(present.map((contact) => contact.role))].join(';'),
      ]);
    }
  }
  return rows;
}

/** Share of a full programme of touches that happens on a day. */
function closeness(account: Account, kind: Kind, day: Day, asOf: Day): number {
  const { arc } = account;
  const fading = arc.fadeFrom !== null && day > arc.fadeFrom;
  // Who drifts away, or has lost the one who cared, still gets mails but no longer meets.
  if (fading && kind !== 'email' && kind !== 'help_view') return kind === 'call' ? 0.1 : 0;
  if (kind === 'email') return 0.4 + 0.6 * arc.warmth;
  if (kind === 'help_view') return Math.min(1.5, 0.3 + intensity(arc, day, asOf) * arc.adoption);
  // The first weeks are full of meetings, except where onboarding never got going.
  const welcome = day - arc.contractStart < 45 && arc.story !== 'stuck-in-onboarding' ? 1.8 : 1;
  return arc.warmth * welcome;
}

function presentAt(account: Account, kind: Kind, day: Day, chance: Random): Contact[] {
  const there = account.contacts.filter((contact) => contact.leftOn === null || contact.leftOn >= day);
  if (there.length === 0) return [];
  if (kind === 'help_view' || kind === 'community') return [chance.pick(there)];
  const wanted = kind === 'meeting' ? chance.whole(1, 1 + Math.round(3 * account.arc.warmth)) : 1;
  return there.filter((contact) => chance.chance(likelihood(contact, account.arc.warmth))).slice(0, wanted);
}

function likelihood(contact: Contact, warmth: number): number {
  if (contact.role === 'champion') return 0.85;
  return contact.role === 'executive' ? 0.35 * warmth : 0.5;
}

/** A moment in office hours, to five minutes. */
export function moment(day: Day, chance: Random): string {
  const hour = String(chance.whole(9, 17)).padStart(2, '0');
  const minute = String(chance.whole(0, 11) * 5).padStart(2, '0');
  return `${formatDay(day)}T${hour}:${minute}:00`;
}
