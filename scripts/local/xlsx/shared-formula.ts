import { columnIndex, columnLetters } from '../gas/spreadsheet/a1';
import { formulaTokens } from '../gas/spreadsheet/formula-tokens';

/** A formula moved by rows and columns: references move along, except where a dollar sign holds them. */
export function movedFormula(text: string, rows: number, columns: number): string {
  const tokens = formulaTokens(text);
  if (!tokens) return text;
  return tokens.map((token) => (token.kind === 'reference' ? moved(token.text, rows, columns) : token.text)).join('');
}

function moved(reference: string, rows: number, columns: number): string {
  const bang = reference.lastIndexOf('!') + 1;
  const cells = reference.slice(bang).replace(/(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?/g, (whole, ...parts) => {
    const [columnDollar, letters, rowDollar, digits] = parts as string[];
    if (!letters && !digits) return whole;
    const column = letters && !columnDollar ? columnLetters(columnIndex(letters) + columns) : (letters ?? '');
    return `${columnDollar}${column}${rowDollar}${digits && !rowDollar ? Number(digits) + rows : (digits ?? '')}`;
  });
  return reference.slice(0, bang) + cells;
}
