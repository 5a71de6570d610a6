import type { DrawnRows } from '../drawn';
import type { Outcome } from '../runtime';
import type { Screen } from '../screen';

/** The preview's server, as its page sees it. */
export async function fetchScreen(): Promise<Screen> {
  return (await fetch('/screen')).json();
}

export async function fetchRows(workbook: string, tab: string, from: number, to: number): Promise<DrawnRows> {
  return (await fetch(`/rows?${new URLSearchParams({ workbook, tab, from: `${from}`, to: `${to}` })}`)).json();
}

export async function select(workbook: string, tab: string, row: number, column: number): Promise<void> {
  await fetch('/select', { method: 'POST', body: JSON.stringify({ workbook, tab, row, column }) });
}

export async function runMenu(name: string): Promise<Outcome> {
  return (await fetch('/menu', { method: 'POST', body: JSON.stringify({ name, args: [] }) })).json();
}

/** Moves the virtual clock on by a day. */
export async function nextDay(): Promise<void> {
  await fetch('/next-day', { method: 'POST', body: '{}' });
}
