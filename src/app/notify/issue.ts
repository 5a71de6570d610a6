import type { Member, Settings } from '../../domain/config/config';
import { type Day, WEEKDAYS, weekday } from '../../domain/day';
import type { Platform } from '../../ports';
import { STORE_KEYS } from '../store-keys';

/**
 * How far the mails of one day have come. People are mailed in the order of their addresses, going round from where the
 * mails before ended, so that the one told last says of everybody whether they were.
 */
export interface MailIssue {
  /** The day the mails are due. */
  readonly due: Day;
  /** The day of the scores that the first of them told. */
  readonly asOf: Day;
  /** The day with which bands are compared. */
  readonly since: Day;
  /** The address behind which the round began, '' for the first one. */
  readonly from: string;
  /** The address that was told last, null for nobody. */
  readonly last: string | null;
  readonly closed: boolean;
  /** The run that mailed last, how many people's turn came in it, and how many of them the platform refused. */
  readonly run: string;
  readonly told: number;
  readonly refused: number;
}

/** Days over which bands are compared at most: Score History keeps every day of four weeks. */
const LONGEST = 27;

/**
 * The mails that a run has to send: those of its day, those that were missed this week, or the rest of them; those it has
 * sent itself, too. Null for none.
 */
export function dueIssue(platform: Platform, { mailWeekday }: Settings, today: Day, run: string): MailIssue | null {
  if (mailWeekday === 'off') return null;
  const daily = mailWeekday === 'every day';
  const due = daily ? today : today - ((weekday(today) - WEEKDAYS.indexOf(mailWeekday) + 6) % 7);
  const stored = platform.store.get(STORE_KEYS.mail);
  const last = stored === null ? null : (JSON.parse(stored) as MailIssue);
  if (last?.run === run) return last;
  // Nothing can have been missed before the first mail.
  if (last ? due < last.due || (due === last.due && last.closed) : due < today) return null;
  if (last?.due === due) return { ...last, run, told: 0, refused: 0 };
  const before = last && today - last.asOf <= LONGEST ? last.asOf : today - (daily ? 1 : 7);
  const from = last?.last ?? last?.from ?? '';
  return { due, asOf: today, since: before, from, last: null, closed: false, run, told: 0, refused: 0 };
}

export function noteIssue(platform: Platform, issue: MailIssue): void {
  platform.store.set({ [STORE_KEYS.mail]: JSON.stringify(issue) });
}

/** The members who have not been told yet, in the order of the round. */
export function waitingFor({ from, last }: MailIssue, members: readonly Member[]): Member[] {
  const behind = (address: string) => (member: Member) => member.email > address;
  const sorted = [...members].sort((a, b) => (a.email < b.email ? -1 : 1));
  const first = sorted.filter(behind(from));
  const second = sorted.filter((member) => !behind(from)(member));
  if (last === null) return [...first, ...second];
  return last > from ? [...first.filter(behind(last)), ...second] : second.filter(behind(last));
}
