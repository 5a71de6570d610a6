import { loadFacts } from '../../../src/app/store/load-facts';
import { readMetrics } from '../../../src/metrics/read-metrics';
import { configOf, type MetricRow, metricOf } from '../../metrics/facts';
import { memoryPlatform } from '../ports/memory-platform';
import { type Pulling, pullInto, source, TODAY } from './pulled';

const USAGE = 'account_id,date,seats_used\nA,2026-01-20,30\nA,2026-01-31,30\nA,2026-02-01,30\nA,2026-02-02,30\n';

/** Pulls a dataset on days one after the other, each from its text, into one Data workbook. */
function pulledDaily(dataset: 'contacts' | 'entitlements', texts: readonly string[]): Pulling {
  let pulling: Pulling | undefined;
  texts.forEach((text, at) => {
    const platform = memoryPlatform({ files: { crm: 'account_id,name\nA,Acme\n', use: USAGE, other: text } });
    const settings = [
      source({ id: 'crm', location: 'crm' }),
      source({ id: 'use', dataset: 'usage', location: 'use' }),
      source({ id: 'other', dataset, location: 'other' }),
    ];
    pulling = pullInto(platform, settings, pulling?.data, TODAY + at);
  });
  if (!pulling) throw new Error('nothing pulled');
  return pulling;
}

/** The reading of account A as of each day, day 0 being that of the first pull; null where it is missing. */
function readings({ data }: Pulling, row: MetricRow, days: readonly number[]): (number | null)[] {
  // From the workbook as it was written, as a later run does.
  const { store } = pullInto(memoryPlatform({ files: {} }), [], data);
  const { facts } = loadFacts(store);
  const config = configOf([metricOf(row)]);
  return days.map((day) => {
    const asked = { facts, config, accountIds: ['A'], segments: Int32Array.of(0), asOf: TODAY + day };
    const value = readMetrics(asked).values[0] as number;
    return Number.isNaN(value) ? null : value;
  });
}

const CHAMPIONS: MetricRow = { dataset: 'contacts', aggregate: 'count', filter: "role = 'champion' and active" };
const LEFT: MetricRow = { dataset: 'contacts', aggregate: 'count', filter: 'left_on > as_of - 180' };

describe('a contact that is no longer active', () => {
  const line = (active: string) => `contact_id,account_id,role,active\nC,A,champion,${active}\n`;

  it('has left on the day that this is noticed, and was there before, however often it is pulled', () => {
    const pulling = pulledDaily('contacts', [line('true'), line('false'), line('false')]);
    expect(readings(pulling, CHAMPIONS, [-9, 0, 1, 2])).toEqual([1, 1, 0, 0]);
    expect(readings(pulling, LEFT, [0, 1, 2])).toEqual([0, 1, 1]);
  });

  it('is there again once it is active again', () => {
    const pulling = pulledDaily('contacts', [line('true'), line('false'), line('true')]);
    expect(readings(pulling, CHAMPIONS, [2])).toEqual([1]);
    expect(readings(pulling, LEFT, [2])).toEqual([0]);
  });

  it('was never there where it was not when first seen', () => {
    expect(readings(pulledDaily('contacts', [line('false'), line('false')]), CHAMPIONS, [-9, 0, 1])).toEqual([0, 0, 0]);
  });

  it('left on the day that a source names, where one does', () => {
    const dated = (active: string, left: string) =>
      `contact_id,account_id,role,active,left_on\nC,A,champion,${active},${left}\n`;
    const named = pulledDaily('contacts', [dated('true', ''), dated('false', '2026-01-25'), dated('false', '')]);
    expect(readings(named, CHAMPIONS, [-7, -6, 2])).toEqual([1, 0, 0]);
    const unnamed = pulledDaily('contacts', [dated('true', ''), dated('false', ''), dated('false', '')]);
    expect(readings(unnamed, CHAMPIONS, [0, 1, 2])).toEqual([1, 0, 0]);
    const back = pulledDaily('contacts', [dated('true', ''), dated('false', ''), dated('true', '')]);
    expect(readings(back, CHAMPIONS, [2])).toEqual([1]);
  });
});

describe('a limit that changes', () => {
  const line = (limit: number) => `account_id,measure,limit\nA,Seats_Used,${limit}\n`;
  const SHARE: MetricRow = { dataset: 'usage', aggregate: 'last', field: 'seats_used', compare: 'entitlement' };

  it('counts from the day it is noticed; days before keep theirs', () => {
    // 30 of 40 are 75 %, of 60 are 50 %, of 30 are 100 %.
    const pulling = pulledDaily('entitlements', [line(40), line(60), line(30)]);
    expect(readings(pulling, SHARE, [-9, 0, 1, 2])).toEqual([75, 75, 50, 100]);
  });

  it('costs nothing while it stays the same', () => {
    const { data } = pulledDaily('entitlements', [line(40), line(40)]);
    expect(JSON.stringify(data.read('Account History'))).not.toMatch(/limit/);
  });

  it('that changes twice a day counts as it was last', () => {
    const { data } = pulledDaily('entitlements', [line(40), line(60)]);
    const files = { other: line(50) };
    const again = pullInto(
      memoryPlatform({ files }),
      [source({ id: 'other', dataset: 'entitlements', location: 'other' })],
      data,
      TODAY + 1,
    );
    expect(readings(again, SHARE, [0, 1])).toEqual([75, 60]);
  });
});
