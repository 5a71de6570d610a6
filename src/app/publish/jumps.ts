import type { Cell } from '../../domain/cell';
import type { TabLayout } from '../../ports';
import { columnLetters } from '../../tables/address';
import type { TabRecord } from '../../tables/rows';
import type { Tab } from '../../tables/tab';
import { cellText } from './published-account';

/** Address of a cell, as problems have it. */
const CELL = /^[A-Z]+\d+$/;

/** The layout with links where the tab declares a jump; `written` are the tabs that are written together with it. */
export function withJumps(
  layout: TabLayout,
  { columns }: Tab,
  written: readonly (readonly [Tab, readonly TabRecord[]])[],
): TabLayout {
  const column = columns.findIndex(({ jump }) => jump);
  const jump = columns[column]?.jump;
  if (!jump) return layout;
  const [by, at] = [jump.by, jump.at].map((header) => columns.findIndex(({ name }) => name === header)) as [
    number,
    number,
  ];
  if (jump.tab === null) {
    return {
      ...layout,
      links: {
        column,
        to: (row) => {
          const cell = cellText(row[at]);
          return { tab: cellText(row[by]), range: CELL.test(cell) ? cell : 'A1' };
        },
      },
    };
  }
  const [target, records] = written.find(([{ name }]) => name === jump.tab) ?? [];
  const last = columnLetters((target?.columns.length ?? 1) - 1);
  const places = new Map<Cell, [number, number]>();
  records?.forEach((record, index) => {
    const key = record[jump.at] ?? null;
    const place = places.get(key);
    if (place) place[1] = index + 2;
    else places.set(key, [index + 2, index + 2]);
  });
  const tab = jump.tab;
  return {
    ...layout,
    links: {
      column,
      to: (row) => {
        const place = places.get(row[by] ?? null);
        return place ? { tab, range: `A${place[0]}:${last}${place[1]}` } : null;
      },
    },
  };
}
