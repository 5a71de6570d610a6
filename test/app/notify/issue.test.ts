import fc from 'fast-check';
import { dueIssue, type MailIssue, noteIssue, waitingFor } from '../../../src/app/notify/issue';
import type { Member, Settings } from '../../../src/domain/config/config';
import { parseDay } from '../../../src/domain/day';
import { initialSettings } from '../../../src/domain/settings';
import type { Platform } from '../../../src/ports';
import { wholePlatform } from '../ports/whole-platform';

const day = (text: string): number => parseDay(text) as number;
const on = (mailWeekday: Settings['mailWeekday']): Settings => ({ ...initialSettings(), mailWeekday });
const member = (email: string): Member => ({ email, name: '', role: 'csm', team: '' });

/** Sends whatever is due on a day; answers with which day bands were compared, null where nothing was due. */
function sendOn(platform: Platform, setting: Settings['mailWeekday'], date: string, closed = true): string | null {
  const issue = dueIssue(platform, on(setting), day(date), `daily ${date}`);
  if (issue === null) return null;
  noteIssue(platform, { ...issue, last: 'z@example.com', told: 1, closed });
  return new Date(issue.since * 86_400_000).toISOString().slice(0, 10);
}

describe('mails are due', () => {
  // 2026-03-30 is a Monday.
  it.each<[Settings['mailWeekday'], readonly string[]]>([
    ['off', []],
    ['every day', ['2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31', '2026-04-01']],
    ['Monday', ['2026-03-30']],
    ['Tuesday', ['2026-03-31']],
    ['Saturday', ['2026-03-28']],
    ['Sunday', ['2026-03-29']],
  ])('on %s', (setting, wanted) => {
    const platform = wholePlatform();
    const days = ['2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31', '2026-04-01'];
    expect(days.filter((date) => sendOn(platform, setting, date) !== null)).toEqual(wanted);
  });

  it('on the next run of the week where that of the day was missed, once', () => {
    const platform = wholePlatform();
    expect(sendOn(platform, 'Monday', '2026-03-30')).not.toBeNull();
    // No run on Monday, April 6.
    expect(sendOn(platform, 'Monday', '2026-04-08')).not.toBeNull();
    expect(sendOn(platform, 'Monday', '2026-04-09')).toBeNull();
    expect(sendOn(platform, 'Monday', '2026-04-13')).not.toBeNull();
  });

  it('not before the first day there is, so that a new installation makes nothing up', () => {
    const platform = wholePlatform();
    expect(sendOn(platform, 'Monday', '2026-04-01')).toBeNull();
    expect(sendOn(platform, 'Monday', '2026-04-06')).not.toBeNull();
  });

  it('again on the next day while people are left, and not twice for a day that somebody chose afterwards', () => {
    const platform = wholePlatform();
    sendOn(platform, 'Monday', '2026-03-30', false);
    expect(sendOn(platform, 'Monday', '2026-03-31')).not.toBeNull();
    expect(sendOn(platform, 'Monday', '2026-04-01')).toBeNull();
    expect(sendOn(platform, 'Sunday', '2026-04-02')).toBeNull();
    expect(sendOn(platform, 'Friday', '2026-04-03')).not.toBeNull();
  });
});

describe('bands are compared', () => {
  it('with a week or a day before at first, then with the day of the mail before', () => {
    const weekly = wholePlatform();
    expect(sendOn(weekly, 'Monday', '2026-03-30')).toBe('2026-03-23');
    expect(sendOn(weekly, 'Monday', '2026-04-08')).toBe('2026-03-30');
    expect(sendOn(weekly, 'Monday', '2026-04-13')).toBe('2026-04-08');
    const daily = wholePlatform();
    expect(sendOn(daily, 'every day', '2026-03-30')).toBe('2026-03-29');
    expect(sendOn(daily, 'every day', '2026-04-02')).toBe('2026-03-30');
  });

  it('never with a day that Score History has thinned out', () => {
    const platform = wholePlatform();
    sendOn(platform, 'Monday', '2026-03-30');
    expect(sendOn(platform, 'Monday', '2026-04-27')).toBe('2026-04-20');
  });
});

describe('a run that goes on', () => {
  it('finds its own mails, also when all are sent, and counts only its own', () => {
    const platform = wholePlatform();
    const settings = on('Monday');
    const issue = dueIssue(platform, settings, day('2026-03-30'), 'a') as MailIssue;
    noteIssue(platform, { ...issue, last: 'b@example.com', told: 2, closed: true });
    expect(dueIssue(platform, settings, day('2026-03-30'), 'a')).toMatchObject({ told: 2, closed: true });
    expect(dueIssue(platform, settings, day('2026-03-30'), 'b')).toBeNull();
    noteIssue(platform, { ...issue, last: 'b@example.com', told: 2, closed: false });
    expect(dueIssue(platform, settings, day('2026-03-30'), 'b')).toMatchObject({ last: 'b@example.com', told: 0 });
  });
});

describe('the round', () => {
  const addresses = (count: number) =>
    fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom('a', 'b', 'c', '@') }), {
      minLength: 1,
      maxLength: count,
    });

  it('tells everybody once however often it is stopped, and begins with whom the quota left out', () => {
    fc.assert(
      fc.property(addresses(9), fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 12 }), (emails, quotas) => {
        const platform = wholePlatform();
        const members = emails.map(member);
        // Days on which so many may be mailed; each person is told again only after everybody else.
        const told: string[] = [];
        quotas.forEach((quota, at) => {
          const issue = dueIssue(platform, on('every day'), 1000 + at, `run ${at}`) as MailIssue;
          const turn = waitingFor(issue, members);
          expect(turn.map(({ email }) => email).sort()).toEqual([...emails].sort());
          let standing = issue;
          for (const { email } of turn.slice(0, quota)) {
            // Stopped and taken up again before each.
            const again = dueIssue(platform, on('every day'), 1000 + at, `run ${at}`) as MailIssue;
            expect(waitingFor(again, members)[0]?.email).toBe(email);
            standing = { ...standing, last: email, told: standing.told + 1 };
            noteIssue(platform, standing);
            told.push(email);
          }
          expect(waitingFor(standing, members)).toHaveLength(Math.max(0, emails.length - quota));
        });
        told.forEach((email, at) => {
          const next = told.indexOf(email, at + 1);
          if (next >= 0 && quotas.every((quota) => quota <= emails.length)) expect(next - at).toBe(emails.length);
        });
      }),
    );
  });

  it('tells nobody twice when people come and go in the middle', () => {
    fc.assert(
      fc.property(addresses(8), addresses(8), fc.nat(8), fc.string({ maxLength: 2 }), (before, after, stop, from) => {
        const start: MailIssue = {
          ...{ due: 1, asOf: 1, since: 0, from, last: null, closed: false, run: 'r', told: 0, refused: 0 },
        };
        const first = waitingFor(start, before.map(member)).slice(0, stop);
        const last = first[first.length - 1]?.email ?? null;
        const rest = waitingFor({ ...start, last }, after.map(member));
        const all = [...first, ...rest].map(({ email }) => email);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});
