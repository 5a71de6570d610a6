import type { CellStyle } from '../cell-style';
import type { DrawnChart } from '../chart-svg';
import type { DrawnCell, DrawnTab } from '../drawn';
import { fetchCharts, fetchRows } from './server';

/** Pixels; the first row is taller, because headers wrap. */
const ROW = 23;
const FIRST_ROW = 42;
const NUMBERS = 46;
const LETTERS = 24;

/** Rows fetched at once, and rows drawn above and below what can be seen. */
const BLOCK = 100;
const MARGIN = 12;

interface Line {
  readonly cells: readonly DrawnCell[];
  readonly styles: readonly CellStyle[];
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A tab drawn as a sheet: letters, row numbers, frozen rows and columns; only rows in sight are in the document. */
export class Grid {
  private workbook = '';
  private tab: DrawnTab | null = null;
  private lines = new Map<number, Line>();
  private asked = new Set<number>();
  private charts: readonly HTMLElement[] = [];
  private active: Place = { row: 0, column: 0 };
  private lefts: readonly number[] = [];

  constructor(
    private readonly element: HTMLElement,
    private readonly chosen: (place: Place, text: string) => void,
  ) {
    element.setAttribute('role', 'grid');
    element.tabIndex = 0;
    element.addEventListener('scroll', () => this.draw());
    element.addEventListener('keydown', (event) => this.move(event));
    element.addEventListener('click', (event) => {
      const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
      if (cell) this.choose({ row: Number(cell.dataset.row), column: Number(cell.dataset.column) });
    });
    new ResizeObserver(() => this.draw()).observe(element);
  }

  /** Shows a tab. `anew` starts at the top with the first cell; otherwise the place is kept and cells are read again. */
  show(workbook: string, tab: DrawnTab, anew: boolean): void {
    this.workbook = workbook;
    this.tab = tab;
    this.lines = new Map();
    this.asked = new Set();
    if (anew) this.charts = [];
    void this.fetchCharts();
    let left = NUMBERS;
    this.lefts = tab.widths.map((width) => {
      left += width;
      return left - width;
    });
    this.element.setAttribute('aria-rowcount', `${tab.rows}`);
    this.element.setAttribute('aria-colcount', `${tab.widths.length}`);
    if (anew) {
      this.active = { row: Math.min(tab.frozenRows, tab.rows - 1), column: 0 };
      this.element.scrollTo(0, 0);
    }
    this.draw();
  }

  private draw(): void {
    const { tab, element } = this;
    if (!tab) return;
    const first = Math.max(tab.frozenRows, Math.floor((element.scrollTop - FIRST_ROW) / ROW) - MARGIN);
    const last = Math.min(tab.rows, first + Math.ceil(element.clientHeight / ROW) + 2 * MARGIN);
    const rows = [...range(0, Math.min(tab.frozenRows, tab.rows)), ...range(first, last)];
    for (const block of new Set(rows.map((row) => Math.floor(row / BLOCK)))) void this.fetch(block);
    const width = NUMBERS + tab.widths.reduce((sum, one) => sum + one, 0);
    const canvas = document.createElement('div');
    canvas.className = 'canvas';
    canvas.setAttribute('role', 'presentation');
    canvas.style.width = `${width}px`;
    canvas.style.height = `${LETTERS + this.top(tab.rows)}px`;
    canvas.append(this.letters(), ...rows.map((row) => this.row(row)), ...this.charts);
    element.replaceChildren(canvas);
    element.setAttribute('aria-activedescendant', idOf(this.active));
  }

  private async fetch(block: number): Promise<void> {
    if (this.asked.has(block) || !this.tab) return;
    const { asked, tab, workbook } = this;
    asked.add(block);
    const { from, rows, styles } = await fetchRows(workbook, tab.name, block * BLOCK, (block + 1) * BLOCK);
    if (asked !== this.asked) return;
    rows.forEach((cells, offset) => {
      this.lines.set(from + offset, { cells, styles });
    });
    this.draw();
    this.tell();
  }

  private async fetchCharts(): Promise<void> {
    const { asked, tab, workbook } = this;
    if (!tab) return;
    const charts = await fetchCharts(workbook, tab.name);
    if (asked !== this.asked || (charts.length === 0 && this.charts.length === 0)) return;
    this.charts = charts.map((chart) => this.chart(chart));
    this.draw();
  }

  private chart({ row, column, x, y, width, height, svg }: DrawnChart): HTMLElement {
    const chart = part('chart', '');
    chart.style.left = `${(this.lefts[column] ?? NUMBERS) + x}px`;
    chart.style.top = `${LETTERS + this.top(row) + y}px`;
    chart.style.width = `${width}px`;
    chart.style.height = `${height}px`;
    chart.setAttribute('role', 'presentation');
    // The server's own drawing; every text in it is escaped.
    chart.innerHTML = svg;
    return chart;
  }

