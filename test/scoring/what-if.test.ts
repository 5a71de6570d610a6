import type { Cell } from '../../src/domain/cell';
import type { Config } from '../../src/domain/config/config';
import { same } from '../../src/domain/text';
import { compileScoring } from '../../src/scoring/compile';
import { scoreAccounts } from '../../src/scoring/score-accounts';
import { whatIf } from '../../src/scoring/what-if';
import { configuration, curve, dimension, input, metric, segment } from './configuration';

const METRICS = [
  metric('logins', 'Adoption', curve('0=0;10=100'), { name: { en: 'Logins', ja: 'ログイン回数' } }),
  metric('meetings', 'Engagement', curve('0=0;4=100'), { name: { en: 'Meetings', ja: '打ち合わせ' } }),
];
const CONFIG = configuration({
  dimensions: [dimension('Adoption', 50), dimension('Engagement', 50)],
  metrics: METRICS,
  segments: [segment('Large'), segment('Small')],
});
/* Adoption and Engagement count half each. Scores: 90 Green, 50 Yellow, 100 Green, 30 Red. */
const ACCOUNTS = [
  { logins: 8, meetings: 4 },
  { logins: 10, meetings: 0 },
  { logins: 10, meetings: 4 },
  { logins: 1, meetings: 2 },
];
const OWNERS = ['sato@example.com', 'suzuki@example.com', 'sato@example.com', 'suzuki@example.com'];
const MRR = [100, 300, 200, null];

function compare(
  changed: Config,
  accounts: readonly Record<string, number>[] = ACCOUNTS,
  before = CONFIG,
  status: readonly Cell[] = [],
) {
  const given = input(METRICS, accounts, {
    segments: Int32Array.from(accounts, (_, a) => a % 2),
    attribute: (column) => (account) => ({ owner_email: OWNERS, mrr: MRR, status })[column]?.[account] ?? null,
  });
  return whatIf(scoreAccounts(compileScoring(before), given), scoreAccounts(compileScoring(changed), given));
}

/* Only Engagement counts: 100 Green, 0 Red, 100 Green, 50 Yellow. */
const ENGAGEMENT_ONLY: Config = { ...CONFIG, dimensions: [dimension('Adoption', 0), dimension('Engagement', 50)] };

