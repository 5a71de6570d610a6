import { quotedTab } from '../gas/spreadsheet/a1';
import { formulaTokens } from '../gas/spreadsheet/formula-tokens';
import type { SheetModel } from '../gas/spreadsheet/model';

const LONGEST_NAME = 31;

/**
 * Names of tabs that a workbook file may carry: at most 31 characters, none of `[]:*?/\`, no apostrophe at an end,
 * not the reserved word History, no two alike but for case. Most tabs keep theirs.
 */
export function fileNames(sheets: readonly SheetModel[]): Map<SheetModel, string> {
  const taken = new Set<string>();
  const names = new Map<SheetModel, string>();
  for (const sheet of sheets) {
    const plain = sheet.name.replace(/[[\]:*?/\\\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ').replace(/^'|'$/g, ' ');
    const allowed = /^(history|)$/i.test(plain.trim()) ? `${plain.trim()}_` : plain;
    let name = cut(allowed, LONGEST_NAME);
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${cut(allowed, LONGEST_NAME - 6)} (${n})`;
    taken.add(name.toLowerCase());
    names.set(sheet, name);
  }
  return names;
}

/** A formula with the names of tabs that had to change in the file changed too. */
export function withFileNames(formula: string, renamed: ReadonlyMap<string, string>): string {
  if (renamed.size === 0) return formula;
  const tokens = formulaTokens(formula);
  if (!tokens) return formula;
  const changed = tokens.map(({ kind, text }) => {
    const bang = text.lastIndexOf('!');
    if (kind !== 'reference' || bang < 0) return text;
    const tab = text.slice(0, bang);
    const name = tab.startsWith("'") ? tab.slice(1, -1).replace(/''/g, "'") : tab;
    const other = renamed.get(name);
    return other === undefined ? text : `${quotedTab(other)}${text.slice(bang)}`;
  });
  return `=${changed.join('')}`;
}

/** The first so many UTF-16 units, no character torn in two. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