  private letters(): HTMLElement {
    const line = part('letters', '');
    line.setAttribute('aria-hidden', 'true');
    line.append(part('corner', ''));
    this.tab?.widths.forEach((width, column) => {
      const letter = part(column === this.active.column ? 'letter active' : 'letter', letterOf(column));
      letter.style.width = `${width}px`;
      this.freeze(letter, column);
      line.append(letter);
    });
    return line;
  }

  private row(row: number): HTMLElement {
    const { tab } = this;
    const frozen = row < (tab?.frozenRows ?? 0);
    const line = part(`row${frozen ? ' frozen' : ''}${row === (tab?.frozenRows ?? 0) - 1 ? ' edge' : ''}`, '');
    line.setAttribute('role', 'row');
    line.setAttribute('aria-rowindex', `${row + 1}`);
    line.style.height = `${row === 0 ? FIRST_ROW : ROW}px`;
    line.style.top = `${LETTERS + this.top(row)}px`;
    const number = part(row === this.active.row ? 'row-number active' : 'row-number', `${row + 1}`);
    number.setAttribute('role', 'rowheader');
    line.append(number);
    const { cells = [], styles = [] } = this.lines.get(row) ?? {};
    tab?.widths.forEach((width, column) => {
      const [text = '', style = -1, note] = cells[column] ?? [];
      const cell = part('cell', text);
      cell.id = idOf({ row, column });
      cell.setAttribute('role', frozen && text ? 'columnheader' : 'gridcell');
      cell.dataset.row = `${row}`;
      cell.dataset.column = `${column}`;
      cell.style.width = `${width}px`;
      if (note) cell.dataset.note = note;
      if (row === this.active.row && column === this.active.column) cell.setAttribute('aria-selected', 'true');
      paint(cell, styles[style] ?? {});
      this.freeze(cell, column);
      line.append(cell);
    });
    return line;
  }

  private freeze(cell: HTMLElement, column: number): void {
    const frozen = this.tab?.frozenColumns ?? 0;
    if (column >= frozen) return;
    cell.classList.add('held');
    if (column === frozen - 1) cell.classList.add('edge');
    cell.style.left = `${this.lefts[column]}px`;
  }

  private move(event: KeyboardEvent): void {
    const { tab } = this;
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW) - 3);
    const [down, right] =
      (
        {
          ArrowDown: [1, 0],
          ArrowUp: [-1, 0],
          ArrowRight: [0, 1],
          ArrowLeft: [0, -1],
          PageDown: [page, 0],
          PageUp: [-page, 0],
        } as Record<string, [number, number]>
      )[event.key] ?? [];
    if (!tab || down === undefined || right === undefined) return;
    event.preventDefault();
    this.choose({
      row: clamp(this.active.row + down, tab.rows),
      column: clamp(this.active.column + right, tab.widths.length),
    });
  }

  private choose(place: Place): void {
    this.active = place;
    this.reveal();
    this.draw();
    this.tell();
  }

  private tell(): void {
    this.chosen(this.active, this.lines.get(this.active.row)?.cells[this.active.column]?.[0] ?? '');
  }

  /** Scrolls as little as it takes to bring the chosen cell out from under frozen rows and columns. */
  private reveal(): void {
    const { element, tab, active } = this;
    if (!tab) return;
    const above = LETTERS + this.top(tab.frozenRows);
    const top = LETTERS + this.top(active.row);
    if (active.row >= tab.frozenRows) {
      if (top < element.scrollTop + above) element.scrollTop = top - above;
      if (top + ROW > element.scrollTop + element.clientHeight) element.scrollTop = top + ROW - element.clientHeight;
    }
    const held = this.lefts[tab.frozenColumns] ?? NUMBERS;
    const left = this.lefts[active.column] ?? 0;
    const width = tab.widths[active.column] ?? 0;
    if (active.column >= tab.frozenColumns) {
      if (left < element.scrollLeft + held) element.scrollLeft = left - held;
      if (left + width > element.scrollLeft + element.clientWidth)
        element.scrollLeft = left + width - element.clientWidth;
    }
  }

  private top(row: number): number {
    return row === 0 ? 0 : FIRST_ROW + (row - 1) * ROW;
  }
}

/** `B4` of row 3, column 1. */
export function addressOf({ row, column }: Place): string {
  return `${letterOf(column)}${row + 1}`;
}

function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}

function idOf({ row, column }: Place): string {
  return `cell-${row}-${column}`;
}

function paint(cell: HTMLElement, { background, color, bold, italic, align }: CellStyle): void {
  if (background) cell.style.background = background;
  if (color) cell.style.color = color;
  if (bold) cell.style.fontWeight = '600';
  if (italic) cell.style.fontStyle = 'italic';
  if (align) cell.style.textAlign = align;
}

function part(className: string, text: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.textContent = text;
  return element;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

function clamp(value: number, length: number): number {
  return Math.max(0, Math.min(length - 1, value));
}
