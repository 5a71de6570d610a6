import { join } from 'node:path';
import { exchange, type WireAnswer } from '../../../scripts/local/gas/http-client';
import { type RunningVendor, startVendor } from '../../../scripts/local/vendors/start';

let vendor: RunningVendor;
beforeAll(async () => {
  vendor = await startVendor(join(__dirname, 'counting.ts'), { step: 2 });
});
afterEach(async () => {
  await vendor.fail();
  await vendor.log();
  await vendor.command('set', 0);
});
afterAll(() => vendor.stop());

/** Asked the way the script asks: blocking, redirects left alone. */
function ask(path: string, maxBytes = 50 * 1024 * 1024, body: string | null = null) {
  const [answer] = exchange([
    {
      url: vendor.origin + path,
      method: body === null ? 'GET' : 'POST',
      headers: [['X-Sign', 'me']],
      body: body === null ? null : Buffer.from(body),
      followRedirects: false,
      validateCertificates: true,
      timeoutMs: 20000,
      maxBytes,
    },
  ]);
  if (!answer || !('status' in answer)) return answer?.failure;
  const text = Buffer.from(answer.body).toString('utf8');
  return { status: answer.status, text, header: (name: string) => headerOf(answer, name) };
}

function headerOf(answer: WireAnswer, wanted: string): string | undefined {
  return answer.headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}

const seen = (path: string) => {
  const answer = ask(path);
  return typeof answer === 'object' ? `${answer.status} ${answer.text.slice(0, 60)}` : answer;
};

describe('a stand-in', () => {
  it('hears the request as it was sent, and keeps it in its log', async () => {
    const answer = ask('/a%20b?name=%E5%81%A5', undefined, '{"x":1}');
    expect(JSON.parse((answer as { text: string }).text)).toEqual({
      ...{ count: 2, method: 'POST', path: '/a b', name: '健', sign: 'me', body: '{"x":1}', origin: vendor.origin },
    });
    expect(await vendor.log()).toMatchObject([
      { method: 'POST', url: '/a%20b?name=%E5%81%A5', status: 200, fault: '', body: '{"x":1}' },
    ]);
    expect(await vendor.log()).toEqual([]);
  });

  it('does what it is told between requests', async () => {
    expect(await vendor.command('set', 40)).toBe(40);
    expect(seen('/')).toContain('"count":42');
    await expect(vendor.command('unknown')).rejects.toThrow('knows no command unknown');
  });

  it('fails where it is told to, as often as it is told to', async () => {
    await vendor.fail({ kind: 'html', match: '^GET /x', after: 1, times: 2, value: 502 });
    expect(['/x', '/y', '/x', '/x', '/x'].map((path) => seen(path)?.slice(0, 3))).toEqual([
      '200',
      '200',
      '502',
      '502',
      '200',
    ]);
    expect((await vendor.log()).map(({ fault }) => fault)).toEqual(['', '', 'html', 'html', '']);
  });

  it('knows faults of its own', async () => {
    await vendor.fail({ kind: 'tired', value: 'ENOUGH' });
    expect(seen('/')).toBe('420 [{"errorCode":"ENOUGH"}]');
  });

  it('breaks off within a body, or ends it early', async () => {
    await vendor.fail({ kind: 'drop' });
    expect(ask('/')).toBe('unreachable');
    await vendor.fail({ kind: 'cut' });
    const cut = ask('/') as { status: number; text: string };
    expect(cut.status).toBe(200);
    expect(() => JSON.parse(cut.text)).toThrow();
  });

  it('redirects, repeats itself and takes its time on the virtual clock', async () => {
    await vendor.fail({ kind: 'redirect', value: 'https://other.example/' }, { kind: 'slow', after: 1, value: 90000 });
    const redirect = ask('/') as { status: number; header(name: string): string | undefined };
    expect([redirect.status, redirect.header('location')]).toEqual([302, 'https://other.example/']);
    const slow = ask('/') as { header(name: string): string | undefined };
    expect(slow.header('x-modelled-ms')).toBe('90000');
    await vendor.fail({ kind: 'repeat', match: 'page=2' });
    const pages = ['/p?page=1', '/p?page=2', '/p?page=2'].map(seen);
    expect(pages[1]).toBe(pages[0]);
    expect(pages[2]).not.toBe(pages[0]);
  });

  it('sends more than the platform takes', async () => {
    await vendor.fail({ kind: 'large' });
    expect(ask('/')).toBe('size');
  });
});
