import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { credentials, loadPackageDefinition, type ServiceError } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { type EngineType, type EngineValue, engineType, engineValue } from './engine-values';

/** A table that queries may read. */
export interface EngineTable {
  /** As SQL names it in backticks: `project.dataset.table`. */
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly (string | null)[])[];
}

export interface EngineParameter {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

export interface EngineAnswer {
  readonly columns: readonly { readonly name: string; readonly type: EngineType }[];
  readonly rows: readonly (readonly EngineValue[])[];
}

/** GoogleSQL as Google's own reference implementation understands and runs it. */
export interface Engine {
  /** What the query means and, with `run`, what it answers. Rejects with the engine's own words. */
  query(sql: string, tables: readonly EngineTable[], parameters: readonly EngineParameter[]): Promise<EngineAnswer>;
  stop(): void;
}

const START_TRIES = 100;
const START_PAUSE = 100;
const MOST_BYTES = 500 * 1024 * 1024;

type Call = (request: object, done: (error: ServiceError | null, answer: unknown) => void) => void;
type Service = Record<'evaluateQuery' | 'getLanguageOptions', Call>;

/** Starts the engine of the package `@fivetrandevelopers/zetasql` as a process on a free port of this machine. */
export async function startEngine(): Promise<Engine> {
  const folder = join(dirname(require.resolve('@fivetrandevelopers/zetasql')), 'zetasql');
  const port = await freePort();
  const suffix = (process.arch === 'arm64' ? '_arm' : '') + (process.platform === 'darwin' ? '' : '.so');
  const child = spawn(join(folder, `remote_server${suffix}`), ['localhost', String(port)], { stdio: 'ignore' });
  const died = new Promise<never>((_, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`the GoogleSQL engine ended with ${code}`)));
  });
  died.catch(() => undefined);
  const service = connect(folder, port);
  const ask = <Answer>(name: keyof Service, request: object): Promise<Answer> =>
    new Promise((done, fail) => {
      service[name].call(service, request, (error, answer) => (error ? fail(error) : done(answer as Answer)));
    });
  const features = await Promise.race([
    firstAnswer(() => ask<object>('getLanguageOptions', { maximumFeatures: true })),
    died,
  ]);
  const language = { ...features, productMode: 'PRODUCT_EXTERNAL', supportedStatementKinds: ['RESOLVED_QUERY_STMT'] };
  return {
    query: async (sql, tables, parameters) => {
      const { prepared, content } = await ask<QueryAnswer>('evaluateQuery', request(sql, tables, parameters, language));
      return {
        columns: (prepared?.columns ?? []).map(({ name, type }, at) => ({
          name: name === '' || name.startsWith('$') ? `f${at}_` : name,
          type,
        })),
        rows: (content?.tableData?.row ?? []).map(({ cell }) => cell),
      };
    },
    stop: () => kill(child),
  };
}

interface QueryAnswer {
  readonly prepared?: { readonly columns: readonly { readonly name: string; readonly type: EngineType }[] };
  readonly content?: { readonly tableData?: { readonly row: readonly { readonly cell: readonly EngineValue[] }[] } };
}

function request(
  sql: string,
  tables: readonly EngineTable[],
  parameters: readonly EngineParameter[],
  languageOptions: object,
): object {
  const named = tables.filter(({ name }) => sql.includes(name));
  return {
    sql,
    options: {
      languageOptions,
      parameterMode: 'PARAMETER_NAMED',
      errorMessageMode: 'ERROR_MESSAGE_ONE_LINE',
      defaultTimezone: 'UTC',
      queryParameters: parameters.map(({ name, type }) => ({ name, type: engineType(type) })),
    },
    simpleCatalog: {
      name: 'catalog',
      builtinFunctionOptions: { languageOptions },
      table: named.map(({ name, columns }) => ({
        name,
        column: columns.map((column) => ({ name: column.name, type: engineType(column.type) })),
      })),
    },
    tableContent: Object.fromEntries(
      named.map(({ name, columns, rows }) => [
        name,
        {
          tableData: {
            row: rows.map((row) => ({
              cell: row.map((cell, at) => engineValue(cell, (columns[at] as { type: string }).type)),
            })),
          },
        },
      ]),
    ),
    params: parameters.map(({ name, type, value }) => ({ name: name.toLowerCase(), value: engineValue(value, type) })),
  };
}

function connect(folder: string, port: number): Service {
  const definition = loadSync('local_service.proto', {
    includeDirs: [join(folder, 'protos')],
    longs: String,
    enums: String,
    oneofs: true,
  });
  const { zetasql } = loadPackageDefinition(definition) as unknown as {
    zetasql: {
      local_service: { ZetaSqlLocalService: new (address: string, sign: object, options: object) => Service };
    };
  };
  return new zetasql.local_service.ZetaSqlLocalService(`localhost:${port}`, credentials.createInsecure(), {
    'grpc.max_send_message_length': MOST_BYTES,
    'grpc.max_receive_message_length': MOST_BYTES,
  });
}

/** The process takes a moment before it listens. */
async function firstAnswer<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tried === START_TRIES) throw error;
      await new Promise((done) => setTimeout(done, START_PAUSE));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, 'localhost', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

function kill(child: ChildProcess): void {
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
}
