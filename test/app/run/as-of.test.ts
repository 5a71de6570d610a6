import fc from 'fast-check';
import { accountsInScope, customersOn, scoreDay } from '../../../src/app/run/portfolio';
import type { Config } from '../../../src/domain/config/config';
import type { Expression } from '../../../src/domain/expression/expression';
import { parseExpression } from '../../../src/domain/expression/parse';
import { same } from '../../../src/domain/text';
import { anyCase, asKnownOn, asOfDay, flatFacts } from '../../metrics/arbitrary';
import { type FlatFacts, factsOf, metricOf } from '../../metrics/facts';
import { metricRow } from '../../metrics/reference';
import { configuration, dimension, segment } from '../../scoring/configuration';

function rule(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.why.en);
  return parsed.expression;
}

/** Segments, caps and stages that ask for attributes and readings, over any metrics. */
const anyConfig: fc.Arbitrary<Config> = fc.array(anyCase, { minLength: 2, maxLength: 5 }).map((cases) =>
  configuration({
    dimensions: [dimension('Adoption', 1)],
    metrics: cases.map((one, at) => ({
      ...metricOf({ ...metricRow(one), id: `m${at}` }),
      curve: [
        { reading: -20, points: 0 },
        { reading: 100, points: 100 },
      ],
    })),
    segments: [segment('Pro', rule("plan = 'Pro'")), segment('Rest')],
    caps: [
      { id: 'small', condition: rule('mrr < 5'), highestScore: 40, reason: same('small'), enabled: true },
      { id: 'low', condition: rule('m0 < 3'), highestScore: 30, reason: same('low'), enabled: true },
    ],
    stages: [
      { id: 'known', name: same('known'), rule: rule('score >= 20 and m1 >= 0') },
      { id: 'other', name: same('other'), rule: null },
    ],
  }),
);

/** Everything said of the customers of a day, as numbers. */
function scores(flat: FlatFacts, config: Config, day: number) {
  const facts = factsOf(flat);
  const ids = customersOn(facts, accountsInScope(facts, config, day), day);
  const { scored } = scoreDay(facts, config, ids, day);
  const { bands, caps, stages, coverage, input } = scored;
  return { ids, scores: scored.scores, bands, caps, stages, coverage, segments: input.segments };
}

describe('the scores of a day', () => {
  it('do not change when later facts are added, customers who came later among them', () => {
    fc.assert(
      fc.property(flatFacts, anyConfig, asOfDay, (flat, config, day) => {
        const then = asKnownOn(flat, day);
        const begun = { account_id: 'N', plan: 'Pro', mrr: 1, seats: 9, contract_start: day + 1 };
        const accounts = (flat.accounts ?? []).map((row) => ({ ...row, contract_start: null }));
        const later: FlatFacts = {
          ...flat,
          accounts: [...accounts, begun],
          usage: [...(flat.usage ?? []), { account: 'N', day: day + 1, measure: 'login', user: '', value: 70 }],
          tables: {
            ...flat.tables,
            // A first meeting comes before the contract.
            touches: [
              ...(flat.tables?.touches ?? []),
              { account_id: 'N', at: day + 1, kind: 'call', participants: 'eve' },
            ],
            surveys: [...(flat.tables?.surveys ?? []), { account_id: 'N', at: day + 2, kind: 'nps', score: 10 }],
          },
        };
        expect(scores(later, config, day)).toEqual(scores({ ...then, accounts }, config, day));
      }),
      { numRuns: 500 },
    );
  });
});

describe('customers of a day', () => {
  const facts = factsOf({
    accounts: [
      { account_id: 'old', contract_start: 20_000 },
      { account_id: 'undated', contract_start: null },
      { account_id: 'new', contract_start: 20_100 },
      { account_id: 'met', contract_start: 20_100 },
      { account_id: 'trial', contract_start: 20_100 },
      { account_id: 'renewed', contract_start: 20_100 },
      { account_id: 'asked', contract_start: 20_100 },
    ],
    usage: [{ account: 'trial', day: 20_050, measure: 'login', user: 'ann', value: 1 }],
    tables: {
      touches: [{ account_id: 'met', at: 20_040, kind: 'meeting' }],
      revenue: [{ account_id: 'renewed', at: 20_050, kind: 'renewal', amount: 9 }],
      tickets: [{ account_id: 'asked', opened_at: 20_050, closed_at: null }],
    },
  });
  const on = (day: number) => customersOn(facts, [...facts.accounts.byAccount.keys()], day);

  it('are told by rows as they stood then', () => {
    const changed = factsOf({
      accounts: [{ account_id: 'told', contract_start: 20_100 }],
      tables: { tickets: [{ account_id: 'told', opened_at: 20_050, __from: 20_060 }] },
    });
    expect([20_055, 20_060].map((day) => customersOn(changed, ['told'], day).length)).toEqual([0, 1]);
  });

  it('are those whose contract had begun, or who did what customers do; a meeting alone makes none', () => {
    expect(on(20_049)).toEqual(['old', 'undated']);
    expect(on(20_050)).toEqual(['old', 'undated', 'trial', 'renewed', 'asked']);
    expect(on(20_100)).toHaveLength(7);
  });
});
