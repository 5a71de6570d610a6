import fc from 'fast-check';
import { loadFacts } from '../../../src/app/store/load-facts';
import type { DatasetName } from '../../../src/domain/datasets';
import { readMetrics } from '../../../src/metrics/read-metrics';
import { configOf, type MetricRow, metricOf } from '../../metrics/facts';
import { memoryPlatform } from '../ports/memory-platform';
import { type Pulling, pullInto, source, TODAY } from './pulled';

const USAGE = 'account_id,date,seats_used\nA,2026-01-20,30\nA,2026-01-31,30\nA,2026-02-01,30\nA,2026-02-02,30\n';

/** Pulls a dataset on days one after the other, each from its text, into one Data workbook; `read` are columns of metrics. */
function pulledDaily(dataset: DatasetName, texts: readonly string[], read: readonly string[] = []): Pulling {
  let pulling: Pulling | undefined;
  const { store } = memoryPlatform();
  texts.forEach((text, at) => {
    const files = { crm: 'account_id,name\nA,Acme\nB,Beta\n', use: USAGE, other: text };
    const platform = { ...memoryPlatform({ files }), store };
    const settings = [
      source({ id: 'crm', location: 'crm' }),
      source({ id: 'use', dataset: 'usage', location: 'use' }),
      source({ id: 'other', dataset, location: 'other' }),
    ];
    pulling = pullInto(platform, settings, pulling?.data, TODAY + at, (name, column) =>
      read.includes(`${name} ${column}`),
    );
  });
  if (!pulling) throw new Error('nothing pulled');
  return pulling;
}

