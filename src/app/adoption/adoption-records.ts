import type { Member } from '../../domain/config/config';
import { type Day, formatDay } from '../../domain/day';
import type { TabRecord } from '../../tables/rows';

/** How often a person used the product on a day. */
export interface DayCount {
  readonly email: string;
  readonly day: Day;
  readonly uses: number;
  readonly accounts: number;
}

/** Days that the tab looks back, the as-of day included. */
export const WINDOW = 30;
const WEEK = 7;

/**
 * Rows of Adoption: the members, those who never or longest ago used it first, then others who used it within the
 * window. Days after `asOf` do not count.
 */
export function adoptionRecords(members: readonly Member[], counts: readonly DayCount[], asOf: Day): TabRecord[] {
  const byPerson = new Map<string, DayCount[]>(members.map(({ email }) => [email.toLowerCase(), []]));
  const known = new Map(members.map((member) => [member.email.toLowerCase(), member]));
  for (const count of counts) {
    if (count.day > asOf || count.uses === 0) continue;
    const own = byPerson.get(count.email);
    if (own) own.push(count);
    else if (count.day > asOf - WINDOW) byPerson.set(count.email, [count]);
  }
  const rows = [...byPerson].map(([email, own]): TabRecord => {
    const member = known.get(email);
    const within = (days: number): DayCount[] => own.filter(({ day }) => day > asOf - days);
    const seen = own.length === 0 ? null : formatDay(Math.max(...own.map(({ day }) => day)));
    return {
      Email: email,
      Name: member?.name || null,
      Role: member?.role ?? null,
      Team: member?.team || null,
      'Use Count 7d': sumOf(within(WEEK), 'uses'),
      'Use Count 30d': sumOf(within(WINDOW), 'uses'),
      'Account Count 30d': sumOf(within(WINDOW), 'accounts'),
      'Seen Date': seen,
      'Has Never Used': seen === null,
      'Is Member': member !== undefined,
    };
  });
  const rank = (row: TabRecord): string =>
    `${row['Is Member'] === true ? 0 : 1}${String(row['Seen Date'] ?? '')} ${String(row.Email)}`;
  return rows.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function sumOf(counts: readonly DayCount[], what: 'uses' | 'accounts'): number {
  return counts.reduce((sum, count) => sum + count[what], 0);
}
