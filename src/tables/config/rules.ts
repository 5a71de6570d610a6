import { columnsOf } from '../../domain/expression/evaluate';
import type { Expression } from '../../domain/expression/expression';
import { parseExpression } from '../../domain/expression/parse';
import { foldColumn } from '../../domain/expression/plain-text';
import type { Text } from '../../domain/text';
import type { ReadRecord } from '../rows';
import { says } from './messages';
import { type Section, textOf } from './section';

/** What an expression in one place may name. */
export interface Vocabulary {
  /** Folded names of the columns it may read. */
  readonly columns: ReadonlySet<string>;
  /** Folded names that would make it depend on its own result, and why. */
  readonly circular: ReadonlyMap<string, (name: string) => Text>;
  /** What `columns` belong to, as people call it. */
  readonly where: string;
  /** Folded ids of metrics that nobody reads; none where it is not given. */
  readonly off?: ReadonlySet<string>;
}

/** Names that stand for results of scoring; rules of stages may ask for them. */
export const RESULTS = ['score', 'band', 'coverage_percent'] as const;

/** The folded set of names. */
export function folded(...groups: readonly Iterable<string>[]): Set<string> {
  const names = new Set<string>();
  for (const group of groups) for (const name of group) names.add(foldColumn(name));
  return names;
}

/** Names, none of them in `columns`, that all go round in a circle for one reason. */
export function circle(
  names: Iterable<string>,
  columns: ReadonlySet<string>,
  en: string,
  ja: string,
): Map<string, (name: string) => Text> {
  const circular = new Map<string, (name: string) => Text>();
  for (const name of folded(names)) if (!columns.has(name)) circular.set(name, (word) => says.cycle(word, en, ja));
  return circular;
}

/**
 * The expression of a cell; null where it is empty or faulty. A column nobody knows is a warning, since datasets may
 * hold extra columns.
 */
export function ruleOf(section: Section, record: ReadRecord, header: string, words: Vocabulary): Expression | null {
  const text = textOf(record, header);
  if (text === '') return null;
  const parsed = parseExpression(text);
  if (!parsed.ok) {
    section.fault(record, header, 'expression.unreadable', says.expression(header, parsed.why));
    return null;
  }
  const names = columnsOf(parsed.expression);
  if (names.length === 0) {
    section.fault(record, header, 'expression.constant', says.expressionConstant(header));
    return null;
  }
  for (const name of names) {
    const circular = words.circular.get(foldColumn(name));
    if (circular) {
      section.fault(record, header, 'expression.cycle', circular(name));
      return null;
    }
    if (words.off?.has(foldColumn(name))) section.fault(record, header, 'metric.off', says.metricOff(name), 'warning');
    if (!words.columns.has(foldColumn(name))) {
      section.fault(record, header, 'column.unknown', says.columnUnknown(name, words.where), 'warning');
    }
  }
  return parsed.expression;
}
