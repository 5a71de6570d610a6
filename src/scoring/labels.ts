import type { Cell } from '../domain/cell';
import type { Cap, Quadrant, Stage } from '../domain/config/config';
import { bindExpression, holds } from '../domain/expression/evaluate';
import type { Text } from '../domain/text';

/** Finds a column by the name an expression uses; the result reads it for an account, null where it has no value. */
export type ColumnReader = (column: string) => (account: number) => Cell;

/** Index of the rule that holds for an account, -1 where none does. */
export type RuleOf = (account: number) => number;

/** Finds, of the enabled caps that apply, the one that allows least, the earlier of equals. */
export function lowestCap(caps: readonly Cap[], reader: ColumnReader): RuleOf {
  const rules = caps
    .map((cap, index) => ({ cap, index, applies: bindExpression(cap.condition, reader) }))
    .filter(({ cap }) => cap.enabled)
    .sort((a, b) => a.cap.highestScore - b.cap.highestScore || a.index - b.index);
  return (account) => rules.find((rule) => holds(rule.applies(account)))?.index ?? -1;
}

/** Finds the first stage whose rule holds. */
export function firstStage(stages: readonly Stage[], reader: ColumnReader): RuleOf {
  const rules = stages.map((stage) => (stage.rule ? bindExpression(stage.rule, reader) : null));
  return (account) => rules.findIndex((rule) => rule === null || holds(rule(account)));
}

/** Name of the quadrant in which an account lies; null where an axis has no value. A split is inclusive. */
export function quadrantName(quadrant: Quadrant, x: number | null, y: number | null): Text | null {
  if (x === null || y === null) return null;
  const { names } = quadrant;
  if (x >= quadrant.xSplit) return y >= quadrant.ySplit ? names.highHigh : names.highLow;
  return y >= quadrant.ySplit ? names.lowHigh : names.lowLow;
}
