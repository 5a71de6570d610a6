import { foldKey } from '../domain/parse/fold';

/** What somebody said of an action. */
export interface ActionUpdate {
  /** Id of the action as it was entered. */
  readonly action: string;
  readonly status: string;
  /** ISO text of a day or a moment; all of one clock. */
  readonly at: string;
}

/** Status by folded id of the action: that of its newest update; of two at one moment, the one that stands later. */
export function newestStatuses(updates: readonly ActionUpdate[]): ReadonlyMap<string, string> {
  const newest = new Map<string, ActionUpdate>();
  for (const update of updates) {
    const id = foldKey(update.action);
    const known = newest.get(id);
    // ISO texts are in the order of time; a day without a time is its beginning.
    if (!known || update.at >= known.at) newest.set(id, update);
  }
  return new Map([...newest].map(([id, { status }]) => [id, status]));
}
