import type { Area } from '../../../scripts/local/gas/spreadsheet/area';
import { addSheetModel, createWorkbookModel, type WorkbookModel } from '../../../scripts/local/gas/spreadsheet/model';

export const area = (row: number, column: number, rows: number, columns: number): Area => ({
  row,
  column,
  rows,
  columns,
});

const HEADERS = ['Account ID', 'Account Name', 'Score', 'Band', 'As Of', 'Coverage', 'Code', 'Twice', 'Active'];
const BAND_COLORS = { Green: '#b7e1cd', Lime: '#e2f0b6', Yellow: '#fce8b2', Red: '#f4c7c3' };

/**
 * A workbook such as the product writes: a table with looks, notes, rules and a protection, a report with charts, a
 * hidden tab with lists. `resaved-by-libreoffice.xlsx` is its file after LibreOffice 7.4 opened and saved it.
 */
export function sampleWorkbook(): WorkbookModel {
  const workbook = createWorkbookModel({ id: 'health-1', name: '顧客健診', owner: 'ops@example.com' });
  workbook.metadata.push({ id: 90, key: 'version', value: '3', visibility: 'PROJECT', place: { kind: 'whole' } });

  const accounts = addSheetModel(workbook, 'Accounts', { rows: 30, columns: 10 });
  const bands = Object.keys(BAND_COLORS);
  HEADERS.forEach((header, column) => {
    accounts.values.push([header]);
    accounts.notes.fill(area(0, column, 1, 1), `${header} の説明\n2行目`);
  });
  for (let n = 1; n <= 10; n++) {
    const row = [
      `A-${n}`,
      `株式会社青葉${n}`,
      n * 9.5,
      bands[n % 4] as string,
      46000 + n,
      n / 10,
      '007',
      n * 19,
      n % 2 === 0,
    ];
    for (const [column, value] of row.entries()) accounts.values[column]?.push(value);
  }
  accounts.formulas.fillEach(area(1, 7, 10, 1), (row) => `=C${row + 2}*2`);
  accounts.formats.numberFormat.fill(area(1, 4, 29, 1), 'yyyy-mm-dd');
  accounts.formats.numberFormat.fill(area(1, 5, 10, 1), '0.0%');
  accounts.formats.numberFormat.fill(area(0, 6, 30, 1), '@');
  accounts.formats.fontWeight.fill(area(0, 0, 1, 9), 'bold');
  accounts.formats.background.fill(area(0, 0, 1, 9), '#e8f0fe');
  accounts.formats.wrap.fill(area(1, 1, 10, 1), 'WRAP');
  accounts.columnWidths.set(1, 210);
  accounts.frozenRows = 1;
  accounts.frozenColumns = 2;
  accounts.filter = { area: area(0, 0, 11, 9), criteria: new Map() };
  accounts.validations.fill(area(1, 3, 10, 1), {
    criteria: 'VALUE_IN_RANGE',
    args: [{ range: { sheetId: 2, area: area(0, 0, 4, 1) } }, true],
    allowInvalid: false,
    helpText: 'Pick a band',
  });
  for (const [band, background] of Object.entries(BAND_COLORS)) {
    accounts.conditionalFormats.push({
      areas: [area(1, 3, 10, 1)],
      condition: { criteria: 'TEXT_EQUAL_TO', args: [band] },
      style: { background, fontColor: null, bold: null, italic: null, strikethrough: null, underline: null },
      gradient: null,
    });
  }
  accounts.conditionalFormats.push({
    areas: [area(1, 2, 10, 1)],
    condition: { criteria: 'NUMBER_BETWEEN', args: [20, 40] },
    style: { background: null, fontColor: '#c5221f', bold: true, italic: null, strikethrough: null, underline: null },
    gradient: null,
  });
  accounts.protections.push({
    id: 91,
    kind: 'SHEET',
    area: null,
    description: 'Written by the script',
    editors: ['ops@example.com'],
    warningOnly: false,
    domainEdit: false,
    unprotected: [area(1, 8, 10, 1)],
    rangeName: null,
  });

  const team = addSheetModel(workbook, 'Team', { rows: 40, columns: 20 });
  team.values.push(['Month', 46000, 46031, 46062], ['Green', 10, 12, 15], ['Red', 5, 4, 2]);
  team.formats.numberFormat.fill(area(1, 0, 3, 1), 'yyyy-mm');
  team.tabColor = '#34a853';
  const chart = (type: string, anchorRow: number): WorkbookModel['sheets'][number]['charts'][number] => ({
    chartId: 100 + anchorRow,
    type,
    ranges: [{ sheetId: team.sheetId, area: area(0, 0, 4, 3) }],
    anchorRow,
    anchorColumn: 4,
    offsetX: 10,
    offsetY: 0,
    headers: 1,
    transpose: false,
    mergeStrategy: 'MERGE_COLUMNS',
    hiddenDimensionStrategy: 'IGNORE_ROWS',
    options: { title: '色ごとの推移', isStacked: true, colors: ['#34a853', '#ea4335'], 'hAxis.title': 'Month' },
  });
  team.charts.push(chart('COLUMN', 1), chart('LINE', 20));

  const lists = addSheetModel(workbook, 'Lists', { rows: 10, columns: 2 });
  lists.values.push([...bands]);
  lists.hidden = true;
  workbook.namedRanges.push({ name: 'Scores', target: { sheetId: accounts.sheetId, area: area(1, 2, 10, 1) } });
  return workbook;
}
