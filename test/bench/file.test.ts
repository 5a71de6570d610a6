import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scoreFile } from '../../scripts/bench/file';

const FILE = {
  dimensions: [
    { id: 'Adoption', weight: 60 },
    { id: 'Engagement', weight: 40 },
  ],
  metrics: [
    { id: 'logins', dimension: 'Adoption', weight: 1, missing: 'exclude', points: '0=0; 10=100' },
    { id: 'meetings', dimension: 'Engagement', weight: 1, missing: 'zero', points: '0=0; 4=100' },
  ],
  segments: ['Large', 'Small'],
  overrides: [{ segment: 'Large', metric: 'logins', points: '0=0; 20=100' }],
  bands: [{ band: 'Lime', segment: '', lowerBound: 50 }],
  columns: {
    account_id: ['a', 'b', 'c'],
    segment: ['Small', 'Large', 'Small'],
    logins: [5, 5, 'many'],
    meetings: [2, null, 4],
  },
  last: { account_id: ['a', 'b'], score: [40, null] },
};

describe('bench --input --output', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kenshin-bench-test-'));
  const [input, output] = [join(folder, 'in.json'), join(folder, 'out.json')];
  const said: string[] = [];

  beforeAll(() => {
    jest.spyOn(console, 'log').mockImplementation((line: string) => said.push(line));
  });
  afterAll(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  it('scores columns into rows and says how long it took', async () => {
    writeFileSync(input, JSON.stringify(FILE));
    await scoreFile(input, output);
    const { header, rows, unread } = JSON.parse(readFileSync(output, 'utf8'));
    expect(header).toEqual([
      'account_id',
      'segment',
      'score',
      'band',
      'coverage',
      'change',
      'cap',
      'Adoption',
      'Engagement',
      'logins',
      'meetings',
    ]);
    // a: 0.6*50 + 0.4*50; b: 0.6*25 + 0.4*0; c: Engagement alone.
    expect(rows).toEqual([
      ['a', 'Small', 50, 'Lime', 1, 10, 0, 50, 50, 30, 20],
      ['b', 'Large', 15, 'Red', 0.6, null, 0, 25, 0, 15, 0],
      ['c', 'Small', 100, 'Lime', 0.4, null, 0, null, 100, 0, 100],
    ]);
    expect(unread).toMatchObject([{ row: 2, column: 2, value: 'many', code: 'number.unreadable' }]);
    expect(said.join('\n')).toMatch(/3 accounts x 2 metrics\nfirst call: [\d.]+ ms/);
  });

  it.each([
    [{ columns: { ...FILE.columns, logins: [1] } }, /column logins is not as long as account_id \(3\)/],
    [{ columns: { account_id: ['a'] } }, /"columns" lacks segment/],
    [{ dimensions: [] }, /metric logins names dimension Adoption/],
    [{ dimensions: [{ id: 'Adoption', weight: 'x' }] }, /weight of dimension Adoption is not a number from 0 up/],
    [{ metrics: [{ ...FILE.metrics[0], points: 'high' }] }, /points of logins: /],
    [{ metrics: undefined }, /"metrics" is no list/],
    [{ segments: [] }, /"segments" is empty/],
    [{ metrics: [FILE.metrics[0], FILE.metrics[0]] }, /logins stands there twice/],
    [{ metrics: [{ ...FILE.metrics[0], weight: -1 }] }, /weight of metric logins is not a number from 0 up/],
    [{ metrics: [{ ...FILE.metrics[0], missing: 'carry' }] }, /missing of metric logins is none of exclude, zero/],
    [{ overrides: [{ segment: 'Huge', metric: 'logins' }] }, /"segments" lacks Huge/],
    [{ overrides: [{ segment: 'Large', metric: 'login' }] }, /override of login in Large: "metrics" lacks login/],
    [{ bands: [...FILE.bands, { band: 'Green', segment: '', lowerBound: 40 }] }, /lowerBound of Lime is above/],
    [{ bands: [{ band: 'Blue', segment: '', lowerBound: 40 }] }, /band Blue is none of Green, Lime, Yellow, Red/],
    [{ columns: { ...FILE.columns, logins: undefined } }, /"columns" lacks logins/],
    [{ last: { account_id: ['a'], score: [] } }, /column score is not as long as account_id \(1\)/],
    [{ minimumCoveragePercent: 'half' }, /"minimumCoveragePercent" is no number/],
  ])('refuses a file that cannot be scored, saying why (%#)', async (change, why) => {
    writeFileSync(input, JSON.stringify({ ...FILE, ...change }));
    await expect(scoreFile(input, output)).rejects.toThrow(why);
  });
});
