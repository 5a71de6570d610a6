import type { Host } from '../host';
import { COMMIT } from './costs';

/**
 * Writes that the service has taken but not yet sent. The model is changed at once; what waits is their price, and
 * with the switch `lateWriteErrors` what went wrong with them.
 * Source: Apps Script reference, SpreadsheetApp.flush ("spreadsheet operations are sometimes bundled together").
 */
export interface Pending {
  host: Host | null;
  cells: number;
  failure: string | null;
}

export function createPending(): Pending {
  return { host: null, cells: 0, failure: null };
}

/** Notes a buffered write. */
export function bufferWrite(pending: Pending, host: Host, cells: number): void {
  pending.host = host;
  pending.cells += cells;
}

/** Milliseconds that sending the waiting writes takes; nothing waits afterwards. */
export function takeCommitCost(pending: Pending): number {
  const cost = pending.host ? COMMIT.ms + COMMIT.perCell * pending.cells : 0;
  pending.host = null;
  pending.cells = 0;
  return cost;
}

/** The message of the first waiting write that failed, once. */
export function takeFailure(pending: Pending): string | null {
  const failure = pending.failure;
  pending.failure = null;
  return failure;
}

/**
 * Sends what an execution left unsent. The runtime calls it when an execution ends by itself: books the time and
 * throws the error of a buffered write, as the platform does.
 */
export function commitPending(state: { readonly pending: Pending }): void {
  const host = state.pending.host;
  if (!host) return;
  host.charge('SpreadsheetApp.commit', takeCommitCost(state.pending));
  const failure = takeFailure(state.pending);
  if (failure !== null) host.fail(failure);
}

/** Forgets what a killed execution left waiting, without booking it. */
export function dropPending(state: { readonly pending: Pending }): void {
  takeCommitCost(state.pending);
  takeFailure(state.pending);
}
