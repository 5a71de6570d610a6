import { resolve } from 'node:path';
import type { StoredEvent } from '../../../scripts/local/vendors/google/calendar';
import { type RunningVendor, startVendor } from '../../../scripts/local/vendors/start';
import { calendarSource } from '../../../src/sources/calendar/calendar';
import { NOW } from '../../app/ports/memory-platform';
import { source } from '../../app/pull/pulled';
import { EMAIL, type GoogleReading, googleBite, googleContext } from '../google-reading';
import { failureOf } from '../vendor-reading';

const HOUR = 3600000;
const DAY = 24 * HOUR;
const CANARY = 'canary: merger talks';

let vendor: RunningVendor;
beforeAll(async () => {
  vendor = await startVendor(resolve(__dirname, '../../../scripts/local/vendors/google/calendar.ts'), { page: 3 });
});
beforeEach(async () => {
  await vendor.fail();
  await vendor.command('emptyPages', 0);
  await vendor.log();
});
afterAll(() => vendor.stop());

type Attendees = NonNullable<StoredEvent['attendees']>;
const self = { email: EMAIL, self: true, responseStatus: 'accepted' };
const guests = (...mails: readonly string[]): Attendees => [
  self,
  ...mails.map((email) => ({ email, displayName: CANARY })),
];

/** An hour's meeting that began `ago` before now. */
function meeting(id: string, ago: number, attendees: Attendees, more: Partial<StoredEvent> = {}): StoredEvent {
  const at = (time: number) => ({ dateTime: new Date(time).toISOString() });
  const [start, end] = [at(NOW - ago), at(NOW - ago + HOUR)];
  return { id, summary: CANARY, description: CANARY, start, end, attendees, ...more };
}

const put = (events: readonly StoredEvent[], calendar = 'primary') => vendor.command('put', { calendar, events });
const read = (given: Partial<GoogleReading> = {}) =>
  googleBite(calendarSource, {
    origin: vendor.origin,
    scopes: ['calendar.events.readonly'],
    domains: ['acme.example; www.acme.co.jp', 'https://beta.example/', 'gmail.com', 'kenshin.example'],
    ...given,
    setting: { dataset: 'touches', ...given.setting },
  });
const told = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  rows.map(({ touch_id, account_id, participant_count }) => [touch_id, account_id, participant_count]);

describe('meetings as touches', () => {
  it('are told by the domain of the account, with day, kind and number of people, and nothing of what they were about', async () => {
    const standing = meeting('e1', 2 * DAY, guests('a@acme.example', 'B@ACME.example', 'c@mail.acme.co.jp'));
    await put([standing]);
    const { rows, columns, problems } = read();
    const at = new Date(NOW - 2 * DAY).toISOString();
    expect(columns).toEqual(['touch_id', 'account_id', 'at', 'kind', 'participant_count']);
    expect(rows).toEqual([
      { touch_id: 'e1', account_id: 'acme.co.jp', at, kind: 'meeting', participant_count: 1 },
      { touch_id: 'e1#2', account_id: 'acme.example', at, kind: 'meeting', participant_count: 2 },
    ]);
    expect(problems).toEqual([]);
  });

  it('never bring a title, a description or a name here, not even over the wire', async () => {
    await put([meeting('e1', DAY, guests('a@acme.example')), meeting('e2', DAY, guests('x@stranger.example'))]);
    const seen: string[] = [];
    const given = { origin: vendor.origin, scopes: ['calendar.events.readonly'], domains: ['acme.example'] };
    const { context } = googleContext('calendar', given);
    const { fetchAll } = context.http;
    const http = {
      fetchAll: (requests: Parameters<typeof fetchAll>[0]) => {
        const answers = fetchAll(requests);
        for (const answer of answers) if ('status' in answer) seen.push(answer.content.text('UTF-8'));
        return answers;
      },
    };
    const pulled = calendarSource.read({ ...context, http });
    const rows: unknown[] = [];
    pulled.each((cells) => rows.push([...cells]) > 0);
    expect(seen.join()).toContain('e1');
    expect(seen.join()).not.toContain('canary');
    expect(JSON.stringify([rows, pulled])).not.toMatch(/canary|stranger/);
  });

  it('leave out strangers, freemail, ourselves, rooms, who declined and what we declined', async () => {
    await put([
      meeting('freemail', DAY, guests('someone@gmail.com')),
      meeting('internal', DAY, guests('colleague@kenshin.example')),
      meeting('stranger', DAY, guests('x@stranger.example')),
      meeting('room', DAY, [self, { email: 'room@acme.example', resource: true }]),
      meeting('declined', DAY, [self, { email: 'a@acme.example', responseStatus: 'declined' }]),
      meeting('not us', DAY, [{ ...self, responseStatus: 'declined' }, { email: 'a@acme.example' }]),
      meeting('alone', DAY, []),
      meeting('focus', DAY, guests('a@acme.example'), { eventType: 'focusTime' }),
    ]);
    expect(read().rows).toEqual([]);
  });

  it('leave out our other domains', async () => {
    await put([meeting('e1', DAY, guests('p@partner.example', 'a@acme.example'))]);
    const domains = ['partner.example', 'acme.example'];
    expect(told(read({ domains }).rows)).toHaveLength(2);
    const setting = { options: { internal: 'partner.example' } };
    expect(told(read({ domains, setting }).rows)).toEqual([['e1', 'acme.example', 1]]);
  });

  it('count once they are over; whole days too', async () => {
    await put([
      meeting('now', HOUR / 2, guests('a@acme.example')),
      meeting('tomorrow', -DAY, guests('a@acme.example')),
      meeting('day', 0, guests('a@acme.example'), { start: { date: '2026-01-28' }, end: { date: '2026-01-29' } }),
    ]);
    const { rows, removed } = read();
    expect(rows.map(({ touch_id, at }) => [touch_id, at])).toEqual([['day', '2026-01-28']]);
    expect(removed).toEqual(expect.arrayContaining(['now', 'tomorrow', 'day#2']));
  });
});

