import { resolve } from 'node:path';
import type { StoredMessage } from '../../../scripts/local/vendors/google/gmail';
import { type RunningVendor, startVendor } from '../../../scripts/local/vendors/start';
import { gmailSource } from '../../../src/sources/gmail/gmail';
import { NOW } from '../../app/ports/memory-platform';
import { source } from '../../app/pull/pulled';
import { EMAIL, type GoogleReading, googleBite, googleContext } from '../google-reading';
import { failureOf } from '../vendor-reading';

const DAY = 86400000;
const CANARY = 'canary: the price we pay';

function mail(id: string, ago: number, headers: Readonly<Record<string, string>>, labels = ['INBOX']): StoredMessage {
  return { id, at: NOW - ago, labels, headers: { Subject: CANARY, ...headers }, body: CANARY };
}

const FIRST: readonly StoredMessage[] = [
  mail('in', DAY, { From: '"Doe, Jane (a@stranger.example)" <Jane@ACME.example>', To: EMAIL }),
  mail('out', 2 * DAY, { From: EMAIL, To: 'jane@acme.example, Kei <kei@acme.example>', Cc: 'x@beta.example' }),
  mail('stranger', DAY, { From: 'x@stranger.example', To: EMAIL }),
  mail('freemail', DAY, { From: 'x@gmail.com', To: EMAIL }),
  mail('draft', DAY, { From: EMAIL, To: 'jane@acme.example' }, ['DRAFT']),
  mail('spam', DAY, { From: 'jane@acme.example', To: EMAIL }, ['SPAM']),
  mail('newsletter', DAY, { From: 'news@acme.example', To: EMAIL }, ['INBOX', 'CATEGORY_PROMOTIONS']),
  mail('old', 40 * DAY, { From: 'jane@acme.example', To: EMAIL }),
];

let vendor: RunningVendor;
beforeAll(async () => {
  vendor = await startVendor(resolve(__dirname, '../../../scripts/local/vendors/google/gmail.ts'), { messages: FIRST });
});
beforeEach(async () => {
  await vendor.fail();
  await vendor.command('reset');
  await vendor.log();
});
afterAll(() => vendor.stop());

const given = (more: Partial<GoogleReading> = {}): GoogleReading => ({
  origin: vendor.origin,
  scopes: ['gmail.metadata'],
  domains: ['acme.example', 'beta.example', 'gmail.com', 'kenshin.example'],
  ...more,
  setting: { dataset: 'touches', ...more.setting },
});
const read = (more: Partial<GoogleReading> = {}) => googleBite(gmailSource, given(more));
const ids = ({ rows }: { rows: readonly Readonly<Record<string, unknown>>[] }) =>
  rows.map(({ touch_id }) => touch_id).sort();

describe('messages as touches', () => {
  it('are told by the domain of the account, with day, kind and number of people', () => {
    const { rows } = read();
    const at = (ago: number) => new Date(NOW - ago).toISOString();
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(
      expect.arrayContaining([
        { touch_id: 'in', account_id: 'acme.example', at: at(DAY), kind: 'email', participant_count: 1 },
        { touch_id: 'out', account_id: 'acme.example', at: at(2 * DAY), kind: 'email', participant_count: 2 },
        { touch_id: 'out#2', account_id: 'beta.example', at: at(2 * DAY), kind: 'email', participant_count: 1 },
      ]),
    );
  });

  it('never bring a subject, a body or a snippet here, not even over the wire', () => {
    const seen: string[] = [];
    const { context } = googleContext('gmail', given());
    const { fetchAll } = context.http;
    const http = {
      fetchAll: (requests: Parameters<typeof fetchAll>[0]) => {
        const answers = fetchAll(requests);
        for (const answer of answers) if ('status' in answer) seen.push(answer.content.text('UTF-8'));
        return answers;
      },
    };
    const pulled = gmailSource.read({ ...context, http });
    const rows: unknown[] = [];
    pulled.each((cells) => rows.push([...cells]) > 0);
    expect(seen.join()).toContain('jane@acme.example');
    expect(seen.join()).not.toContain('canary');
    expect(JSON.stringify([rows, pulled])).not.toMatch(/canary|stranger|jane/i);
  });

  it('are asked for side by side, by three headers alone', async () => {
    read();
    const gets = (await vendor.log()).filter(({ url }) => url.includes('/messages/'));
    expect(gets.length).toBeGreaterThan(3);
    for (const { url } of gets)
      expect(url).toMatch(/format=metadata&metadataHeaders=from&metadataHeaders=to&metadataHeaders=cc&fields=/);
  });
});

