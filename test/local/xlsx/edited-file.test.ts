import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { valueAt } from '../../../scripts/local/gas/spreadsheet/cells';
import type { SheetModel, WorkbookModel } from '../../../scripts/local/gas/spreadsheet/model';
import { openWorkbook, workbookFromBytes } from '../../../scripts/local/xlsx/open';
import { workbookBytes } from '../../../scripts/local/xlsx/save';
import { area, sampleWorkbook } from './sample-workbook';

function tab(workbook: WorkbookModel, name: string): SheetModel {
  return workbook.sheets.find((sheet) => sheet.name === name) as SheetModel;
}

/** The file with a part changed, as a program that knows every part would save it. */
function edited(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const before = strFromU8(files[path] as Uint8Array);
  expect(change(before)).not.toBe(before);
  return zipSync({ ...files, [path]: strToU8(change(before)) });
}

describe('a file of ours that LibreOffice opened and saved', () => {
  const opened = openWorkbook(join(__dirname, 'resaved-by-libreoffice.xlsx'));
  const original = sampleWorkbook();
  const accounts = tab(opened, 'Accounts');

  it('is still the workbook that it was: id, name, zone, owner, metadata, tabs and their ids', () => {
    const identity = ({ id, name, locale, timeZone, owner, metadata, sheets }: WorkbookModel): unknown => [
      [id, name, locale, timeZone, owner, metadata],
      sheets.map((sheet) => [sheet.name, sheet.sheetId, sheet.hidden, sheet.maxRows, sheet.maxColumns]),
    ];
    expect(identity(opened)).toEqual(identity(original));
    expect(tab(opened, 'Team').charts).toEqual(tab(original, 'Team').charts);
    expect(accounts.protections).toEqual(tab(original, 'Accounts').protections);
  });

  it('has the same values, dates as numbers and codes as text, and the same formulas', () => {
    for (const sheet of original.sheets) {
      for (let row = 0; row < 12; row++) {
        for (let column = 0; column < 9; column++) {
          const other = tab(opened, sheet.name);
          expect(valueAt(other, row, column)).toBe(valueAt(sheet, row, column));
          expect(other.formulas.at(row, column)).toBe(sheet.formulas.at(row, column));
        }
      }
    }
  });

  it('has the same looks, notes, rules, filter and named ranges', () => {
    const before = tab(original, 'Accounts');
    for (const column of [0, 4, 5, 6]) {
      expect(accounts.formats.numberFormat.at(3, column)).toBe(before.formats.numberFormat.at(3, column));
    }
    expect(accounts.formats.fontWeight.at(0, 2)).toBe('bold');
    expect(accounts.formats.background.at(0, 2)).toBe('#e8f0fe');
    expect(accounts.formats.wrap.at(5, 1)).toBe('WRAP');
    expect(accounts.notes.at(0, 1)).toBe('Account Name の説明\n2行目');
    expect(accounts.columnWidths.get(1)).toBe(210);
    expect(accounts.validations.at(4, 3)).toEqual(before.validations.at(4, 3));
    expect(accounts.conditionalFormats).toEqual(before.conditionalFormats);
    expect(accounts.filter?.area).toEqual(before.filter?.area);
    expect(opened.namedRanges).toEqual(original.namedRanges);
    expect(tab(opened, 'Team').tabColor).toBe('#34a853');
  });
});

