import type { Area, SheetArea } from './area';
import { RunLayer } from './run-layer';

/**
 * A workbook in memory: plain data that outlives executions, is saved to and opened from files, and is drawn by the
 * preview. All indexes count from 0, all rectangles are `Area`s. The service in front of it speaks 1-based.
 */
export interface WorkbookModel {
  readonly id: string;
  name: string;
  /** As Google writes it: `ja_JP`, `en_US`, `en_GB`. */
  locale: string;
  /** IANA name; cells and Dates meet in this zone. */
  timeZone: string;
  /** In tab order; never empty once in use. */
  readonly sheets: SheetModel[];
  readonly namedRanges: NamedRangeModel[];
  /** Metadata on the spreadsheet itself. */
  readonly metadata: MetadataModel[];
  /** E-mail of the owner; '' lets everybody act as the owner (a file without an owner). */
  owner: string;
  readonly editors: string[];
  readonly viewers: string[];
  /** The next sheet, chart, protection or metadata id. */
  nextId: number;
}

/**
 * What is stored in a cell; null is empty. Dates, times and percents are plain numbers whose number format says so
 * (date serials count days since 1899-12-30 in the workbook's own wall clock). Errors are text such as `#N/A`.
 */
export type StoredValue = string | number | boolean | null;

/** One tab. */
export interface SheetModel {
  readonly sheetId: number;
  name: string;
  /** Size of the grid, empty cells included. */
  maxRows: number;
  maxColumns: number;
  /**
   * Stored values, one array per column: `values[column][row]`. Both levels may be shorter than the grid; what is
   * missing is empty. For a cell with a formula this holds its last known result (null when never computed).
   */
  readonly values: StoredValue[][];
  /** Text from `=` on. */
  readonly formulas: RunLayer<string>;
  /** Formats set by hand or taken over from what was typed; cells without a run have the default. */
  readonly formats: CellFormats;
  readonly notes: RunLayer<string>;
  /** Where the text of a cell leads, as setLinkUrl takes it: `#gid=7&range=A5` for cells of this workbook. */
  readonly links: RunLayer<string>;
  readonly validations: RunLayer<ValidationModel>;
  readonly merges: Area[];
  /** Pixels, by column; others are 100 wide. */
  readonly columnWidths: Map<number, number>;
  /** Pixels, by row; others are 21 high. */
  readonly rowHeights: Map<number, number>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  frozenRows: number;
  frozenColumns: number;
  hidden: boolean;
  hiddenGridlines: boolean;
  /** `#rrggbb`, or null. */
  tabColor: string | null;
  readonly protections: ProtectionModel[];
  /** First match wins per property, as the list stands. */
  readonly conditionalFormats: ConditionalFormatModel[];
  readonly charts: ChartModel[];
  /** The basic filter, at most one. */
  filter: FilterModel | null;
  readonly bandings: BandingModel[];
  readonly metadata: MetadataModel[];
}

/** One sparse layer per format property. */
export interface CellFormats {
  /** Pattern as Sheets writes it: `0.00`, `#,##0`, `yyyy-mm-dd`, `@`; no run = automatic. */
  readonly numberFormat: RunLayer<string>;
  readonly fontWeight: RunLayer<'bold'>;
  readonly fontStyle: RunLayer<'italic'>;
  readonly fontLine: RunLayer<'underline' | 'line-through'>;
  readonly fontSize: RunLayer<number>;
  readonly fontFamily: RunLayer<string>;
  /** `#rrggbb`. */
  readonly fontColor: RunLayer<string>;
  /** `#rrggbb`. */
  readonly background: RunLayer<string>;
  /** No run = overflow. */
  readonly wrap: RunLayer<'WRAP' | 'CLIP'>;
  readonly horizontal: RunLayer<'left' | 'center' | 'right'>;
  /** No run = bottom. */
  readonly vertical: RunLayer<'top' | 'middle'>;
  readonly borders: RunLayer<BordersModel>;
}

export interface BorderModel {
  /** `#rrggbb`. */
  readonly color: string;
  /** A BorderStyle name. */
  readonly style: 'DOTTED' | 'DASHED' | 'SOLID' | 'SOLID_MEDIUM' | 'SOLID_THICK' | 'DOUBLE';
}

/** The lines around one cell. */
export interface BordersModel {
  readonly top: BorderModel | null;
  readonly left: BorderModel | null;
  readonly bottom: BorderModel | null;
  readonly right: BorderModel | null;
}

/** A value a rule compares with. Formula text starts with `=`. */
export type RuleArgument =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | { readonly serial: number }
  | { readonly range: SheetArea };

/**
 * A data validation rule. `criteria` is a DataValidationCriteria name; `args` are as `getCriteriaValues` gives them:
 * VALUE_IN_LIST `[['a', 'b'], showDropdown]`, VALUE_IN_RANGE `[{range}, showDropdown]`, CHECKBOX `[]` or its values,
 * NUMBER_BETWEEN `[low, high]`, DATE_AFTER `[{serial}]`, CUSTOM_FORMULA `['=...']`.
 */