describe('what is new', () => {
  it('is asked of the history of the mailbox, and nothing twice', async () => {
    const first = read();
    await vendor.log();
    await vendor.command('add', [
      mail('new', 0, { From: 'jane@acme.example', To: EMAIL }),
      mail('typing', 0, { From: EMAIL, To: 'jane@acme.example' }, ['DRAFT']),
    ]);
    const later = read({ cursor: first.cursor });
    expect(ids(later)).toEqual(['new']);
    const asked = (await vendor.log()).map(({ url }) => url.replace(/\?.*/, '').replace('/gmail/v1/users/me/', ''));
    expect(asked).toEqual(['profile', 'history', 'messages/new']);
    expect(ids(read({ cursor: later.cursor }))).toEqual([]);
  });

  it('leaves out what was deleted before it could be looked at', async () => {
    const { cursor } = read();
    await vendor.command('add', [
      mail('gone', 0, { From: 'jane@acme.example', To: EMAIL }),
      mail('kept', 0, { From: 'jane@acme.example', To: EMAIL }),
    ]);
    await vendor.command('remove', 'gone');
    expect(ids(read({ cursor }))).toEqual(['kept']);
  });

  it('is looked for by date again where the history no longer reaches back', async () => {
    const { cursor } = read();
    await vendor.command('add', [mail('new', 0, { From: 'jane@acme.example', To: EMAIL })]);
    await vendor.command('forget');
    expect(ids(read({ cursor }))).toEqual(['in', 'new', 'out', 'out#2']);
  });

  it('counts what came while the first pull was under way', async () => {
    const many = Array.from({ length: 450 }, (_, at) =>
      mail(`m${at}`, DAY + at, { From: 'jane@acme.example', To: EMAIL }),
    );
    await vendor.command('add', many);
    const first = read({ milliseconds: 80000 });
    expect(first.more).toBe(true);
    await vendor.command('add', [mail('meanwhile', 0, { From: 'jane@acme.example', To: EMAIL })]);
    const seen = new Set<unknown>(ids(first));
    let { cursor, more } = first;
    while (more) {
      const bite = read({ cursor, milliseconds: 80000 });
      for (const id of ids(bite)) seen.add(id);
      ({ cursor, more } = bite);
    }
    for (const id of ids(read({ cursor }))) seen.add(id);
    expect(seen.size).toBe(3 + 450 + 1);
  });
});

describe('errors', () => {
  it('a script that was built without Gmail says how to get it', () => {
    expect(failureOf(() => read({ scopes: ['calendar.events.readonly'] }))).toMatchObject({
      kind: 'credential',
      words: expect.stringContaining('--with gmail'),
    });
  });

  it('limits pass', async () => {
    const value = {
      status: 429,
      body: { error: { code: 429, message: 'x', errors: [{ reason: 'rateLimitExceeded' }] } },
    };
    await vendor.fail({ kind: 'answer', match: '/messages/', times: 3, value });
    expect(ids(read())).toEqual(['in', 'out', 'out#2']);
  });

  it('want the dataset touches, and show when the key is tried', () => {
    expect(gmailSource.check(source({ kind: 'gmail', dataset: 'surveys' }))).toHaveLength(1);
    expect(gmailSource.test(googleContext('gmail', given()).context).en).toBe('Gmail answered.');
  });
});
