import type { Cell, Grid, Row } from '../../domain/cell';
import type { CellChange } from '../../domain/tuning-views';
import { type KenshinError, refusal } from '../../errors';
import type { ConfigGrids } from '../../tables/config/grids';
import { CONFIG_TABS } from '../../tables/health/configuration';
import { headerRow } from '../../tables/rows';
import type { Tab } from '../../tables/tab';
import * as messages from './messages';

/** The columns that name a row in tabs without a key column. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  Overrides: ['Segment', 'Metric ID'],
  Bands: ['Band', 'Segment'],
};

/**
 * The tabs with the cells that the page wants to try in place of theirs; the tabs given stay as they are. Where several
 * columns name a row, a change of a row that is not there adds it. Throws KenshinError `input` for a tab, row or column
 * that is not there.
 */
export function withChanges(grids: ConfigGrids, changes: readonly CellChange[]): ConfigGrids {
  const changed: Record<string, Grid | null> = { ...grids };
  for (const change of changes) {
    const tab = CONFIG_TABS.find(({ name }) => name === change.tab);
    if (!tab) throw noSuchCell(change);
    changed[tab.name] = withCell(tab, changed[tab.name] ?? [], change);
  }
  return changed;
}

function withCell(tab: Tab, grid: Grid, change: CellChange): Grid {
  const top = headerRow(grid);
  const header = (grid[top] ?? []).map(folded);
  const column = header.indexOf(folded(change.header));
  const parts = KEYS[tab.name] ?? [tab.key];
  const places = parts.map((name) => header.indexOf(folded(name)));
  const wanted = change.key.split('|').map(folded);
  const isWanted = (row: Row): boolean =>
    places.every((place, part) => folded(row[place] ?? null) === (wanted[part] ?? ''));
  let at = grid.findIndex((row, index) => index > top && isWanted(row));
  if (column < 0 || places.includes(-1) || (at < 0 && (parts.length === 1 || wanted[0] === '')))
    throw noSuchCell(change);
  let rows = grid;
  if (at < 0) {
    const named = change.key.split('|').map((part) => part.trim() || null);
    at = grid.length;
    rows = [...grid, header.map((_, place): Cell => named[places.indexOf(place)] ?? null)];
  }
  return rows.map((row, index) =>
    index === at ? header.map((_, place) => (place === column ? change.value : (row[place] ?? null))) : row,
  );
}

/** Ids and headers are compared as the configuration compares them. */
function folded(cell: Cell): string {
  return String(cell ?? '')
    .normalize('NFKC')
    .trim()
    .toLowerCase();
}

function noSuchCell({ tab, key, header }: CellChange): KenshinError {
  return refusal('input', messages.noSuchCell(tab, key, header));
}