describe('a file of ours whose cells somebody edited', () => {
  it('opens with the new values and keeps what the file has no place for', () => {
    const bytes = edited(workbookBytes(sampleWorkbook()), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('<c r="C2"><v>9.5</v></c>', '<c r="C2"><v>77</v></c>'),
    );
    const opened = workbookFromBytes(bytes, 'health');
    expect(valueAt(tab(opened, 'Accounts'), 1, 2)).toBe(77);
    expect(opened.id).toBe('health-1');
    expect(tab(opened, 'Accounts').protections[0]?.editors).toEqual(['ops@example.com']);
    expect(tab(opened, 'Lists').sheetId).toBe(2);
  });

  it('gives a new tab an id of its own', () => {
    const bytes = edited(workbookBytes(sampleWorkbook()), 'xl/workbook.xml', (xml) =>
      xml.replace('<sheets>', '<sheets><sheet name="Mine" sheetId="9" r:id="rId3"/>'),
    );
    const opened = workbookFromBytes(bytes, 'health');
    expect(opened.sheets.map((sheet) => sheet.name)).toEqual(['Mine', 'Accounts', 'Team', 'Lists']);
    expect(new Set(opened.sheets.map((sheet) => sheet.sheetId)).size).toBe(4);
    expect(tab(opened, 'Accounts').sheetId).toBe(0);
  });

  it('does not trust a keepsake that cannot be read', () => {
    const bytes = edited(workbookBytes(sampleWorkbook()), 'customXml/item1.xml', (xml) => xml.replace('{', '{{'));
    const opened = workbookFromBytes(bytes, 'health');
    expect(opened.id).toMatch(/^file-[0-9a-f]{16}$/);
    expect(opened.name).toBe('顧客健診');
    expect(valueAt(tab(opened, 'Accounts'), 1, 0)).toBe('A-1');
  });
});

