import { parseA1 } from '../gas/spreadsheet/a1';
import type { SheetArea } from '../gas/spreadsheet/area';
import type {
  ConditionalFormatModel,
  GradientPoint,
  RuleArgument,
  RuleStyle,
  ValidationModel,
} from '../gas/spreadsheet/model';
import { sheetsFormula } from './formula-text';
import { areasOf, FILE_GRID } from './sheet-reader';
import { colorOf } from './style-reader';
import { fromXstring } from './xml';
import { child, children, isOn, type XmlNode } from './xml-tree';

/** Finds the tab of a name in the file; the rule's own tab for null. */
export type TabFinder = (name: string | null) => number | undefined;

const NUMBER_ENDS: Readonly<Record<string, string>> = {
  equal: 'EQUAL_TO',
  notEqual: 'NOT_EQUAL_TO',
  greaterThan: 'GREATER_THAN',
  greaterThanOrEqual: 'GREATER_THAN_OR_EQUAL_TO',
  lessThan: 'LESS_THAN',
  lessThanOrEqual: 'LESS_THAN_OR_EQUAL_TO',
  between: 'BETWEEN',
  notBetween: 'NOT_BETWEEN',
};
const DATE_ENDS: Readonly<Record<string, string>> = {
  equal: 'EQUAL_TO',
  greaterThan: 'AFTER',
  greaterThanOrEqual: 'ON_OR_AFTER',
  lessThan: 'BEFORE',
  lessThanOrEqual: 'ON_OR_BEFORE',
  between: 'BETWEEN',
  notBetween: 'NOT_BETWEEN',
};

/** A `dataValidation` element as a rule; null for kinds that Sheets lacks (time, length of text, no condition). */
export function validationOf(node: XmlNode, tabOf: TabFinder): ValidationModel | null {
  const { type, operator = 'between', errorStyle, showDropDown, showErrorMessage, prompt } = node.attributes;
  const first = child(node, 'formula1')?.text ?? '';
  const second = child(node, 'formula2')?.text;
  const rule = ruleOf(
    type ?? 'none',
    operator,
    fromXstring(first),
    second && fromXstring(second),
    !isOn(showDropDown),
    tabOf,
  );
  if (!rule) return null;
  const allowInvalid = !isOn(showErrorMessage) || (errorStyle !== undefined && errorStyle !== 'stop');
  return { ...rule, allowInvalid, helpText: prompt ? fromXstring(prompt) : null };
}

function ruleOf(
  type: string,
  operator: string,
  first: string,
  second: string | undefined,
  dropdown: boolean,
  tabOf: TabFinder,
): Pick<ValidationModel, 'criteria' | 'args'> | null {
  if (type === 'list') {
    const literal = /^"((?:[^"]|"")*)"$/s.exec(first);
    if (literal) {
      const values = (literal[1] as string).replace(/""/g, '"').split(',');
      return { criteria: 'VALUE_IN_LIST', args: [values.map((value) => value.trim()), dropdown] };
    }
    const range = rangeOf(first, tabOf);
    return range && { criteria: 'VALUE_IN_RANGE', args: [{ range }, dropdown] };
  }
  if (type === 'custom') return { criteria: 'CUSTOM_FORMULA', args: [sheetsFormula(first)] };
  const isDate = type === 'date';
  if (!isDate && type !== 'decimal' && type !== 'whole') return null;
  const end = (isDate ? DATE_ENDS : NUMBER_ENDS)[operator];
  if (!end) return null;
  const wanted = end.endsWith('BETWEEN') ? [first, second ?? ''] : [first];
  return { criteria: `${isDate ? 'DATE' : 'NUMBER'}_${end}`, args: wanted.map((text) => argumentOf(text, isDate)) };
}

/** The conditional formats of a tab, first match first; kinds that Sheets lacks (bars, icons, top ten) are left out. */
export function conditionalFormatsOf(
  nodes: readonly XmlNode[],
  styles: readonly RuleStyle[],
  theme: readonly string[],
): ConditionalFormatModel[] {
  const rules = nodes.flatMap((node) =>
    children(node, 'cfRule').map((rule) => ({ rule, areas: areasOf(node.attributes.sqref) })),
  );
  rules.sort((a, b) => Number(a.rule.attributes.priority ?? 0) - Number(b.rule.attributes.priority ?? 0));
  return rules.flatMap(({ rule, areas }): ConditionalFormatModel[] => {
    const gradient = rule.attributes.type === 'colorScale' ? gradientOf(child(rule, 'colorScale'), theme) : null;
    const condition = gradient ? null : conditionOf(rule);
    if (areas.length === 0 || (!gradient && !condition)) return [];
    return [{ areas, condition, style: styles[Number(rule.attributes.dxfId)] ?? NO_STYLE, gradient }];
  });
}

