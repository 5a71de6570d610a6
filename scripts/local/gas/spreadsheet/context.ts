import type { Host } from '../host';
import { type Cost, METADATA, METADATA_AGAIN } from './costs';
import { type AllEnumerations, enumerationsOf } from './enumerations';
import type { SheetModel, WorkbookModel } from './model';
import { bufferWrite, commitCost, settle } from './pending';
import type { Selection, SpreadsheetState } from './state';

/** What the faces of one execution share. */
export interface Context {
  readonly host: Host;
  readonly state: SpreadsheetState;
  /** Faces handed to the script, and what stands behind each. */
  readonly behind: WeakMap<object, Behind>;
  /** Workbooks whose names and sizes were read since their last change: the next such read is cheap. */
  readonly known: Set<string>;
  readonly enums: AllEnumerations;
  /** What is selected, by workbook id: the person's own, or a fresh one for a run that nobody watches. */
  readonly selections: Map<string, Selection>;
  /** One more range of a list that is handled in one call: its cells cost, the call does not. */
  readonly joined?: boolean;
}

/** What stands behind a face: its class, and its own value. */
export interface Behind {
  readonly className: string;
  readonly value: unknown;
}

/** One for all, since the Charts service's enumerations are made apart from the spreadsheet service. */
export const BEHIND = new WeakMap<object, Behind>();

export function createContext(host: Host, state: SpreadsheetState): Context {
  return {
    host,
    state,
    behind: BEHIND,
    known: new Set(),
    enums: enumerationsOf(host, BEHIND),
    selections: host.entry === 'trigger' ? new Map() : state.selections,
  };
}

/** Makes the face of an object and remembers what stands behind it, so that other methods can take it. */
export function makeFace<T extends object>(context: Context, className: string, members: T, value: unknown): T {
  const face = context.host.strict(className, members);
  context.behind.set(face, { className, value });
  return face;
}

/** Books a call that changes nothing and waits for nothing. */
export function chargeLocal(context: Context, call: string, cost: Cost): void {
  context.host.charge(call, cost.ms);
}

/**
 * Books a read. Writes that wait are sent first, and what went wrong with them comes out here.
 * Source: Apps Script guide, best practices ("alternating read and write commands is slow").
 */
export function chargeRead(context: Context, call: string, cost: Cost, cells = 0): void {
  context.host.charge(call, cost.ms + cost.perCell * cells + commitCost(context.state.pending), cells);
  throwWaiting(context);
}

/** Books a read of a name or a size: dear once, cheap until something is written. */
export function chargeMetadata(context: Context, call: string, workbook: WorkbookModel): void {
  const cost = context.known.has(workbook.id) ? METADATA_AGAIN : METADATA;
  chargeRead(context, call, cost);
  context.known.add(workbook.id);
}

/** Books a buffered write of `cells` cells; `sent` of them are priced again when the write is sent. */
export function chargeWrite(
  context: Context,
  workbook: WorkbookModel,
  call: string,
  cost: Cost,
  cells = 0,
  sent = 0,
): void {
  context.host.charge(call, (context.joined ? 0 : cost.ms) + cost.perCell * cells, cells);
  bufferWrite(context.state.pending, context.host, workbook, sent);
  context.known.delete(workbook.id);
}

/** Sends what waits, as flush does. */
export function commit(context: Context, call: string, ms: number): void {
  context.host.charge(call, ms + commitCost(context.state.pending));
  throwWaiting(context);
}

function throwWaiting(context: Context): void {
  const failure = settle(context.state.pending);
  if (failure !== null) context.host.fail(failure);
}

/**
 * Refuses a write: at once, or with the switch `lateWriteErrors` when it would be sent. False tells the caller to
 * leave the cells alone.
 */
export function refuseWrite(context: Context, message: string): false {
  if (!context.host.switches.lateWriteErrors) return context.host.fail(message);
  context.state.pending.host = context.host;
  context.state.pending.failure ??= message;
  return false;
}

/** What only this runtime refuses: not a text of the platform. */
export function notImplemented(context: Context, what: string): never {
  throw new context.host.realm.Error(`not implemented: ${what}`);
}

/** A tab that still stands. Throws when the script deleted it. */
export function standing(context: Context, workbook: WorkbookModel, sheet: SheetModel): SheetModel {
  if (!workbook.sheets.includes(sheet)) context.host.fail(`Sheet ${sheet.sheetId} not found`);
  return sheet;
}

/** An array of the sandbox. */
export function arrayOf<T>(context: Context, items: Iterable<T>): T[] {
  const array = new context.host.realm.Array<T>();
  for (const item of items) array.push(item);
  return array;
}

/** Like `arrayOf`, for the rows of a table: `cell` gives the value for an offset from the corner. */
export function tableOf<T>(
  context: Context,
  rows: number,
  columns: number,
  cell: (row: number, column: number) => T,
): T[][] {
  const OwnArray = context.host.realm.Array;
  const table = new OwnArray<T[]>(rows);
  for (let r = 0; r < rows; r++) {
    const row = new OwnArray<T>(columns);
    for (let c = 0; c < columns; c++) row[c] = cell(r, c);
    table[r] = row;
  }
  return table;
}
