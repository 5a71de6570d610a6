import { a1Of } from '../gas/spreadsheet/a1';
import type { Area } from '../gas/spreadsheet/area';
import type { SheetModel, ValidationModel } from '../gas/spreadsheet/model';
import { areasByValue } from './layer-areas';
import type { FileNames } from './references';
import { argumentText, COMPARISONS, textTest } from './rule-text';
import { xmlAttribute, xmlText } from './xml';

/** Longest list or message that the file format takes in a rule itself. */
const LONGEST = 255;

/** The data validations of a tab; rules that the file format cannot say are left out. */
export function validationsXml(sheet: SheetModel, names: FileNames): string {
  const rules: string[] = [];
  for (const [validation, areas] of areasByValue(sheet.validations)) {
    const rule = ruleOf(validation, areas, names);
    if (rule) rules.push(ruleXml(validation, areas, rule));
  }
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

interface Rule {
  readonly type: string;
  readonly operator?: string;
  readonly formulas: readonly string[];
  readonly dropdown?: boolean;
}

function ruleXml(validation: ValidationModel, areas: readonly Area[], rule: Rule): string {
  const prompt = validation.helpText?.slice(0, LONGEST);
  const attributes = [
    ` type="${rule.type}"`,
    validation.allowInvalid ? ' errorStyle="warning"' : '',
    rule.operator ? ` operator="${rule.operator}"` : '',
    ' allowBlank="1"',
    // The attribute means the opposite of its name (ECMA-376 part 1, 18.3.1.32).
    rule.dropdown === false ? ' showDropDown="1"' : '',
    prompt ? ' showInputMessage="1"' : '',
    validation.allowInvalid ? '' : ' showErrorMessage="1"',
    prompt ? ` prompt="${xmlAttribute(prompt)}"` : '',
    ` sqref="${areas.map(a1Of).join(' ')}"`,
  ].join('');
  const formulas = rule.formulas.map((formula, i) => `<formula${i + 1}>${xmlText(formula)}</formula${i + 1}>`);
  return `<dataValidation${attributes}>${formulas.join('')}</dataValidation>`;
}

function ruleOf({ criteria, args }: ValidationModel, areas: readonly Area[], names: FileNames): Rule | null {
  const [first, second] = args;
  if (criteria === 'VALUE_IN_LIST') return listRule(first, second);
  if (criteria === 'CHECKBOX') return listRule(args.length > 0 ? args.map(String) : ['TRUE', 'FALSE'], true);
  const formula = argumentText(first, names);
  if (formula === null) return null;
  if (criteria === 'VALUE_IN_RANGE') return { type: 'list', formulas: [formula], dropdown: second !== false };
  if (criteria === 'CUSTOM_FORMULA') return { type: 'custom', formulas: [formula] };
  const corner = areas[0] as Area;
  const test = textTest(criteria, a1Of({ ...corner, rows: 1, columns: 1 }), formula);
  if (test) return { type: 'custom', formulas: [test] };
  const match = /^(NUMBER|DATE)_(.+)$/.exec(criteria);
  if (!match) return null;
  const type = match[1] === 'NUMBER' ? 'decimal' : 'date';
  if (match[2] === 'BETWEEN' || match[2] === 'NOT_BETWEEN') {
    const until = argumentText(second, names);
    const operator = match[2] === 'BETWEEN' ? 'between' : 'notBetween';
    return until === null ? null : { type, operator, formulas: [formula, until] };
  }
  const comparison = COMPARISONS[match[2] as string];
  return comparison ? { type, operator: comparison.operator, formulas: [formula] } : null;
}

function listRule(values: unknown, dropdown: unknown): Rule | null {
  if (!Array.isArray(values) || values.length === 0) return null;
  const list = values.map(String);
  if (list.some((value) => value.includes(',')) || list.join(',').length > LONGEST) return null;
  return { type: 'list', formulas: [`"${list.join(',').replace(/"/g, '""')}"`], dropdown: dropdown !== false };
}
