import type { ChartLayout, TabLayout } from '../ports';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const WIDTH = 600;
const HEIGHT = 320;
/** Rows and columns that a chart covers, with air around it. */
const ROWS_EACH = 17;
const CHART_COLUMNS = 7;
const FILTERED_ROWS = 200;

/** Columns a tab needs, those under its charts included. */
export function columnsOf({ columns, charts, chartsBelow }: TabLayout): number {
  return columns.length + (charts.length > 0 && !chartsBelow ? CHART_COLUMNS : 0);
}

/**
 * Rows a tab with `rows` rows never has less of: one below the header, and those that its charts draw and cover. Rows
 * that are deleted would shrink a chart for good.
 */
export function rowsOf({ charts, chartsBelow, filtered }: TabLayout, rows: number): number {
  // A filter ends where it was made to end: room below spares making it anew.
  if (filtered) return Math.max(FILTERED_ROWS, rows);
  if (charts.length === 0) return Math.max(2, rows);
  return chartsBelow ? rows + 1 + ROWS_EACH : Math.max(rows, charts.length * ROWS_EACH + 1);
}

/**
 * Brings the charts of a tab, known by their titles, to the rows that there are now, and with `missing` draws those that
 * are not there. A chart that a person removed or gave another title is left as it is.
 */
export function fitCharts(sheet: Sheet, layout: TabLayout, missing: boolean): void {
  if (layout.charts.length === 0) return;
  const standing = sheet.getCharts();
  const titles = standing.map((chart) => chart.getOptions().get('title'));
  const below = layout.chartsBelow;
  layout.charts.forEach((chart, index) => {
    const old = standing[titles.indexOf(chart.title)];
    const drawn = sheet.getParent().getSheetByName(chart.tab);
    if (drawn === null || (!old && !missing)) return;
    const height = Math.max(1, chart.rows ?? drawn.getLastRow() - 1);
    const top = below ? Math.max(2, sheet.getLastRow()) + 1 : 2 + index * ROWS_EACH;
    const fits = old?.getRanges()[0]?.getNumRows() === height + 1;
    if (fits && !(below && old?.getContainerInfo().getAnchorRow() !== top)) return;
    const builder = old ? old.modify().clearRanges() : newChart(sheet, chart);
    for (const column of [chart.labels, ...chart.series.map((one) => one.column)]) {
      builder.addRange(drawn.getRange(1, column + 1, height + 1, 1));
    }
    if (below) builder.setPosition(top, 1, 16 + index * (WIDTH + 16), 8);
    else if (!old) builder.setPosition(top, layout.columns.length + 1, 16, 8);
    if (old) sheet.updateChart(builder.build());
    else sheet.insertChart(builder.build());
  });
}

function newChart(
  sheet: Sheet,
  { title, shape, stacked, series }: ChartLayout,
): GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder {
  const builder = sheet.newChart();
  if (shape === 'bar') builder.asBarChart();
  else builder.asColumnChart();
  return builder
    .setNumHeaders(1)
    .setOption('title', title)
    .setOption('legend.position', series.length > 1 ? 'top' : 'none')
    .setOption(
      'colors',
      series.map(({ color }) => color),
    )
    .setOption('isStacked', stacked)
    .setOption('width', WIDTH)
    .setOption('height', HEIGHT);
}
