import path from 'node:path';
import { createSyncFn } from 'synckit';
import type { CoreHost } from './core-host';
import { LATENCY } from './latency';
import { SCOPES } from './scopes';
import { refuseArguments } from './signature';

/** Ports below are closed (Apps Script guide, JDBC). */
const LOWEST_PORT = 1025;
const CONNECT_SECONDS = 10;
const NO_CONNECTION = 'Failed to establish a database connection. Check connection string, username and password.';
const ADDRESS = /^jdbc:postgresql:\/\/([^/:?]+):(\d+)\/([^?]*)(?:\?(.*))?$/;
/** java.sql.Types by PostgreSQL's own numbers of types; what is not here is OTHER. */
const TYPES: Readonly<Record<number, number>> = {
  16: -7,
  17: -2,
  18: 1,
  19: 12,
  20: -5,
  21: 5,
  23: 4,
  25: 12,
  700: 7,
  701: 8,
  1042: 1,
  1043: 12,
  1082: 91,
  1083: 92,
  1114: 93,
  1184: 93,
  1700: 2,
};
const OTHER = 1111;
const GETTER = /^\s*getString\((?:(\d+)|'([^']*)'|"([^"]*)")\)\s*$/;

interface Rows {
  readonly columns: readonly { readonly name: string; readonly oid: number }[];
  readonly rows: readonly (readonly (string | null)[])[];
}

interface Failure {
  readonly message: string;
  readonly code: string;
  readonly position: string | null;
}

type Work = (
  name: 'open' | 'query' | 'close',
  request: object,
) => { readonly value?: unknown; readonly error?: Failure };

/** Counts executions: connections end with the one that opened them. */
let owners = 0;
let inWorker: Work | null = null;
const work: Work = (name, request) => {
  inWorker ??= createSyncFn(path.join(__dirname, 'jdbc-worker.cjs')) as unknown as Work;
  return inWorker(name, request);
};

/**
 * `Jdbc`, for reading PostgreSQL over the wire. Source: Apps Script reference, Jdbc, JdbcConnection, JdbcPreparedStatement,
 * JdbcResultSet; guide, V8 runtime (getRows).
 */
export function createJdbc(host: CoreHost): object {
  owners += 1;
  const owner = owners;
  return host.strict('Jdbc', {
    getConnection(...args: readonly unknown[]) {
      host.permit('Jdbc.getConnection', SCOPES.externalRequest);
      if (args.length !== 3 || !args.every((each) => typeof each === 'string'))
        return args.every((each) => typeof each === 'string')
          ? host.fail('not implemented: Jdbc.getConnection without user and password')
          : refuseArguments(host, 'Jdbc.getConnection', args);
      host.charge('Jdbc.getConnection', LATENCY.jdbcConnect.ms);
      host.useQuota('jdbc');
      return connect(host, owner, args as unknown as readonly [string, string, string]);
    },
  });
}

function connect(host: CoreHost, owner: number, [url, user, password]: readonly [string, string, string]): object {
  const [, name = '', port = '', database = '', properties = ''] = ADDRESS.exec(url) ?? [];
  if (name === '' && /^jdbc:(mysql|sqlserver|oracle)/.test(url))
    host.fail(`not implemented: Jdbc for ${url.split(':')[1]}`);
  const unknown = properties.split('&').flatMap((pair) => (pair === '' ? [] : [pair.split('=')[0]]));
  if (unknown.length > 0) host.fail(`The following connection properties are unsupported: ${unknown.join(',')}.`);
  const failed = (): never => {
    host.useQuota('jdbcFailures');
    return host.fail(NO_CONNECTION);
  };
  if (name === '' || Number(port) < LOWEST_PORT) return failed();
  const request = { owner, host: name, port: Number(port), database, user, password, seconds: CONNECT_SECONDS };
  const { value, error } = work('open', request);
  if (error) return failed();
  return createConnection(host, value as number);
}

