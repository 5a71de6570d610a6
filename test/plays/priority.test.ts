import fc from 'fast-check';
import { BANDS } from '../../src/domain/config/config';
import { priorityOrder, type Urgency } from '../../src/plays/priority';

const account = (part: Partial<Urgency>): Urgency => ({
  band: 'Yellow',
  score: 50,
  change: 0,
  mrr: 100,
  gone: false,
  ...part,
});

describe('the order in which accounts are looked at', () => {
  it('goes by band, worst first, and puts what cannot be scored before what is known to be well', () => {
    const bands = ['Green', 'Grey', 'Red', 'Lime', 'Yellow'] as const;
    const order = priorityOrder(bands.map((band) => account({ band })));
    expect(order.map((index) => bands[index])).toEqual(['Red', 'Yellow', 'Grey', 'Lime', 'Green']);
  });

  it('goes within a band by revenue at risk: 900 at 60 points (36,000) before 500 at 40 points (30,000)', () => {
    expect(priorityOrder([account({ mrr: 500, score: 40 }), account({ mrr: 900, score: 60 })])).toEqual([1, 0]);
  });

  it('goes by the larger fall where revenue at risk is the same', () => {
    expect(priorityOrder([account({ change: -2 }), account({ change: -9 }), account({ change: 4 })])).toEqual([
      1, 0, 2,
    ]);
  });

  it('puts customers who have left last, whatever their band', () => {
    expect(priorityOrder([account({ band: 'Red', gone: true }), account({ band: 'Green' })])).toEqual([1, 0]);
  });

  it('is a permutation: every account has a place and none has two', () => {
    const urgency = fc.record({
      band: fc.constantFrom(...BANDS, 'Grey' as const),
      score: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
      change: fc.option(fc.double({ min: -100, max: 100, noNaN: true })),
      mrr: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
      gone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(urgency, { maxLength: 30 }), (accounts) => {
        expect([...priorityOrder(accounts)].sort((a, b) => a - b)).toEqual(accounts.map((_, index) => index));
      }),
    );
  });
});
