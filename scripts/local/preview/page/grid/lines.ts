import type { DrawnTab } from '../../drawn';
import { fetchRows } from '../server';
import type { Line } from './columns';

/** Rows that are asked for at once. */
export const BLOCK = 100;

/** Rows of a tab from the preview's server; the first ones come before the grid is there, so that it opens with them. */
export interface Lines {
  readonly workbook: string;
  readonly tab: DrawnTab;
  readonly frozen: readonly Line[];
  /** Rows below the frozen ones, counted from the first of them. */
  below(from: number, to: number): Promise<readonly Line[]>;
}

export async function openLines(workbook: string, tab: DrawnTab): Promise<Lines> {
  const { frozenRows } = tab;
  const read = async (first: number, end: number): Promise<readonly Line[]> => {
    const { from, rows, styles } = await fetchRows(workbook, tab.name, first, end);
    return rows.map((cells, offset) => ({ row: from + offset, cells, styles }));
  };
  let first: readonly Line[] | null = await read(0, frozenRows + BLOCK);
  return {
    workbook,
    tab,
    frozen: first.slice(0, frozenRows),
    async below(from, to) {
      const known = from === 0 && to === BLOCK ? first : null;
      first = null;
      return known?.slice(frozenRows) ?? read(frozenRows + from, frozenRows + to);
    },
  };
}
