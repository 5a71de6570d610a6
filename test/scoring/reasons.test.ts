import { accountScore } from '../../src/scoring/account-score';
import { compileScoring } from '../../src/scoring/compile';
import { movement } from '../../src/scoring/movement';
import { reasons } from '../../src/scoring/reasons';
import { scoreAccounts } from '../../src/scoring/score-accounts';
import { curve, input, segment } from './configuration';
import { CONFIG, METRICS, scored, since, text } from './reasoned';

describe('reasons', () => {
  /* Effective weights: logins 0.4, silence 0.2, meetings 0.2, pulse 0.2. */
  it('tells the largest loss, the largest gain and the next loss of an account that is not well', () => {
    // logins 3 loses 0.4*70 = 28, silence 7 earns 20, meetings 1 loses 10, pulse 3 loses 10.
    expect(reasons(scored({ logins: 3, silence: 7, meetings: 1, pulse: 3 }))).toEqual([
      text(
        'Logins: 3 times (full points at 10); costs 28 points.',
        '「ログイン回数」は3回で、28点の減点です（満点の目安は10回）。',
      ),
      text(
        'Days since last login: 7 days, going well; adds all 20 points.',
        '「最終ログインからの日数」は7日と良好で、満点の20点を得ています。',
      ),
      text(
        'Meetings: 1 (full points at 2); costs 10 points.',
        '「打ち合わせ」は1件で、10点の減点です（満点の目安は2件）。',
      ),
    ]);
  });

  it('begins with a strength where the account is green', () => {
    const said = reasons(scored({ logins: 9, silence: 7, meetings: 2, pulse: 5 }));
    // 36 + 20 + 20 + 20 = 96; logins loses 4 and is told as the loss.
    expect(said.map(({ en }) => en)).toEqual([
      'Days since last login: 7 days, going well; adds all 20 points.',
      'Logins: 9 times (full points at 10); costs 4 points.',
    ]);
  });

  it('tells the change since last week with its cause, and what else moved', () => {
    const before = scored({ logins: 8, silence: 7, meetings: 2, pulse: 5 }, {}, 19993);
    const after = scored({ logins: 3, silence: 12, meetings: 2, pulse: 5 });
    // logins 0.4*(30-80) = -20, silence 0.2*(75-100) = -5.
    expect(reasons(after, since(before, after))).toEqual([
      text(
        'Down 25 points since last week, mostly due to Logins (from 8 times to 3).',
        '先週から25点下がりました。主な要因は「ログイン回数」です（8回→3回）。',
      ),
      text(
        'Logins: 3 times (full points at 10); costs 28 points.',
        '「ログイン回数」は3回で、28点の減点です（満点の目安は10回）。',
      ),
      text('Meetings: 2, going well; adds all 20 points.', '「打ち合わせ」は2件と良好で、満点の20点を得ています。'),
    ]);
    const steady = scored({ logins: 3.1, silence: 7, meetings: 2, pulse: 5 }, {}, 19999);
    const next = scored({ logins: 3, silence: 7, meetings: 2, pulse: 5 });
    expect(reasons(next, since(steady, next))[0]).toEqual(
      text(
        'Logins: 3 times, down from 3.1 yesterday (full points at 10); costs 28 points.',
        '「ログイン回数」は3回（前日の3.1回から減少）で、28点の減点です（満点の目安は10回）。',
      ),
    );
  });

  it('does not praise a strength that weakens as if it did not', () => {
    const few = { metrics: METRICS.slice(0, 2) };
    const one = (logins: number, silence: number, asOf: number) => scored({ logins, silence }, few, asOf);
    // logins carries 2/3 and earns full points on both days.
    const told = (before: number, now: number) =>
      reasons(one(now, 27, 20000), since(one(before, 27, 19993), one(now, 27, 20000), few));
    expect(told(10.2, 10)).toContainEqual(
      text(
        'Logins: 10 times, down from 10.2 a week ago, going well; adds all 66.7 points.',
        '「ログイン回数」は10回（先週の10.2回から減少）と良好で、満点の66.7点を得ています。',
      ),
    );
    const three = { metrics: METRICS.slice(0, 3) };
    const all = (logins: number, asOf: number) => scored({ logins, silence: 20, meetings: 1 }, three, asOf);
    // Losses: meetings 0.4*50 = 20, silence 0.2*65 = 13; logins 9.9 earns 0.4*99.
    expect(reasons(all(9.9, 20000), since(all(10, 19993), all(9.9, 20000), three))).toContainEqual(
      text(
        'Logins: 9.9 times, down from 10 a week ago but still good (full points at 10); adds 39.6 points.',
        '「ログイン回数」は9.9回（先週の10回から減少）ですが引き続き良好で、39.6点の加点です（満点の目安は10回）。',
      ),
    );
  });

  it('shows a reading just short of what is expected with enough decimals to differ from it', () => {
    const said = reasons(scored({ logins: 9.96, silence: 7, meetings: 2, pulse: 4 }));
    expect(said.map(({ en }) => en)).toContain('Logins: 9.96 times (full points at 10); costs 0.2 points.');
  });

  it('says that a missing reading is counted, and how', () => {
    expect(reasons(scored({ logins: 10, silence: 7, pulse: 5 }))).toContainEqual(
      text(
        'Meetings: no data, counted as 0 out of 100; costs 20 points.',
        '「打ち合わせ」はデータがなく100点中0点として扱っているため、20点の減点です。',
      ),
    );
  });

  it('says that the newest data are old', () => {
    // Day 20000 is 2024-10-04; the data are of that day.
    expect(reasons(scored({ logins: 3, silence: 7, meetings: 2, pulse: 5 }, {}, 20010))[0]).toEqual(
      text(
        'Logins: 3 times as of 2024-10-04 (full points at 10); costs 28 points.',
        '「ログイン回数」は3回（2024-10-04時点）で、28点の減点です（満点の目安は10回）。',
      ),
    );
  });

  it('says why an account is Grey, and what it was', () => {
    const before = scored({ logins: 8, silence: 7, meetings: 2, pulse: 5 }, {}, 19993);
    const after = scored({ meetings: 1, pulse: 3 });
    expect(after.band).toBe('Grey');
    expect(reasons(after, since(before, after))).toEqual([
      text(
        'Not scored: data for only 40% of the weight, 50% is needed. Missing: Logins, Days since last login.',
        'データがそろわないため、スコアを出していません（配点の40%分のみ。50%以上が必要です）。不足しているのは「ログイン回数」「最終ログインからの日数」です。',
      ),
      text('It was 92.0 (Green) a week ago.', '先週は92.0点（グリーン）でした。'),
    ]);
    expect(reasons(scored({}))).toEqual([
      text(
        'Not scored: there is no data for this account yet.',
        'この顧客のデータがまだないため、スコアを出していません。',
      ),
    ]);
    expect(reasons(before, since(after, before))[0]?.en).toMatch(/^Now scored, at 92.0/);
  });

  it('puts a cap that holds the score first', () => {
    const caps = [
      {
        id: 'left',
        condition: { op: 'value' as const, value: true },
        highestScore: 39,
        reason: text('Champion left', 'キーパーソンが退職'),
        enabled: true,
      },
    ];
    const account = scored({ logins: 10, silence: 7, meetings: 1, pulse: 5 }, { caps });
    expect(reasons(account)[0]).toEqual(
      text(
        'Champion left: the score is held at 39 (90 without the cap).',
        'キーパーソンが退職（スコアは上限の39点、上限がなければ90点）。',
      ),
    );
    expect(reasons(scored({ logins: 0, silence: 27, meetings: 0, pulse: 1 }, { caps }))[0]?.en).toMatch(/^Logins: 0/);
  });

  it('names a new configuration, a new segment or new data as the cause of a change', () => {
    const readings = { logins: 5, silence: 7, meetings: 2, pulse: 5 };
    const before = scored(readings, {}, 19993);
    const stricter = {
      version: 'v2',
      metrics: METRICS.map((m) => (m.id === 'logins' ? { ...m, curve: curve('0=0;20=100') } : m)),
    };
    const after = scored(readings, stricter);
    expect(reasons(after, since(before, after, stricter))[0]).toEqual(
      text(
        'Down 10 points since last week, mostly because the scoring settings changed, not the customer.',
        '先週から10点下がりました。主な要因はスコア設定の変更で、顧客側の変化ではありません。',
      ),
    );
    const regrouped = {
      segments: [segment('Large'), segment('All')],
      overrides: [{ segment: 'Large', metric: 'logins', weight: null, curve: curve('0=0;20=100'), enabled: null }],
    };
    const inAll = accountScore(
      scoreAccounts(
        compileScoring({ ...CONFIG, ...regrouped }),
        input(METRICS, [readings], { segments: Int32Array.of(1), asOf: 19993 }),
      ),
      0,
    );
    const inLarge = scored(readings, regrouped);
    expect(reasons(inLarge, since(inAll, inLarge, regrouped))[0]?.en).toBe(
      'Down 10 points since last week, mostly because the account is now in segment Large.',
    );
    const without = scored({ logins: 5, silence: 7, meetings: 2 }, {}, 19993);
    expect(reasons(before, since(scored({ logins: 5, silence: 7, pulse: 5 }, {}, 19986), before))[0]?.en).toBe(
      'Up 20 points since last week, mostly because data for Meetings came in.',
    );
    expect(
      reasons(
        scored({ logins: 1, silence: 27, meetings: 2 }),
        since(without, scored({ logins: 1, silence: 27, meetings: 2 })),
      )[0]?.ja,
    ).toBe('先週から36点下がりました。主な要因は「最終ログインからの日数」です（7日→27日）。');
  });

  it('never says more than three things', () => {
    const before = scored({ logins: 8, silence: 7, meetings: 2, pulse: 5 }, {}, 19993);
    const after = scored({ logins: 3, silence: 20, meetings: 1, pulse: 2 });
    expect(reasons(after, since(before, after))).toHaveLength(3);
  });
});

