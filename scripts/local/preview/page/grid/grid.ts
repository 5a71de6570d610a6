import {
  CellStyleModule,
  createGrid,
  type GridApi,
  type IGetRowsParams,
  InfiniteRowModelModule,
  type IRowNode,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  TooltipModule,
} from 'ag-grid-community';
import type { DrawnTab } from '../../drawn';
import { fetchCharts } from '../server';
import { type ChartLayer, createChartLayer } from './charts';
import { columnsOf, type Line, ROW_NUMBERS } from './columns';
import { BLOCK, type Lines, openLines } from './lines';
import { FIRST_ROW, ROW, THEME } from './look';
import type { Place } from './place';

const MODULES = [
  CellStyleModule,
  InfiniteRowModelModule,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  TooltipModule,
];

/** A tab drawn as a sheet. */
export interface SheetGrid {
  /** Shows a tab, read anew: from its top, where it stood, or with a cell chosen that the keyboard goes to. */
  show(workbook: string, tab: DrawnTab, start: 'top' | 'kept' | Place): Promise<void>;
  /** Hands the keyboard to the chosen cell. */
  focus(): void;
}

interface Shown {
  readonly api: GridApi<Line>;
  readonly charts: ChartLayer;
  /** What the cells are read from; replaced when the script has run. */
  lines: Lines;
}

/** The selected cell, and what it says. */
export interface ChosenCell extends Place {
  readonly workbook: string;
  readonly tab: string;
  readonly text: string;
}

/** What a screen reader calls the grid, and its column of row numbers. */
interface Labels {
  readonly grid: string;
  readonly rows: string;
}

/** Draws into `element`; `chosen` hears which cell is selected whenever either may have changed;
 * `follow` hears of links to cells. */
export function createSheetGrid(
  element: HTMLElement,
  labels: Labels,
  chosen: (cell: ChosenCell) => void,
  follow: (link: string) => void,
): SheetGrid {
  let shown: Shown | null = null;
  let asked = 0;
  let active: Place = { row: 0, column: 0 };

  return {
    async show(workbook, tab, start) {
      asked += 1;
      const mine = asked;
      const [lines, charts] = await Promise.all([openLines(workbook, tab), fetchCharts(workbook, tab.name)]);
      // Another tab was asked for meanwhile.
      if (mine !== asked) return;
      if (shown && start !== 'top' && shapeOf(shown.lines) === shapeOf(lines)) {
        shown.lines = lines;
        shown.api.setGridOption('pinnedTopRowData', [...lines.frozen]);
        shown.api.setRowCount(rowsBelow(tab), true);
        shown.api.refreshInfiniteCache();
        if (typeof start === 'object') choose(start);
      } else {
        shown?.api.destroy();
        shown?.charts.element.remove();
        if (start === 'top') active = { row: Math.max(0, Math.min(tab.frozenRows, tab.rows - 1)), column: 0 };
        if (typeof start === 'object') active = start;
        shown = open(lines);
      }
      shown.charts.draw(charts);
      tell();
      // What follows the cell belongs to it: the rows of an account, say.
      if (typeof start === 'object') focus('top');
    },
    focus: () => focus(),
  };

  function open(lines: Lines): Shown {
    const { tab } = lines;
    const first = tab.frozenRows > 0 ? FIRST_ROW : ROW;
    const charts = createChartLayer(tab, (row) => (row === 0 ? 0 : first + (row - 1) * ROW));
    const made: { lines: Lines } = { lines };
    const api = createGrid<Line>(
      element,
      {
        theme: THEME,
        columnDefs: columnsOf(
          tab,
          labels.rows,
          {
            row: (row) => row === active.row,
            column: (column) => column === active.column,
          },
          follow,
        ),
        defaultColDef: { sortable: false, resizable: false, suppressMovable: true },
        rowModelType: 'infinite',
        cacheBlockSize: BLOCK,
        infiniteInitialRowCount: rowsBelow(tab),
        pinnedTopRowData: [...lines.frozen],
        // Rows that are read again stay where they are in the document.
        getRowId: ({ data }) => `${data.row}`,
        getRowHeight: ({ node, data }) => (node.rowPinned && data?.row === 0 ? FIRST_ROW : ROW),
        animateRows: false,
        ensureDomOrder: true,
        datasource: { getRows: (params) => void getRows(made.lines, params) },
        tooltipShowDelay: 200,
        tooltipSwitchShowDelay: 0,
        tooltipHideDelay: 60_000,
        suppressHeaderFocus: true,
        suppressRowHoverHighlight: true,
        suppressOverlays: ['loading', 'noRows'],
        focusGridInnerElement: () => {
          focus();
          return true;
        },
        onCellFocused: ({ rowIndex, rowPinned, column }) => {
          if (rowIndex === null || column === null || typeof column === 'string') return;
          const id = column.getColId();
          choose({
            row: rowPinned ? rowIndex : rowIndex + tab.frozenRows,
            column: id === ROW_NUMBERS ? 0 : Number(id),
          });
        },
        onCellKeyDown: ({ event }) => {
          if (event instanceof KeyboardEvent && event.key === 'Enter' && event.target instanceof HTMLElement)
            event.target.querySelector('a')?.click();
        },
        onBodyScroll: ({ left, top }) => charts.scroll(left, top),
      },
      { modules: MODULES },
    );
    element.querySelector('[role=grid]')?.setAttribute('aria-label', labels.grid);
    element.append(charts.element);
    return Object.assign(made, { api, charts });
  }

  async function getRows(lines: Lines, { startRow, endRow, ...answer }: IGetRowsParams): Promise<void> {
    const rows = await lines.below(startRow, endRow).catch(() => null);
    if (!rows) return answer.failCallback();
    answer.successCallback([...rows], rowsBelow(lines.tab));
    tell();
  }

  function choose(place: Place): void {
    const before = active;
    active = place;
    if (!shown) return;
    const rowNodes = [nodeOf(shown, before), nodeOf(shown, active)].filter((node) => node !== undefined);
    shown.api.refreshCells({ rowNodes, force: true });
    if (before.column !== active.column) shown.api.refreshHeader();
    tell();
  }

  function focus(position: 'top' | null = null): void {
    if (!shown) return;
    const { frozenRows } = shown.lines.tab;
    const frozen = active.row < frozenRows;
    if (!frozen) shown.api.ensureIndexVisible(active.row - frozenRows, position);
    shown.api.setFocusedCell(frozen ? active.row : active.row - frozenRows, `${active.column}`, frozen ? 'top' : null);
  }

  function tell(): void {
    if (!shown) return;
    const { workbook, tab } = shown.lines;
    const text = nodeOf(shown, active)?.data?.cells[active.column]?.[0] ?? '';
    chosen({ ...active, workbook, tab: tab.name, text });
  }
}

function nodeOf({ api, lines }: Shown, { row }: Place): IRowNode<Line> | undefined {
  const { frozenRows } = lines.tab;
  return row < frozenRows ? api.getPinnedTopRow(row) : api.getDisplayedRowAtIndex(row - frozenRows);
}

function rowsBelow({ rows, frozenRows }: DrawnTab): number {
  return Math.max(0, rows - frozenRows);
}

/** What a grid is made for; another number of rows it takes as it stands. */
function shapeOf({ workbook, tab: { name, widths, frozenRows, frozenColumns } }: Lines): string {
  return JSON.stringify([workbook, name, widths, frozenRows, frozenColumns]);
}
