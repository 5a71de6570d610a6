import { parseA1 } from '../gas/spreadsheet/a1';
import type { Area } from '../gas/spreadsheet/area';
import type { StoredValue } from '../gas/spreadsheet/model';
import { fromXstring } from './xml';
import { isOn, readXml, type XmlNode } from './xml-tree';

/** A worksheet part as read: cells in columns, and everything beside the cells as elements. */
export interface ReadSheet {
  readonly values: StoredValue[][];
  readonly formulas: ReadFormula[];
  /** Style index of a cell, by column and row; missing where the cell was not written. */
  readonly styles: number[][];
  readonly rows: ReadRow[];
  /** Elements by name, those inside `sheetData` left out. */
  readonly elements: ReadonlyMap<string, readonly XmlNode[]>;
}

/** A formula without its `=`. `shared` marks a group whose first formula holds for all, moved along. */
export interface ReadFormula {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly shared: string | null;
}

/** A row that says more than its cells. */
interface ReadRow {
  readonly row: number;
  readonly height: number | null;
  readonly hidden: boolean;
}

/** Any A1 text of a file lies within this grid. */
export const FILE_GRID = { maxRows: 1_048_576, maxColumns: 16_384 };

/** Reads a worksheet part from front to back. Throws where it is no well-formed XML. */
export function readSheet(xml: string, strings: readonly string[]): ReadSheet {
  const values: StoredValue[][] = [];
  const styles: number[][] = [];
  const formulas: ReadFormula[] = [];
  const rows: ReadRow[] = [];
  const beside = elementCollector();
  let row = -1;
  let column = -1;
  let cell: Readonly<Record<string, string>> = {};
  let inData = false;
  let inRuby = false;
  let collecting: 'value' | 'formula' | null = null;
  let value: string | null = null;
  let formula: { text: string; shared: string | null } | null = null;

  readXml(xml, {
    open: (name, attributes) => {
      if (!inData) {
        if (name === 'sheetData') inData = true;
        else beside.open(name, attributes);
        return;
      }
      switch (name) {
        case 'row':
          row = attributes.r ? Number(attributes.r) - 1 : row + 1;
          column = -1;
          if (attributes.ht || attributes.hidden) rows.push(rowOf(row, attributes));
          break;
        case 'c': {
          const at = attributes.r ? cornerOf(attributes.r) : null;
          row = at?.row ?? row;
          column = at?.column ?? column + 1;
          cell = attributes;
          value = null;
          formula = null;
          break;
        }
        case 'f':
          formula = { text: '', shared: attributes.t === 'shared' ? (attributes.si ?? '') : null };
          collecting = 'formula';
          break;
        case 'rPh':
          inRuby = true;
          break;
        case 'v':
        case 't':
          value ??= '';
          collecting = inRuby ? null : 'value';
          break;
      }
    },
    text: (piece) => {
      if (!inData) beside.text(piece);
      else if (collecting === 'value') value += piece;
      else if (collecting === 'formula' && formula) formula.text += piece;
    },
    close: (name) => {
      if (!inData) return beside.close();
      if (name === 'sheetData') inData = false;
      else if (name === 'rPh') inRuby = false;
      else if (name === 'v' || name === 't' || name === 'f') collecting = null;
      else if (name === 'c') {
        // A cell without a style has the default one, whatever its column has.
        styleColumn(styles, column)[row] = Number(cell.s ?? 0);
        if (formula) formulas.push({ row, column, text: fromXstring(formula.text), shared: formula.shared });
        const stored = value === null ? null : storedValue(cell.t, value, strings);
        if (stored !== null) putCell(values, row, column, stored);
      }
    },
  });
  return { values, formulas, styles, rows, elements: beside.byName };
}

/** The rectangle of `A1:B2`, cut to what a file can hold. */
export function areaOf(reference: string): Area | null {
  return parseA1(reference, FILE_GRID)?.area ?? null;
}

/** The rectangles of a list such as `A1:B2 D4`. */
export function areasOf(references: string | undefined): Area[] {
  return (references ?? '').split(/\s+/).flatMap((reference) => areaOf(reference) ?? []);
}

function rowOf(row: number, { ht, customHeight, hidden }: Readonly<Record<string, string>>): ReadRow {
  return { row, height: ht && isOn(customHeight) ? Number(ht) : null, hidden: isOn(hidden) };
}

/** Column and row of `BC12`; faster than a regular expression, for it runs once a cell. */
function cornerOf(reference: string): { row: number; column: number } {
  let column = 0;
  let i = 0;
  for (; i < reference.length; i++) {
    const code = reference.charCodeAt(i) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return { row: Number(reference.slice(i)) - 1, column: column - 1 };
}

function storedValue(type: string | undefined, text: string, strings: readonly string[]): StoredValue {
  switch (type) {
    case 's':
      return strings[Number(text)] ?? null;
    case 'b':
      return text === '1' || text === 'true';
    case 'str':
    case 'inlineStr':
    case 'e':
      return fromXstring(text);
    case 'd':
      return serialOf(text);
    default:
      return text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text);
  }
}

const SHEET_EPOCH_DAYS = 25569;
const DAY_MILLISECONDS = 86_400_000;

/** The serial number of an ISO date or moment without a zone. */
function serialOf(text: string): StoredValue {
  const time = Date.parse(
    /[zZ]|[+-]\d\d:\d\d$/.test(text) ? text : `${text.includes('T') ? text : `${text}T00:00:00`}Z`,
  );
  return Number.isNaN(time) ? text : time / DAY_MILLISECONDS + SHEET_EPOCH_DAYS;
}

function styleColumn(styles: number[][], column: number): number[] {
  while (styles.length <= column) styles.push([]);
  return styles[column] as number[];
}

function putCell(values: StoredValue[][], row: number, column: number, value: StoredValue): void {
  while (values.length <= column) values.push([]);
  const cells = values[column] as StoredValue[];
  while (cells.length < row) cells.push(null);
  cells[row] = value;
}

/** Builds the elements beside the cells while they go by. */
function elementCollector(): {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(piece: string): void;
  close(): void;
  readonly byName: Map<string, XmlNode[]>;
} {
  type Open = { name: string; attributes: Readonly<Record<string, string>>; children: XmlNode[]; text: string };
  const byName = new Map<string, XmlNode[]>();
  const open: Open[] = [];
  return {
    byName,
    open: (name, attributes) => {
      const node: Open = { name, attributes, children: [], text: '' };
      open[open.length - 1]?.children.push(node);
      open.push(node);
      const same = byName.get(name);
      if (same) same.push(node);
      else byName.set(name, [node]);
    },
    text: (piece) => {
      const top = open[open.length - 1];
      if (top) top.text += piece;
    },
    close: () => {
      open.pop();
    },
  };
}
