import { accountRecord, type Edition } from '../../../src/app/publish/account-records';
import { movementRecords } from '../../../src/app/publish/movement-records';
import { publishedAccounts } from '../../../src/app/publish/published-account';
import { scoreDay } from '../../../src/app/run/portfolio';
import type { Config, Metric } from '../../../src/domain/config/config';
import type { Facts } from '../../../src/domain/facts';
import { configuration, curve, dimension, metric } from '../../scoring/configuration';

const TODAY = 20_000;
const EDITION: Edition = { locale: 'en', mode: 'Scoring', asOf: '2024-10-04T06:00:00' };

/** One account whose logins a day are `values`, the last of them today's. */
function facts(values: readonly number[]): Facts {
  const series = {
    measure: 'logins',
    userId: '',
    firstDay: TODAY - values.length + 1,
    values: Float64Array.from(values),
  };
  return {
    accounts: { columns: ['account_id', 'seats'], dated: -1, byAccount: new Map([['A', [['A', 50]]]]) },
    attributeHistory: new Map(),
    usage: new Map([['A', [series]]]),
    tables: {},
  };
}

const LOGINS = metric('logins', 'Use', curve('0=0;100=100'), { name: { en: 'Logins', ja: 'ログイン' } });
const SEATS = metric('seats', 'Use', curve('0=0;100=100'), {
  dataset: 'accounts',
  aggregate: 'last',
  windowDays: null,
});

const configOf = (logins: Partial<Metric>, changes: Partial<Omit<Config, 'settings'>> = {}, minimum = 0): Config =>
  configuration(
    { dimensions: [dimension('Use', 1)], metrics: [{ ...LOGINS, ...logins }, SEATS], ...changes },
    { minimumCoveragePercent: minimum },
  );

/** The account's lines where it was scored a week ago under one configuration and today under another. */
function lines(values: readonly number[], was: Config, is: Config) {
  const known = facts(values);
  const day = (config: Config, asOf: number) => scoreDay(known, config, ['A'], asOf);
  const [today, then] = [day(is, TODAY), day(was, TODAY - 7)];
  const thenUnderNow = was === is ? then : day(is, TODAY - 7);
  const [account] = publishedAccounts(today, { then, thenUnderNow });
  if (!account) throw new Error('no account');
  return { account, records: movementRecords(account, then, today, EDITION) };
}

describe('lines of Movements', () => {
  it('part what a new window did to the old day from what the customer did since, reading by reading', () => {
    // Four a day for three weeks, then six: the 28 days to a week ago hold 21 * 4 = 84, the last seven of them 28,
    // the week to today 42. At half the weight: the window takes (28 - 84) / 2 = -28, the customer gives (42 - 28) / 2 = 7.
    const values = [...Array<number>(21).fill(4), ...Array<number>(7).fill(6)];
    const was = configOf({ windowDays: 28 });
    const is = configOf({ windowDays: 7 }, { version: 'v2' });
    const { account, records } = lines(values, was, is);
    expect(
      records.map((line) => [line.Cause, line['Points Moved'], line['Reading Before'], line['Reading After']]),
    ).toEqual([
      ['config', -28, 84, 28],
      ['behaviour', 7, 28, 42],
    ]);
    expect(records[1]?.['Reason Note']).toBe('Logins went from 28 to 42.');
    expect(accountRecord(account, EDITION)['Change Note']).toBe(
      'The configuration of Logins changed; the customer did nothing different.\nLogins went from 28 to 42.',
    );
    expect(records.map((line) => [line['Score Before'], line['Score After']])).toEqual(Array(2).fill([67, 46]));
  });

  it('tell readings apart that differ little', () => {
    const { records } = lines([...Array<number>(27).fill(0), 50.06, ...Array<number>(6).fill(0), 0.02], LEVEL, LEVEL);
    expect(records.map((line) => line['Reason Note'])).toEqual(['Logins went from 50.06 to 50.08.']);
  });

  it('add up to the change, down to the last bit of small terms', () => {
    const { records } = lines([...Array<number>(27).fill(0), 20, ...Array<number>(6).fill(0), 3e-10], LEVEL, LEVEL);
    expect(records).toEqual([]);
    const moved = lines([...Array<number>(27).fill(0), 20, ...Array<number>(6).fill(0), 3e-9], LEVEL, LEVEL).records;
    expect(moved.reduce((sum, line) => sum + Number(line['Points Moved']), 0)).toBeCloseTo(1.5e-9, 12);
  });

  it('do not say that a cap changed which held the score on both days', () => {
    const held = { id: 'left', condition: { op: 'value', value: true }, highestScore: 30, enabled: true } as const;
    const config = configOf({}, { caps: [{ ...held, reason: { en: 'Left', ja: '離任' } }] });
    // Logins of four weeks went from 84 to 126 (100 points), so that the cap takes 45 points in place of 37.
    const { account, records } = lines([...Array<number>(21).fill(4), ...Array<number>(7).fill(6)], config, config);
    expect(account.score.score).toBe(30);
    expect(records).toEqual([]);
    const note = String(accountRecord(account, EDITION)['Change Note']);
    expect(note.split('\n').sort()).toEqual([
      'Logins went from 84 to 126.',
      'What a cap on the score holds back changed.',
    ]);
  });

  it('say that an account lost its score, or came to one, and why', () => {
    // logins were never seen before today: half of the weight.
    const strict = configOf({}, {}, 60);
    const gained = lines([5], strict, strict).records;
    expect(gained).toMatchObject([
      { Cause: 'coverage', Metric: null, 'Points Moved': null, 'Score Before': null, 'Band Before': 'Grey' },
    ]);
    expect(gained[0]?.['Reason Note']).toBe('Now scored, at 27.5: a week ago there was too little data.');
    const values = [...Array<number>(20).fill(4)];
    const lost = lines(values, configOf({}), configOf({ dataset: 'surveys', field: 'score' }, { version: 'v2' }, 60));
    expect(lost.records).toMatchObject([{ Cause: 'config', 'Score After': null, 'Band After': 'Grey' }]);
    expect(lost.records[0]?.['Reason Note']).toMatch(/^Not scored: data for only 50% of the weight, 60% is needed\./);
  });
});

/** The last five weeks counted alike, so that single days are told apart. */
const LEVEL = configOf({ windowDays: 35 });
