import fc from 'fast-check';
import type { Config } from '../../src/domain/config/config';
import { same } from '../../src/domain/text';
import { accountScore } from '../../src/scoring/account-score';
import { compileScoring } from '../../src/scoring/compile';
import { movement } from '../../src/scoring/movement';
import { reasons } from '../../src/scoring/reasons';
import { scoreAccounts } from '../../src/scoring/score-accounts';
import { shownNumber } from '../../src/scoring/shown-number';
import { anyConfig, anyReadings, anySegment } from './arbitrary';
import { curve, input, metric } from './configuration';
import { scored, since, text } from './reasoned';

describe('the words of a reason', () => {
  it('speaks of ranges, of stretches just below a step and of curves that give less than full points', () => {
    const said = (text: string, reading: number) => {
      const metrics = [metric('m', 'Adoption', curve(text), { name: same('M'), unit: { en: 'days', ja: '日' } })];
      return reasons(scored({ m: reading }, { metrics }))[0];
    };
    expect(said('0=0;5=100;8=100;20=0', 14)).toEqual(
      text(
        'M: 14 days (full points from 5 to 8); costs 50 points.',
        '「M」は14日で、50点の減点です（満点の目安は5〜8日）。',
      ),
    );
    expect(said('0=100;10=100;10=20', 10)).toEqual(
      text(
        'M: 10 days (full points below 10); costs 80 points.',
        '「M」は10日で、80点の減点です（満点の目安は10日未満）。',
      ),
    );
    expect(said('7=80;27=0', 27)).toEqual(
      text('M: 27 days (best at 7); costs 100 points.', '「M」は27日で、100点の減点です（最高点の目安は7日）。'),
    );
    expect(said('0=0;5=100;9=0', 1)?.ja).toBe('「M」は1日で、80点の減点です（満点の目安は5日）。');
    // The most points there are, yet not full ones: nothing to mend, so no loss.
    expect(said('7=80;27=0', 3)?.en).toBe('M: 3 days, going well; adds 80 points, the most it can.');
    expect(said('0=40;9=40', 3)?.en).toBe('M: 3 days; costs 60 points.');
    expect(said('0=0;10=100', 9.9)?.en).toBe('M: 9.9 days (full points at 10); costs 1 point.');
  });

  it('shows control points with every decimal they have', () => {
    const metrics = [metric('m', 'Adoption', curve('0=0;0.125=50;0.75=100'), { name: same('M') })];
    expect(reasons(scored({ m: 0.125 }, { metrics }))[0]?.en).toBe('M: 0.1 (full points at 0.75); costs 50 points.');
    const large = [metric('m', 'Adoption', curve('0=0;112.5=100'), { name: same('M') })];
    expect(reasons(scored({ m: 90 }, { metrics: large }))[1]).toBeUndefined();
    expect(reasons(scored({ m: 90 }, { metrics: large }))[0]?.en).toBe(
      'M: 90 (full points at 112.5); costs 20 points.',
    );
  });

  it('tells the start and the open end of a stretch that steps down', () => {
    const metrics = [metric('m', 'Adoption', curve('0=0;5=100;8=100;8=20'), { name: same('M'), unit: same('days') })];
    expect(reasons(scored({ m: 8 }, { metrics }))[0]).toEqual(
      text(
        'M: 8 days (full points from 5 to below 8); costs 80 points.',
        '「M」は8daysで、80点の減点です（満点の目安は5以上8days未満）。',
      ),
    );
    const peak = [metric('m', 'Adoption', curve('0=0;5=100;5=20'), { name: same('M') })];
    expect(reasons(scored({ m: 5 }, { metrics: peak }))[0]?.en).toBe('M: 5 (full points below 5); costs 80 points.');
  });

  it('shows the sign of a change against an earlier time', () => {
    const trend = metric('m', 'Adoption', curve('-50=0;50=100'), {
      name: text('Trend', '前月比'),
      unit: same('%'),
      compare: 'own_previous',
    });
    const day = (m: number, asOf: number) => scored({ m }, { metrics: [trend] }, asOf);
    const said = (was: number, is: number) =>
      reasons(day(is, 20000), since(day(was, 19993), day(is, 20000), { metrics: [trend] }))[0];
    expect(said(20, 0)?.ja).toBe('先週から20点下がりました。主な要因は「前月比」です（+20%→0%）。');
    expect(said(-20, 0.5)?.en).toBe('Up 20.5 points since last week, mostly due to Trend (from -20% to +0.5%).');
    const baseline = metric('m', 'Adoption', curve('-50=0;50=100'), { unit: same('%'), compare: 'own_baseline' });
    expect(reasons(scored({ m: 20 }, { metrics: [baseline] }))[0]?.en).toMatch(/^m: \+20% /);
    const share = metric('m', 'Adoption', curve('-50=0;50=100'), { unit: same('%'), compare: 'entitlement' });
    expect(reasons(scored({ m: 20 }, { metrics: [share] }))[0]?.en).toMatch(/^m: 20% /);
  });

  it.each([
    ['people', '1 person'],
    ['uses a day', '1 use a day'],
    ['touches', '1 touch'],
    ['passes', '1 pass'],
    ['boxes', '1 box'],
    ['companies', '1 company'],
    ['status', '1 status'],
    ['glass', '1 glass'],
    ['of 5', '1 of 5'],
    ['%', '1%'],
    ['', '1'],
  ])('counts one of %s in the singular', (unit, shown) => {
    const metrics = [metric('m', 'Adoption', curve('0=0;1=100'), { unit: text(unit, '') })];
    expect(reasons(scored({ m: 1 }, { metrics }))[0]?.en).toBe(`m: ${shown}, going well; adds all 100 points.`);
  });

  it('counts one less than nothing in the singular too, and 11 in the plural', () => {
    const metrics = [metric('m', 'Adoption', curve('-1=0;20=100'), { unit: text('days', '日') })];
    expect(reasons(scored({ m: -1 }, { metrics }))[0]?.en).toMatch(/^m: -1 day \(/);
    expect(reasons(scored({ m: 11 }, { metrics }))[0]?.en).toMatch(/^m: 11 days \(/);
    expect(reasons(scored({ m: 1.5 }, { metrics }))[0]?.en).toMatch(/^m: 1.5 days \(/);
  });
});

describe('reasons', () => {
  it('says something, at most three things, in both languages, whatever the configuration and the days', () => {
    fc.assert(
      fc.property(
        anyConfig,
        anyConfig,
        anyReadings,
        anyReadings,
        anySegment,
        anySegment,
        (one, other, then, now, from, to) => {
          const scoring = compileScoring(other);
          const at = (config: Config, readings: Record<string, number>, of: number, asOf: number) =>
            accountScore(
              scoreAccounts(
                compileScoring(config),
                input(config.metrics, [readings], { segments: Int32Array.of(of), asOf }),
              ),
              0,
            );
          const before = at(one, then, from, 19993);
          const after = at(other, now, to, 20000);
          const said = reasons(after, { account: before, movement: movement(before, after, scoring) });
          expect(said.length).toBeGreaterThanOrEqual(1);
          expect(said.length).toBeLessThanOrEqual(3);
          for (const { en, ja } of said) {
            expect(en).toMatch(/^[A-Z0-9m].*\.$/);
            expect(ja).toMatch(/。$/);
            expect(en + ja).not.toMatch(/NaN|undefined|null|Infinity/);
            expect(en).not.toMatch(/(costs|adds|Up|Down) 0( |\.$)/);
          }
          expect(new Set(said.map(({ en }) => en)).size).toBe(said.length);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('the numbers in a reason', () => {
  it('are those of the account, whatever the configuration and the days', () => {
    const shown = (value: number): string => shownNumber(Math.abs(value), 1);
    fc.assert(
      fc.property(anyConfig, anyReadings, anyReadings, anySegment, (config, then, now, of) => {
        const scoring = compileScoring(config);
        const at = (readings: Record<string, number>, asOf: number) =>
          accountScore(
            scoreAccounts(scoring, input(config.metrics, [readings], { segments: Int32Array.of(of), asOf })),
            0,
          );
        const [before, after] = [at(then, 19993), at(now, 20000)];
        const moved = movement(before, after, scoring);
        const find = (id: string | undefined) => after.metrics.find(({ metric: { id: own } }) => own === id);
        for (const { en } of reasons(after, { account: before, movement: moved })) {
          const change = /^(Up|Down) ([\d.]+) points? since last week/.exec(en);
          if (change) {
            expect(change.slice(1)).toEqual([(moved.change ?? 0) > 0 ? 'Up' : 'Down', shown(moved.change ?? 0)]);
            const [, id, was, is] = /due to (m\d) \(from ([-\d.,]+) to ([-\d.,]+)\)/.exec(en) ?? [];
            if (id) expect(was).not.toBe(is);
          }
          const [, id, points] = /^(m\d): .*(?:costs|adds(?: all)?) ([\d.]+) point/.exec(en) ?? [];
          if (!id) continue;
          const line = find(id);
          expect(points).toBe(shown((/; costs /.test(en) ? line?.lost : line?.earned) ?? Number.NaN));
          if (/ adds all /.test(en)) expect(line?.points).toBe(100);
          const [, way, was] = /, (up|down) from ([-\d.,]+) a week ago/.exec(en) ?? [];
          const old = before.metrics.find(({ metric: own }) => own.id === id)?.reading;
          if (way) {
            expect(way).toBe(Number(line?.reading) > Number(old) ? 'up' : 'down');
            expect(en).not.toContain(`${id}: ${was}, `);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
