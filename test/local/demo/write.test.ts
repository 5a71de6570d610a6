import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import { generateDemo } from '../../../scripts/local/demo/generate';
import { writeDemo } from '../../../scripts/local/demo/write';
import { type Day, dayOf } from '../../../src/domain/day';

const options = { seed: 3, asOf: dayOf(2026, 2, 28) as Day };

describe('the files of the demo portfolio', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'kenshin-demo-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('are named by dataset and of a size that a sheet can take', () => {
    const paths = writeDemo(join(dir, 'new', 'folder'), options);
    expect(paths.map((path) => basename(path))).toEqual([
      'accounts.csv',
      'contacts.csv',
      'usage.csv',
      'touches.csv',
      'surveys.csv',
      'tickets.csv',
      'revenue.csv',
      'entitlements.csv',
      'outcomes.csv',
    ]);
    const usage = readFileSync(paths[2] as string);
    expect(usage.length).toBeLessThan(12_000_000);
  });

  it('quote what a comma or a quote would break, and nothing else', () => {
    const [accounts] = writeDemo(dir, options);
    const text = readFileSync(accounts as string, 'utf8');
    expect(text).toContain(',"Brightwater, Finch & Sons Ltd.",');
    expect(text).toContain(',"The ""Kitchen Table"" Foods Company",');
    expect(text).toContain(",O'Dell Quarry Works,");
    expect(text.startsWith('account_id,name,owner_email,')).toBe(true);
    expect(text.endsWith('\n')).toBe(true);
    expect(text).not.toContain('\r');
  });

  it('read back as the rows they were written from', () => {
    const demo = generateDemo(options);
    for (const path of writeDemo(dir, options)) {
      const table = demo[basename(path, '.csv') as keyof typeof demo];
      const parsed = Papa.parse<string[]>(readFileSync(path, 'utf8'), { skipEmptyLines: true });
      expect(parsed.errors).toEqual([]);
      const shown = table.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
      expect(parsed.data.length).toBe(1 + shown.length);
      expect(JSON.stringify(parsed.data) === JSON.stringify([table.columns, ...shown])).toBe(true);
    }
  });
});
