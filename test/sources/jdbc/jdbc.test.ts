import type { Databases } from '../../../src/ports';
import { jdbcSource } from '../../../src/sources/jdbc/jdbc';
import { secretKey } from '../../../src/sources/secret-key';
import type { SourceContext, SourceSetting } from '../../../src/sources/source';
import { memoryPlatform } from '../../app/ports/memory-platform';
import { memoryWorkbook } from '../../app/ports/memory-workbook';
import { source } from '../../app/pull/pulled';
import { type AdapterScript, adapterScript } from '../../google/in-script';
import { type Database, START_LIMIT, startDatabase } from '../../local/gas/database';
import { failureOf } from '../vendor-reading';

/** Rows of the large table; every tenth of a second three of them. */
const MANY = 500;
const SQL = `
  CREATE TABLE customers (id bigint, name text, live boolean, mrr numeric, starts date, changed timestamptz);
  INSERT INTO customers VALUES
    (9007199254740993, '株式会社青葉 "A"', true, 12.5, '2026-01-02', '2026-01-02 03:04:05.5+00'),
    (2, E'two\\nlines', false, NULL, NULL, '2026-01-03 00:00:00+00');
  CREATE TABLE events AS
    SELECT n AS id, timestamp '2026-01-01' + (n / 3) * interval '1 second' AS happened FROM generate_series(1, ${MANY}) n;
`;
const PASSWORD = 'canary-password-1';

let database: Database;
let script: AdapterScript;
let databases: Databases;
beforeAll(async () => {
  database = await startDatabase(SQL);
  script = adapterScript('databases.ts', 'googleDatabases', ['script.external_request']);
  databases = { ask: (question) => script.call('ask', question) as ReturnType<Databases['ask']> };
}, START_LIMIT);
afterAll(() => database.stop());

interface Given {
  readonly setting?: Partial<SourceSetting>;
  readonly cursor?: string | null;
  readonly secrets?: Readonly<Record<string, string>>;
}

const SECRETS = { [secretKey('crm.user')]: 'reader', [secretKey('crm.password')]: PASSWORD };

function contextOf(sql: string, { setting = {}, cursor = null, secrets = SECRETS }: Given) {
  const problems: string[] = [];
  const platform = memoryPlatform({ databases, secrets, health: memoryWorkbook({ tabs: { SQL: [[sql]] } }) });
  const context: SourceContext = {
    ...platform,
    setting: source({ kind: 'jdbc', location: database.url, tabName: 'SQL', ...setting }),
    cursor,
    report: ({ code, value }) => void problems.push(`${code} ${value}`),
    pause: () => undefined,
  };
  return { context, problems };
}

function read(sql: string, given: Given = {}) {
  const { context, problems } = contextOf(sql, given);
  const pulled = jdbcSource.read(context);
  const rows: unknown[][] = [];
  pulled.each((cells) => rows.push([...cells]) > 0);
  return { ...pulled, rows, problems };
}
const fails = (sql: string, given: Given = {}) => failureOf(() => read(sql, given));

describe('rows of a real PostgreSQL, over its wire', () => {
  it('come as text, beyond what a number holds too, with flags for yes and no', () => {
    const { columns, rows, more, cursor, problems } = read('SELECT * FROM customers ORDER BY changed');
    expect(columns).toEqual(['id', 'name', 'live', 'mrr', 'starts', 'changed']);
    expect(rows).toEqual([
      [
        '9007199254740993',
        '株式会社青葉 "A"',
        true,
        '12.5',
        '2026-01-02',
        expect.stringMatching(/^2026-01-02 03:04:05\.5/),
      ],
      ['2', 'two\nlines', false, null, null, expect.stringMatching(/^2026-01-03 00:00:00/)],
    ]);
    expect([more, cursor, problems]).toEqual([false, undefined, []]);
  });

  it('take as many calls of the service as one row does', () => {
    const calls = (sql: string) => {
      const before = script.runtime.executions.length;
      read(sql);
      return script.runtime.executions
        .slice(before)
        .map(({ byCall }) => Object.values(byCall).map((each) => each.calls));
    };
    expect(calls('SELECT id FROM events')).toEqual(calls('SELECT id FROM events LIMIT 1'));
  });

  it('are told when there are more than were read', () => {
    const { rows, problems, more } = read('SELECT id FROM events', { setting: { options: { page_size: '100' } } });
    expect([rows.length, more]).toEqual([100, false]);
    expect(problems).toEqual(['pages.bound 100']);
  });
});