function createConnection(host: CoreHost, id: number): object {
  let [readOnly, autoCommit, closed] = [false, true, false];
  return host.strict('JdbcConnection', {
    setReadOnly(value: unknown) {
      readOnly = value === true;
    },
    setAutoCommit(value: unknown) {
      autoCommit = value === true;
    },
    isClosed: () => closed,
    close() {
      closed = true;
      work('close', { id });
    },
    prepareStatement(sql: unknown) {
      if (typeof sql !== 'string') return refuseArguments(host, 'JdbcConnection.prepareStatement', [sql]);
      return createStatement(host, sql, (more) => {
        if (closed) host.fail('This connection has been closed.');
        return work('query', { id, readOnly, autoCommit, ...more });
      });
    },
  });
}

function createStatement(host: CoreHost, sql: string, run: (more: object) => ReturnType<Work>): object {
  const { text, count } = numbered(sql);
  const values: (string | undefined)[] = new Array<undefined>(count).fill(undefined);
  let [most, seconds] = [0, 0];
  const whole = (method: string, value: unknown): number =>
    Number.isInteger(value) && (value as number) >= 0
      ? (value as number)
      : refuseArguments(host, `JdbcPreparedStatement.${method}`, [value]);
  return host.strict('JdbcPreparedStatement', {
    setMaxRows(value: unknown) {
      most = whole('setMaxRows', value);
    },
    setFetchSize: (value: unknown) => void whole('setFetchSize', value),
    setQueryTimeout(value: unknown) {
      seconds = whole('setQueryTimeout', value);
    },
    setString(place: unknown, value: unknown) {
      const at = whole('setString', place);
      if (at < 1 || at > count) host.fail(`The column index is out of range: ${at}, number of columns: ${count}.`);
      values[at - 1] = String(value);
    },
    executeQuery() {
      host.charge('JdbcPreparedStatement.executeQuery', LATENCY.jdbcStatement.ms);
      const unset = values.indexOf(undefined);
      if (unset >= 0) host.fail(`No value specified for parameter ${unset + 1}.`);
      const { value, error } = run({ sql: text, values, seconds, most });
      if (error) return host.fail(`ERROR: ${error.message}${error.position ? `\n  Position: ${error.position}` : ''}`);
      return createResultSet(host, value as Rows);
    },
  });
}

function createResultSet(host: CoreHost, { columns, rows }: Rows): object {
  const getter = (text: string): number => {
    const [, place, ...labels] = GETTER.exec(text) ?? host.fail(`not implemented: JdbcResultSet.getRows with ${text}`);
    const label = labels.find((one) => one !== undefined);
    const at = label === undefined ? Number(place) - 1 : columns.findIndex(({ name }) => name === label);
    const column = columns[at] ?? host.fail(`The column index is out of range: ${text.trim()}.`);
    // Measured on the platform: values of other types must be cast to text by the query (gas-fakes, notes on JDBC).
    if (TYPES[column.oid] === undefined)
      host.fail(`The column ${column.name} cannot be read as text; cast it in the query.`);
    return at;
  };
  return host.strict('JdbcResultSet', {
    getMetaData() {
      return host.strict('JdbcResultSetMetaData', {
        getColumnCount: () => columns.length,
        getColumnLabel: (at: number) => columns[at - 1]?.name ?? host.fail('The column index is out of range.'),
        getColumnType: (at: number) => TYPES[columns[at - 1]?.oid ?? 0] ?? OTHER,
      });
    },
    getRows(getters: unknown) {
      if (typeof getters !== 'string') return refuseArguments(host, 'JdbcResultSet.getRows', [getters]);
      const places = getters.split(',').map(getter);
      const cells = rows.length * places.length;
      host.charge('JdbcResultSet.getRows', LATENCY.jdbcRows.ms + cells * LATENCY.jdbcRows.perUnit, cells);
      return host.into(rows.map((row) => places.map((at) => row[at] ?? null)));
    },
  });
}

/** `?` outside quotes and comments as PostgreSQL numbers them; text, as `setString` says. */
function numbered(sql: string): { readonly text: string; readonly count: number } {
  let count = 0;
  const text = sql.replace(/'[^']*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\/|\?/g, (part) => {
    if (part !== '?') return part;
    count += 1;
    return `$${count}::varchar`;
  });
  return { text, count };
}
