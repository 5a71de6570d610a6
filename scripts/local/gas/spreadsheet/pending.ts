import { copyOf } from '../copy';
import type { Host } from '../host';
import { COMMIT } from './costs';
import type { WorkbookModel } from './model';

/**
 * Writes that the service has taken but not yet sent. The model is changed at once; what waits is their price, with the
 * switch `lateWriteErrors` what went wrong with them, and with the switch `killLosesWrites` how the workbooks were before.
 * Source: Apps Script reference, SpreadsheetApp.flush ("spreadsheet operations are sometimes bundled together").
 */
export interface Pending {
  host: Host | null;
  cells: number;
  failure: string | null;
  /** Workbooks as they were before the first waiting write to them, by id. */
  readonly unwritten: Map<string, WorkbookModel>;
}

export function createPending(): Pending {
  return { host: null, cells: 0, failure: null, unwritten: new Map() };
}

/** Notes a buffered write, before it changes the workbook. */
export function bufferWrite(pending: Pending, host: Host, workbook: WorkbookModel, cells: number): void {
  pending.host = host;
  pending.cells += cells;
  if (host.switches.killLosesWrites && !pending.unwritten.has(workbook.id)) {
    pending.unwritten.set(workbook.id, copyOf(workbook));
  }
}

/** Milliseconds that sending the waiting writes takes. */
export function commitCost(pending: Pending): number {
  return pending.host ? COMMIT.ms + COMMIT.perCell * pending.cells : 0;
}

/** The waiting writes have been sent. Answers the message of the first that failed, once; null for none. */
export function settle(pending: Pending): string | null {
  const failure = pending.failure;
  pending.host = null;
  pending.cells = 0;
  pending.failure = null;
  pending.unwritten.clear();
  return failure;
}

/**
 * Sends what an execution left unsent. The runtime calls it when an execution ends by itself: books the time and
 * throws the error of a buffered write, as the platform does.
 */
export function commitPending(state: { readonly pending: Pending }): void {
  const host = state.pending.host;
  if (!host) return;
  host.charge('SpreadsheetApp.commit', commitCost(state.pending));
  const failure = settle(state.pending);
  if (failure !== null) host.fail(failure);
}

/**
 * Ends what an execution left waiting, without booking it. What a killed one had not sent is undone where the switch
 * `killLosesWrites` says so: nothing documents that the platform sends it.
 */
export function dropPending(
  state: { readonly pending: Pending; readonly workbooks: Map<string, WorkbookModel> },
  killed: boolean,
): void {
  if (killed) for (const [id, workbook] of state.pending.unwritten) state.workbooks.set(id, workbook);
  settle(state.pending);
}
