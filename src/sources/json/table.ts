import { quote } from '../../domain/problem';
import * as messages from '../messages';
import type { Pulled, SourceContext } from '../source';
import { flatten } from './flatten';

/**
 * Records read from JSON as a pull hands them over: every name any record has is a column, objects within give dotted
 * ones. What is no record is told, and left out. `key` is the column that tells records apart; `always` are columns that
 * there are even where no record of this bite has them, so that one which is missing for once is not taken for gone.
 */
export function tableOf(
  context: SourceContext,
  name: string,
  records: readonly unknown[],
  key?: string,
  always: readonly string[] = [],
): Pulled {
  const { columns, rows, refused } = flatten(records, always);
  for (const index of refused) {
    context.report({
      severity: 'error',
      code: 'row.notRecord',
      place: `row ${index + 1}`,
      column: '',
      value: quote(JSON.stringify(records[index])),
      why: messages.notARecord(),
    });
  }
  const left = new Set(refused);
  return {
    name,
    columns,
    headerRow: 0,
    addressing: 'row',
    ...(key === undefined ? {} : { key }),
    each: (visit) => {
      for (let at = 0; at < rows.length; at += 1) {
        if (!left.has(at) && !visit(rows[at] as readonly unknown[], at + 1)) return;
      }
    },
  };
}
