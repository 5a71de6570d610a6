import type { RuleArgument } from '../gas/spreadsheet/model';
import { type FileNames, referenceTo } from './references';

/** A rule's argument as formula text: `"a"`, `5`, `TRUE`, `'Tab'!$A$1:$A$9`, `B2>3`; null where it has none. */
export function argumentText(argument: RuleArgument | undefined, names: FileNames): string | null {
  if (argument === undefined || argument === null) return null;
  if (typeof argument === 'number') return String(argument);
  if (typeof argument === 'boolean') return argument ? 'TRUE' : 'FALSE';
  if (typeof argument === 'string') {
    return argument.startsWith('=') ? argument.slice(1) : `"${argument.replace(/"/g, '""')}"`;
  }
  if ('serial' in argument) return String(argument.serial);
  if ('range' in argument) return referenceTo(argument.range, names);
  return null;
}

/** Comparison by the end of a criteria's name: `NUMBER_GREATER_THAN`, `DATE_ON_OR_AFTER`. */
export const COMPARISONS: Readonly<Record<string, { readonly operator: string; readonly sign: string }>> = {
  EQUAL_TO: { operator: 'equal', sign: '=' },
  NOT_EQUAL_TO: { operator: 'notEqual', sign: '<>' },
  GREATER_THAN: { operator: 'greaterThan', sign: '>' },
  GREATER_THAN_OR_EQUAL_TO: { operator: 'greaterThanOrEqual', sign: '>=' },
  LESS_THAN: { operator: 'lessThan', sign: '<' },
  LESS_THAN_OR_EQUAL_TO: { operator: 'lessThanOrEqual', sign: '<=' },
  AFTER: { operator: 'greaterThan', sign: '>' },
  ON_OR_AFTER: { operator: 'greaterThanOrEqual', sign: '>=' },
  BEFORE: { operator: 'lessThan', sign: '<' },
  ON_OR_BEFORE: { operator: 'lessThanOrEqual', sign: '<=' },
};

/** Text tests as a formula about the first cell of a rule, `text` being a formula that gives the text. */
export function textTest(criteria: string, cell: string, text: string): string | null {
  switch (criteria) {
    case 'TEXT_CONTAINS':
      return `NOT(ISERROR(SEARCH(${text},${cell})))`;
    case 'TEXT_DOES_NOT_CONTAIN':
      return `ISERROR(SEARCH(${text},${cell}))`;
    case 'TEXT_STARTS_WITH':
      return `LEFT(${cell},LEN(${text}))=${text}`;
    case 'TEXT_ENDS_WITH':
      return `RIGHT(${cell},LEN(${text}))=${text}`;
    default:
      return null;
  }
}