describe('changes afterwards', () => {
  it('look two weeks back again, and take back what was cancelled, moved on or lost its guests', async () => {
    const acme = guests('a@acme.example', 'b@beta.example');
    await put([meeting('gone', 3 * DAY, acme), meeting('moved', 2 * DAY, acme), meeting('fewer', DAY, acme)]);
    const first = read();
    expect(told(first.rows)).toHaveLength(6);
    await put([
      meeting('gone', 3 * DAY, acme, { status: 'cancelled' }),
      meeting('moved', -5 * DAY, acme),
      meeting('fewer', DAY, guests('b@beta.example')),
      meeting('old', 20 * DAY, acme),
    ]);
    const { rows, removed } = read({ cursor: first.cursor });
    expect(told(rows)).toEqual([['fewer', 'beta.example', 1]]);
    expect(removed).toEqual(expect.arrayContaining(['gone', 'gone#2', 'moved', 'moved#2', 'fewer#2']));
    expect(removed).not.toContain('fewer');
  });

  it('begin 90 days back, or where the options say', async () => {
    await put([
      meeting('e100', 100 * DAY, guests('a@acme.example')),
      meeting('e80', 80 * DAY, guests('a@acme.example')),
    ]);
    expect(read().rows.map(({ touch_id }) => touch_id)).toEqual(['e80']);
    expect(read({ setting: { options: { first_days: '120' } } }).rows).toHaveLength(2);
  });
});

describe('pages and calendars', () => {
  const seven = Array.from({ length: 7 }, (_, at) => meeting(`e${at}`, (at + 1) * DAY, guests('a@acme.example')));

  it('are read to the end, empty pages with a token included', async () => {
    await put(seven);
    await vendor.command('emptyPages', 2);
    expect(read().rows).toHaveLength(7);
    expect(await vendor.log()).toHaveLength(5);
  });

  it('go on in the next execution where the time ended', async () => {
    await put(seven);
    const ids: unknown[] = [];
    let cursor: string | null = null;
    for (let bites = 0; bites < 3; bites += 1) {
      const bite = read({ cursor, milliseconds: 80000 });
      ids.push(...bite.rows.map(({ touch_id }) => touch_id));
      cursor = bite.cursor;
      expect(bite.more).toBe(bites < 2);
    }
    expect(ids.sort()).toEqual(seven.map(({ id }) => id));
  });

  it('of colleagues are read too, an event on both once', async () => {
    await put(seven.slice(0, 1));
    await put([...seven.slice(0, 1), meeting('theirs', DAY, guests('a@acme.example'))], 'kei@kenshin.example');
    const { rows } = read({ setting: { location: 'primary, kei@kenshin.example' } });
    expect(rows.map(({ touch_id }) => touch_id).sort()).toEqual(['e0', 'theirs']);
  });

  it('ask for no more than ids, times and who came', async () => {
    await put(seven);
    read();
    const [first] = await vendor.log();
    const query = new URL(first?.url ?? '', vendor.origin).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      singleEvents: 'true',
      orderBy: 'startTime',
      maxResults: '2500',
      eventTypes: 'default',
      fields:
        'items(id,status,start,end,attendees(email,responseStatus,resource,self,organizer)),nextPageToken,nextSyncToken',
    });
    expect(query.has('maxAttendees')).toBe(false);
    expect(query.get('timeMin')).toMatch(/Z$/);
  });
});

describe('errors', () => {
  const error = (code: number, reason: string) => ({
    status: code,
    body: { error: { code, message: 'words', errors: [{ reason }] } },
  });

  it('a script that was built without Calendar says how to get it', () => {
    expect(failureOf(() => read({ scopes: ['spreadsheets'] }))).toMatchObject({
      kind: 'credential',
      words: expect.stringContaining('--with calendar'),
    });
  });

  it('a calendar that is not shared is told', () => {
    expect(failureOf(() => read({ setting: { location: 'nobody@kenshin.example' } })).words).toContain(
      'Google Calendar says',
    );
  });

  it('limits pass, 403 ones too', async () => {
    await put([meeting('e1', DAY, guests('a@acme.example'))]);
    await vendor.fail({ kind: 'answer', times: 2, value: error(403, 'rateLimitExceeded') });
    expect(read().rows).toHaveLength(1);
    await vendor.fail({ kind: 'answer', times: 1, value: error(429, 'rateLimitExceeded') });
    expect(read().rows).toHaveLength(1);
  });

  it.each([
    ['cut', 'source'],
    ['drop', 'network'],
    ['html', 'network'],
  ])('%s in place of an answer is %s', async (kind, expected) => {
    await vendor.fail({ kind, times: -1 });
    expect(failureOf(() => read()).kind).toBe(expected);
  });

  it('want the dataset touches', () => {
    expect(calendarSource.check(source({ kind: 'calendar', dataset: 'usage' }))).toHaveLength(1);
    expect(calendarSource.check(source({ kind: 'calendar', dataset: 'touches' }))).toEqual([]);
  });

  it('show when the key is tried', async () => {
    await put([]);
    const given = { origin: vendor.origin, scopes: ['calendar.events.readonly'] };
    expect(calendarSource.test(googleContext('calendar', given).context).en).toBe('Google Calendar answered.');
    const setting = { location: 'nobody@kenshin.example' };
    expect(failureOf(() => calendarSource.test(googleContext('calendar', { ...given, setting }).context)).kind).toBe(
      'config',
    );
  });
});
