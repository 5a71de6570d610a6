import type { Cell } from '../../domain/cell';
import { type Day, parseDay } from '../../domain/day';
import type { ReadTab, TabRecord } from '../../tables/rows';
import type { GoalRecord, PulseRecord } from '../store/people-tables';

/** A pulse without an expiry counts this many days, as the note of its column promises. */
const PULSE_DAYS = 90;

/** The pulses people recorded; a row that lacks its account, date or pulse is named in the tab's problems already. */
export function pulsesOf(tab: ReadTab): PulseRecord[] {
  return tab.records.flatMap(({ values, own }) => {
    const at = dayOf(values['Pulse Date']);
    const pulse = values.Pulse ?? null;
    const accountId = textOf(values.Account);
    if (accountId === '' || at === null || typeof pulse !== 'number') return [];
    return [
      {
        accountId,
        at,
        pulse,
        expiryDate: dayOf(values['Expiry Date']) ?? at + PULSE_DAYS,
        note: textOf(values.Comment),
        by: textOf(values['Author Email']),
        own,
      },
    ];
  });
}

/** The goals agreed with customers. An actual figure counts from the day of its update. */
export function goalsOf(tab: ReadTab): GoalRecord[] {
  return tab.records.flatMap(({ values, own }) => {
    const accountId = textOf(values.Account);
    const updated = dayOf(values['Update Date']);
    if (accountId === '' || updated === null) return [];
    return [{ ...goalOf(accountId, updated, values), own }];
  });
}

function goalOf(accountId: string, updated: Day, values: TabRecord): GoalRecord {
  const target = numberOf(values.Target);
  const actual = numberOf(values.Actual);
  const reached = target !== null && actual !== null && actual >= target;
  return {
    accountId,
    goalId: textOf(values['Goal ID']),
    kind: textOf(values.Kind),
    target,
    actual,
    dueDate: dayOf(values['Due Date']),
    agreedOn: updated,
    doneOn: dayOf(values['Done Date']) ?? (reached ? updated : null),
  };
}

function textOf(cell: Cell | undefined): string {
  return String(cell ?? '').trim();
}

function numberOf(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}

function dayOf(cell: Cell | undefined): Day | null {
  return typeof cell === 'string' ? parseDay(cell) : null;
}
