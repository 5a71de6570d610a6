import { failureOf } from '../vendor-reading';
import { MANY, orgWhileTesting, readerOf } from './orgs';

const large = orgWhileTesting(MANY);
const { read, readAll } = readerOf(large);

describe('many records', () => {
  it('come by pages, in the order of the vendor, up to what one bite holds', async () => {
    const { rows, more } = read({});
    expect([rows.length, more]).toEqual([5000, false]);
    const pages = (await large.log()).filter(({ url }) => url.includes('/queryAll'));
    expect(pages.map(({ url }) => url.split('/queryAll')[1]?.slice(0, 3))).toEqual(['?q=', '/01', '/01']);
  });

  it('beyond 50,000 come by a bulk query that is waited for, bite after bite', async () => {
    await large.log();
    const bites = readAll({ dataset: 'contacts' });
    expect(bites.map(({ rows }) => rows.length)).toEqual([0, 0, 0, 50000, 100]);
    expect(bites.map(({ sleeps }) => sleeps)).toEqual([[], [2000], [4000], [], []]);
    const last = bites[4]?.rows[99];
    expect(last).toMatchObject({ name: 'Person 50100', active: 'true' });
    expect(last).not.toHaveProperty('left_on');
    const [told] = (await large.log()).filter(({ url }) => url.endsWith('/jobs/query'));
    expect(JSON.parse(told?.body ?? '{}')).toMatchObject({ operation: 'queryAll', contentType: 'CSV' });
  });

  it('of a bulk query whose results are cut off are asked for again another time', async () => {
    const bites = readAll({ dataset: 'contacts' });
    await large.fail({ kind: 'cut', match: 'results' });
    expect(failureOf(() => read({ dataset: 'contacts' }, bites[2]?.cursor)).kind).toBe('network');
    expect(read({ dataset: 'contacts' }, bites[2]?.cursor).rows.length).toBe(50000);
  });

  it('of a page that the vendor has forgotten are asked for anew', async () => {
    await large.fail({ kind: 'refused', match: 'queryAll/01', times: -1, value: [503, 'SERVER_UNAVAILABLE', 'busy'] });
    const first = read({});
    expect([first.rows.length, first.more]).toEqual([2000, true]);
    await large.fail({ kind: 'refused', match: 'queryAll/01', value: [400, 'INVALID_QUERY_LOCATOR', 'forgotten'] });
    const bites = readAll({}, first.cursor);
    expect(bites.map(({ rows }) => rows.length)).toEqual([0, 5000]);
  });
});

it('a bulk query that fails is told, and begun anew by the next pull', async () => {
  await large.command('set', { failing: true, polls: 0 });
  const bites = readAll({ dataset: 'contacts' });
  const last = bites[bites.length - 1];
  expect(last?.problems).toEqual([expect.stringMatching(/^error bulk.failed 750/)]);
  expect(JSON.parse(last?.cursor ?? '')).toEqual({ marks: {}, at: 0 });
  await large.command('set', { failing: false, polls: 2 });
});
