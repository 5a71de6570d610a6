import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSpreadsheetState, createWorkbook } from '../../../scripts/local/gas/spreadsheet/state';
import { bringConfigFolder } from '../../../scripts/local/run/config-folder';
import { tabRecords } from '../../../scripts/local/run/outputs';
import { dayOf } from '../../../src/domain/day';

const AS_OF = dayOf(2026, 3, 31) as number;

describe('a folder of configuration', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kenshin-config-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keeps text that begins with a sign, as the tabs of a run are written, and reads numbers', () => {
    writeFileSync(
      join(folder, 'Metrics.csv'),
      'Metric ID,Points,Weight,Why\ntrend,-60=0; 25=100,-2.5,- asked by Ops\nrise,+5=0; 9=100,+3,=1+1\n',
    );
    const health = createWorkbook(createSpreadsheetState({ containerId: 'health' }), {
      id: 'health',
      name: 'Health',
      locale: 'en_US',
      timeZone: 'Asia/Tokyo',
      owner: 'ops@example.com',
    });
    expect(bringConfigFolder(health, folder, AS_OF)).toEqual(['Metrics']);
    const metrics = health.sheets.find(({ name }) => name === 'Metrics');
    expect(tabRecords(metrics)).toEqual([
      { 'Metric ID': 'trend', Points: '-60=0; 25=100', Weight: -2.5, Why: '- asked by Ops' },
      { 'Metric ID': 'rise', Points: '+5=0; 9=100', Weight: 3, Why: null },
    ]);
    expect(metrics?.formulas.at(2, 3)).toBe('=1+1');
  });
});
