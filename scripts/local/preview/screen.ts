import type { MenuRecord, UiRecord } from '../gas/spreadsheet/state';
import { type DrawnWorkbook, drawWorkbook } from './drawn';
import type { PreviewRuntime } from './runtime';

export interface MenuLine {
  readonly caption: string;
  /** '' for a line between groups. */
  readonly functionName: string;
}

/** A toast or an alert, numbered in the order it was shown. */
export interface Message {
  readonly serial: string;
  readonly kind: 'toast' | 'alert';
  readonly title: string;
  readonly text: string;
}

/** Everything on the screen but the cells. */
export interface Screen {
  /** Changes whenever a function ran, so that cells are drawn anew. */
  readonly version: number;
  /** Virtual time as the container's people read it. */
  readonly clock: string;
  readonly menus: readonly { readonly name: string; readonly lines: readonly MenuLine[] }[];
  readonly messages: readonly Message[];
  /** How often the sidebar was opened. */
  readonly sidebars: number;
  readonly workbooks: readonly DrawnWorkbook[];
}

export function screenOf(runtime: PreviewRuntime, version: number): Screen {
  const { workbooks, containerId, ui } = runtime.spreadsheets;
  const container = containerId === null ? [] : [...workbooks.values()].filter(({ id }) => id === containerId);
  const others = [...workbooks.values()].filter(({ id }) => id !== containerId);
  return {
    version,
    clock: `${wallClock(runtime, runtime.clock.now())} ${zoneOf(runtime)}`,
    menus: [...ui.menus].map(([name, menu]) => ({ name, lines: linesOf(menu) })),
    messages: messagesOf(ui),
    sidebars: ui.sidebars.length,
    workbooks: [...container, ...others].map(drawWorkbook),
  };
}

function linesOf(menu: MenuRecord): readonly MenuLine[] {
  return menu.items.flatMap((item): readonly MenuLine[] => {
    if (item.kind === 'menu') return linesOf(item.menu);
    if (item.kind === 'separator') return [{ caption: '', functionName: '' }];
    return [{ caption: item.caption, functionName: item.functionName }];
  });
}

function messagesOf(ui: UiRecord): readonly Message[] {
  return [
    ...ui.toasts.map(({ title, text }, at) => ({ serial: `toast ${at}`, kind: 'toast' as const, title, text })),
    ...ui.alerts.map(({ title, text }, at) => ({ serial: `alert ${at}`, kind: 'alert' as const, title, text })),
  ];
}

/** Date and time of day as the container's people read them. */
export function wallClock(runtime: PreviewRuntime, instant: number): string {
  const timeZone = zoneOf(runtime);
  return new Date(instant).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
}

function zoneOf({ spreadsheets: { workbooks, containerId } }: PreviewRuntime): string {
  return workbooks.get(containerId ?? '')?.timeZone ?? 'UTC';
}
