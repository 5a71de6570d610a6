import type { DrawnCards } from '../cards';
import type { DrawnChart } from '../chart-svg';
import type { DrawnRows } from '../drawn';
import type { Outcome } from '../runtime';
import type { Screen } from '../screen';
import type { SentMessage } from '../sent';

/** The preview's server, as its page sees it. */
export async function fetchScreen(): Promise<Screen> {
  return (await fetch('/screen')).json();
}

export async function fetchRows(workbook: string, tab: string, from: number, to: number): Promise<DrawnRows> {
  return (await fetch(`/rows?${new URLSearchParams({ workbook, tab, from: `${from}`, to: `${to}` })}`)).json();
}

/** The charts of a tab. */
export async function fetchCharts(workbook: string, tab: string): Promise<readonly DrawnChart[]> {
  return (await fetch(`/charts?${new URLSearchParams({ workbook, tab })}`)).json();
}

export async function fetchCards(addresses: string): Promise<DrawnCards> {
  return (await fetch('/cards', { method: 'POST', body: JSON.stringify({ addresses }) })).json();
}

export async function fetchSent(): Promise<readonly SentMessage[]> {
  return (await fetch('/sent')).json();
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
