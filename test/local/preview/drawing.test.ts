import { putValue } from '../../../scripts/local/gas/spreadsheet/cells';
import type { SheetModel } from '../../../scripts/local/gas/spreadsheet/model';
import { createSpreadsheetState, createWorkbook } from '../../../scripts/local/gas/spreadsheet/state';
import { styleOf } from '../../../scripts/local/preview/cell-style';
import { drawCharts } from '../../../scripts/local/preview/chart-svg';

const PLAIN = { bold: null, italic: null, strikethrough: null, underline: null };

function workbook() {
  const state = createSpreadsheetState({ containerId: 'health' });
  const book = createWorkbook(state, { id: 'health', name: 'Health', sheet: 'Team' });
  const sheet = book.sheets[0] as SheetModel;
  const table = [
    ['Owner', 'Red', 'Green'],
    ['<aya>', 1, 3],
    ['ben', 0, 2],
  ];
  table.forEach((cells, row) => {
    cells.forEach((value, column) => {
      putValue(sheet, row, column, value);
    });
  });
  return { book, sheet };
}

describe('a chart of the preview', () => {
  const drawn = (type: string, isStacked: boolean) => {
    const { book, sheet } = workbook();
    sheet.charts.push({
      chartId: 1,
      type,
      ranges: [{ sheetId: sheet.sheetId, area: { row: 0, column: 0, rows: 3, columns: 3 } }],
      anchorRow: 4,
      anchorColumn: 0,
      offsetX: 16,
      offsetY: 8,
      headers: 1,
      transpose: false,
      mergeStrategy: 'MERGE_COLUMNS',
      hiddenDimensionStrategy: 'IGNORE_BOTH',
      options: {
        title: 'By <band>',
        colors: ['#b3261e', '#1b7f5c'],
        isStacked,
        width: 600,
        height: 320,
        'legend.position': 'top',
      },
    });
    return drawCharts(book, sheet);
  };
  const bars = (svg: string, color: string): number[][] =>
    [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="(#\w+)"/g)]
      .filter((match) => match[5] === color)
      .map((match) => match.slice(1, 5).map(Number));

  it('lays stacked bars end to end, in proportion, and leaves out what is nothing', () => {
    const [chart] = drawn('BAR', true);
    expect(chart).toMatchObject({ row: 4, column: 0, x: 16, y: 8, width: 600, height: 320 });
    const [red, green] = [bars(chart?.svg ?? '', '#b3261e'), bars(chart?.svg ?? '', '#1b7f5c')];
    expect([red.length, green.length]).toEqual([1, 2]);
    const [x = 0, , width = 0] = red[0] ?? [];
    expect(green[0]?.[0]).toBeCloseTo(x + width);
    expect(green[0]?.[2]).toBeCloseTo(3 * width);
    expect(green[1]?.[2]).toBeCloseTo(2 * width);
  });

  it('stands columns side by side on one line', () => {
    const [chart] = drawn('COLUMN', false);
    const ends = [...bars(chart?.svg ?? '', '#b3261e'), ...bars(chart?.svg ?? '', '#1b7f5c')].map(
      ([, y = 0, , h = 0]) => y + h,
    );
    expect(new Set(ends.map((end) => end.toFixed(6))).size).toBe(1);
  });

  it('keeps names as text and leaves out what it cannot draw', () => {
    const svg = drawn('BAR', true)[0]?.svg ?? '';
    expect(svg).toContain('&lt;aya&gt;');
    expect(svg).toContain('By &lt;band&gt;');
    expect(svg).not.toContain('<aya>');
    expect(drawn('PIE', false)).toEqual([]);
  });
});

describe('the look of a cell', () => {
  it.each([
    ['NUMBER_LESS_THAN', [0], -1, 0],
    ['NUMBER_GREATER_THAN', [0], 1, 0],
    ['NUMBER_BETWEEN', [2, 4], 4, 5],
    ['NUMBER_NOT_BETWEEN', [2, 4], 5, 4],
    ['NUMBER_EQUAL_TO', [2], 2, 3],
  ])('follows the rule %s', (criteria, args, inside, outside) => {
    const { sheet } = workbook();
    sheet.conditionalFormats.push({
      areas: [{ row: 1, column: 1, rows: 2, columns: 1 }],
      condition: { criteria, args },
      style: { ...PLAIN, background: null, fontColor: '#a3400f' },
      gradient: null,
    });
    expect(styleOf(sheet, 1, 1, inside).color).toBe('#a3400f');
    expect(styleOf(sheet, 1, 1, outside).color).toBeUndefined();
    expect(styleOf(sheet, 1, 1, String(inside)).color).toBeUndefined();
    expect(styleOf(sheet, 1, 2, inside).color).toBeUndefined();
  });
});
