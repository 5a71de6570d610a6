import { createHmac } from 'node:crypto';
import type { HttpRequest } from '../../../src/ports';
import { type PublishedRow, type Stage, stageOf } from './sent';

const ADDRESS = 'https://hooks.us.example/scores';
const SECRETS = { 'secret.hook': 'canary-secret' };
const ON = { writeBack: 'on', webhookAddress: ADDRESS, webhookSecret: 'hook' } as const;
const ACCOUNTS: readonly PublishedRow[] = [
  { id: 'A2', score: 40, band: 'Yellow', external: 'x-2;y-2' },
  { id: 'A1', reason: 'Few logins' },
  { id: 'A3', score: null, band: 'Grey' },
];

interface Body {
  readonly version: number;
  readonly accounts: readonly Readonly<Record<string, unknown>>[];
}
const bodyOf = ({ body }: HttpRequest): Body => JSON.parse(body ?? '') as Body;
const idsOf = (request: HttpRequest): unknown[] => bodyOf(request).accounts.map(({ account_id }) => account_id);
const sentBy = ({ platform }: Stage): HttpRequest[] => platform.requests.splice(0);

describe('a webhook', () => {
  it('is told every account as it is published, signed over the moment and the body', () => {
    const stage = stageOf({ settings: ON, accounts: ACCOUNTS, secrets: SECRETS, answer: () => ({ status: 202 }) });
    const ended = stage.send();
    const [request, ...more] = sentBy(stage) as [HttpRequest];
    expect(more).toEqual([]);
    expect(bodyOf(request).accounts).toEqual([
      {
        ...{ account_id: 'A1', external_ids: [], name: 'Name A1', owner_email: 'csm@us.example', score: 72.5 },
        ...{ band: 'Lime', score_change: -2.5, reasons: ['Few logins'], as_of: '2026-01-31' },
      },
      expect.objectContaining({ account_id: 'A2', external_ids: ['x-2', 'y-2'], score: 40, band: 'Yellow' }),
      expect.objectContaining({ account_id: 'A3', score: null, band: 'Grey' }),
    ]);
    const { headers, body, method } = request;
    expect(method).toBe('post');
    const at = headers['kenshin-timestamp'];
    expect(Number(at) * 1000).toBe(stage.platform.clock.now());
    const mac = createHmac('sha256', 'canary-secret').update(`${at}.${body}`).digest('hex');
    expect(headers['kenshin-signature']).toBe(`v1=${mac}`);
    expect(headers['content-type']).toBe('application/json');
    expect(ended).toMatchObject({ state: 'done', said: { en: 'Scored. webhook: 3 sent.' } });
    expect(stage.problems()).toEqual([]);
  });

  it('is told only what changed, and an old date again after a week', () => {
    const stage = stageOf({ settings: ON, accounts: ACCOUNTS, secrets: SECRETS, answer: () => ({}) });
    stage.send();
    sentBy(stage);
    stage.publish(ACCOUNTS.map((row) => ({ ...row, asOf: '2026-02-01' })));
    expect(stage.send().said.en).toContain('webhook: 0 sent.');
    expect(sentBy(stage)).toEqual([]);
    stage.publish(ACCOUNTS.map((row) => ({ ...row, asOf: '2026-02-01', ...(row.id === 'A1' ? { score: 72.6 } : {}) })));
    stage.send();
    expect(sentBy(stage).map(idsOf)).toEqual([['A1']]);
    stage.publish(ACCOUNTS.map((row) => ({ ...row, asOf: '2026-02-07', ...(row.id === 'A1' ? { score: 72.6 } : {}) })));
    stage.send();
    expect(sentBy(stage).map(idsOf)).toEqual([['A2', 'A3']]);
  });

  it('is tried again with the same key where that can help', () => {
    const answer = (_: HttpRequest, count: number) => ({ status: count < 3 ? 503 : 200 });
    const stage = stageOf({ settings: ON, accounts: ACCOUNTS, secrets: SECRETS, answer });
    stage.send();
    const requests = sentBy(stage);
    expect(requests).toHaveLength(3);
    expect(new Set(requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(stage.problems()).toEqual([]);
  });

  it('that refuses is a problem without secret and address, and is asked again by the next run', () => {
    let status = 401;
    const stage = stageOf({ settings: ON, accounts: ACCOUNTS, secrets: SECRETS, answer: () => ({ status }) });
    expect(stage.send()).toMatchObject({ state: 'done' });
    expect(sentBy(stage)).toHaveLength(1);
    const [problem, ...others] = stage.problems();
    expect(others).toEqual([]);
    expect(problem).toMatch(/^webhook \| writeback\.config \|.*401/);
    expect(JSON.stringify(stage.rows('Write Back Ledger')) + problem).not.toMatch(/canary|hooks\.us/);
    status = 200;
    stage.send();
    expect(sentBy(stage).map(idsOf)).toEqual([['A1', 'A2', 'A3']]);
    expect(stage.problems()).toEqual([]);
  });

  it.each([
    ['http://hooks.us.example/x', 'writeback.fault'],
    ['not an address', 'writeback.fault'],
    ['https://user:canary@hooks.us.example/x', 'writeback.fault'],
  ])('at %s is not asked', (webhookAddress, code) => {
    const stage = stageOf({ settings: { ...ON, webhookAddress }, accounts: ACCOUNTS, secrets: SECRETS });
    stage.send();
    expect(stage.problems()).toEqual([expect.stringMatching(new RegExp(`^Settings \\| ${code}`))]);
    expect(stage.problems().join()).not.toContain('canary');
  });

  it('without its secret is not asked, and the secret is named', () => {
    const stage = stageOf({ settings: ON, accounts: ACCOUNTS });
    stage.send();
    expect(stage.problems()).toEqual([expect.stringMatching(/^webhook \| writeback\.credential .*hook/)]);
  });

  it('is told in batches; a run that is stopped goes on where it was', () => {
    const accounts = Array.from({ length: 450 }, (_, at) => ({ id: `A${1000 + at}` }));
    const told: number[] = [];
    const stage = stageOf({
      settings: ON,
      accounts,
      secrets: SECRETS,
      answer: (request) => {
        stage.platform.pass(200_000);
        told.push(bodyOf(request).accounts.length);
        return {};
      },
    });
    // Two batches of 200 s each leave too little of six minutes.
    const first = stage.send(0, 90_000);
    expect(first).toMatchObject({ state: 'running', step: 'write back' });
    expect(stage.rows('Write Back Ledger')).toHaveLength(400);
    const second = stage.send(first.cursor, 90_000);
    expect(second.state).toBe('done');
    expect(told).toEqual([200, 200, 50]);
  });

  it('stopped before the ledger is written, is told the same with the same key', () => {
    const stage = stageOf({ settings: ON, accounts: ACCOUNTS, secrets: SECRETS, answer: () => ({}) });
    const { replace } = stage.platform.data;
    stage.platform.data.replace = (layout, rows) => {
      if (layout.name === 'Write Back Ledger') throw new Error('stopped');
      replace(layout, rows);
    };
    expect(() => stage.send()).toThrow('stopped');
    stage.platform.data.replace = replace;
    stage.platform.pass(60_000);
    stage.send();
    const [one, other] = sentBy(stage) as [HttpRequest, HttpRequest];
    expect(other.body).toBe(one.body);
    expect(other.headers['idempotency-key']).toBe(one.headers['idempotency-key']);
    expect(other.headers['kenshin-timestamp']).not.toBe(one.headers['kenshin-timestamp']);
  });
});

describe('a dry run', () => {
  it('lists what would be sent and sends nothing; the next real run empties the list', () => {
    const stage = stageOf({ settings: { ...ON, writeBack: 'dry' }, accounts: ACCOUNTS, secrets: SECRETS });
    expect(stage.send().said.en).toContain('webhook: 3 would be sent');
    expect(stage.platform.requests).toEqual([]);
    expect(stage.rows('Write Back Preview').map((row) => [row.preview_id, row.score, row.as_of])).toEqual([
      ['webhook|A1', 72.5, '2026-01-31'],
      ['webhook|A2', 40, '2026-01-31'],
      ['webhook|A3', null, '2026-01-31'],
    ]);
    expect(stage.rows('Write Back Ledger')).toEqual([]);
  });
});

describe('the tab Export', () => {
  it('says what Accounts says, in plain columns', () => {
    const stage = stageOf({ settings: { writeBack: 'off', exportTab: true }, accounts: ACCOUNTS });
    expect(stage.send()).toMatchObject({ state: 'done' });
    expect(stage.rows('Export')).toEqual([
      expect.objectContaining({ account_id: 'A1', score: 72.5, reasons: 'Few logins', as_of: '2026-01-31' }),
      expect.objectContaining({ account_id: 'A2', external_ids: 'x-2;y-2', band: 'Yellow' }),
      expect.objectContaining({ account_id: 'A3', score: null, band: 'Grey' }),
    ]);
  });

  it('tells merged accounts under the one that stays', () => {
    const stage = stageOf({
      settings: { exportTab: true },
      accounts: ACCOUNTS,
      decisions: [{ 'Decision ID': 'd', Decision: 'same', Found: 'A2', Account: 'A1' }],
    });
    stage.publish([{ id: 'A1' }]);
    stage.send();
    expect(stage.rows('Export')).toEqual([expect.objectContaining({ account_id: 'A1', external_ids: 'A2;x-2;y-2' })]);
  });
});
