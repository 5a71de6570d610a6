import { createHmac } from 'node:crypto';
import { exchange } from '../../../scripts/local/gas/http-client';
import { type RunningVendor, startVendor } from '../../../scripts/local/vendors/start';

const SECRET = 'whsec-of-this-test';
const BODY = '{"version":1,"accounts":[{"account_id":"A-1","score":72.5,"name":"健診"}]}';
/** The moment the receiver lives at, in seconds. */
const NOW = 1_700_000_000;

let vendor: RunningVendor;
beforeAll(async () => {
  vendor = await startVendor('webhook', { secret: SECRET });
  await vendor.command('now', NOW);
});
afterEach(() => vendor.command('reset'));
afterAll(() => vendor.stop());

function post(changes: Readonly<Record<string, string>> = {}, body = BODY, path = '/scores'): number | undefined {
  const timestamp = changes['kenshin-timestamp'] ?? String(NOW);
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': 'k1',
    'kenshin-timestamp': timestamp,
    'kenshin-signature': `v1=${createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex')}`,
    ...changes,
  };
  const [answer] = exchange([
    {
      url: vendor.origin + path,
      method: 'POST',
      headers: Object.entries(headers),
      body: Buffer.from(body),
      followRedirects: false,
      validateCertificates: true,
      timeoutMs: 20000,
      maxBytes: 1000000,
    },
  ]);
  return answer && 'status' in answer ? answer.status : undefined;
}

/** What docs/write-back.md asks of a receiver. */
describe('the receiver of webhooks', () => {
  it('takes what is signed, once a key', async () => {
    expect(post()).toBe(202);
    expect(post()).toBe(200);
    expect(await vendor.command('taken')).toBe(1);
    expect(await vendor.command('accounts')).toMatchObject({ 'A-1': { score: 72.5, name: '健診' } });
  });

  it.each([
    ['a wrong signature', { 'kenshin-signature': 'v1=00' }, 401],
    ['an old signature', { 'kenshin-timestamp': String(NOW - 301) }, 401],
    ['one from the future', { 'kenshin-timestamp': String(NOW + 301) }, 401],
    ['no moment', { 'kenshin-timestamp': 'now' }, 401],
    ['no key', { 'idempotency-key': '' }, 400],
    ['another type', { 'content-type': 'text/plain' }, 415],
  ])('refuses %s', async (_, changes, status) => {
    expect(post(changes)).toBe(status);
    expect(await vendor.command('taken')).toBe(0);
  });

  it('refuses another body under a key it knows, and any other place', () => {
    expect(post()).toBe(202);
    expect(post({}, BODY.replace('72.5', '10'))).toBe(422);
    expect(post({ 'idempotency-key': 'k2' }, BODY, '/elsewhere')).toBe(404);
  });
});
