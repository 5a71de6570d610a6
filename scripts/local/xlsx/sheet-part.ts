import { a1Of, columnLetters } from '../gas/spreadsheet/a1';
import { contentRows } from '../gas/spreadsheet/cells';
import { computedAt } from '../gas/spreadsheet/formula';
import type { SheetModel, StoredValue, WorkbookModel } from '../gas/spreadsheet/model';
import { conditionalFormatsXml } from './conditional-part';
import { fittedHeight } from './fitted-height';
import { fileFormula } from './formula-text';
import { linksXml } from './link-part';
import type { FileNames } from './references';
import { fileText, type SharedStrings } from './shared-strings';
import { withFileNames } from './sheet-names';
import { colorXml, type StyleRun, type StyleTable } from './style-table';
import { validationsXml } from './validation-part';
import { XML_HEAD, xmlText } from './xml';

/** Pixels of a character, by which column widths are counted, and points of a pixel, by which heights are. */
const CHARACTER_PIXELS = 7;
const POINTS_PER_PIXEL = 0.75;
const DEFAULT_COLUMN_PIXELS = 100;
const DEFAULT_ROW_PIXELS = 21;

/** What the tabs of one file share while they are written. */
export interface FileContext {
  readonly workbook: WorkbookModel;
  readonly names: FileNames;
  /** Names that had to change, old to new. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly styles: StyleTable;
  readonly strings: SharedStrings;
}

/** Whether the tab is the one shown first, and the ids of its relationships. */
interface SheetLinks {
  readonly active: boolean;
  readonly drawing: string | null;
  readonly notes: string | null;
}

/** A tab as a worksheet part. Elements stand in the order the schema wants (ECMA-376 part 1, 18.3.1.99). */
export function sheetXml(sheet: SheetModel, context: FileContext, links: SheetLinks): string {
  const columns = columnsOf(sheet, context);
  return [
    `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`,
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    `<sheetPr>${sheet.tabColor ? colorXml('tabColor', sheet.tabColor) : ''}<pageSetUpPr fitToPage="1"/></sheetPr>`,
    viewXml(sheet, links.active),
    `<sheetFormatPr defaultColWidth="${width(DEFAULT_COLUMN_PIXELS)}"`,
    ` defaultRowHeight="${DEFAULT_ROW_PIXELS * POINTS_PER_PIXEL}"/>`,
    columnsXml(sheet, columns),
    '<sheetData>',
    ...rowsXml(sheet, columns, context),
    '</sheetData>',
    protectionXml(sheet),
    sheet.filter ? `<autoFilter ref="${a1Of(sheet.filter.area)}"/>` : '',
    mergesXml(sheet),
    conditionalFormatsXml(sheet, context.names, context.styles),
    validationsXml(sheet, context.names),
    linksXml(sheet, context.names),
    // On paper: A4 across, all columns on a page.
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    links.drawing ? `<drawing r:id="${links.drawing}"/>` : '',
    links.notes ? `<legacyDrawing r:id="${links.notes}"/>` : '',
    '</worksheet>',
  ].join('');
}

/** A column while rows are written: what is left of its runs, and the style of cells that need not be written. */
interface Column {
  readonly letters: string;
  readonly values: readonly StoredValue[];
  readonly formulas: readonly { from: number; to: number; value: string }[];
  readonly styles: readonly StyleRun[];
  /** Style of the column itself: that of the run that reaches the end of the grid. */
  readonly base: number;
  readonly linked: boolean;
  /** Whether some of its cells are wrapped, and the width they have. */
  readonly wraps: boolean;
  readonly pixels: number;
  nextFormula: number;
  nextStyle: number;
}

function columnsOf(sheet: SheetModel, context: FileContext): Column[] {
  const widths = Object.values(sheet.formats).map((layer) => layer.width);
  const count = Math.min(sheet.maxColumns, Math.max(sheet.values.length, sheet.formulas.width, ...widths));
  return Array.from({ length: count }, (_, column) => {
    const styles = context.styles.runs(sheet.formats, column);
    const last = styles[styles.length - 1];
    return {
      letters: columnLetters(column),
      values: sheet.values[column] ?? [],
      formulas: sheet.formulas.runs(column),
      styles,
      base: last && last.to >= sheet.maxRows ? last.style : 0,
      linked: sheet.links.runs(column).length > 0,
      wraps: sheet.formats.wrap.runs(column).length > 0,
      pixels: sheet.columnWidths.get(column) ?? DEFAULT_COLUMN_PIXELS,
      nextFormula: 0,
      nextStyle: 0,
    };
  });
}

function* rowsXml(sheet: SheetModel, columns: readonly Column[], context: FileContext): Generator<string> {
  const styled = columns.map(({ styles, base }) => {
    const last = styles[styles.length - 1];
    return last ? (base === 0 ? last.to : last.from) : 0;
  });
  const count = Math.max(contentRows(sheet), ...styled, after(sheet.rowHeights.keys()), after(sheet.hiddenRows));
  for (let row = 0; row < Math.min(count, sheet.maxRows); row++) {
    let cells = '';
    for (let c = 0; c < columns.length; c++) cells += cellXml(sheet, columns[c] as Column, c, row, context);
    const height = sheet.rowHeights.get(row);
    const hidden = sheet.hiddenRows.has(row);
    if (cells === '' && height === undefined && !hidden) continue;
    const look =
      (height === undefined ? fittedXml(sheet, columns, row) : ` ht="${height * POINTS_PER_PIXEL}" customHeight="1"`) +
      (hidden ? ' hidden="1"' : '');
    yield `<row r="${row + 1}"${look}>${cells}</row>`;
  }
}

/** The height of a row that fits its wrapped texts; '' where the usual one does. */
function fittedXml(sheet: SheetModel, columns: readonly Column[], row: number): string {
  let fitted = 0;
  columns.forEach(({ wraps, values, pixels }, c) => {
    const value = wraps ? values[row] : null;
    if (typeof value !== 'string' || sheet.formats.wrap.at(row, c) !== 'WRAP') return;
    fitted = Math.max(fitted, fittedHeight(value, pixels, sheet.formats.fontWeight.at(row, c) === 'bold'));
  });
  return fitted > DEFAULT_ROW_PIXELS * POINTS_PER_PIXEL ? ` ht="${Math.round(fitted * 100) / 100}"` : '';
}

function cellXml(sheet: SheetModel, column: Column, c: number, row: number, context: FileContext): string {
  const formula = formulaAt(column, row);
  const value = column.values[row] ?? null;
  const look = styleAt(column, row);
  const style =
    typeof value === 'boolean'
      ? context.styles.flag(look)
      : column.linked && sheet.links.at(row, c)?.startsWith('#')
        ? context.styles.link(look)
        : look;
  if (value === null && formula === undefined && style === column.base) return '';
  const head = style === 0 ? `<c r="${column.letters}${row + 1}"` : `<c r="${column.letters}${row + 1}" s="${style}"`;
  if (formula !== undefined) return formulaXml(head, formula, resultOf(sheet, row, c, context), context);
  switch (typeof value) {
    case 'number':
      return `${head}><v>${value}</v></c>`;
    case 'string':
      return `${head} t="s"><v>${context.strings.index(fileText(value))}</v></c>`;
    case 'boolean':
      return `${head} t="b"><v>${value ? 1 : 0}</v></c>`;
    default:
      return `${head}/>`;
  }
}

const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

function formulaXml(head: string, formula: string, result: StoredValue, context: FileContext): string {
  const text = `<f>${xmlText(fileFormula(withFileNames(formula, context.renamed), result))}</f>`;
  if (result === null) return `${head}>${text}</c>`;
  if (typeof result === 'number') return `${head}>${text}<v>${result}</v></c>`;
  if (typeof result === 'boolean') return `${head} t="b">${text}<v>${result ? 1 : 0}</v></c>`;
  return `${head} t="${ERRORS.has(result) ? 'e' : 'str'}">${text}<v>${xmlText(fileText(result))}</v></c>`;
}

/** A formula's result as the runtime computes it; its last known one where it cannot. */
function resultOf(sheet: SheetModel, row: number, column: number, context: FileContext): StoredValue {
  try {
    return computedAt(context.workbook, sheet, row, column);
  } catch {
    return sheet.values[column]?.[row] ?? null;
  }
}

function styleAt(column: Column, row: number): number {
  while ((column.styles[column.nextStyle]?.to ?? Number.POSITIVE_INFINITY) <= row) column.nextStyle++;
  const run = column.styles[column.nextStyle];
  return run && run.from <= row ? run.style : 0;
}

function formulaAt(column: Column, row: number): string | undefined {
  while ((column.formulas[column.nextFormula]?.to ?? Number.POSITIVE_INFINITY) <= row) column.nextFormula++;
  const run = column.formulas[column.nextFormula];
  return run && run.from <= row ? run.value : undefined;
}

function viewXml(sheet: SheetModel, active: boolean): string {
  const { frozenRows, frozenColumns } = sheet;
  const corner = `${columnLetters(frozenColumns)}${frozenRows + 1}`;
  const pane = frozenRows && frozenColumns ? 'bottomRight' : frozenRows ? 'bottomLeft' : 'topRight';
  const frozen =
    frozenRows || frozenColumns
      ? `<pane${frozenColumns ? ` xSplit="${frozenColumns}"` : ''}${frozenRows ? ` ySplit="${frozenRows}"` : ''}` +
        ` topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`
      : '';
  const look = (sheet.hiddenGridlines ? ' showGridLines="0"' : '') + (active ? ' tabSelected="1"' : '');
  return `<sheetViews><sheetView${look} workbookViewId="0">${frozen}</sheetView></sheetViews>`;
}

function columnsXml(sheet: SheetModel, columns: readonly Column[]): string {
  const last = Math.max(columns.length, after(sheet.columnWidths.keys()), after(sheet.hiddenColumns));
  const items: string[] = [];
  for (let column = 0; column < Math.min(last, sheet.maxColumns); column++) {
    const pixels = sheet.columnWidths.get(column);
    const base = columns[column]?.base ?? 0;
    const hidden = sheet.hiddenColumns.has(column);
    if (pixels === undefined && base === 0 && !hidden) continue;
    items.push(
      `<col min="${column + 1}" max="${column + 1}" width="${width(pixels ?? DEFAULT_COLUMN_PIXELS)}"` +
        `${base ? ` style="${base}"` : ''}${hidden ? ' hidden="1"' : ''}${pixels === undefined ? '' : ' customWidth="1"'}/>`,
    );
  }
  return items.length > 0 ? `<cols>${items.join('')}</cols>` : '';
}

/** The index after the highest one, 0 for none. */
function after(indexes: Iterable<number>): number {
  let end = 0;
  for (const index of indexes) end = Math.max(end, index + 1);
  return end;
}

function width(pixels: number): number {
  return Math.round((pixels / CHARACTER_PIXELS) * 1e4) / 1e4;
}

/**
 * A protected tab is protected in the file too, without a password: a slip of the hand is stopped, everything can be
 * looked at, sorted, filtered and resized, and whoever means it lifts the protection with one click. Single protected
 * ranges and mere warnings are not, since the rest of the tab would have to be unlocked cell by cell.
 */
function protectionXml(sheet: SheetModel): string {
  const whole = sheet.protections.find((protection) => protection.kind === 'SHEET' && !protection.warningOnly);
  if (!whole) return '';
  const allowed = ' formatCells="0" formatColumns="0" formatRows="0" sort="0" autoFilter="0" pivotTables="0"';
  const holes = whole.unprotected.map((area, i) => `<protectedRange sqref="${a1Of(area)}" name="Open${i + 1}"/>`);
  return (
    `<sheetProtection sheet="1"${allowed}/>` +
    (holes.length > 0 ? `<protectedRanges>${holes.join('')}</protectedRanges>` : '')
  );
}

function mergesXml(sheet: SheetModel): string {
  const merges = sheet.merges.filter((area) => area.rows * area.columns > 1);
  if (merges.length === 0) return '';
  return `<mergeCells count="${merges.length}">${merges.map((area) => `<mergeCell ref="${a1Of(area)}"/>`).join('')}</mergeCells>`;
}
