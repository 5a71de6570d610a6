import { columnLetters, parseA1, quotedTab } from './a1';
import { type Area, areaAfterDelete, areaAfterInsert } from './area';
import { formulaTokens } from './formula-tokens';
import type { SheetModel } from './model';

/** Rows or columns put in or taken out of a tab. */
export interface StructureChange {
  readonly sheet: SheetModel;
  readonly dimension: 'rows' | 'columns';
  readonly action: 'insert' | 'delete';
  readonly at: number;
  readonly count: number;
}

/** Where a rectangle of the changed tab lies afterwards; null when it was deleted whole. */
export function areaAfter(area: Area, change: StructureChange): Area | null {
  return change.action === 'insert'
    ? areaAfterInsert(area, change.dimension, change.at, change.count)
    : areaAfterDelete(area, change.dimension, change.at, change.count);
}

/** A formula standing on tab `home`, with its references to the changed tab moved along. */
export function formulaAfter(formula: string, home: SheetModel, change: StructureChange): string {
  const tokens = formulaTokens(formula);
  if (!tokens) return formula;
  return `=${tokens.map((t) => (t.kind === 'reference' ? referenceAfter(t.text, home, change) : t.text)).join('')}`;
}

function referenceAfter(text: string, home: SheetModel, change: StructureChange): string {
  const reference = parseA1(text, change.sheet);
  if (!reference || (reference.tab ?? home.name) !== change.sheet.name) return text;
  const isOpen = change.dimension === 'rows' ? reference.openRows : reference.openColumns;
  if (isOpen) return text;
  const after = areaAfter(reference.area, change);
  if (!after) return '#REF!';
  const prefix = reference.tab === null ? '' : `${quotedTab(reference.tab)}!`;
  const ends = text.slice(text.lastIndexOf('!') + 1).split(':');
  const corners = [
    [after.row, after.column],
    [after.row + after.rows - 1, after.column + after.columns - 1],
  ];
  return prefix + ends.map((end, i) => cornerText(end, corners[i] as [number, number])).join(':');
}

/** A corner at its new place with the dollar signs it had. */
function cornerText(old: string, [row, column]: [number, number]): string {
  const match = /^(\$?)[A-Za-z]*(\$?)(\d*)$/.exec(old);
  if (!match) return old;
  const [, columnDollar, rowDollar, digits] = match;
  return `${columnDollar}${columnLetters(column)}${rowDollar}${digits === '' ? '' : row + 1}`;
}
