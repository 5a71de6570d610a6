import { loadFacts } from '../../../src/app/store/load-facts';
import type { DatasetName } from '../../../src/domain/datasets';
import type { Locale } from '../../../src/domain/text';
import { readMetrics } from '../../../src/metrics/read-metrics';
import { configOf, type MetricRow, metricOf } from '../../metrics/facts';
import { marks, type Pulling, pullCsv, TODAY } from './pulled';

const pulled = (dataset: DatasetName, ...lines: readonly string[]): Pulling => pullCsv(lines.join('\n'), { dataset });
const told = ({ report }: Pulling): string[] => marks(report.problems);
const said = ({ report }: Pulling, locale: Locale): string => report.problems[0]?.why[locale] ?? '';

/** What a metric reads of account A a while after the pull; null where that is missing. */
function reading({ store }: Pulling, row: MetricRow, asOf: number = TODAY): number | null {
  const { facts } = loadFacts(store);
  const asked = { facts, config: configOf([metricOf(row)]), accountIds: ['A'], segments: Int32Array.of(0), asOf };
  const value = readMetrics(asked).values[0] as number;
  return Number.isNaN(value) ? null : value;
}

describe('a score', () => {
  const survey = (kind: string, ...scores: readonly string[]): Pulling =>
    pulled(
      'surveys',
      'response_id,account_id,at,kind,score,effort',
      ...scores.map((score, at) => `R${at},A,2026-01-20,${kind},${score},7`),
    );
  const MEAN: MetricRow = { dataset: 'surveys', aggregate: 'mean', field: 'score' };

  it('of NPS beyond 0 to 10 is told with its place and reads as missing, while the rest of the row counts', () => {
    const pulling = survey('NPS', '10', '11', '-1', '0', '9.5');
    expect(told(pulling)).toEqual([
      'error | number.range | row 3 | score | 11',
      'error | number.range | row 4 | score | -1',
    ]);
    expect(reading(pulling, MEAN)).toBe(6.5); // of 10, 0 and 9.5
    expect(reading(pulling, { ...MEAN, aggregate: 'count', field: '' })).toBe(5);
    expect(reading(pulling, { ...MEAN, field: 'effort' })).toBe(7);
    expect(said(pulling, 'en')).toMatch(/^Surveys: NPS is a number from 0 to 10\./);
    expect(said(pulling, 'ja')).toMatch(/^アンケートの NPS は 0～10 の数値です。/);
  });

  it.each(['csat', 'ces', 'gcr', 'mood', ''])('of %p may be on any scale from 0 to 100', (kind) => {
    const pulling = survey(kind, '0', '1', '5', '7', '10', '87.5', '100', '-0.5', '100.5');
    expect(told(pulling).filter((mark) => /number/.test(mark))).toEqual([
      'error | number.range | row 9 | score | -0.5',
      'error | number.range | row 10 | score | 100.5',
    ]);
    expect(said(survey('csat', '101'), 'en')).toMatch(/^Surveys: score is a number from 0 to 100\./);
  });
});

describe('a ticket', () => {
  const ticket = (closed: string, csat = ''): Pulling =>
    pulled('tickets', 'ticket_id,account_id,opened_at,closed_at,csat', `T,A,2026-01-20,${closed},${csat}`);
  const DAYS: MetricRow = { dataset: 'tickets', aggregate: 'mean', field: 'closed_at - opened_at' };
  const OPEN: MetricRow = { dataset: 'tickets', aggregate: 'count', filter: "closed_at = ''" };

  it('closed before it was opened is closed on the day it was opened', () => {
    const pulling = ticket('2026-01-19');
    expect(told(pulling)).toEqual(['error | day.order | row 2 | closed_at | 2026-01-19']);
    expect(reading(pulling, DAYS)).toBe(0);
    expect(reading(pulling, OPEN)).toBe(0);
    expect(said(pulling, 'ja')).toMatch(/起票日に完了/);
  });

  it('closed on the day it was opened, or not at all, is nothing odd', () => {
    expect(told(ticket('2026-01-20'))).toEqual([]);
    expect(told(ticket(''))).toEqual([]);
    expect(reading(ticket('2026-01-22'), DAYS)).toBe(2);
  });

  it('has a rating from 0 to 100', () => {
    expect(told(ticket('', '101'))).toEqual(['error | number.range | row 2 | csat | 101']);
    expect(told(ticket('', '0'))).toEqual([]);
  });
});