const NO_STYLE: RuleStyle = {
  background: null,
  fontColor: null,
  bold: null,
  italic: null,
  strikethrough: null,
  underline: null,
};
const TEXT_RULES: Readonly<Record<string, string>> = {
  containsText: 'TEXT_CONTAINS',
  notContainsText: 'TEXT_DOES_NOT_CONTAIN',
  beginsWith: 'TEXT_STARTS_WITH',
  endsWith: 'TEXT_ENDS_WITH',
};

function conditionOf(rule: XmlNode): ConditionalFormatModel['condition'] {
  const { type = '', operator = '', text } = rule.attributes;
  const formulas = children(rule, 'formula').map((formula) => fromXstring(formula.text));
  const [first] = formulas;
  if (type === 'containsBlanks') return { criteria: 'CELL_EMPTY', args: [] };
  if (type === 'notContainsBlanks') return { criteria: 'CELL_NOT_EMPTY', args: [] };
  const test = TEXT_RULES[type];
  if (test && text !== undefined) return { criteria: test, args: [fromXstring(text)] };
  if (first === undefined) return null;
  if (type === 'expression') return numberTest(first) ?? { criteria: 'CUSTOM_FORMULA', args: [sheetsFormula(first)] };
  if (type !== 'cellIs') return null;
  const end = NUMBER_ENDS[operator];
  if (!end) return null;
  const args = formulas.map((formula) => argumentOf(formula, false));
  const isText = typeof args[0] === 'string' && !args[0].startsWith('=');
  if (isText && end !== 'EQUAL_TO' && end !== 'NOT_EQUAL_TO') return null;
  return { criteria: `${isText ? 'TEXT' : 'NUMBER'}_${end}`, args };
}

const SIGNS: Readonly<Record<string, string>> = {
  '=': 'EQUAL_TO',
  '<>': 'NOT_EQUAL_TO',
  '>': 'GREATER_THAN',
  '>=': 'GREATER_THAN_OR_EQUAL_TO',
  '<': 'LESS_THAN',
  '<=': 'LESS_THAN_OR_EQUAL_TO',
};
const COMPARED = /^AND\(ISNUMBER\((\w+)\),\1(>=|<=|<>|=|<|>)(-?[\d.]+(?:E[+-]?\d+)?)\)$/i;
const BETWEEN = /^AND\(ISNUMBER\((\w+)\),\1>=(-?[\d.]+(?:E[+-]?\d+)?),\1<=(-?[\d.]+(?:E[+-]?\d+)?)\)$/i;

/** The comparison of numbers in the formula by which `conditionalFormatsXml` says it; null for any other formula. */
function numberTest(formula: string): ConditionalFormatModel['condition'] {
  const compared = COMPARED.exec(formula);
  if (compared) return { criteria: `NUMBER_${SIGNS[compared[2] as string]}`, args: [Number(compared[3])] };
  const between = BETWEEN.exec(formula);
  return between && { criteria: 'NUMBER_BETWEEN', args: [Number(between[2]), Number(between[3])] };
}

function gradientOf(scale: XmlNode | undefined, theme: readonly string[]): ConditionalFormatModel['gradient'] {
  const colors = children(scale, 'color');
  const points = children(scale, 'cfvo').map(({ attributes }, i): GradientPoint => {
    const type = attributes.type === 'num' ? 'NUMBER' : (attributes.type ?? 'min').toUpperCase();
    return { color: colorOf(colors[i], theme) ?? '#ffffff', type, value: attributes.val ?? '' };
  });
  const [min, middle, max] = points.length === 2 ? [points[0], null, points[1]] : points;
  return min && max ? { min, mid: middle ?? null, max } : null;
}

/** Formula text as an argument: text in quotes, a number (of a day), or a formula with its `=`. */
function argumentOf(text: string, isDate: boolean): RuleArgument {
  const literal = /^"((?:[^"]|"")*)"$/s.exec(text);
  if (literal) return (literal[1] as string).replace(/""/g, '"');
  if (text.trim() === '' || Number.isNaN(Number(text))) return sheetsFormula(text);
  return isDate ? { serial: Number(text) } : Number(text);
}

/** A reference such as `Lists!$A$1:$A$9`. */
export function rangeOf(text: string, tabOf: TabFinder): SheetArea | null {
  const parsed = parseA1(text, FILE_GRID);
  if (!parsed) return null;
  const sheetId = tabOf(parsed.tab);
  return sheetId === undefined ? null : { sheetId, area: parsed.area };
}
