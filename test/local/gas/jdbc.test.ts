import { type Database, START_LIMIT, startDatabase } from './database';
import { evaluate, failure, scriptRuntime } from './script-project';

const SQL = `
  CREATE TABLE seats (account_id text, seats int, mrr numeric, live boolean, at timestamptz, extra jsonb);
  INSERT INTO seats VALUES
    ('A-1', 3, 12.50, true, '2026-01-02 03:04:05.123456+00', '{"a": 1}'),
    ('A-2', NULL, 9007199254740993, false, '2026-01-03 00:00:00+00', NULL);
`;

let database: Database;
beforeAll(async () => {
  database = await startDatabase(SQL);
}, START_LIMIT);
afterAll(() => database.stop());

const opening = () => `const connection = Jdbc.getConnection('${database.url}', 'reader', 'pw');`;
const run = (body: string) => evaluate(opening() + body);
const fails = (body: string) => failure(opening() + body);

describe('Jdbc.getConnection (Apps Script reference, Jdbc)', () => {
  it('speaks to PostgreSQL', () => {
    expect(run('connection.close(); return connection.isClosed();')).toBe(true);
  });

  it('says one thing whatever keeps it from a connection', () => {
    const refused = 'Failed to establish a database connection. Check connection string, username and password.';
    expect(failure(`Jdbc.getConnection('${database.closedUrl}', 'reader', 'pw')`)).toBe(refused);
    expect(failure(`Jdbc.getConnection('jdbc:postgresql://127.0.0.1:9/x', 'reader', 'pw')`)).toBe(refused);
    expect(failure(`Jdbc.getConnection('postgres://127.0.0.1:5432/x', 'reader', 'pw')`)).toBe(refused);
  });

  it('refuses properties that the driver does not know', () => {
    expect(failure(`Jdbc.getConnection('${database.url}?sslmode=require', 'reader', 'pw')`)).toBe(
      'The following connection properties are unsupported: sslmode.',
    );
  });

  it('needs the scope of external requests', () => {
    const manifest = { oauthScopes: ['https://www.googleapis.com/auth/spreadsheets'] };
    expect(failure(`${opening()}`, { files: { manifest } })).toContain('script.external_request');
  });

  it('counts connections and failures of the day (Apps Script guide, quotas)', () => {
    const body = `for (;;) Jdbc.getConnection('jdbc:postgresql://127.0.0.1:9/x', 'a', 'b')`;
    const runtime = scriptRuntime(`function main() { try { ${body} } catch (e) {} }`);
    for (let count = 0; count < 100; count += 1) runtime.execute('main');
    const last = scriptRuntime(`function main() { ${body} }`);
    last.restore(runtime.snapshot());
    expect(() => last.execute('main')).toThrow('too many times for one day: jdbcFailures');
  });

  it('has no other database here', () => {
    expect(failure(`Jdbc.getConnection('jdbc:mysql://127.0.0.1:3306/x', 'a', 'b')`)).toBe(
      'not implemented: Jdbc for mysql',
    );
  });
});

describe('statements (java.sql.PreparedStatement)', () => {
  it('take text for each ?, which stays text', () => {
    expect(
      run(`const s = connection.prepareStatement("SELECT account_id FROM seats WHERE at > CAST(? AS timestamptz) AND '?' = '?'");
        s.setString(1, '2026-01-02T12:00:00Z'); return s.executeQuery().getRows('getString(1)');`),
    ).toEqual([['A-2']]);
    expect(
      fails(`const s = connection.prepareStatement('SELECT 1 FROM seats WHERE at > ?');
        s.setString(1, '2026-01-02'); s.executeQuery();`),
    ).toMatch(/^ERROR: operator does not exist: timestamp with time zone > character varying/);
  });

  it('want a value for each of them', () => {
    expect(fails("connection.prepareStatement('SELECT ?').executeQuery()")).toBe('No value specified for parameter 1.');
    expect(fails("connection.prepareStatement('SELECT 1').setString(1, 'x')")).toContain('out of range');
  });

  it('end at the rows and the seconds that were set', () => {
    expect(
      run(`const s = connection.prepareStatement('SELECT n FROM generate_series(1, 10) n'); s.setMaxRows(3);
        return s.executeQuery().getRows('getString(1)');`),
    ).toEqual([['1'], ['2'], ['3']]);
  });

  it('tell an error in words of the database, with its place', () => {
    expect(fails("connection.prepareStatement('SELECT * FROM nowhere').executeQuery()")).toBe(
      'ERROR: relation "nowhere" does not exist\n  Position: 15',
    );
  });

  it('write nothing on a connection that only reads, within a transaction', () => {
    expect(
      fails(`connection.setReadOnly(true); connection.setAutoCommit(false);
        connection.prepareStatement("INSERT INTO seats (account_id) VALUES ('x') RETURNING account_id").executeQuery();`),
    ).toContain('read-only transaction');
  });
});

describe('JdbcResultSet.getRows (Apps Script guide, V8 runtime)', () => {
  const rows = (getters: string) =>
    run(`return connection.prepareStatement('SELECT account_id, seats, mrr, live, at FROM seats ORDER BY 1').executeQuery()
      .getRows(${JSON.stringify(getters)});`);

  it('reads all rows in one call, by place or label', () => {
    expect(rows(`getString(1), getString('seats'), getString("mrr"), getString(4)`)).toEqual([
      ['A-1', '3', '12.50', 't'],
      ['A-2', null, '9007199254740993', 'f'],
    ]);
  });

  it('books one call, however many rows', () => {
    const runtime = scriptRuntime(`function main() { ${opening()}
      connection.prepareStatement('SELECT n FROM generate_series(1, 5000) n').executeQuery().getRows('getString(1)'); }`);
    runtime.execute('main');
    expect(runtime.meter.byCall()['JdbcResultSet.getRows']).toMatchObject({ calls: 1, cells: 5000 });
  });

  it('refuses what is no getter, no column, or a type that has to be cast', () => {
    const from = (sql: string, getters: string) =>
      fails(`connection.prepareStatement('${sql}').executeQuery().getRows("${getters}")`);
    expect(from('SELECT 1', 'getObject(1)')).toBe('not implemented: JdbcResultSet.getRows with getObject(1)');
    expect(from('SELECT 1', 'getString(2)')).toContain('out of range');
    expect(from('SELECT extra FROM seats', 'getString(1)')).toContain('cast it in the query');
    expect(fails("connection.prepareStatement('SELECT 1').executeQuery().next()")).toBe(
      'not implemented: JdbcResultSet.next',
    );
  });

  it('is described by the names and java.sql.Types of its columns', () => {
    expect(
      run(`const about = connection.prepareStatement('SELECT account_id AS id, live, seats, extra FROM seats').executeQuery()
        .getMetaData(); return [1, 2, 3, 4].map((at) => [about.getColumnLabel(at), about.getColumnType(at)])
        .concat([about.getColumnCount()]);`),
    ).toEqual([['id', 12], ['live', -7], ['seats', 4], ['extra', 1111], 4]);
  });
});