/** The reading of account A as of each day, day 0 being that of the first pull; null where it is missing. */
function readings(
  { data }: Pick<Pulling, 'data'>,
  row: MetricRow,
  days: readonly number[],
  accountId = 'A',
): (number | null)[] {
  // From the workbook as it was written, as a later run does.
  const { store } = pullInto(memoryPlatform({ files: {} }), [], data);
  const { facts } = loadFacts(store);
  const config = configOf([metricOf(row)]);
  return days.map((day) => {
    const asked = { facts, config, accountIds: [accountId], segments: Int32Array.of(0), asOf: TODAY + day };
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
    expect(readings(pulling, CHAMPIONS, [0, 1, 2])).toEqual([1, 0, 1]);
    expect(readings(pulling, LEFT, [0, 1, 2])).toEqual([0, 1, 0]);
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

describe('a contact that is changed', () => {
  const line = (account: string, role: string, tier = '') =>
    `contact_id,account_id,role,email,tier\nC,${account},${role},c@x.co,${tier}\nD,A,user,d@x.co,\n`;
  const COUNT: MetricRow = { dataset: 'contacts', aggregate: 'count' };

  it('has its new role from the day it is noticed', () => {
    const pulling = pulledDaily('contacts', [line('A', 'champion'), line('A', 'user'), line('A', 'executive')]);
    expect(readings(pulling, CHAMPIONS, [-9, 0, 1, 2])).toEqual([1, 1, 0, 0]);
    expect(readings(pulling, { ...COUNT, filter: "role = 'user'" }, [0, 1, 2])).toEqual([1, 2, 1]);
  });

  it('was with the account it had then, known or not today', () => {
    const pulling = pulledDaily('contacts', [line('A', 'champion'), line('B', 'champion'), line('lost', 'champion')]);
    expect(readings(pulling, COUNT, [0, 1, 2])).toEqual([2, 1, 1]);
    expect(readings(pulling, COUNT, [0, 1, 2], 'B')).toEqual([0, 1, 0]);
    const nameless = (account: string) => line(account, 'champion').replace('c@x.co', '');
    const back = pulledDaily('contacts', [nameless('lost'), nameless('A')]);
    expect(readings(back, COUNT, [0, 1])).toEqual([1, 2]);
    // What it once named wrongly is mended, and no problem any more.
    const { problems } = loadFacts(pullInto(memoryPlatform({ files: {} }), [], back.data).store);
    expect(problems.filter(({ code }) => code.startsWith('account.unknown'))).toEqual([]);
  });

  it('was not there before a later pull brought it, but before the first one', () => {
    const alone = 'contact_id,account_id,role\nD,A,user\n';
    const pulling = pulledDaily('contacts', [alone, alone, line('A', 'champion')]);
    expect(readings(pulling, CHAMPIONS, [0, 1, 2])).toEqual([0, 0, 1]);
    expect(readings(pulling, COUNT, [-9, 1, 2])).toEqual([1, 1, 2]);
  });

  it('was there all along where somebody emptied the tab', () => {
    const text = line('A', 'champion');
    const platform = memoryPlatform({ files: { other: text } });
    const contacts = [source({ id: 'other', dataset: 'contacts', location: 'other' })];
    const { data } = pullInto(platform, contacts);
    data.put('CRM Contacts', (data.read('CRM Contacts') ?? []).slice(0, 1));
    pullInto(platform, contacts, data, TODAY + 1);
    expect(data.read('CRM Contacts')).toHaveLength(3);
    expect(data.read('Row History')).toBeNull();
  });

  it('keeps a column of its own where a metric reads it', () => {
    const texts = [line('A', 'user', 'gold'), line('A', 'user', 'tin')];
    const gold: MetricRow = { ...COUNT, filter: "tier = 'gold'" };
    expect(readings(pulledDaily('contacts', texts, ['contacts tier']), gold, [0, 1])).toEqual([1, 0]);
    const { data } = pulledDaily('contacts', texts);
    expect(data.read('Row History')).toBeNull();
  });

  it('costs nothing while it stays the same', () => {
    const { data } = pulledDaily('contacts', [line('A', 'user'), line('A', 'user')]);
    expect(data.read('Row History')).toBeNull();
  });

  it('is as it was in the evening of every day, whatever is edited later', () => {
    const cell = fc.constantFrom('', 'champion', 'user');
    const contact = fc.option(fc.tuple(fc.constantFrom('A', 'B'), cell, fc.constantFrom('', 'true', 'false')));
    const days = fc.array(fc.tuple(contact, contact, contact), { minLength: 2, maxLength: 5 });
    const metrics: MetricRow[] = [CHAMPIONS, LEFT, COUNT, { ...COUNT, filter: "role != ''" }];
    const textOf = (contacts: readonly (readonly string[] | null)[]) => [
      'contact_id,account_id,role,active',
      'Z,B,user,true',
      ...contacts.flatMap((one, at) => (one ? [`C${at},${one.join()}`] : [])),
    ];
    fc.assert(
      fc.property(days, (sequence) => {
        const texts = sequence.map((contacts) => `${textOf(contacts).join('\n')}\n`);
        const whole = pulledDaily('contacts', texts);
        texts.forEach((_, day) => {
          const then = pulledDaily('contacts', texts.slice(0, day + 1));
          for (const account of ['A', 'B'])
            for (const metric of metrics)
              expect(readings(whole, metric, [day], account)).toEqual(readings(then, metric, [day], account));
        });
      }),
      { numRuns: 25 },
    );
  });
});

describe('a row that its source edits', () => {
  it('has a rating from the day it is brought, an end from the day it names, a priority from the day it is noticed', () => {
    const line = (priority: string, closed: string, csat: string) =>
      `ticket_id,account_id,opened_at,closed_at,priority,csat\nT,A,2026-01-20,${closed},${priority},${csat}\n`;
    const pulling = pulledDaily('tickets', [
      line('low', '', ''),
      line('high', '2026-01-29', ''),
      line('high', '2026-01-29', '5'),
    ]);
    const csat: MetricRow = { dataset: 'tickets', aggregate: 'mean', field: 'csat' };
    const count = (filter: string): MetricRow => ({ dataset: 'tickets', aggregate: 'count', filter });
    expect(readings(pulling, csat, [0, 1, 2])).toEqual([null, null, 5]);
    expect(readings(pulling, count("priority = 'high'"), [0, 1, 2])).toEqual([0, 1, 1]);
    expect(readings(pulling, count("closed_at = ''"), [-3, -2, 2])).toEqual([1, 0, 0]);
  });

  it('keeps the score that was known, and is not there before its own day', () => {
    const line = (score: number) => `response_id,account_id,at,kind,score\nR,A,2026-01-30,nps,${score}\n`;
    const pulling = pulledDaily('surveys', [line(9), line(3)]);
    expect(readings(pulling, { dataset: 'surveys', aggregate: 'mean', field: 'score' }, [-2, -1, 0, 1])).toEqual([
      null,
      9,
      9,
      3,
    ]);
  });
});