describe('a pulse against the score', () => {
  it('stands second, where pulse and band lie two bands apart, and not where they lie one apart', () => {
    // logins 0, silence 27, meetings 1: 0 + 0 + 10 + pulse 20 = 30, Red; pulse 5 is Green.
    const said = reasons(scored({ logins: 0, silence: 27, meetings: 1, pulse: 5 }));
    expect(said[0]?.en).toMatch(/^Logins: 0 times /);
    expect(said[1]).toEqual(
      text(
        'The pulse (5) says Green, the score says Red: worth a second look.',
        '担当者のパルス（5）はグリーン、スコアはレッドと食い違っています。確認してみてください。',
      ),
    );
    // pulse 3 earns 50: Yellow, one from Red.
    for (const pulse of [{ pulse: 3 }, {}])
      expect(reasons(scored({ logins: 0, silence: 27, meetings: 1, ...pulse })).map(({ en }) => en)).not.toContainEqual(
        expect.stringMatching(/second look/),
      );
  });

  it('leaves room for a cap and what changed', () => {
    const before = scored({ logins: 9, silence: 7, meetings: 2, pulse: 5 }, {}, 19993);
    const after = scored({ logins: 0, silence: 27, meetings: 0, pulse: 5 });
    expect(reasons(after, since(before, after)).map(({ en }) => en.split(' ')[0])).toEqual(['Down', 'The', 'Logins:']);
  });
});

