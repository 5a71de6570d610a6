import type { DrawnChart } from '../../chart-svg';
import type { DrawnTab } from '../../drawn';
import { EDGE, LETTERS, NUMBERS } from './look';

/** Charts over the cells of a tab. They move with the cells and lie under letters, row numbers and frozen rows. */
export interface ChartLayer {
  readonly element: HTMLElement;
  draw(charts: readonly DrawnChart[]): void;
  /** Moves them to where cells are scrolled to, in pixels. */
  scroll(left: number, top: number): void;
}

/** `topOf` tells the pixels from the top of the tab to a row. */
export function createChartLayer({ widths, frozenRows }: DrawnTab, topOf: (row: number) => number): ChartLayer {
  const element = part('charts');
  const moved = part('moved');
  const frozen = topOf(frozenRows);
  element.style.left = `${NUMBERS}px`;
  element.style.top = `${LETTERS + (frozenRows > 0 ? frozen + EDGE : 0)}px`;
  element.append(moved);
  return {
    element,
    draw(charts) {
      moved.replaceChildren(
        ...charts.map(({ row, column, x, y, width, height, svg }) => {
          const chart = part('chart');
          const left = widths.slice(0, column).reduce((sum, one) => sum + one, 0);
          chart.style.left = `${left + x}px`;
          chart.style.top = `${topOf(row) - frozen + y}px`;
          chart.style.width = `${width}px`;
          chart.style.height = `${height}px`;
          // The server's own drawing; every text in it is escaped.
          chart.innerHTML = svg;
          return chart;
        }),
      );
    },
    scroll(left, top) {
      moved.style.transform = `translate(${-left}px, ${-top}px)`;
    },
  };
}

function part(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}
