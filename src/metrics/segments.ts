import type { Config } from '../domain/config/config';
import type { Day } from '../domain/day';
import { compileExpression, holds } from '../domain/expression/evaluate';
import type { Facts } from '../domain/facts';
import { attributeReader } from './attributes';

/**
 * The segment of each account as of a day, as an index into `config.segments`: the first whose rule holds, the last
 * where none does. -1 where the configuration has no segment.
 */
export function segmentsAsOf(
  facts: Facts,
  config: Pick<Config, 'segments'>,
  accountIds: readonly string[],
  asOf: Day,
): Int32Array {
  const rules = config.segments.map(({ rule }) => (rule ? compileExpression(rule) : null));
  const attributesOf = attributeReader(facts, asOf);
  return Int32Array.from(accountIds, (accountId) => {
    const attribute = attributesOf(accountId);
    const first = rules.findIndex((rule) => rule === null || holds(rule(attribute)));
    return first < 0 ? rules.length - 1 : first;
  });
}
