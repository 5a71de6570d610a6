import type { TabLayout } from '../ports';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Columns right of a table that its charts take. */
const CHART_COLUMNS = 6;
const WIDTH = 560;
const HEIGHT = 300;
/** Rows that a chart covers, with air below it. */
const ROWS_EACH = 16;

/** Columns a tab needs, those under its charts included. */
export function columnsOf({ columns, charts }: TabLayout): number {
  return columns.length + (charts.length > 0 ? CHART_COLUMNS : 0);
}

/**
 * Rows a tab never has less of: one below the header, and those its charts draw and cover, since rows that are deleted
 * would shrink a chart for good.
 */
export function rowsOf({ charts }: TabLayout): number {
  return Math.max(2, charts.length * ROWS_EACH + 1);
}

/** Draws the charts that a tab lacks, one below the other; `standing` are there, drawn by us or by people. */
export function drawCharts(sheet: Sheet, { columns, charts }: TabLayout, standing: number): void {
  charts.forEach(({ title, labels, values, rows }, index) => {
    if (index < standing) return;
    const chart = sheet
      .newChart()
      .asColumnChart()
      .addRange(sheet.getRange(1, labels + 1, rows + 1, 1))
      .addRange(sheet.getRange(1, values + 1, rows + 1, 1))
      .setNumHeaders(1)
      .setPosition(2 + index * ROWS_EACH, columns.length + 1, 16, 0)
      .setOption('title', title)
      .setOption('legend.position', 'none')
      .setOption('colors', ['#54708b'])
      .setOption('width', WIDTH)
      .setOption('height', HEIGHT)
      .build();
    sheet.insertChart(chart);
  });
}
