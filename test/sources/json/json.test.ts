import { isKenshinError } from '../../../src/errors';
import type { HttpRequest } from '../../../src/ports';
import { jsonSource } from '../../../src/sources/json/json';
import { secretKey } from '../../../src/sources/secret-key';
import type { SourceContext, SourceSetting } from '../../../src/sources/source';
import { type Answer, type MemoryPlatform, memoryPlatform } from '../../app/ports/memory-platform';
import { source } from '../../app/pull/pulled';

const ADDRESS = 'https://api.example.com/items';

interface Reading {
  readonly rows: readonly (readonly unknown[])[];
  readonly columns: readonly string[];
  readonly problems: readonly string[];
  readonly platform: MemoryPlatform;
}

function readAll(
  setting: Partial<SourceSetting>,
  answer: (request: HttpRequest, count: number) => Answer,
  given: { secrets?: Record<string, string>; milliseconds?: number } = {},
): Reading {
  const platform = memoryPlatform({ answer, ...given });
  const problems: string[] = [];
  const context: SourceContext = {
    ...platform,
    cursor: null,
    pause: () => undefined,
    setting: source({ kind: 'json', location: ADDRESS, ...setting }),
    report: ({ code, place }) => problems.push(`${code} ${place}`.trim()),
  };
  const pulled = jsonSource.read(context);
  const rows: unknown[][] = [];
  pulled.each((cells) => rows.push([...cells]) > 0);
  return { rows, columns: pulled.columns, problems, platform };
}

function failure(work: () => unknown): { kind: string; words: string } {
  try {
    work();
  } catch (error) {
    if (isKenshinError(error)) return { kind: error.kind, words: `${error.text.en} ${error.next.en}` };
    throw error;
  }
  throw new Error('nothing was refused');
}

const json = (body: unknown, headers: Record<string, string> = {}): Answer => ({ body: JSON.stringify(body), headers });
const query = (request: HttpRequest, name: string): string | null => new URL(request.url).searchParams.get(name);

describe('records', () => {
  it('become a table of every name that any of them has, nested ones dotted', () => {
    const { columns, rows } = readAll({}, () =>
      json([
        { id: 1, owner: { email: 'a@b.co' } },
        { id: 2, tags: ['x', 'y'], owner: null },
      ]),
    );
    expect(columns).toEqual(['id', 'owner.email', 'tags', 'owner']);
    expect(rows).toEqual([
      [1, 'a@b.co', null, null],
      [2, null, ['x', 'y'], null],
    ]);
  });

  it('stand where Rows Path says', () => {
    expect(readAll({ rowsPath: 'data.items' }, () => json({ data: { items: [{ id: 1 }] } })).rows).toEqual([[1]]);
  });

  it('are refused by name where Rows Path leads nowhere', () => {
    const wrong = failure(() => readAll({ rowsPath: 'rows' }, () => json({ data: [], meta: {} })));
    expect(wrong.kind).toBe('config');
    expect(wrong.words).toContain('"rows"');
    expect(wrong.words).toContain('data, meta');
  });

  it('that are no records are told one by one', () => {
    const { rows, problems } = readAll({}, () => json([{ id: 1 }, 'x', null, { id: 2 }]));
    expect(rows).toEqual([[1], [2]]);
    expect(problems).toEqual(['row.notRecord row 2', 'row.notRecord row 3']);
  });

  it('never reach into what every object inherits', () => {
    expect(failure(() => readAll({ rowsPath: 'constructor' }, () => json({}))).kind).toBe('config');
  });
});

