import type { Clock } from '../ports';

/** An Apps Script execution ends after six minutes, whatever the account (Apps Script quotas page). */
const EXECUTION_MILLISECONDS = 6 * 60 * 1000;

/** The clock of this execution, which began when the adapter was made: the first act of every entry point. */
export function googleClock(): Clock {
  const startedAt = Date.now();
  return {
    now: () => Date.now(),
    remaining: () => startedAt + EXECUTION_MILLISECONDS - Date.now(),
    sleep: (milliseconds) => Utilities.sleep(milliseconds),
  };
}
