import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { oauthToken } from '../../../scripts/local/gas/oauth-token';
import { type RunningVendor, startVendor } from '../../../scripts/local/vendors/start';
import { MANY, PROJECT, TABLES, USAGE } from '../../sources/bigquery/tables';

const STAND_IN = resolve(__dirname, '../../../scripts/local/vendors/bigquery/bigquery.ts');

let vendor: RunningVendor;
let worker: Worker;
beforeAll(async () => {
  worker = new Worker(join(__dirname, 'bigquery-client.cjs'));
  vendor = await startVendor(STAND_IN, { tables: TABLES });
});
beforeEach(() => vendor.command('reset'));
afterAll(async () => {
  await worker.terminate();
  await vendor.stop();
});

interface Answer {
  readonly rows?: readonly Readonly<Record<string, unknown>>[];
  readonly error?: { readonly code: number; readonly message: string; readonly reasons: readonly string[] };
}

function query(options: object, scope = 'bigquery'): Promise<Answer> {
  const token = oauthToken({ email: 'ops@kenshin.example', scopes: [`https://www.googleapis.com/auth/${scope}`] });
  return new Promise((done) => {
    worker.once('message', done);
    worker.postMessage({ projectId: PROJECT, apiEndpoint: vendor.origin, token, options });
  });
}

describe("Google's own client understands the stand-in", () => {
  it('reads rows with their types, by named parameters', async () => {
    const { rows } = await query({
      query: `SELECT account_id, day, logins, updated_at, [1, 2] AS list, STRUCT('x' AS s) AS st FROM \`${USAGE}\` WHERE plan = @plan ORDER BY day`,
      params: { plan: 'Pro' },
    });
    expect(rows).toEqual([
      {
        account_id: 'A-1',
        day: { value: '2026-01-10' },
        logins: 3,
        updated_at: { value: '2026-01-10T10:00:00.000001000Z' },
        list: [1, 2],
        st: { s: 'x' },
      },
      expect.objectContaining({ account_id: 'A-3', logins: null }),
    ]);
  });

  it('waits for a job that is not done', async () => {
    await vendor.command('busy', 2);
    expect(await query({ query: 'SELECT 1 AS n' })).toEqual({ rows: [{ n: 1 }] });
  });

  it('reads page after page, empty ones included', async () => {
    await vendor.command('emptyPages', 1);
    const { rows } = await query({
      query: `SELECT n FROM \`${PROJECT}.product.many\` ORDER BY n`,
      maxResults: 100,
    });
    expect(rows?.map(({ n }) => n)).toEqual(Array.from({ length: MANY }, (_, at) => at + 1));
  });

  it('tells what is wrong with a query, with reason and place', async () => {
    const { error } = await query({ query: `SELECT nope FROM \`${USAGE}\`` });
    expect(error).toMatchObject({ code: 400, reasons: ['invalidQuery'] });
    expect(error?.message).toContain('Unrecognized name: nope [at 1:8]');
  });

  it('is refused without the scope, and beyond the bytes it may be billed', async () => {
    expect((await query({ query: 'SELECT 1 AS n' }, 'drive')).error?.code).toBe(403);
    const { error } = await query({ query: `SELECT * FROM \`${USAGE}\``, maximumBytesBilled: '10' });
    expect(error?.reasons).toEqual(['bytesBilledLimitExceeded']);
  });
});