describe('a file made by another program', () => {
  async function made(build: (workbook: ExcelJS.Workbook) => void): Promise<WorkbookModel> {
    const workbook = new ExcelJS.Workbook();
    build(workbook);
    return workbookFromBytes(new Uint8Array(await workbook.xlsx.writeBuffer()), 'customers');
  }

  it('opens with its values, its tabs in order, and its name', async () => {
    const opened = await made((workbook) => {
      const sheet = workbook.addWorksheet('顧客');
      sheet.addRow(['id', 'start', 'ok', 'rich', 'link', 'empty']);
      // 2026-01-05 is day 46027 of the sheet's count: 46023 is 1 January 2026.
      sheet.addRow(['007', new Date(Date.UTC(2026, 0, 5, 12)), true, { richText: [{ text: '健' }, { text: '診' }] }]);
      sheet.getCell('E2').value = { text: 'site', hyperlink: 'https://example.com' };
      workbook.addWorksheet('Second', { state: 'hidden' }).getCell('C3').value = -1.5e-7;
    });
    const [first, second] = opened.sheets as [SheetModel, SheetModel];
    expect(opened.name).toBe('customers');
    expect([first.name, second.name, first.hidden, second.hidden]).toEqual(['顧客', 'Second', false, true]);
    expect([0, 1, 2, 3, 4, 5].map((column) => valueAt(first, 1, column))).toEqual([
      '007',
      46027.5,
      true,
      '健診',
      'site',
      null,
    ]);
    expect(valueAt(second, 2, 2)).toBe(-1.5e-7);
    expect([first.maxRows, first.maxColumns]).toEqual([1000, 26]);
    expect([first.sheetId, second.sheetId]).toEqual([0, 1]);
  });

  it('opens with shared formulas written out, dollar signs held', async () => {
    const opened = await made((workbook) => {
      const sheet = workbook.addWorksheet('Tab');
      sheet.getCell('C1').value = { formula: 'A1*$B$1+SUM(A$1:A1)', result: 4 };
      sheet.getCell('C2').value = { sharedFormula: 'C1', result: 6 } as ExcelJS.CellValue;
      sheet.getCell('D3').value = { formula: '1/0', result: { error: '#DIV/0!' } } as ExcelJS.CellValue;
    });
    const sheet = opened.sheets[0] as SheetModel;
    expect(sheet.formulas.at(0, 2)).toBe('=A1*$B$1+SUM(A$1:A1)');
    expect(sheet.formulas.at(1, 2)).toBe('=A2*$B$1+SUM(A$1:A2)');
    expect([valueAt(sheet, 0, 2), valueAt(sheet, 1, 2), valueAt(sheet, 2, 3)]).toEqual([4, 6, '#DIV/0!']);
  });

  it('opens with looks, sizes, notes and rules', async () => {
    const opened = await made((workbook) => {
      const sheet = workbook.addWorksheet('Tab', {
        views: [{ state: 'frozen', ySplit: 2 }],
        properties: { tabColor: { argb: 'FF112233' } },
      });
      const cell = sheet.getCell('B2');
      cell.value = 5;
      cell.numFmt = '#,##0.000';
      cell.font = { bold: true, italic: true, color: { argb: 'FFFF0000' } };
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF00FF00' } };
      cell.border = { top: { style: 'thin', color: { argb: 'FF0000FF' } } };
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
      cell.note = 'look here';
      cell.dataValidation = { type: 'list', formulae: ['"Green,Red"'], allowBlank: true, showErrorMessage: true };
      sheet.getCell('B3').dataValidation = {
        type: 'decimal',
        operator: 'between',
        formulae: [1, 5],
        showErrorMessage: true,
      };
      sheet.getColumn(3).width = 20;
      sheet.getColumn(4).hidden = true;
      sheet.getRow(6).height = 30;
      sheet.mergeCells('A8:C9');
      sheet.addConditionalFormatting({
        ref: 'B2:B9',
        rules: [
          {
            type: 'cellIs',
            operator: 'greaterThan',
            formulae: [3],
            priority: 1,
            style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFEE00' } } },
          },
        ],
      });
    });
    const sheet = opened.sheets[0] as SheetModel;
    expect(sheet.formats.numberFormat.at(1, 1)).toBe('#,##0.000');
    expect(sheet.formats.fontWeight.at(1, 1)).toBe('bold');
    expect(sheet.formats.fontStyle.at(1, 1)).toBe('italic');
    expect(sheet.formats.fontColor.at(1, 1)).toBe('#ff0000');
    expect(sheet.formats.background.at(1, 1)).toBe('#00ff00');
    expect(sheet.formats.horizontal.at(1, 1)).toBe('center');
    expect(sheet.formats.vertical.at(1, 1)).toBe('middle');
    expect(sheet.formats.wrap.at(1, 1)).toBe('WRAP');
    expect(sheet.formats.borders.at(1, 1)?.top).toEqual({ color: '#0000ff', style: 'SOLID' });
    expect(sheet.notes.at(1, 1)).toBe('look here');
    expect(sheet.validations.at(1, 1)).toEqual({
      criteria: 'VALUE_IN_LIST',
      args: [['Green', 'Red'], true],
      allowInvalid: false,
      helpText: null,
    });
    expect(sheet.validations.at(2, 1)).toMatchObject({ criteria: 'NUMBER_BETWEEN', args: [1, 5] });
    // 20 characters of 7 pixels; 30 points of 4/3 pixels.
    expect([sheet.columnWidths.get(2), sheet.rowHeights.get(5)]).toEqual([140, 40]);
    expect(sheet.hiddenColumns).toEqual(new Set([3]));
    expect([sheet.frozenRows, sheet.frozenColumns, sheet.tabColor]).toEqual([2, 0, '#112233']);
    expect(sheet.merges).toEqual([area(7, 0, 2, 3)]);
    expect(sheet.conditionalFormats).toEqual([
      {
        areas: [area(1, 1, 8, 1)],
        condition: { criteria: 'NUMBER_GREATER_THAN', args: [3] },
        style: {
          background: '#ffee00',
          fontColor: null,
          bold: null,
          italic: null,
          strikethrough: null,
          underline: null,
        },
        gradient: null,
      },
    ]);
  });

  it('opens dates of the 1904 epoch as the days they are', async () => {
    const opened = await made((workbook) => {
      workbook.properties.date1904 = true;
      const cell = workbook.addWorksheet('Tab').getCell('A1');
      cell.value = new Date(Date.UTC(2026, 0, 1));
      cell.numFmt = 'yyyy-mm-dd';
    });
    expect(valueAt(opened.sheets[0] as SheetModel, 0, 0)).toBe(46023);
  });
});