export interface ValidationModel {
  readonly criteria: string;
  readonly args: readonly RuleArgument[];
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

export interface NamedRangeModel {
  name: string;
  target: SheetArea;
}

export interface ProtectionModel {
  readonly id: number;
  readonly kind: 'SHEET' | 'RANGE';
  /** The protected rectangle; null for a whole tab. */
  area: Area | null;
  description: string;
  /** Who may edit beside the owner; null while the rights still mirror the file's. */
  editors: string[] | null;
  warningOnly: boolean;
  domainEdit: boolean;
  /** Holes in a tab's protection. */
  unprotected: Area[];
  rangeName: string | null;
}

export interface RuleStyle {
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly strikethrough: boolean | null;
  readonly underline: boolean | null;
}

export interface GradientPoint {
  readonly color: string;
  /** MIN, MAX, NUMBER, PERCENT or PERCENTILE. */
  readonly type: string;
  readonly value: string;
}

/** Either `condition` with `style`, or `gradient`. */
export interface ConditionalFormatModel {
  readonly areas: readonly Area[];
  /** `criteria` is a BooleanCriteria name. */
  readonly condition: { readonly criteria: string; readonly args: readonly RuleArgument[] } | null;
  readonly style: RuleStyle;
  readonly gradient: {
    readonly min: GradientPoint;
    readonly mid: GradientPoint | null;
    readonly max: GradientPoint;
  } | null;
}

export interface ChartModel {
  readonly chartId: number;
  /** A Charts.ChartType name: AREA, BAR, COLUMN, COMBO, LINE, PIE, SCATTER ... */
  readonly type: string;
  readonly ranges: readonly SheetArea[];
  /** Cell under the chart's top left corner. */
  readonly anchorRow: number;
  readonly anchorColumn: number;
  /** Pixels. */
  readonly offsetX: number;
  readonly offsetY: number;
  /** Rows or columns of the ranges that hold headers. */
  readonly headers: number;
  readonly transpose: boolean;
  readonly mergeStrategy: string;
  readonly hiddenDimensionStrategy: string;
  /** As given to setOption, by dotted name: `title`, `width`, `height`, `colors`, `isStacked`, `legend.position` ... */
  readonly options: Readonly<Record<string, unknown>>;
}

export interface FilterModel {
  area: Area;
  /** By column index of the sheet. */
  readonly criteria: Map<number, FilterCriteriaModel>;
}

export interface FilterCriteriaModel {
  readonly condition: { readonly criteria: string; readonly args: readonly RuleArgument[] } | null;
  readonly hiddenValues: readonly string[];
}

export interface BandingModel {
  readonly id: number;
  area: Area;
  readonly direction: 'rows' | 'columns';
  header: string | null;
  first: string | null;
  second: string | null;
  footer: string | null;
}

export interface MetadataModel {
  readonly id: number;
  key: string;
  value: string | null;
  visibility: 'DOCUMENT' | 'PROJECT';
  place: { readonly kind: 'whole' } | { readonly kind: 'row' | 'column'; readonly index: number };
}

/** Size of a tab made without one. */
export const DEFAULT_ROWS = 1000;
export const DEFAULT_COLUMNS = 26;

/** An empty workbook without tabs. */
export function createWorkbookModel(
  options: { id: string } & Partial<Pick<WorkbookModel, 'name' | 'locale' | 'timeZone' | 'owner'>>,
): WorkbookModel {
  return {
    id: options.id,
    name: options.name ?? 'Untitled spreadsheet',
    locale: options.locale ?? 'ja_JP',
    timeZone: options.timeZone ?? 'Asia/Tokyo',
    sheets: [],
    namedRanges: [],
    metadata: [],
    owner: options.owner ?? '',
    editors: [],
    viewers: [],
    nextId: 1,
  };
}

/** An empty tab put into a workbook at `position` (the end when left out). The first tab of a workbook has id 0. */
export function addSheetModel(
  workbook: WorkbookModel,
  name: string,
  size: { rows: number; columns: number } = { rows: DEFAULT_ROWS, columns: DEFAULT_COLUMNS },
  position: number = workbook.sheets.length,
): SheetModel {
  const sheet: SheetModel = {
    sheetId: workbook.sheets.some((other) => other.sheetId === 0) ? workbook.nextId++ : 0,
    name,
    maxRows: size.rows,
    maxColumns: size.columns,
    values: [],
    formulas: new RunLayer(),
    formats: createFormats(),
    notes: new RunLayer(),
    links: new RunLayer(),
    validations: new RunLayer(),
    merges: [],
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    frozenRows: 0,
    frozenColumns: 0,
    hidden: false,
    hiddenGridlines: false,
    tabColor: null,
    protections: [],
    conditionalFormats: [],
    charts: [],
    filter: null,
    bandings: [],
    metadata: [],
  };
  workbook.sheets.splice(position, 0, sheet);
  return sheet;
}

function createFormats(): CellFormats {
  return {
    numberFormat: new RunLayer(),
    fontWeight: new RunLayer(),
    fontStyle: new RunLayer(),
    fontLine: new RunLayer(),
    fontSize: new RunLayer(),
    fontFamily: new RunLayer(),
    fontColor: new RunLayer(),
    background: new RunLayer(),
    wrap: new RunLayer(),
    horizontal: new RunLayer(),
    vertical: new RunLayer(),
    borders: new RunLayer(),
  };
}