describe('paging', () => {
  const items = [{ id: 1 }, { id: 2 }, { id: 3 }];

  it('by cursor follows it to the end', () => {
    const { rows, platform } = readAll(
      { paging: 'cursor', rowsPath: 'rows', options: { cursor_path: 'next', cursor_parameter: 'after' } },
      (request) => {
        const after = Number(query(request, 'after') ?? 0);
        return json({ rows: [items[after]], next: after < 2 ? after + 1 : null });
      },
    );
    expect(rows).toEqual([[1], [2], [3]]);
    expect(platform.requests.map(({ url }) => url)).toEqual([ADDRESS, `${ADDRESS}?after=1`, `${ADDRESS}?after=2`]);
  });

  it('by cursor goes on over an empty page that has a cursor', () => {
    const { rows } = readAll(
      { paging: 'cursor', rowsPath: 'rows', options: { cursor_path: 'next', cursor_parameter: 'after' } },
      (request) => {
        const after = query(request, 'after');
        return json(after === null ? { rows: [], next: 'b' } : { rows: [{ id: 9 }] });
      },
    );
    expect(rows).toEqual([[9]]);
  });

  it('by cursor takes an address for a cursor, whole or relative', () => {
    const { rows } = readAll({ paging: 'cursor', rowsPath: 'rows', options: { cursor_path: 'next' } }, (_, count) =>
      json({ rows: [items[count - 1]], next: [`${ADDRESS}?p=2`, '/items?p=3', ''][count - 1] }),
    );
    expect(rows).toEqual([[1], [2], [3]]);
  });

  it('by page ends at the first empty page, however short the pages are', () => {
    const { rows, platform } = readAll(
      { paging: 'page', options: { page_parameter: 'p', size_parameter: 'size', page_size: '2' } },
      (request) => json(Number(query(request, 'p')) > 3 ? [] : [items[Number(query(request, 'p')) - 1]]),
    );
    expect(rows).toEqual([[1], [2], [3]]);
    expect(platform.requests[0]?.url).toBe(`${ADDRESS}?size=2&p=1`);
    expect(platform.requests).toHaveLength(4);
  });

  it('by offset counts the rows that came, not those that were asked for', () => {
    const { rows, platform } = readAll({ paging: 'offset' }, (request) => {
      const offset = Number(query(request, 'offset'));
      return json(items.slice(offset, offset + 2));
    });
    expect(rows).toEqual([[1], [2], [3]]);
    expect(platform.requests.map((request) => query(request, 'offset'))).toEqual(['0', '2', '3']);
  });

  it('by Link header follows rel="next" among other links', () => {
    const { rows } = readAll({ paging: 'link' }, (_, count) =>
      json([items[count - 1]], {
        link:
          count < 3
            ? `<${ADDRESS}?p=1>; rel="first", <${ADDRESS}?p=${count + 1}>; title="a, b"; rel="next"`
            : `<${ADDRESS}?p=1>; rel="prev"`,
      }),
    );
    expect(rows).toEqual([[1], [2], [3]]);
  });

  it('refuses a cursor that comes again', () => {
    const wrong = failure(() =>
      readAll(
        { paging: 'cursor', rowsPath: 'rows', options: { cursor_path: 'next', cursor_parameter: 'after' } },
        (_, count) => json({ rows: [{ id: count }], next: count % 2 === 0 ? 'a' : 'b' }),
      ),
    );
    expect(wrong).toMatchObject({ kind: 'source' });
    expect(wrong.words).toContain('same page again');
  });

  it('refuses a server that ignores the page it is asked for', () => {
    expect(failure(() => readAll({ paging: 'page' }, () => json(items))).words).toContain('same page again');
  });

  it('stops at max_pages and says that there is more', () => {
    const { rows, problems } = readAll({ paging: 'page', options: { max_pages: '2' } }, (_, count) =>
      json([{ id: count }]),
    );
    expect(rows).toEqual([[1], [2]]);
    expect(problems).toEqual(['pages.bound']);
  });

  it('gives up before the execution ends rather than pass half the rows for all', () => {
    const half = () => readAll({ paging: 'page' }, (_, count) => json([{ id: count }]), { milliseconds: 50000 });
    expect(failure(half).kind).toBe('limit');
  });

  it('never takes the secret to another host', () => {
    const sent: HttpRequest[] = [];
    const wrong = failure(() =>
      readAll(
        { paging: 'link', headerName: 'X-Api-Key', secretName: 'key' },
        (request) => {
          sent.push(request);
          return json(items, { link: '<https://evil.example.org/items>; rel="next"' });
        },
        { secrets: { [secretKey('key')]: 'canary' } },
      ),
    );
    expect(wrong.words).toContain('evil.example.org');
    expect(sent.map(({ url }) => url)).toEqual([ADDRESS]);
  });
});

