import type { Area } from './area';

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** 0 for `A`. */
export function columnIndex(letters: string): number {
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

/** `B3`, or `B3:C5` for more than one cell. */
export function a1Of(area: Area): string {
  const from = `${columnLetters(area.column)}${area.row + 1}`;
  if (area.rows === 1 && area.columns === 1) return from;
  return `${from}:${columnLetters(area.column + area.columns - 1)}${area.row + area.rows}`;
}

/** A tab's name as a reference needs it: quoted unless it is a plain word. */
export function quotedTab(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

/** A1 text in parts; open ends (`A2:C`, `3:3`, `B:B`) reach the edge of the grid. */
export interface A1Text {
  readonly tab: string | null;
  readonly area: Area;
  readonly openRows: boolean;
  readonly openColumns: boolean;
}

/** Reads `A1`, `A1:B2`, `A:A`, `2:5`, `A2:B`, `Tab!A1`, `'My Tab'!A1`; null when it is no such text. */
export function parseA1(text: string, grid: { maxRows: number; maxColumns: number }): A1Text | null {
  const bang = text.lastIndexOf('!');
  const tab = bang < 0 ? null : unquoted(text.slice(0, bang));
  const match = /^\$?([A-Za-z]{0,3})\$?(\d*)(?::\$?([A-Za-z]{0,3})\$?(\d*))?$/.exec(text.slice(bang + 1));
  if (!match) return null;
  const [whole, fromColumn = '', fromRow = '', toColumn, toRow] = match;
  if (whole === '') return null;
  const single = toColumn === undefined && toRow === undefined;
  if (single && (fromColumn === '' || fromRow === '')) return null;
  if (fromColumn === '' && fromRow === '') return null;
  if (!single && toColumn === '' && toRow === '') return null;
  if (!single && (fromColumn === '') !== (toColumn === '')) return null;
  const columns = ends(
    fromColumn === '' ? null : columnIndex(fromColumn),
    single ? columnIndex(fromColumn) : toColumn ? columnIndex(toColumn) : null,
    grid.maxColumns,
  );
  const rows = ends(
    fromRow === '' ? null : Number(fromRow) - 1,
    single ? Number(fromRow) - 1 : toRow ? Number(toRow) - 1 : null,
    grid.maxRows,
  );
  return {
    tab,
    area: { row: rows.start, column: columns.start, rows: rows.size, columns: columns.size },
    openRows: !single && (fromRow === '' || toRow === ''),
    openColumns: !single && fromColumn === '',
  };
}

function ends(from: number | null, to: number | null, limit: number): { start: number; size: number } {
  const first = from ?? 0;
  const last = to ?? limit - 1;
  const start = Math.min(first, last);
  return { start, size: Math.abs(last - first) + 1 };
}

function unquoted(tab: string): string {
  return tab.startsWith("'") && tab.endsWith("'") && tab.length > 1 ? tab.slice(1, -1).replace(/''/g, "'") : tab;
}
