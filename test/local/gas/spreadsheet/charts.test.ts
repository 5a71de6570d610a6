import { createCharts } from '../../../../scripts/local/gas/spreadsheet/charts';
import { bound, loosely, thrown } from './bound';

type Charts = typeof GoogleAppsScript.Charts;

describe('charts in sheets (Apps Script reference, EmbeddedChart)', () => {
  it.each([
    ['asColumnChart', 'COLUMN'],
    ['asLineChart', 'LINE'],
    ['asAreaChart', 'AREA'],
    ['asPieChart', 'PIE'],
    ['asScatterChart', 'SCATTER'],
    ['asBarChart', 'BAR'],
    ['asComboChart', 'COMBO'],
  ])('%s builds a chart with title, colours, place and options', (method, type) => {
    const { sheet, tab } = bound();
    const builder = loosely(sheet.newChart(), method) as GoogleAppsScript.Spreadsheet.EmbeddedColumnChartBuilder;
    const chart = builder
      .setTitle('Accounts by band')
      .setColors(['#ff0000', '#00ff00'])
      .addRange(sheet.getRange('A1:B5'))
      .setNumHeaders(1)
      .setPosition(2, 4, 5, 6)
      .setOption('width', 480)
      .setOption('legend', { position: 'none' })
      .build();
    sheet.insertChart(chart);
    expect(tab.charts[0]).toMatchObject({
      type,
      ranges: [{ sheetId: 0, area: { row: 0, column: 0, rows: 5, columns: 2 } }],
      anchorRow: 1,
      anchorColumn: 3,
      offsetX: 5,
      offsetY: 6,
      headers: 1,
      options: { title: 'Accounts by band', colors: ['#ff0000', '#00ff00'], width: 480, legend: { position: 'none' } },
    });
  });

  it('methods of one chart are not there for another', () => {
    const { sheet } = bound();
    expect(loosely(sheet.newChart().asColumnChart(), 'setStacked')).toBeDefined();
    expect(thrown(() => loosely(sheet.newChart().asPieChart(), 'setStacked'))).toBe(
      'Error: not implemented: EmbeddedPieChartBuilder.setStacked',
    );
    expect(thrown(() => loosely(sheet.newChart(), 'setTitle', 'x'))).toMatch(
      /not implemented: EmbeddedChartBuilder.setTitle/,
    );
  });

  it('axis titles, stacking and ranges become options', () => {
    const { sheet } = bound();
    const chart = sheet
      .newChart()
      .asColumnChart()
      .setXAxisTitle('Week')
      .setYAxisTitle('Score')
      .setRange(0, 100)
      .setStacked()
      .addRange(sheet.getRange('A1:B2'))
      .build();
    const option = (name: string) => chart.getOptions().get(name);
    expect(['hAxis.title', 'vAxis.title', 'vAxis.viewWindow.max', 'isStacked', 'none'].map(option)).toEqual([
      'Week',
      'Score',
      100,
      'true',
      null,
    ]);
  });

  it('a chart has no id until it is on a tab; updateChart replaces it, removeChart takes it away', () => {
    const { sheet } = bound();
    const built = sheet.newChart().addRange(sheet.getRange('A1:B2')).build();
    expect(built.getChartId()).toBeNull();
    sheet.insertChart(built);
    const chart = sheet.getCharts()[0] as GoogleAppsScript.Spreadsheet.EmbeddedChart;
    const id = chart.getChartId();
    sheet.updateChart(chart.modify().setOption('title', 'Updated').build());
    const updated = sheet.getCharts()[0] as GoogleAppsScript.Spreadsheet.EmbeddedChart;
    expect([updated.getChartId(), updated.getOptions().get('title')]).toEqual([id, 'Updated']);
    sheet.removeChart(updated);
    expect([sheet.getCharts(), thrown(() => sheet.removeChart(updated))]).toEqual([
      [],
      'The chart is not on this sheet.',
    ]);
  });

  it('changes of a builder reach the chart only through updateChart', () => {
    const { sheet } = bound();
    sheet.insertChart(sheet.newChart().addRange(sheet.getRange('A1:B2')).build());
    sheet.getCharts()[0]?.modify().setOption('title', 'lost').build();
    expect(sheet.getCharts()[0]?.getOptions().get('title')).toBeNull();
  });

  it('ranges are added, removed and move with their cells', () => {
    const { sheet } = bound();
    const [a, b] = [sheet.getRange('A2:A5'), sheet.getRange('C2:C5')];
    const builder = sheet.newChart().addRange(a).addRange(b).addRange(sheet.getRange('D2:D5')).removeRange(b);
    sheet.insertChart(builder.build());
    sheet.insertRowBefore(1);
    const ranges = sheet
      .getCharts()[0]
      ?.getRanges()
      .map((range) => range.getA1Notation());
    expect(ranges).toEqual(['A3:A6', 'D3:D6']);
  });

  it('setChartType takes a value of Charts.ChartType, not its name', () => {
    const { sheet, host, tab } = bound();
    const charts = createCharts(host) as Charts;
    sheet.insertChart(sheet.newChart().setChartType(charts.ChartType.LINE).addRange(sheet.getRange('A1:B2')).build());
    expect(tab.charts[0]?.type).toBe('LINE');
    expect(sheet.getCharts()[0]?.modify().getChartType()).toBe(charts.ChartType.LINE);
    expect(thrown(() => loosely(sheet.newChart(), 'setChartType', 'LINE'))).toMatch(/don't match the method signature/);
    expect(thrown(() => loosely(charts, 'newDataTable'))).toBe('Error: not implemented: Charts.newDataTable');
  });

  it('a chart without data is refused', () => {
    const { sheet } = bound();
    expect(thrown(() => sheet.insertChart(sheet.newChart().build()))).toBe('The chart has no data range.');
  });

  it('tells its place, counted from 1', () => {
    const { sheet } = bound();
    const info = sheet.newChart().setPosition(3, 2, 10, 20).build().getContainerInfo();
    expect([info.getAnchorRow(), info.getAnchorColumn(), info.getOffsetX(), info.getOffsetY()]).toEqual([3, 2, 10, 20]);
  });
});