describe('answers that are no data', () => {
  it.each([
    [401, 'credential', 'does not accept the key'],
    [403, 'credential', 'does not allow'],
    [404, 'config', 'nothing at this address'],
    [418, 'source', 'refused the request'],
  ])('%i is said in words at once', (status, kind, words) => {
    let count = 0;
    const wrong = failure(() =>
      readAll({}, () => {
        count += 1;
        return { status };
      }),
    );
    expect(wrong).toMatchObject({ kind });
    expect(wrong.words).toContain(words);
    expect(wrong.words).toContain('api.example.com');
    expect(count).toBe(1);
  });

  it.each([429, 500, 503, 408])('%i is asked again and then said', (status) => {
    let count = 0;
    failure(() =>
      readAll({}, () => {
        count += 1;
        return { status };
      }),
    );
    expect(count).toBe(5);
  });

  it('is asked again after no answer, and taken when it comes', () => {
    const { rows, platform } = readAll({}, (_, count) => (count < 3 ? new Error('unreachable') : json([{ id: 1 }])));
    expect(rows).toEqual([[1]]);
    expect(platform.sleeps).toHaveLength(2);
    expect(platform.sleeps.every((wait, at) => wait >= 0 && wait <= 1000 * 2 ** at)).toBe(true);
  });

  it('waits as long as the other side asks, in seconds or until a date', () => {
    const wait = (header: string): readonly number[] =>
      readAll({}, (_, count) => (count < 2 ? { status: 429, headers: { 'retry-after': header } } : json([{ id: 1 }])))
        .platform.sleeps;
    expect(wait('7')).toEqual([7000]);
    // The clock stands at 2026-01-31 00:30:00 UTC.
    expect(wait('Sat, 31 Jan 2026 00:30:12 GMT')).toEqual([12000]);
  });

  it('does not wait longer than this execution lives', () => {
    const wrong = failure(() => readAll({}, () => ({ status: 429, headers: { 'retry-after': '3600' } })));
    expect(wrong.kind).toBe('limit');
  });

  it('tells a web page from data', () => {
    const wrong = failure(() => readAll({}, () => ({ body: '\n<!DOCTYPE html><title>Sign in</title>' })));
    expect(wrong.words).toContain('web page');
  });

  it('tells JSON that was cut off', () => {
    expect(failure(() => readAll({}, () => ({ body: '[{"id":1},{"i' }))).words).toContain('cut off');
  });

  it('refuses what says that it is larger than the platform takes', () => {
    const wrong = failure(() => readAll({}, () => ({ body: '[]', headers: { 'content-length': '60000000' } })));
    expect(wrong.words).toContain('50 MB');
  });
});

describe('the secret', () => {
  it('goes into the header, behind the words before it', () => {
    const given = { secrets: { [secretKey('key')]: 'canary' } };
    const plain = readAll({ headerName: 'X-Api-Key', secretName: 'key' }, () => json([]), given);
    expect(plain.platform.requests[0]?.headers).toMatchObject({ 'X-Api-Key': 'canary' });
    const setting = { headerName: 'Authorization', headerPrefix: 'Bearer', secretName: 'key' };
    expect(readAll(setting, () => json([]), given).platform.requests[0]?.headers).toMatchObject({
      Authorization: 'Bearer canary',
    });
  });

  it('that is not stored is asked for by name, before anything is sent', () => {
    const wrong = failure(() =>
      readAll({ headerName: 'X-Api-Key', secretName: 'key' }, () => {
        throw new Error('nothing may be sent');
      }),
    );
    expect(wrong.kind).toBe('credential');
    expect(wrong.words).toContain('"key"');
  });

  it('and the query stay out of every message', () => {
    for (const status of [401, 403, 404, 429, 500, 418]) {
      const { words } = failure(() =>
        readAll(
          { location: `${ADDRESS}?token=hidden`, headerName: 'X-Api-Key', secretName: 'key' },
          () => ({ status, body: 'canary' }),
          { secrets: { [secretKey('key')]: 'canary' } },
        ),
      );
      expect(words).not.toContain('canary');
      expect(words).not.toContain('hidden');
    }
  });
});