describe('what is new', () => {
  const NEW = 'SELECT id, happened FROM events WHERE happened >= CAST(? AS timestamp) ORDER BY happened, id';
  const setting = { options: { since_column: 'happened', page_size: '100' } };

  it('is read bite by bite, each from the last moment of the one before, and nothing is missed', () => {
    const ids = new Set<unknown>();
    let cursor: string | null = null;
    let bites = 0;
    for (;;) {
      const bite = read(NEW, { setting, cursor });
      for (const [id] of bite.rows) ids.add(id);
      bites += 1;
      cursor = bite.cursor ?? null;
      if (!bite.more) break;
    }
    expect(ids.size).toBe(MANY);
    expect(bites).toBe(6);
    const later = read(NEW, { setting, cursor });
    expect(later.rows.length).toBeLessThanOrEqual(3);
    expect(later.cursor).toBe(cursor);
  });

  it('begins where first_since says', () => {
    const first = read(NEW, { setting: { options: { ...setting.options, first_since: '2026-01-01 00:02:40' } } });
    expect(first.rows[0]?.[1]).toMatch(/00:02:40/);
  });

  it('keeps its place when nothing came', () => {
    expect(read(NEW, { setting, cursor: '2030-01-01' })).toMatchObject({ rows: [], cursor: '2030-01-01', more: false });
  });

  it('cannot go on where a whole bite has one moment, or the column is not there', () => {
    const stuck = { options: { since_column: 'happened', page_size: '2' } };
    expect(fails(NEW, { setting: stuck, cursor: '2026-01-01 00:00:10' }).words).toMatch(/ordered by happened/);
    expect(fails('SELECT id FROM events', { setting }).words).toMatch(/id/);
  });

  it('needs a column to go by', () => {
    expect(fails(NEW).words).toContain('since_column');
    expect(read("SELECT '?' AS q -- ?").rows).toEqual([['?']]);
  });
});

describe('errors', () => {
  it('of a query are told in words of the database', () => {
    expect(fails('SELECT * FROM nowhere')).toMatchObject({
      kind: 'config',
      words: expect.stringMatching(/relation "nowhere" does not exist/),
    });
  });

  it('of signing in tell neither user nor password nor address', () => {
    for (const location of [database.closedUrl, 'jdbc:postgresql://127.0.0.1:2000/canary_database']) {
      const { kind, words } = fails('SELECT 1', { setting: { location } });
      expect(kind).toBe('credential');
      expect(words).not.toMatch(/canary|127\.0\.0\.1/);
    }
  });

  it('of the database that quote what signs in are told without it', () => {
    expect(fails(`SELECT CAST('${PASSWORD}' AS int)`).words).not.toContain('canary');
  });

  it('name the secret that is missing', () => {
    expect(fails('SELECT 1', { secrets: { [secretKey('crm.user')]: 'reader' } })).toMatchObject({
      kind: 'credential',
      words: expect.stringContaining('crm.password'),
    });
  });

  it('stop whatever would write', () => {
    expect(fails('DROP TABLE customers').words).toContain('SELECT');
    expect(fails('WITH gone AS (DELETE FROM customers RETURNING id) SELECT * FROM gone').words).toMatch(/read-only/);
    expect(read('SELECT id FROM customers').rows).toHaveLength(2);
  });

  it('of quotas wait for another day', () => {
    const used = adapterScript('databases.ts', 'googleDatabases', ['script.external_request']);
    const question = {
      url: 'jdbc:postgresql://127.0.0.1:9/x',
      user: 'a',
      password: 'b',
      sql: '',
      values: [],
      most: 1,
      seconds: 1,
    };
    const kinds = Array.from({ length: 101 }, () => failureOf(() => used.call('ask', question)).kind);
    expect([kinds[0], kinds[100]]).toEqual(['credential', 'limit']);
  });
});

describe('the declaration', () => {
  const faults = (location: string, changes: Partial<SourceSetting> = {}) =>
    jdbcSource
      .check(source({ kind: 'jdbc', location, tabName: 'SQL', ...changes }))
      .map(({ column, why }) => `${column}: ${why.en}`);

  it.each([
    'jdbc:postgresql://db.example.com:5432/crm',
    'jdbc:mysql://db.example.com:3306/crm',
    'jdbc:sqlserver://db.example.com:1433;databaseName=crm',
  ])('takes %s', (location) => {
    expect(faults(location)).toEqual([]);
  });

  it.each([
    'https://db.example.com/crm',
    'postgres://db.example.com:5432/crm',
    'jdbc:postgresql://db.example.com/crm',
    'jdbc:postgresql://db.example.com:80/crm',
    'jdbc:google:mysql://instance/crm',
  ])('refuses %s', (location) => {
    expect(faults(location)).toEqual([expect.stringContaining('Location: Write jdbc:')]);
  });

  it.each([
    'jdbc:postgresql://reader:pw@db.example.com:5432/crm',
    'jdbc:postgresql://db.example.com:5432/crm?user=reader&password=pw',
    'jdbc:sqlserver://db.example.com:1433;user=sa;password=pw',
  ])('wants user and password elsewhere: %s', (location) => {
    expect(faults(location)).toEqual([expect.stringContaining('Take user and password out')]);
  });

  it('tries with one row', () => {
    expect(jdbcSource.test(contextOf('SELECT id, name FROM customers', {}).context).en).toContain('id, name');
  });
});
