import { isKenshinError } from '../../src/errors';
import type { HttpRequest } from '../../src/ports';
import { csvSource } from '../../src/sources/csv/csv';
import { jsonSource } from '../../src/sources/json/json';
import { secretKey } from '../../src/sources/secret-key';
import type { SourceSetting } from '../../src/sources/source';
import { type Answer, memoryPlatform } from '../app/ports/memory-platform';
import { source } from '../app/pull/pulled';

const KEYED = { headerName: 'Authorization', headerPrefix: 'Bearer', secretName: 'key' } as const;
const CSV = 'account_id,name\n1,Alpha\n';

/** Reads a source whose server answers as given, and tells what was sent where. */
function read(
  answer: (request: HttpRequest, count: number) => Answer,
  changes: Partial<SourceSetting> = {},
): { readonly sent: readonly string[]; readonly said: string } {
  const platform = memoryPlatform({ answer, secrets: { [secretKey('key')]: 'abc' } });
  const setting = source({ location: 'https://a.example/data.csv', ...KEYED, ...changes });
  const kind = setting.kind === 'json' ? jsonSource : csvSource;
  let said = '';
  try {
    kind.read({
      ...platform,
      setting,
      cursor: null,
      pause: () => undefined,
      report: ({ why }) => {
        said += why.en;
      },
    });
  } catch (error) {
    if (!isKenshinError(error)) throw error;
    said = `${error.kind}: ${error.text.en}`;
  }
  return { sent: platform.requests.map(({ url, headers }) => `${url} ${headers.Authorization ?? '-'}`), said };
}

/** Sends on to each address in turn, then answers. */
const chain =
  (targets: readonly string[], status = 302) =>
  (_: HttpRequest, count: number): Answer => {
    const location = targets[count - 1];
    return location === undefined ? { body: CSV } : { status, headers: { location } };
  };

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('with %i is followed on its own host with the secret', (status) => {
    expect(read(chain(['/moved.csv'], status))).toEqual({
      sent: ['https://a.example/data.csv Bearer abc', 'https://a.example/moved.csv Bearer abc'],
      said: '',
    });
  });

  it('to another host loses the secret, and has it again on the way back', () => {
    expect(read(chain(['https://b.example/x', 'https://a.example/y'])).sent).toEqual([
      'https://a.example/data.csv Bearer abc',
      'https://b.example/x -',
      'https://a.example/y Bearer abc',
    ]);
  });

  it.each(['https://a.example.evil/x', 'https://a.example:8443/x', '//b.example/x'])('to %s goes elsewhere', (target) =>
    expect(read(chain([target])).sent[1]).toMatch(/ -$/),
  );

  it.each(['http://b.example/x', 'http://localhost/x', 'http://127.0.0.1:9/x', 'ftp://b.example/x'])(
    'to %s is not followed',
    (target) => {
      const { sent, said } = read(chain([target]));
      expect(sent).toHaveLength(1);
      expect(said).toMatch(/^config: Customer data travel by https only/);
    },
  );

  it('without end is given up in words', () => {
    const { sent, said } = read(chain(Array.from({ length: 20 }, (_, at) => `/${at}`)));
    expect(sent).toHaveLength(6);
    expect(said).toBe('source: a.example redirects again and again.');
  });

  it('that leads nowhere is an answer like any other', () => {
    expect(read(() => ({ status: 302 })).said).toBe('source: a.example refused the request (302).');
  });
});

describe('the next page', () => {
  const pages = (next: string) => (_: HttpRequest, count: number) => ({
    body: JSON.stringify({ rows: [{ id: count }], next: count === 1 ? next : null }),
  });
  const paged = (next: string, hosts: string) =>
    read(pages(next), {
      kind: 'json',
      rowsPath: 'rows',
      paging: 'cursor',
      options: { cursor_path: 'next', ...(hosts === '' ? {} : { next_hosts: hosts }) },
    });

  it('on another host is refused, and the option that allows it is named', () => {
    const { sent, said } = paged('https://b.example/2', '');
    expect(sent).toHaveLength(1);
    expect(said).toContain('add next_hosts = b.example to Options');
  });

  it.each(['b.example', 'c.example, B.example', 'c.example b.example'])('is read where Options name %s', (hosts) => {
    expect(paged('https://b.example/2', hosts)).toEqual({
      sent: ['https://a.example/data.csv Bearer abc', 'https://b.example/2 Bearer abc'],
      said: '',
    });
  });

  it.each([
    ['https://b.example.evil/2', 'b.example'],
    ['http://localhost/2', 'localhost'],
  ])('at %s is refused even where Options name %s', (next, hosts) => expect(paged(next, hosts).sent).toHaveLength(1));
});

describe('an answer beyond 50 MB', () => {
  const MB = 1024 * 1024;
  it('is refused in words, whatever it says of its size', () => {
    expect(read(() => ({ body: `a\n${'x'.repeat(51 * MB)}` })).said).toMatch(/^source: .*larger than 50 MB/);
  });

  it('is refused where its pages are too large together', () => {
    const { sent, said } = read((_, count) => ({ body: `[{"a${count}":"${'x'.repeat(20 * MB)}"}]` }), {
      kind: 'json',
      paging: 'page',
    });
    expect(sent).toHaveLength(3);
    expect(said).toMatch(/larger than 50 MB/);
  });
});
