import type { Fault } from '../../../scripts/local/vendors/vendor';
import { salesforceSource } from '../../../src/sources/salesforce/salesforce';
import { contextOf, failureOf } from '../vendor-reading';
import { MANY, orgWhileTesting, readerOf, SECRETS } from './orgs';

const vendor = orgWhileTesting();
/** One with more records than a page holds. */
const large = orgWhileTesting(MANY);
const { set, read } = readerOf(vendor);

describe('an answer that cannot be used', () => {
  const DESCRIBE = 'describe';
  const refused = (status: number, code: string): Fault => ({
    kind: 'refused',
    match: DESCRIBE,
    times: -1,
    value: [status, code, 'words of theirs'],
  });

  it.each<[string, Fault, string, string]>([
    ['a malformed query', { ...refused(400, 'MALFORMED_QUERY'), match: 'queryAll' }, 'source', 'MALFORMED_QUERY'],
    ['an object that is hidden', refused(404, 'NOT_FOUND'), 'credential', 'may not see Account'],
    ['a right that is missing', refused(403, 'INSUFFICIENT_ACCESS'), 'credential', 'INSUFFICIENT_ACCESS'],
    ['a retired version', refused(410, 'UNSUPPORTED_API_VERSION'), 'config', 'UNSUPPORTED_API_VERSION'],
    ['an address too long', refused(414, 'URI_TOO_LONG'), 'source', 'URI_TOO_LONG'],
    [
      'a page for people',
      { kind: 'html', match: DESCRIBE, times: -1, value: 200 },
      'source',
      'a web page instead of data',
    ],
    ['a body that is cut off', { kind: 'cut', match: DESCRIBE, times: -1 }, 'source', 'was cut off'],
    [
      'a redirect',
      { kind: 'redirect', match: DESCRIBE, times: -1, value: 'https://other.example/' },
      'source',
      '(302)',
    ],
    [
      'a host that is another',
      { kind: 'answer', match: 'token', times: -1, value: { body: { hello: 1 } } },
      'source',
      'like Salesforce',
    ],
    ['a page that comes again', { kind: 'samePage', match: 'queryAll/', times: -1 }, 'source', 'same page again'],
    ['60 MB', { kind: 'large', match: DESCRIBE, times: -1 }, 'network', ''],
  ])('%s ends the pull with a name', async (name, fault, kind, words) => {
    for (const each of [vendor, large]) await each.fail(fault);
    const failure = failureOf(() => read(name === 'a page that comes again' ? { location: large.origin } : {}));
    expect(failure.kind).toBe(kind);
    expect(failure.words).toContain(words);
  });

  it.each([420, 429, 500, 502, 503, 504])('a status of %s is asked again, and then it goes on', async (status) => {
    await vendor.fail({ kind: 'refused', match: DESCRIBE, times: 2, value: [status, 'SERVER_UNAVAILABLE', 'busy'] });
    const { rows, sleeps } = read({});
    expect(rows.length).toBeGreaterThan(100);
    expect(sleeps.length).toBe(2);
  });

  it('a connection that breaks is asked again', async () => {
    await vendor.fail({ kind: 'drop', match: 'queryAll' });
    expect(read({}).rows.length).toBeGreaterThan(100);
  });

  it('an empty page that names a next one is gone through', async () => {
    await large.fail({ kind: 'emptyPage', match: 'queryAll/' });
    expect(read({ location: large.origin }).rows.length).toBe(3000);
  });

  it('the daily limit of the org has the source left alone until tomorrow', async () => {
    await vendor.fail({
      kind: 'refused',
      match: DESCRIBE,
      value: [403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'],
    });
    const { context, rests, platform } = contextOf('salesforce', set({}), { secrets: { ...SECRETS } });
    const failure = failureOf(() => salesforceSource.read(context));
    expect([failure.kind, failure.words]).toEqual(['limit', expect.stringContaining('REQUEST_LIMIT_EXCEEDED')]);
    expect(rests).toEqual([platform.clock.now() + 20 * 3600000]);
    expect(platform.sleeps).toEqual([]);
  });

  it('beyond the share of the daily limit that is ours it goes no further, and what came stays', async () => {
    await large.command('use', 80000);
    const { rows, more, rests } = read({ location: large.origin });
    expect([rows.length, more, rests.length]).toEqual([2000, true, 1]);
    expect(read({ location: large.origin, options: { daily_share: '90' } }).rows.length).toBe(5000);
    await large.command('use', 0);
  });
});
