import type { CellClassParams, CellStyle, ColDef } from 'ag-grid-community';
import type { CellStyle as Look } from '../../cell-style';
import type { DrawnCell, DrawnTab } from '../../drawn';
import { canFollow, LinkCell, type LinkParams } from './link-cell';
import { LINK, NUMBERS } from './look';
import { NoteBubble } from './note-bubble';
import { letterOf } from './place';

/** One row of a tab as the grid holds it; the row counts from 0. */
export interface Line {
  readonly row: number;
  readonly cells: readonly DrawnCell[];
  readonly styles: readonly Look[];
}

/** Name of the column of row numbers; the others are called by their number from 0. */
export const ROW_NUMBERS = 'row';

/** Whether the selected cell is in a row, or in a column. */
interface Selection {
  row(row: number): boolean;
  column(column: number): boolean;
}

/**
 * Columns of a tab: the row numbers, called `rowNumbers` by a screen reader, then one for each letter. `follow` hears
 * which link to a cell is followed.
 */
export function columnsOf(
  { widths, frozenColumns, frozenRows }: DrawnTab,
  rowNumbers: string,
  selected: Selection,
  follow: (link: string) => void,
): ColDef<Line>[] {
  const numbers: ColDef<Line> = {
    colId: ROW_NUMBERS,
    headerName: rowNumbers,
    headerClass: 'corner',
    width: NUMBERS,
    pinned: 'left',
    suppressNavigable: true,
    cellAriaRole: 'rowheader',
    valueGetter: ({ node }) => `${(node?.rowPinned ? 0 : frozenRows) + (node?.rowIndex ?? 0) + 1}`,
    cellClass: 'row-number',
    cellClassRules: { active: ({ value }) => selected.row(Number(value) - 1) },
  };
  return [
    numbers,
    ...widths.map(
      (width, column): ColDef<Line> => ({
        colId: `${column}`,
        headerName: letterOf(column),
        headerClass: () => (selected.column(column) ? 'letter active' : 'letter'),
        width,
        minWidth: 1,
        hide: width === 0,
        pinned: column < frozenColumns ? 'left' : null,
        valueGetter: ({ data }) => data?.cells[column]?.[0] ?? '',
        tooltipValueGetter: ({ data }) => data?.cells[column]?.[2] || undefined,
        tooltipComponent: NoteBubble,
        cellRendererSelector: ({ data }) =>
          canFollow(data?.cells[column]?.[3])
            ? { component: LinkCell, params: { follow } satisfies LinkParams }
            : undefined,
        cellStyle: styleOf(column),
        cellClassRules: {
          noted: ({ data }) => Boolean(data?.cells[column]?.[2]),
          chosen: ({ data }) => data !== undefined && selected.row(data.row) && selected.column(column),
        },
      }),
    ),
  ];
}

/** Every property is named, because the grid takes none away when a cell gets another style. */
function styleOf(column: number): (params: CellClassParams<Line>) => CellStyle {
  return ({ data }) => {
    const [, style = -1, , link] = data?.cells[column] ?? [];
    const look = data?.styles[style] ?? {};
    return {
      backgroundColor: look.background ?? '',
      color: look.color ?? (canFollow(link) ? LINK : ''),
      fontWeight: look.bold ? '600' : '',
      fontStyle: look.italic ? 'italic' : '',
      textAlign: look.align ?? '',
    };
  };
}