describe('an account', () => {
  const account = (mrr: string, start: string, renewal: string): Pulling =>
    pulled('accounts', 'account_id,mrr,employees,contract_start,renewal_date', `A,${mrr},${mrr},${start},${renewal}`);

  it('that pays less than nothing is used as it is, with a warning', () => {
    const pulling = account('-5', '', '');
    expect(told(pulling)).toEqual([
      'warning | number.negative | row 2 | mrr | -5',
      'warning | number.negative | row 2 | employees | -5',
    ]);
    expect(reading(pulling, { dataset: 'accounts', aggregate: 'last', field: 'mrr' })).toBe(-5);
    expect(told(account('0', '', ''))).toEqual([]);
  });

  it('that renews before it began keeps both dates, with a warning', () => {
    const pulling = account('5', '2026-01-01', '2025-12-31');
    expect(told(pulling)).toEqual(['warning | day.order | row 2 | renewal_date | 2025-12-31']);
    expect(reading(pulling, { dataset: 'accounts', aggregate: 'last', field: 'contract_start - renewal_date' })).toBe(
      1,
    );
    expect(told(account('5', '2026-01-01', '2026-01-01'))).toEqual([]);
  });
});

describe('a row of the future', () => {
  const touch = (at: string): Pulling => pulled('touches', 'touch_id,account_id,at,kind', `T,A,${at},meeting`);
  const COUNT: MetricRow = { dataset: 'touches', aggregate: 'count' };

  it('waits for its day, and is a warning where nobody plans so far', () => {
    const planned = touch('2026-02-02');
    expect(told(planned)).toEqual([]);
    // Silence: before its first row a dataset says nothing.
    expect([0, 1, 2].map((days) => reading(planned, COUNT, TODAY + days))).toEqual([null, null, 1]);
    // 2026-01-31 and two years.
    expect(told(touch('2028-02-01'))).toEqual([]);
    expect(told(touch('2028-02-02'))).toEqual(['warning | day.future | row 2 | at | 2028-02-02']);
    expect(told(touch('9999-12-31'))).toEqual(['warning | day.future | row 2 | at | 9999-12-31']);
    expect(reading(touch('9999-12-31'), COUNT)).toBeNull();
  });
});

describe('what may be below zero', () => {
  it('is usage, which is told once a measure and added up', () => {
    const pulling = pulled(
      'usage',
      'account_id,date,logins,credits',
      'A,2026-01-29,5,1',
      'A,2026-01-30,-2,-3',
      'A,2026-01-31,-1,2',
    );
    expect(told(pulling)).toEqual([
      'warning | number.negative | row 3 | logins | -2',
      'warning | number.negative | row 3 | credits | -3',
    ]);
    expect(reading(pulling, { dataset: 'usage', aggregate: 'sum', field: 'logins' })).toBe(2);
    expect(reading(pulling, { dataset: 'usage', aggregate: 'active_days', field: 'logins' })).toBe(3);
    const long = pulled(
      'usage',
      'account_id,date,measure,value',
      'A,2026-01-30,x,-1',
      'A,2026-01-31,x,-2',
      'A,2026-01-31,y,-1',
    );
    expect(told(long)).toEqual([
      'warning | number.negative | row 2 | value | -1',
      'warning | number.negative | row 4 | value | -1',
    ]);
  });

  it('is revenue, as of a contraction', () => {
    const pulling = pulled('revenue', 'revenue_id,account_id,at,kind,amount', 'R,A,2026-01-20,contraction,-500');
    expect(told(pulling)).toEqual([]);
    expect(reading(pulling, { dataset: 'revenue', aggregate: 'sum', field: 'amount' })).toBe(-500);
  });

  it('is a limit: 0, and the -1 that some systems write for unlimited, are none', () => {
    const pulling = pulled('entitlements', 'account_id,measure,limit', 'A,logins,-1');
    expect(told(pulling)).toEqual([]);
  });
});
