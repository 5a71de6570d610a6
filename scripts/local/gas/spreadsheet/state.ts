import type { Area } from './area';
import { addSheetModel, createWorkbookModel, type WorkbookModel } from './model';
import { createPending, type Pending } from './pending';

/** Everything of the spreadsheet service that outlives an execution. */
export interface SpreadsheetState {
  /** All spreadsheets that exist, by id. */
  readonly workbooks: Map<string, WorkbookModel>;
  /** The spreadsheet the script is bound to; null for a standalone script. */
  readonly containerId: string | null;
  /** What the person at the screen has selected, by workbook id. */
  readonly selections: Map<string, Selection>;
  /** What was shown, and what the person will answer. */
  readonly ui: UiRecord;
  /** Writes that are buffered in the running execution. */
  readonly pending: Pending;
  nextWorkbook: number;
}

export interface Selection {
  sheetId: number;
  area: Area;
}

/** Names of ui buttons. */
export type ButtonName = 'CLOSE' | 'OK' | 'CANCEL' | 'YES' | 'NO';

/** A screen that remembers. Tests and the preview read it; `answers` are taken first to last by alert and prompt. */
export interface UiRecord {
  readonly alerts: { title: string; text: string; buttons: string }[];
  readonly prompts: { title: string; text: string; buttons: string }[];
  readonly toasts: { text: string; title: string; seconds: number }[];
  /** `output` is the HtmlOutput handed over; the last one is on the screen. */
  readonly sidebars: { output: unknown }[];
  readonly dialogs: { output: unknown; title: string; modal: boolean }[];
  /** By name: a menu of the same name replaces the older one. */
  readonly menus: Map<string, MenuRecord>;
  /** What the person answers next; without one a lone OK button is pressed, and any other box is closed. */
  readonly answers: { button: ButtonName; text?: string }[];
}

export interface MenuRecord {
  readonly caption: string;
  readonly addon: boolean;
  readonly items: readonly MenuItem[];
}

export type MenuItem =
  | { readonly kind: 'item'; readonly caption: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly menu: MenuRecord };

export function createSpreadsheetState(options: { containerId: string | null }): SpreadsheetState {
  return {
    workbooks: new Map(),
    containerId: options.containerId,
    selections: new Map(),
    ui: { alerts: [], prompts: [], toasts: [], sidebars: [], dialogs: [], menus: new Map(), answers: [] },
    pending: createPending(),
    nextWorkbook: 1,
  };
}

/** Puts a workbook (made or opened from a file) where scripts can open it. */
export function addWorkbook(state: SpreadsheetState, workbook: WorkbookModel): WorkbookModel {
  state.workbooks.set(workbook.id, workbook);
  return workbook;
}

/** A new workbook with one empty tab; the id is made up unless given. */
export function createWorkbook(
  state: SpreadsheetState,
  options: Partial<Pick<WorkbookModel, 'id' | 'name' | 'locale' | 'timeZone' | 'owner'>> & {
    readonly sheet?: string;
    readonly rows?: number;
    readonly columns?: number;
  } = {},
): WorkbookModel {
  const { sheet, rows, columns, ...rest } = options;
  const id = options.id ?? `spreadsheet-${String(state.nextWorkbook++).padStart(4, '0')}`;
  const workbook = createWorkbookModel({ ...rest, id });
  const name = sheet ?? (workbook.locale.startsWith('ja') ? 'シート1' : 'Sheet1');
  addSheetModel(workbook, name, { rows: rows ?? 1000, columns: columns ?? 26 });
  return addWorkbook(state, workbook);
}

/** Where somebody is in a workbook; the first visible tab's A1 until something else was selected. */
export function selectionOf(selections: Map<string, Selection>, workbook: WorkbookModel): Selection {
  const known = selections.get(workbook.id);
  if (known && workbook.sheets.some((sheet) => sheet.sheetId === known.sheetId)) return known;
  const sheet = workbook.sheets.find((candidate) => !candidate.hidden) ?? workbook.sheets[0];
  const selection = { sheetId: sheet?.sheetId ?? 0, area: { row: 0, column: 0, rows: 1, columns: 1 } };
  selections.set(workbook.id, selection);
  return selection;
}

/** Selects a cell from outside, as a person would. Row and column count from 0. Throws when there is no such tab. */
export function selectCell(
  state: SpreadsheetState,
  workbook: WorkbookModel,
  tab: string,
  row: number,
  column: number,
): void {
  const sheet = workbook.sheets.find((candidate) => candidate.name === tab);
  if (!sheet) throw new Error(`${workbook.name} has no tab ${tab}`);
  state.selections.set(workbook.id, { sheetId: sheet.sheetId, area: { row, column, rows: 1, columns: 1 } });
}
