import { silenceAt } from '../../../src/app/publish/report-records';
import { parseDay } from '../../../src/domain/day';
import type { Facts } from '../../../src/domain/facts';

const day = (text: string) => parseDay(text) as number;

/** Touches as [kind, day] by account. */
function factsWith(touches: Readonly<Record<string, readonly (readonly [string, string])[]>>): Facts {
  const byAccount = new Map(
    Object.entries(touches).map(([id, rows]) => [id, rows.map(([kind, at]) => [kind, day(at)])]),
  );
  return { tables: { touches: { columns: ['kind', 'at'], dated: 1, byAccount } } } as unknown as Facts;
}

describe('silence about an account', () => {
  const silent = silenceAt(
    factsWith({
      called: [['call', '2026-03-18']],
      long: [['meeting', '2026-03-17']],
      read: [['help_view', '2026-03-30']],
      later: [['email', '2026-04-01']],
      today: [['email', '2026-03-31']],
    }),
    day('2026-03-31'),
  );

  it.each([
    ['called', false],
    ['today', false],
    ['long', true],
    ['read', true],
    ['later', true],
    ['never heard of', true],
  ])('of %s is %s', (id, expected) => {
    expect(silent(id)).toBe(expected);
  });

  it('is told by touches as they stand on the day', () => {
    const moved = [
      ['call', day('2026-03-30')],
      ['call', day('2026-02-01')],
    ];
    const held = new Map([
      [moved[0], { from: Number.NEGATIVE_INFINITY, until: day('2026-03-31') }],
      [moved[1], { from: day('2026-03-31'), until: Number.POSITIVE_INFINITY }],
    ]);
    const touches = { columns: ['kind', 'at'], dated: 1, byAccount: new Map([['moved', moved]]), held };
    const facts = { tables: { touches } } as unknown as Facts;
    expect(['2026-03-30', '2026-03-31'].map((asOf) => silenceAt(facts, day(asOf))('moved'))).toEqual([false, true]);
  });

  it('is everybody while no touches are known', () => {
    expect(silenceAt({ tables: {} } as unknown as Facts, day('2026-03-31'))('called')).toBe(true);
  });
});
