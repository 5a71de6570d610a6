import { startHourlyRun } from '../../../src/app/run/run';
import { isTriggerTimeShort, noteTriggerEnd, triggerBegun, triggerTime } from '../../../src/app/run/trigger-time';
import { STORE_KEYS } from '../../../src/app/store-keys';
import { SOURCE_KINDS } from '../../../src/sources';
import { RUNS } from '../../../src/tables/health/journal';
import { readTab, toGrid } from '../../../src/tables/rows';
import { sourcesTab } from '../../../src/tables/sources';
import { memoryWorkbook } from '../ports/memory-workbook';
import { type WholePlatform, wholePlatform } from '../ports/whole-platform';

const MINUTE = 60_000;

/** An execution of a trigger that takes so long. */
function execution(platform: WholePlatform, milliseconds: number): void {
  platform.store.set(triggerBegun(platform));
  platform.pass(milliseconds);
  noteTriggerEnd(platform);
}

describe('the time triggers take a day', () => {
  it('adds up over executions', () => {
    const platform = wholePlatform();
    execution(platform, 2 * MINUTE);
    execution(platform, 3 * MINUTE);
    expect(triggerTime(platform).spent).toBe(5 * MINUTE);
  });

  it('counts an execution that the platform stopped with six minutes at most', () => {
    const platform = wholePlatform();
    platform.store.set(triggerBegun(platform));
    platform.pass(8 * MINUTE);
    expect(triggerTime(platform).spent).toBe(6 * MINUTE);
    execution(platform, MINUTE);
    expect(triggerTime(platform).spent).toBe(7 * MINUTE);
  });

  it('begins anew with the day', () => {
    const platform = wholePlatform();
    execution(platform, 5 * MINUTE);
    platform.pass(24 * 60 * MINUTE);
    expect(triggerTime(platform).spent).toBe(0);
  });

  it('may be 90 minutes for a private account and six hours in a company', () => {
    const platform = wholePlatform();
    expect(triggerTime(platform).budget).toBe(360 * MINUTE);
    platform.user = 'someone@gmail.com';
    expect(triggerTime(platform).budget).toBe(90 * MINUTE);
    expect(isTriggerTimeShort({ spent: 54 * MINUTE, budget: 90 * MINUTE })).toBe(false);
    expect(isTriggerTimeShort({ spent: 55 * MINUTE, budget: 90 * MINUTE })).toBe(true);
  });
});

describe('the hourly run when the time of the day is short', () => {
  it('pulls nothing and says so in Runs, once a day', () => {
    const source = { 'Source ID': 's', Enabled: true, Kind: 'csv', Dataset: 'usage', Location: 'u', Every: 'hourly' };
    const sources = sourcesTab(SOURCE_KINDS);
    const health = memoryWorkbook({ tabs: { Sources: toGrid(sources, [source]), Runs: toGrid(RUNS, []) } });
    const platform = wholePlatform({ health });
    platform.user = 'someone@gmail.com';
    platform.store.set({ [STORE_KEYS.data]: 'data' });
    for (let at = 0; at < 10; at++) execution(platform, 5.5 * MINUTE);
    startHourlyRun(platform);
    startHourlyRun(platform);
    const runs = readTab(RUNS, health.read('Runs')).records.map(({ values }) => values);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ Kind: 'hourly', State: 'done' });
    expect(runs[0]?.['Left Out Note']).toContain('55 of the 90 minutes');
    expect(platform.store.get(STORE_KEYS.run)).toBeNull();
  });
});
