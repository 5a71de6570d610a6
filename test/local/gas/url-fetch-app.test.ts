import type { RuntimeOptions } from '../../../scripts/local/gas/runtime';
import { type Fixture, startServer } from './loopback';
import { evaluate, failure, scriptRuntime } from './script-project';

let server: Fixture;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** Evaluates with `origin` in scope. */
function run(body: string, options: Partial<RuntimeOptions> = {}): unknown {
  return evaluate(`const origin = '${server.origin}'; ${body}`, options);
}

function fails(body: string, options: Partial<RuntimeOptions> = {}): string {
  return failure(`const origin = '${server.origin}'; ${body}`, options);
}

interface Echo {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function echo(options: string, path = '/echo'): Echo {
  return run(`return JSON.parse(UrlFetchApp.fetch(origin + '${path}', ${options}).getContentText())`) as Echo;
}

describe('UrlFetchApp.fetch, requests (Apps Script reference, UrlFetchApp)', () => {
  it.each(['get', 'post', 'put', 'patch', 'delete', 'POST'])('sends %s', (method) => {
    expect(echo(`{ method: '${method}' }`).method).toBe(method.toUpperCase());
  });

  it.each(['head', 'options', 'trace', 'foo'])(
    'refuses the method %s: get, delete, patch, post and put are documented',
    (method) => {
      expect(fails(`UrlFetchApp.fetch(origin, { method: '${method}' })`)).toBe(
        'Attribute provided with invalid value: method',
      );
    },
  );

  it('makes form fields of a payload object', () => {
    const { headers, body } = echo(`{ method: 'post', payload: { a: '1 2', 健: 'é&' } }`);
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(body).toBe('a=1+2&%E5%81%A5=%C3%A9%26');
  });

  it('sends text as UTF-8, as a form unless contentType says otherwise', () => {
    const text = `JSON.stringify({ name: '健診' })`;
    expect(echo(`{ method: 'post', payload: ${text} }`).headers['content-type']).toBe(
      'application/x-www-form-urlencoded',
    );
    const { headers, body } = echo(`{ method: 'post', contentType: 'application/json', payload: ${text} }`);
    expect(headers['content-type']).toBe('application/json');
    expect(Buffer.from(body, 'latin1').toString('utf8')).toBe('{"name":"健診"}');
    expect(headers['content-length']).toBe('17');
  });

  it('takes Content-Type from the headers too, contentType first', () => {
    const fields = `method: 'post', payload: '{}', headers: { 'Content-Type': 'text/csv' }`;
    expect(echo(`{ ${fields} }`).headers['content-type']).toBe('text/csv');
    expect(echo(`{ ${fields}, contentType: 'application/json' }`).headers['content-type']).toBe('application/json');
  });

  it('sends bytes and blobs', () => {
    expect(Buffer.from(echo(`{ method: 'put', payload: [-1, 0, 97] }`).body, 'latin1').toString('hex')).toBe('ff0061');
    const { headers, body } = echo(`{ method: 'post', payload: Utilities.newBlob('a,b', 'text/csv', 'x.csv') }`);
    expect([headers['content-type'], body]).toEqual(['text/csv', 'a,b']);
  });

  it('sends a form with a blob in it as multipart', () => {
    const { headers, body } = echo(
      `{ method: 'post', payload: { note: 'n', file: Utilities.newBlob('a,b', 'text/csv', 'x.csv') } }`,
    );
    expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(body).toContain('name="file"; filename="x.csv"\r\nContent-Type: text/csv\r\n\r\na,b\r\n');
    expect(body).toContain('name="note"\r\n\r\nn\r\n');
  });

  it('sends no body with get', () => {
    expect(echo(`{ method: 'get', payload: { a: 1 } }`)).toMatchObject({ method: 'GET', body: '' });
  });

  it('sends headers, with a user agent of its own', () => {
    const { headers } = echo(`{ headers: { Authorization: 'Bearer x', 'X-Number': 5 } }`);
    expect(headers).toMatchObject({ authorization: 'Bearer x', 'x-number': '5' });
    expect(headers['user-agent']).toContain('Google-Apps-Script');
  });

  it.each([
    [`{ headers: { Host: 'x' } }`, 'Header:Host'],
    [`{ headers: { 'Content-Length': '1' } }`, 'Header:Content-Length'],
    [`{ headers: { Authorization: null } }`, 'Header:null'],
    [`{ timeoutSeconds: 0 }`, 'timeoutSeconds'],
    [`{ method: 'post', payload: 5 }`, 'payload'],
    [`{ body: 'x' }`, 'body'],
  ])('refuses %s (field logs)', (options, what) => {
    expect(fails(`UrlFetchApp.fetch(origin + '/echo', ${options})`)).toBe(
      `Attribute provided with invalid value: ${what}`,
    );
  });

  it.each([
    ['undefined', 'Attribute provided with no value: url'],
    [`'ftp://host/x'`, 'Invalid argument: ftp://host/x'],
    [`'http://'`, 'Invalid argument: http://'],
    [`'http://host/?q=in.("a")'`, 'Invalid argument: http://host/?q=in.("a")'],
    [`'http://host/a b'`, 'Invalid argument: http://host/a b'],
  ])('refuses the URL %s', (url, text) => {
    expect(fails(`UrlFetchApp.fetch(${url})`)).toBe(text);
  });

  it('takes http as well as https, and means http when there is no scheme', () => {
    expect(run(`return UrlFetchApp.fetch(origin.slice(7) + '/status?code=200').getResponseCode()`)).toBe(200);
  });

  it('refuses a URL over 2,048 characters', () => {
    const url = (length: number): string => `origin + '/echo?' + 'x'.repeat(${length} - origin.length - 6)`;
    expect(fails(`UrlFetchApp.fetch(${url(2048)})`)).toBe('');
    expect(fails(`UrlFetchApp.fetch(${url(2049)})`)).toBe('Limit Exceeded: URLFetch URL Length.');
  });

  it('refuses more than 100 headers or 8 KB of them', () => {
    const many = (count: number): string =>
      `Object.fromEntries(Array.from({ length: ${count} }, (_, n) => ['X-' + n, 'v']))`;
    expect(fails(`UrlFetchApp.fetch(origin + '/echo', { headers: ${many(100)} })`)).toBe('');
    expect(fails(`UrlFetchApp.fetch(origin + '/echo', { headers: ${many(101)} })`)).toBe(
      'Limit Exceeded: URLFetch Headers Count.',
    );
    expect(fails(`UrlFetchApp.fetch(origin + '/echo', { headers: { X: 'v'.repeat(8192) } })`)).toBe(
      'Limit Exceeded: URLFetch Header Size.',
    );
  });

  it('refuses a body over 50 MB', () => {
    expect(
      fails(`UrlFetchApp.fetch(origin + '/echo', { method: 'post', payload: 'x'.repeat(50 * 1024 * 1024 + 1) })`),
    ).toBe('Limit Exceeded: URLFetch POST Size.');
  });

  it('getRequest shows what would be sent', () => {
    expect(
      run(
        `return UrlFetchApp.getRequest('https://example.com/a', { method: 'post', payload: { a: 1 }, headers: { X: 'y' } })`,
      ),
    ).toMatchObject({
      url: 'https://example.com/a',
      method: 'post',
      contentType: 'application/x-www-form-urlencoded',
      payload: 'a=1',
      headers: { X: 'y' },
    });
  });

  it('allows only prefixes of urlFetchWhitelist when the manifest has one (guide, allowlist URLs)', () => {
    const manifest = { urlFetchWhitelist: ['https://api.example.com/v1/', 'https://*.example.org/'] };
    const refused = (url: string): boolean =>
      failure(`UrlFetchApp.getRequest('${url}')`, { files: { manifest } }).includes('urlFetchWhitelist');
    expect(refused('https://api.example.com/v1/users')).toBe(false);
    expect(refused('https://api.example.com/v2/users')).toBe(true);
    expect(refused('https://a.b.example.org/x')).toBe(false);
    expect(refused('https://example.org/x')).toBe(true);
    expect(refused('http://api.example.com/v1/')).toBe(true);
  });
});

describe('UrlFetchApp.fetch, answers (Apps Script reference, HTTPResponse)', () => {
  it('gives code and text', () => {
    expect(
      run(
        `const r = UrlFetchApp.fetch(origin + '/status?code=201&text=hi'); return [r.getResponseCode(), r.getContentText()]`,
      ),
    ).toEqual([201, 'hi']);
  });

  it('gives repeated headers as arrays in getAllHeaders', () => {
    expect(
      run(
        `const r = UrlFetchApp.fetch(origin + '/cookies'); return [r.getAllHeaders()['Set-Cookie'], r.getAllHeaders()['X-One'], typeof r.getHeaders()['Set-Cookie']]`,
      ),
    ).toEqual([['a=1', 'b=2'], 'one', 'string']);
  });

  it('gives bytes signed, and a blob with its type', () => {
    expect(
      run(
        `const r = UrlFetchApp.fetch(origin + '/bytes?hex=ff0061&type=image/png'); return [r.getContent(), r.getBlob().getContentType(), r.getContent() instanceof Array]`,
      ),
    ).toEqual([[-1, 0, 97], 'image/png', true]);
  });

  it('reads text by the charset asked for, then by that of the answer, then as UTF-8', () => {
    const read = (type: string, argument = ''): unknown =>
      run(
        `return UrlFetchApp.fetch(origin + '/bytes?hex=8c92&type=' + encodeURIComponent('${type}')).getContentText(${argument})`,
      );
    expect(read('text/plain; charset=Shift_JIS')).toBe('健');
    expect(read('text/plain', `'Shift_JIS'`)).toBe('健');
    expect(read('text/plain')).toContain('\ufffd');
  });

  it('unpacks gzip', () => {
    expect(run(`return UrlFetchApp.fetch(origin + '/gzip').getContentText()`)).toBe('squeezed');
  });

  it('throws for 4xx and 5xx with host but no path, and the start of the answer', () => {
    expect(fails(`UrlFetchApp.fetch(origin + '/status?code=503&text=busy&key=secret')`)).toBe(
      `Request failed for ${server.origin} returned code 503. Truncated server response: busy (use muteHttpExceptions option to examine full response)`,
    );
    const long = fails(`UrlFetchApp.fetch(origin + '/status?code=404&text=' + 'x'.repeat(500))`);
    expect(long).toContain(`${'x'.repeat(140)}... (use muteHttpExceptions`);
    expect(long).not.toContain('x'.repeat(141));
  });

  it('gives the answer instead when exceptions are muted', () => {
    expect(
      run(
        `const r = UrlFetchApp.fetch(origin + '/status?code=500&text=oops', { muteHttpExceptions: true }); return [r.getResponseCode(), r.getContentText()]`,
      ),
    ).toEqual([500, 'oops']);
  });

  it('follows redirects, turning post into get except for 307', () => {
    const target = encodeURIComponent('/echo');
    expect(echo(`{ method: 'post', payload: 'x' }`, `/redirect?to=${target}`)).toMatchObject({
      method: 'GET',
      body: '',
    });
    expect(echo(`{ method: 'post', payload: 'x' }`, `/redirect?code=307&to=${target}`)).toMatchObject({
      method: 'POST',
      body: 'x',
    });
  });

  it('does not follow them when told so', () => {
    expect(
      run(
        `const r = UrlFetchApp.fetch(origin + '/redirect?to=/echo', { followRedirects: false }); return [r.getResponseCode(), r.getHeaders().Location]`,
      ),
    ).toEqual([302, '/echo']);
  });

  it('gives up on a circle of redirects', () => {
    expect(fails(`UrlFetchApp.fetch(origin + '/loop')`)).toContain('Too many redirects');
  });

  it('takes a large header of the answer', () => {
    expect(run(`return UrlFetchApp.fetch(origin + '/big-header?size=100000').getHeaders()['X-Big'].length`)).toBe(
      100_000,
    );
  });

  it('refuses an answer over 50 MB', () => {
    expect(fails(`UrlFetchApp.fetch(origin + '/large?size=' + (50 * 1024 * 1024 + 1))`)).toBe(
      'Limit Exceeded: URLFetch Response Size.',
    );
  });
});

describe('UrlFetchApp, no answer (field logs: thrown even with muteHttpExceptions, and the whole URL is in the text)', () => {
  it('times out after timeoutSeconds', () => {
    expect(
      fails(`UrlFetchApp.fetch(origin + '/hang?key=secret', { timeoutSeconds: 0.2, muteHttpExceptions: true })`),
    ).toBe(`Timeout: ${server.origin}/hang?key=secret`);
  });

  it('tells an address nobody answers at', () => {
    expect(fails(`UrlFetchApp.fetch('http://127.0.0.1:9/x?key=secret', { muteHttpExceptions: true })`)).toBe(
      'Address unavailable: http://127.0.0.1:9/x?key=secret',
    );
  });

  it('tells a name that does not exist', () => {
    expect(fails(`UrlFetchApp.fetch('http://nowhere.invalid/x', { muteHttpExceptions: true })`)).toBe(
      'DNS error: http://nowhere.invalid/x',
    );
  });

  it('refuses a certificate that nobody vouches for, unless validateHttpsCertificates is false', () => {
    const url = `${server.secureOrigin}/status?code=200&text=secret`;
    expect(fails(`UrlFetchApp.fetch('${url}')`)).toBe(`SSL Error ${url}`);
    expect(run(`return UrlFetchApp.fetch('${url}', { validateHttpsCertificates: false }).getContentText()`)).toBe(
      'secret',
    );
  });

  it('tells a connection that is cut', () => {
    expect(fails(`UrlFetchApp.fetch(origin + '/drop')`)).toBe(`Address unavailable: ${server.origin}/drop`);
  });

  it('can be caught, as an Exception of the script', () => {
    expect(
      run(`try { UrlFetchApp.fetch(origin + '/drop'); } catch (e) { return [e instanceof Error, e.name]; }`),
    ).toEqual([true, 'Exception']);
  });
});

describe('UrlFetchApp.fetchAll (measured: parallel, answers in the order of the requests)', () => {
  it('keeps the order whatever answers first', () => {
    expect(
      run(
        `return UrlFetchApp.fetchAll([150, 0, 80].map((ms) => origin + '/slow?ms=' + ms + '&name=n' + ms)).map((r) => r.getContentText())`,
      ),
    ).toEqual(['n150', 'n0', 'n80']);
  });

  it('runs in parallel: two requests that wait for each other are both answered', () => {
    expect(
      run(
        `return UrlFetchApp.fetchAll([1, 2, 3].map((n) => ({ url: origin + '/meet?of=3', timeoutSeconds: 20 }))).map((r) => r.getContentText())`,
      ),
    ).toEqual(['met', 'met', 'met']);
  });

  it('takes requests with their own options, and plain URLs', () => {
    expect(
      run(
        `return UrlFetchApp.fetchAll([origin + '/status?code=200', { url: origin + '/echo', method: 'put', payload: 'x' }]).map((r) => r.getResponseCode())`,
      ),
    ).toEqual([200, 200]);
    expect(run('return UrlFetchApp.fetchAll([])')).toEqual([]);
  });

  it('loses everything when one bad status is not muted', () => {
    const requests = `[{ url: origin + '/status?code=200', muteHttpExceptions: true }, origin + '/status?code=500']`;
    expect(fails(`UrlFetchApp.fetchAll(${requests})`)).toContain('returned code 500');
  });

  it('answers many at once', () => {
    expect(
      run(
        `return UrlFetchApp.fetchAll(Array.from({ length: 200 }, (_, n) => origin + '/slow?ms=0&name=' + n)).every((r, n) => r.getContentText() === String(n))`,
      ),
    ).toBe(true);
  });
});

describe('UrlFetchApp, time and quota', () => {
  const spent = (body: string, options: Partial<RuntimeOptions> = {}): number => {
    const runtime = scriptRuntime(`function main() { const origin = '${server.origin}'; ${body} }`, options);
    runtime.execute('main');
    return runtime.meter.total.ms;
  };

  it('costs 300 ms, the size of the answer and the time the stand-in server claims', () => {
    expect(spent(`UrlFetchApp.fetch(origin + '/modelled?ms=700')`)).toBe(1000);
    // 10,000 bytes at 10 MB/s: 1 ms.
    expect(spent(`UrlFetchApp.fetch(origin + '/large?size=10000')`)).toBeCloseTo(301, 6);
  });

  it('costs the slowest answer when fetched together', () => {
    expect(spent(`UrlFetchApp.fetchAll([100, 900, 300].map((ms) => origin + '/modelled?ms=' + ms))`)).toBe(1400);
  });

  it('costs real time of the server only when asked to', () => {
    expect(spent(`UrlFetchApp.fetch(origin + '/slow?ms=120')`)).toBeLessThan(301);
    expect(spent(`UrlFetchApp.fetch(origin + '/slow?ms=120')`, { countServerTime: true })).toBeGreaterThan(415);
  });

  it('is killed when the answer comes after the six minutes', () => {
    expect(fails(`UrlFetchApp.fetch(origin + '/modelled?ms=360000')`)).toBe('Exceeded maximum execution time');
  });

  it('ends the day at 20,000 requests, each of fetchAll counting', () => {
    const runtime = scriptRuntime(`function main(n) {
      return UrlFetchApp.fetchAll(Array.from({ length: n }, () => '${server.origin}/status?code=200')).length; }`);
    const saved = runtime.snapshot();
    saved.quotas['owner@example.com urlfetch'] = { since: saved.now, used: 19_997 };
    runtime.restore(saved);
    expect(runtime.execute('main', [2])).toBe(2);
    expect(() => runtime.execute('main', [2])).toThrow('Service invoked too many times for one day: urlfetch.');
    expect(runtime.execute('main', [1])).toBe(1);
  });
});
