import type { Cell, Grid } from '../../domain/cell';
import type { Text } from '../../domain/text';
import { CONFIG_TABS } from '../health/configuration';
import { readCell } from '../read-cell';
import { headerRow } from '../rows';
import type { Column, Tab } from '../tab';
import type { ConfigGrids } from './grids';

/** Longest value a line of the difference quotes. */
const QUOTED = 80;

/** Columns that together tell the rows of a tab without a key apart. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  Overrides: ['Segment', 'Metric ID'],
  Bands: ['Band', 'Segment'],
};

/** Tabs in which the order of rows decides. */
const ORDERED: readonly string[] = ['Segments', 'Stages'];

/**
 * What changed between two configurations, one line a cell or row: `Metrics: logins_30d Weight 2 -> 3`. Cells count
 * as equal where they mean the same (2 and "2"). Tabs that are missing count as empty.
 */
export function diffConfig(before: ConfigGrids, after: ConfigGrids): readonly Text[] {
  return CONFIG_TABS.flatMap((tab) => diffTab(tab, before[tab.name] ?? [], after[tab.name] ?? []));
}

function diffTab(tab: Tab, before: Grid, after: Grid): readonly Text[] {
  const old = rowsByKey(tab, before);
  const young = rowsByKey(tab, after);
  const lines: Text[] = [];
  for (const [key, row] of young) {
    const was = old.get(key);
    if (!was) lines.push(says.added(tab.name, key));
    else for (const column of tab.columns) lines.push(...diffCell(tab, key, column, was, row));
  }
  for (const key of old.keys()) if (!young.has(key)) lines.push(says.removed(tab.name, key));
  const order = (of: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string =>
    Array.from(of.keys())
      .filter((key) => other.has(key))
      .join(', ');
  const [from, to] = [order(old, young), order(young, old)];
  if (ORDERED.includes(tab.name) && from !== to) lines.push(says.order(tab.name, from, to));
  return lines;
}

function diffCell(tab: Tab, key: string, column: Column, was: Values, is: Values): readonly Text[] {
  const [from, to] = [was.get(column.name) ?? '', is.get(column.name) ?? ''];
  return from === to ? [] : [says.changed(tab.name, key, column.name, cut(from), cut(to))];
}

/** Cells of a row by header, as text. */
type Values = ReadonlyMap<string, string>;

function rowsByKey(tab: Tab, grid: Grid): ReadonlyMap<string, Values> {
  const top = headerRow(grid);
  const header = (grid[top] ?? []).map((cell) =>
    String(cell ?? '')
      .trim()
      .toLowerCase(),
  );
  const rows = new Map<string, Values>();
  for (const row of grid.slice(top + 1)) {
    const values = new Map(
      tab.columns.map((column) => [column.name, meant(column, row[header.indexOf(column.name.toLowerCase())] ?? null)]),
    );
    const named = (KEYS[tab.name] ?? [tab.key]).map((name) => values.get(name) ?? '').filter((part) => part !== '');
    if (named.length > 0) rows.set(unused(rows, named.join(' ')), values);
  }
  return rows;
}

/** A key that stands twice is numbered, so that no row is lost from the difference. */
function unused(rows: ReadonlyMap<string, unknown>, key: string): string {
  let free = key;
  for (let count = 2; rows.has(free); count++) free = `${key} (${count})`;
  return free;
}

function meant(column: Column, cell: Cell): string {
  if (cell === null) return '';
  const read = readCell(column, cell);
  return String(read.ok ? read.value : cell).trim();
}

function cut(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED - 1)}…` : text;
}

const says = {
  added: (tab: string, key: string): Text => ({ en: `${tab}: ${key} added`, ja: `${tab}: ${key} を追加` }),
  removed: (tab: string, key: string): Text => ({ en: `${tab}: ${key} removed`, ja: `${tab}: ${key} を削除` }),
  changed: (tab: string, key: string, column: string, from: string, to: string): Text => ({
    en: `${tab}: ${key} ${column} ${from || '(empty)'} -> ${to || '(empty)'}`,
    ja: `${tab}: ${key} の ${column} ${from || '（空欄）'} → ${to || '（空欄）'}`,
  }),
  order: (tab: string, from: string, to: string): Text => ({
    en: `${tab}: order ${from} -> ${to}`,
    ja: `${tab}: 順序 ${from} → ${to}`,
  }),
};
