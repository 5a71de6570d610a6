import type { Cell } from '../../domain/cell';
import { type Day, parseDay } from '../../domain/day';
import type { ReadTab } from '../../tables/rows';
import type { PeopleRecord } from '../store/people-tables';

/** A pulse without an expiry counts this many days, as the note of its column promises. */
const PULSE_DAYS = 90;

/** The pulses people recorded; a row that lacks its account, date or pulse is named in the tab's problems already. */
export function pulsesOf(tab: ReadTab): PeopleRecord[] {
  return tab.records.flatMap(({ values, own }) => {
    const at = dayOf(values['Pulse Date']);
    const pulse = values.Pulse ?? null;
    const account = textOf(values.Account);
    if (account === '' || at === null || typeof pulse !== 'number') return [];
    const expiry = dayOf(values['Expiry Date']) ?? at + PULSE_DAYS;
    const cells = [account, at, pulse, expiry, textOf(values.Comment), textOf(values['Author Email'])];
    return [{ id: textOf(values['Pulse ID']), cells, own }];
  });
}

/** The goals agreed with customers. An actual figure counts from the day of its update. */
export function goalsOf(tab: ReadTab): PeopleRecord[] {
  return tab.records.flatMap(({ values, own }) => {
    const account = textOf(values.Account);
    const updated = dayOf(values['Update Date']);
    if (account === '' || updated === null) return [];
    const id = textOf(values['Goal ID']);
    const [target, actual] = [numberOf(values.Target), numberOf(values.Actual)];
    const reached = target !== null && actual !== null && actual >= target;
    const done = dayOf(values['Done Date']) ?? (reached ? updated : null);
    const cells = [account, id, textOf(values.Kind), target, actual, dayOf(values['Due Date']), updated, done];
    return [{ id, cells, own }];
  });
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
