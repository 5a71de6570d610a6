import { salesforceSource } from '../../../src/sources/salesforce/salesforce';
import { bite, contextOf, failureOf } from '../vendor-reading';
import { MANY, orgWhileTesting, readerOf, SECRETS, TOKEN } from './orgs';

const vendor = orgWhileTesting();
/** One with more records than a page holds. */
const large = orgWhileTesting(MANY);
const { set, read, lines } = readerOf(vendor);

describe('signing in', () => {
  it('is done once; the token is kept, with the place it is for', async () => {
    const { context, platform } = contextOf('salesforce', set({}), { secrets: { ...SECRETS } });
    salesforceSource.read(context);
    expect(JSON.parse(platform.secrets.get('token.salesforce') ?? '{}')).toEqual({
      token: expect.stringMatching(/^00D/),
      at: vendor.origin,
    });
    salesforceSource.read(context);
    expect((await lines()).filter((line) => line === TOKEN)).toHaveLength(1);
  });

  it('is done again where the session ended in the middle of paging', async () => {
    const before = await large.command<number>('signIns');
    await large.fail({ kind: 'expired', match: 'queryAll/', after: 1 });
    expect(read({ location: large.origin }).rows.length).toBe(5000);
    expect(await large.command('signIns')).toBe(before + 2);
  });

  it('is done once only where every session is refused', async () => {
    await vendor.fail({ kind: 'expired', match: 'describe', times: -1 });
    const before = await vendor.command<number>('signIns');
    const failure = failureOf(() => read({}));
    expect([failure.kind, failure.words]).toEqual(['credential', expect.stringContaining('INVALID_SESSION_ID')]);
    expect(await vendor.command('signIns')).toBe(before + 2);
  });

  it.each(['Connected app is not attached to Agent', 'This session is not valid for use with the REST API'])(
    'is not done again after: %s',
    async (message) => {
      await vendor.fail({ kind: 'refused', match: 'describe', value: [401, 'INVALID_SESSION_ID', message], times: -1 });
      const before = await vendor.command<number>('signIns');
      expect(failureOf(() => read({})).words).toContain(message);
      expect(await vendor.command('signIns')).toBe(before + 1);
    },
  );

  it('by refresh token', () => {
    expect(read({ options: { auth: 'refresh_token' } }).rows.length).toBeGreaterThan(100);
  });

  it('by assertion tells who, for whom and until when', async () => {
    const secrets = {
      ...SECRETS,
      'secret.salesforce.private_key': '-----BEGIN PRIVATE KEY----- QUJD REVG -----END PRIVATE KEY-----',
    };
    const options = { auth: 'jwt', username: 'integration@example.com' };
    const failure = failureOf(() => bite(salesforceSource, set({ options }), { secrets }));
    expect([failure.kind, failure.words]).toEqual([
      'credential',
      expect.stringContaining('invalid_grant: invalid assertion'),
    ]);
    const form = new URLSearchParams((await vendor.log())[0]?.body);
    expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    const [, claims, key] = /^signed\((.*)\) by ([\s\S]*)$/.exec(form.get('assertion') ?? '') ?? [];
    expect(JSON.parse(claims ?? '{}')).toEqual({
      ...{ iss: SECRETS['secret.salesforce.client_id'], sub: 'integration@example.com' },
      ...{ aud: 'https://login.salesforce.com', exp: Date.UTC(2026, 0, 31, 0, 33) / 1000 },
    });
    expect(key).toBe('-----BEGIN PRIVATE KEY-----\nQUJDREVG\n-----END PRIVATE KEY-----\n');
  });

  it.each([
    ['client_secret', 'invalid_client: invalid client credentials'],
    ['client_id', 'invalid_client_id: client identifier invalid'],
  ])('with a wrong %s is refused in the words of Salesforce, without the key', (field, words) => {
    const secrets = { ...SECRETS, [`secret.salesforce.${field}`]: 'canary-0123456789' };
    const failure = failureOf(() => bite(salesforceSource, set({}), { secrets }));
    expect(failure.kind).toBe('credential');
    expect(failure.words).toContain(words);
    expect(failure.words).not.toContain('canary');
  });

  it('without a key asks nobody, and names the key', async () => {
    const failure = failureOf(() => bite(salesforceSource, set({}), { secrets: {} }));
    expect(failure.words).toContain('The secret "salesforce.client_id" is not stored');
    expect(await vendor.log()).toEqual([]);
  });

  it('never takes the token to a host that is neither the one that was named nor one of Salesforce', async () => {
    await large.command('set', { instance: 'https://elsewhere.example' });
    const failure = failureOf(() => read({ location: large.origin }));
    expect(failure.words).toContain('did not answer like Salesforce');
    await large.command('set', { instance: large.origin });
  });
});