describe('reasons across two configurations', () => {
  /*
   * logins were counted over four weeks, 20 of 10 for full points; now over one, where the same day had 5 and today 8.
   * logins carries 0.4: 40 points under the old way, 20 under the new one, 32 today.
   */
  const next = { version: 'v2', metrics: METRICS.map((m) => (m.id === 'logins' ? { ...m, windowDays: 7 } : m)) };
  const rest = { silence: 7, meetings: 2, pulse: 5 };
  const before = scored({ logins: 20, ...rest }, {}, 19993);
  const reread = scored({ logins: 5, ...rest }, next, 19993);
  const after = scored({ logins: 8, ...rest }, next);
  const earlier = {
    account: before,
    underNow: reread,
    movement: movement(before, after, compileScoring({ ...CONFIG, ...next }), reread),
  };

  it('compare readings of one configuration alone', () => {
    expect(earlier.movement.totals.config).toBeCloseTo(-20, 9);
    expect(earlier.movement.totals.behaviour).toBeCloseTo(12, 9);
    expect(reasons(after, earlier).map(({ en }) => en)).toEqual([
      'Down 8 points since last week, mostly because the scoring settings changed, not the customer.',
      'Days since last login: 7 days, going well; adds all 20 points.',
      'Logins: 8 times, up from 5 a week ago (full points at 10); costs 8 points.',
    ]);
  });

  it('name the readings between which the customer moved', () => {
    // 20 logins of four weeks became 10 of one: the version takes nothing, the week 0.4 * 80 = 32.
    const same10 = scored({ logins: 10, ...rest }, next, 19993);
    const fallen = scored({ logins: 2, ...rest }, next);
    const moved = movement(before, fallen, compileScoring({ ...CONFIG, ...next }), same10);
    expect(reasons(fallen, { account: before, underNow: same10, movement: moved })[0]?.ja).toBe(
      '先週から32点下がりました。主な要因は「ログイン回数」です（10回→2回）。',
    );
  });
});