describe('whatIf', () => {
  it('lists who changes band, largest MRR first, and how the distribution shifts', () => {
    const result = compare(ENGAGEMENT_ONLY);
    expect(result.accounts).toBe(4);
    expect(result.before).toEqual({ Green: 2, Lime: 0, Yellow: 1, Red: 1, Grey: 0 });
    expect(result.after).toEqual({ Green: 2, Lime: 0, Yellow: 1, Red: 1, Grey: 0 });
    expect(result.moves).toEqual([
      {
        accountId: 'A2',
        segment: 'Small',
        ownerEmail: 'suzuki@example.com',
        mrr: 300,
        from: 'Yellow',
        to: 'Red',
        scoreBefore: 50,
        scoreAfter: 0,
      },
      {
        accountId: 'A4',
        segment: 'Small',
        ownerEmail: 'suzuki@example.com',
        mrr: 0,
        from: 'Red',
        to: 'Yellow',
        scoreBefore: 30,
        scoreAfter: 50,
      },
    ]);
  });

  it('groups the moves by segment, owner and quarter of MRR', () => {
    const result = compare(ENGAGEMENT_ONLY);
    const still = { up: 0, down: 0, intoGrey: 0, outOfGrey: 0, mrrUp: 0, mrrDown: 0 };
    expect(result.bySegment).toEqual([
      { key: 'Large', accounts: 2, ...still },
      { key: 'Small', accounts: 2, ...still, up: 1, down: 1, mrrUp: 0, mrrDown: 300 },
    ]);
    expect(result.byOwner).toEqual([
      { key: 'sato@example.com', accounts: 2, ...still },
      { key: 'suzuki@example.com', accounts: 2, ...still, up: 1, down: 1, mrrUp: 0, mrrDown: 300 },
    ]);
    expect(result.byMrr).toEqual([
      { key: '300', accounts: 1, ...still, down: 1, mrrDown: 300 },
      { key: '200', accounts: 1, ...still },
      { key: '100', accounts: 1, ...still },
      { key: '0', accounts: 1, ...still, up: 1 },
    ]);
  });

  it('explains whose score moves most, by what does most in that direction', () => {
    const { movers } = compare(ENGAGEMENT_ONLY);
    expect(
      movers.map((mover) => [mover.accountId, mover.change, mover.metric?.id, mover.why.en, mover.why.ja]),
    ).toEqual([
      ['A2', -50, 'logins', 'Logins earns 50 points less', '「ログイン回数」の得点が50点減ります'],
      ['A4', 20, 'meetings', 'Meetings earns 25 points more', '「打ち合わせ」の得点が25点増えます'],
      ['A1', 10, 'meetings', 'Meetings earns 50 points more', '「打ち合わせ」の得点が50点増えます'],
    ]);
  });

  it('explains a change by a cap', () => {
    const caps = [
      {
        id: 'c',
        condition: { op: 'value', value: true } as const,
        highestScore: 60,
        reason: same('held'),
        enabled: true,
      },
    ];
    const [mover] = compare({ ...CONFIG, caps }).movers;
    expect(mover).toMatchObject({ accountId: 'A3', scoreBefore: 100, scoreAfter: 60, change: -40, metric: null });
    expect(mover?.why).toEqual({ en: 'a cap takes 40 points', ja: '上限により40点下がります' });
    const [lifted] = compare(CONFIG, ACCOUNTS, { ...CONFIG, caps }).movers;
    expect(lifted?.why.en).toBe('a cap takes 40 points less');
  });

  it('tells accounts that lose their score from those that fall', () => {
    const strict = { ...CONFIG, settings: { ...CONFIG.settings, minimumCoveragePercent: 60 } };
    const result = compare(strict, [{ logins: 8 }, { logins: 8, meetings: 4 }]);
    expect(result.moves.map(({ accountId, to, scoreAfter }) => [accountId, to, scoreAfter])).toEqual([
      ['A1', 'Grey', null],
    ]);
    expect(result.bySegment[0]).toMatchObject({ key: 'Large', up: 0, down: 0, intoGrey: 1, outOfGrey: 0 });
    expect(result.movers).toEqual([]);
    expect(compare(CONFIG, [{ logins: 8 }], strict).bySegment[0]).toMatchObject({
      up: 0,
      down: 0,
      intoGrey: 0,
      outOfGrey: 1,
    });
  });

  it('warns of a band that would hold more than the configured share, and only then', () => {
    expect(compare(ENGAGEMENT_ONLY).skew).toEqual([]);
    // 100, 0, 100, 100: three of four are Green.
    const accounts = [ACCOUNTS[0], ACCOUNTS[1], ACCOUNTS[2], ACCOUNTS[2]] as Record<string, number>[];
    expect(compare(ENGAGEMENT_ONLY, accounts).skew).toEqual([
      {
        band: 'Green',
        percent: 75,
        warning: {
          en: '75% of the scored accounts are Green (more than 60%): the colour hardly tells them apart.',
          ja: 'スコアのある顧客の75%がグリーンに偏っており（目安は60%以下）、色で見分けにくくなっています。',
        },
      },
    ]);
    // Two Green, two Red; one of the Red ones has left, and of those who stay two thirds are Green.
    const left = [...accounts.slice(0, 2), ACCOUNTS[2], ACCOUNTS[1]] as Record<string, number>[];
    expect(compare(ENGAGEMENT_ONLY, left).skew).toEqual([]);
    const gone = compare(ENGAGEMENT_ONLY, left, CONFIG, [null, 'active', null, ' Churned ']);
    expect(gone.skew.map(({ band, percent }) => [band, Math.round(percent)])).toEqual([['Green', 67]]);
    expect(gone.after).toMatchObject({ Green: 2, Red: 2 });
    const at75 = { ...ENGAGEMENT_ONLY, settings: { ...CONFIG.settings, skewWarningPercent: 75 } };
    expect(compare(at75, accounts).skew).toEqual([]);
  });

  it('warns where most accounts would not be scored at all', () => {
    const [first, second] = compare(CONFIG, [{}, {}, { logins: 5, meetings: 2 }]).skew;
    // All of the scored accounts (one) are Yellow, two of three are Grey.
    expect([first?.band, second?.band]).toEqual(['Yellow', 'Grey']);
    expect(second?.percent).toBeCloseTo(200 / 3, 9);
    expect(second?.warning.en).toMatch(/^66.7% of the accounts are not scored/);
  });
});
