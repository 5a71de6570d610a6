import { standIn } from '../../../scripts/local/vendors/redash/stand-in';
import { serve, type VendorServer } from '../../../scripts/local/vendors/server';

/** Redash has no client: what its source says (redash/handlers/query_results.py, redash/authentication), asked by hand. */
let server: VendorServer;
beforeAll(async () => {
  server = await serve(standIn.create({ key: 'person' }));
});
beforeEach(() => void server.command('reset', null));
afterAll(() => server.close());

async function ask(method: string, path: string, key = 'person', body?: object) {
  const headers = { authorization: `Key ${key}`, 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`${server.origin}/api/${path}`, { method, headers, ...sent });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const run = async (query: number, key?: string, parameters: object = {}) => {
  await ask('POST', `queries/${query}/results`, key, { parameters, max_age: 0 });
  for (let looks = 0; looks < 2; looks += 1) await ask('GET', `queries/${query}/jobs/job-1`, key);
};

describe('Redash', () => {
  it('answers 404 to a wrong key, whatever is asked', async () => {
    const login = { message: "Couldn't find resource. Please login and try again." };
    for (const path of ['queries/1/results.json', 'jobs/job-1', 'query_results/1.json'])
      expect(await ask('GET', path, 'wrong')).toEqual({ status: 404, body: login });
  });

  it('has no result of a query that never ran, and says so', async () => {
    const none = { message: 'No cached result found for this query.' };
    expect(await ask('GET', 'queries/1/results.json')).toEqual({ status: 404, body: none });
  });

  it('queues, starts and finishes a job, one for the same query', async () => {
    const [first, second] = [await ask('POST', 'queries/1/results'), await ask('POST', 'queries/1/results')];
    expect([first.body.job, second.body.job]).toMatchObject([{ id: 'job-1', status: 1 }, { id: 'job-1' }]);
    expect((await ask('GET', 'jobs/job-1')).body.job).toMatchObject({ status: 2, query_result_id: null });
    expect((await ask('GET', 'queries/1/jobs/job-1')).body.job).toMatchObject({ status: 3, query_result_id: 5000 });
    const result = (await ask('GET', 'query_results/5000.json')).body.query_result;
    expect(result).toMatchObject({
      id: 5000,
      data: { columns: expect.arrayContaining([{ name: 'account_id', friendly_name: 'account_id', type: null }]) },
    });
  });

  it("keeps a query's key to that query: no jobs by themselves, no results by number with parameters", async () => {
    await run(1, 'query-1-key');
    expect((await ask('GET', 'jobs/job-1', 'query-1-key')).status).toBe(404);
    expect((await ask('GET', 'queries/2/results.json', 'query-1-key')).status).toBe(404);
    const shown = (await ask('GET', 'queries/1/results/5000.json', 'query-1-key')).body.query_result as object;
    expect(Object.keys(shown)).toEqual(['data', 'retrieved_at']);
    server.command('reset', null);
    server.command('query', { id: 9, columns: ['a'], rows: [], parameters: { since: 'date' } });
    await run(9, 'query-9-key', { since: 'x' });
    expect((await ask('GET', 'queries/9/results/5000.json', 'query-9-key')).status).toBe(404);
    expect((await ask('GET', 'queries/9/results/5000.json')).status).toBe(200);
  });

  it('fails within itself where a job is not known', async () => {
    expect((await ask('GET', 'jobs/nobody')).status).toBe(500);
  });
});
