import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import {
  addSheetModel,
  createWorkbookModel,
  type SheetModel,
  type WorkbookModel,
} from '../../../scripts/local/gas/spreadsheet/model';
import { openWorkbook } from '../../../scripts/local/xlsx/open';
import { workbookBytes } from '../../../scripts/local/xlsx/save';
import { child, children, type XmlNode, xmlTree } from '../../../scripts/local/xlsx/xml-tree';
import { area, sampleWorkbook } from './sample-workbook';

function part(workbook: WorkbookModel, path: string): string {
  const body = unzipSync(workbookBytes(workbook))[path];
  if (!body) throw new Error(`no part ${path}`);
  return strFromU8(body);
}

function oneTab(build: (sheet: SheetModel, workbook: WorkbookModel) => void, name = 'Tab'): WorkbookModel {
  const workbook = createWorkbookModel({ id: 'w' });
  build(addSheetModel(workbook, name, { rows: 20, columns: 8 }), workbook);
  return workbook;
}

describe('a saved file as another program reads it', () => {
  let book: ExcelJS.Workbook;
  let accounts: ExcelJS.Worksheet;
  beforeAll(async () => {
    book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(workbookBytes(sampleWorkbook())) as unknown as ExcelJS.Buffer);
    accounts = book.getWorksheet('Accounts') as ExcelJS.Worksheet;
  });

  it('has tabs in order, the list tab hidden', () => {
    expect(book.worksheets.map((sheet) => [sheet.name, sheet.state])).toEqual([
      ['Accounts', 'visible'],
      ['Team', 'visible'],
      ['Lists', 'hidden'],
    ]);
  });

  it('has texts, numbers, flags, dates by format, and formulas with results', () => {
    const row = accounts.getRow(2);
    expect(row.getCell(2).value).toBe('株式会社青葉1');
    expect(row.getCell(3).value).toBe(9.5);
    // 46001 counts from 30 December 1899: 10 December 2025.
    expect(row.getCell(5).value).toEqual(new Date(Date.UTC(2025, 11, 10)));
    expect(row.getCell(7).value).toBe('007');
    expect(row.getCell(7).numFmt).toBe('@');
    expect(row.getCell(8).value).toEqual({ formula: 'C2*2', result: 19 });
    expect(row.getCell(9).value).toBe(false);
  });

  it('has bold headers on a colour, notes, frozen panes, widths and a filter', () => {
    const header = accounts.getCell('B1');
    expect(header.font?.bold).toBe(true);
    expect(header.fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFE8F0FE' } });
    const note = header.note as ExcelJS.Comment;
    expect(note.texts?.map((run) => run.text).join('')).toBe('Account Name の説明\n2行目');
    expect(accounts.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 1 });
    expect(accounts.getColumn(2).width).toBeCloseTo(30, 3);
    expect(accounts.autoFilter).toBe('A1:I11');
  });

  it('has validation lists, band colours and a protection without a password', () => {
    expect(accounts.getCell('D5').dataValidation).toMatchObject({ type: 'list', formulae: ["'Lists'!$A$1:$A$4"] });
    const rules = (accounts as unknown as { conditionalFormattings: { rules: { formulae: string[] }[] }[] })
      .conditionalFormattings;
    expect(rules.map(({ rules: [rule] }) => rule?.formulae[0])).toEqual([
      '"Green"',
      '"Lime"',
      '"Yellow"',
      '"Red"',
      'AND(ISNUMBER(C2),C2>=20,C2<=40)',
    ]);
    const protection = (accounts as unknown as { sheetProtection: Record<string, unknown> }).sheetProtection;
    expect(protection).toMatchObject({ sheet: true, formatColumns: true, sort: true, autoFilter: true });
    expect(protection.hashValue ?? protection.password).toBeUndefined();
  });

  it('has the named ranges', () => {
    expect(book.definedNames.getRanges('Scores').ranges).toEqual(['Accounts!$C$2:$C$11']);
  });
});

describe('charts', () => {
  const plot = (xml: string): XmlNode => child(child(xmlTree(xml), 'chart'), 'plotArea') as XmlNode;
  const series = (xml: string, kind: string): XmlNode[] => children(child(plot(xml), kind), 'ser');
  const cached = (node: XmlNode | undefined): string[] =>
    children(
      node?.children[0]?.children.find(({ name }) => name.endsWith('Cache')),
      'pt',
    ).map((point) => child(point, 'v')?.text ?? '');

  it('carry references and the values they had', () => {
    const xml = part(sampleWorkbook(), 'xl/charts/chart1.xml');
    const [green, red] = series(xml, 'barChart') as [XmlNode, XmlNode];
    expect(xml).toContain('色ごとの推移');
    expect(xml).toContain('<c:grouping val="stacked"/>');
    expect(cached(child(green, 'tx'))).toEqual(['Green']);
    expect(cached(child(green, 'cat'))).toEqual(['46000', '46031', '46062']);
    expect(cached(child(green, 'val'))).toEqual(['10', '12', '15']);
    expect(child(child(child(red, 'val'), 'numRef'), 'f')?.text).toBe("'Team'!$C$2:$C$4");
    expect(xml).toContain('<a:srgbClr val="EA4335"/>');
  });

  it('stand where they were put, in the size they were given', () => {
    const xml = part(sampleWorkbook(), 'xl/drawings/drawing2.xml');
    const anchors = xmlTree(xml).children;
    expect(anchors).toHaveLength(2);
    const from = child(anchors[1], 'from');
    expect(from?.children.map(({ text }) => text)).toEqual(['4', '95250', '20', '0']);
    // 600 by 371 pixels of 9,525 units.
    expect(child(anchors[1], 'ext')?.attributes).toEqual({ cx: '5715000', cy: '3533775' });
  });

  const withChart = (type: string, options: Record<string, unknown> = {}): WorkbookModel => {
    const workbook = sampleWorkbook();
    const team = workbook.sheets[1] as SheetModel;
    const first = team.charts[0] as SheetModel['charts'][number];
    team.charts.splice(0, 2, { ...first, type, options });
    return workbook;
  };

  it.each([
    ['COLUMN', 'barChart', 2],
    ['BAR', 'barChart', 2],
    ['LINE', 'lineChart', 2],
    ['AREA', 'areaChart', 2],
    ['PIE', 'pieChart', 1],
    ['SCATTER', 'scatterChart', 2],
  ])('%s is drawn as %s', (type, kind, count) => {
    expect(series(part(withChart(type), 'xl/charts/chart1.xml'), kind)).toHaveLength(count);
  });

  it('of columns and lines are drawn as both', () => {
    const xml = part(withChart('COMBO', { series: { 0: { type: 'bars' } } }), 'xl/charts/chart1.xml');
    expect(series(xml, 'barChart')).toHaveLength(1);
    expect(series(xml, 'lineChart')).toHaveLength(1);
  });

  it('of a kind that the format lacks, or whose data is gone, are left out of the file', () => {
    expect(() => part(withChart('TABLE'), 'xl/charts/chart1.xml')).toThrow('no part');
    const workbook = withChart('COLUMN');
    const team = workbook.sheets[1] as SheetModel;
    team.charts[0] = {
      ...(team.charts[0] as SheetModel['charts'][number]),
      ranges: [{ sheetId: 77, area: area(0, 0, 2, 2) }],
    };
    expect(() => part(workbook, 'xl/charts/chart1.xml')).toThrow('no part');
  });
});

describe('what the file format does not allow', () => {
  it('a tab named History, too long a name or a forbidden sign: the file has another, formulas follow', () => {
    const workbook = oneTab((sheet) => sheet.values.push([1]), 'History');
    const other = addSheetModel(workbook, 'Report: by team/owner, all of the year 2026', { rows: 5, columns: 2 });
    other.formulas.fill(area(0, 0, 1, 1), '=History!A1*2');
    const names = children(child(xmlTree(part(workbook, 'xl/workbook.xml')), 'sheets'), 'sheet');
    expect(names.map(({ attributes }) => attributes.name)).toEqual(['History_', 'Report  by team owner, all of t']);
    expect(part(workbook, 'xl/worksheets/sheet2.xml')).toContain('<f>History_!A1*2</f><v>2</v>');
  });

  it('functions of Sheets and open ranges are wrapped with their last result', () => {
    const workbook = oneTab((sheet) => {
      sheet.values.push(['x', 3]);
      sheet.formulas.fill(area(0, 0, 1, 1), '=QUERY(B1:C9,"select B")');
      sheet.formulas.fill(area(1, 0, 1, 1), '=COUNTBLANK(B2:B)');
    });
    const xml = part(workbook, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<f>IFERROR(__xludf.DUMMYFUNCTION("QUERY(B1:C9,""select B"")"),"x")</f><v>x</v>');
    expect(xml).toContain('<f>IFERROR(__xludf.DUMMYFUNCTION("COUNTBLANK(B2:B)"),3)</f><v>3</v>');
  });

  it('a list with commas or beyond 255 characters is left out of the file, not cut', () => {
    const list = (values: string[]): WorkbookModel =>
      oneTab((sheet) =>
        sheet.validations.fill(area(0, 0, 5, 1), {
          criteria: 'VALUE_IN_LIST',
          args: [values, true],
          allowInvalid: false,
          helpText: null,
        }),
      );
    expect(part(list(['a', 'b']), 'xl/worksheets/sheet1.xml')).toContain('<formula1>"a,b"</formula1>');
    expect(part(list(['a,b']), 'xl/worksheets/sheet1.xml')).not.toContain('dataValidation');
    expect(part(list(['a'.repeat(256)]), 'xl/worksheets/sheet1.xml')).not.toContain('dataValidation');
  });

  it('a workbook whose tabs are all hidden shows the first', () => {
    const workbook = oneTab((sheet) => {
      sheet.hidden = true;
    });
    expect(part(workbook, 'xl/workbook.xml')).not.toContain('state="hidden"');
  });
});

describe('what the file spares', () => {
  it('a format of a whole column is one entry, not a cell a row', () => {
    const workbook = oneTab((sheet) => sheet.formats.numberFormat.fill(area(0, 1, 20, 1), '@'));
    const xml = part(workbook, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<col min="2" max="2" width="14.2857" style="1"/>');
    expect(xml).toContain('<sheetData></sheetData>');
  });

  it('asks for a calculation only where a result is missing', () => {
    const known = oneTab((sheet) => {
      sheet.values.push([2]);
      sheet.formulas.fill(area(0, 0, 1, 1), '=1+1');
    });
    const unknown = oneTab((sheet) => sheet.formulas.fill(area(0, 0, 1, 1), '=1+1'));
    expect(part(known, 'xl/workbook.xml')).not.toContain('fullCalcOnLoad');
    expect(part(unknown, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });

  it('colours rows by turns behind all other rules', () => {
    const workbook = oneTab((sheet) =>
      sheet.bandings.push({
        id: 1,
        area: area(0, 0, 6, 2),
        direction: 'rows',
        header: '#101010',
        first: '#202020',
        second: '#303030',
        footer: null,
      }),
    );
    const xml = part(workbook, 'xl/worksheets/sheet1.xml');
    const formulas = xmlTree(xml)
      .children.filter(({ name }) => name === 'conditionalFormatting')
      .map((format) => format.children[0]?.children[0]?.text);
    expect(formulas).toEqual(['ROW()=1', 'MOD(ROW()-2,2)=0', 'MOD(ROW()-2,2)=1']);
  });
});

describe('what other programs do not find out by themselves', () => {
  it('a truth value has a format of words, a number beside it none', () => {
    const workbook = oneTab((sheet) => {
      sheet.values.push([true, 1, false]);
      sheet.formats.vertical.fill(area(2, 0, 1, 1), 'top');
    });
    const styles = xmlTree(part(workbook, 'xl/styles.xml'));
    const id = child(child(styles, 'numFmts'), 'numFmt')?.attributes;
    expect(id?.formatCode).toBe('"TRUE";"TRUE";"FALSE"');
    const looks = children(child(styles, 'cellXfs'), 'xf').map(({ attributes }) => attributes.numFmtId);
    const rows = children(child(xmlTree(part(workbook, 'xl/worksheets/sheet1.xml')), 'sheetData'), 'row');
    const formats = rows.map((row) => looks[Number(child(row, 'c')?.attributes.s ?? 0)]);
    expect(formats).toEqual([id?.numFmtId, '0', id?.numFmtId]);
    const edited = unzipSync(workbookBytes(workbook));
    const { [Object.keys(edited).find((path) => path.startsWith('customXml')) ?? '']: _kept, ...others } = edited;
    const path = join(mkdtempSync(join(tmpdir(), 'kenshin-xlsx-')), 'flags.xlsx');
    writeFileSync(path, zipSync(others));
    const opened = openWorkbook(path).sheets[0];
    expect([opened?.values[0], opened?.formats.numberFormat.empty]).toEqual([[true, 1, false], true]);
  });

  it('a link to cells of the workbook is a hyperlink with a location, in the look of links', async () => {
    const workbook = oneTab((sheet, book) => {
      const other = addSheetModel(book, "Ken's tab", { rows: 5, columns: 5 });
      sheet.values.push(['Alpha', 'Beta', 'gone', 'out']);
      sheet.formats.fontWeight.fill(area(0, 0, 1, 1), 'bold');
      sheet.links.fill(area(0, 0, 2, 1), `#gid=${other.sheetId}&range=A2:C4`);
      sheet.links.fill(area(2, 0, 1, 1), '#gid=999&range=A1');
      sheet.links.fill(area(3, 0, 1, 1), 'https://example.com/');
    });
    const links = xmlTree(part(workbook, 'xl/worksheets/sheet1.xml')).children.find(
      ({ name }) => name === 'hyperlinks',
    );
    expect(links?.children.map(({ attributes }) => attributes)).toEqual([
      { ref: 'A1:A2', location: "'Ken''s tab'!A2:C4" },
    ]);
    const read = new ExcelJS.Workbook();
    await read.xlsx.load(Buffer.from(workbookBytes(workbook)) as unknown as ExcelJS.Buffer);
    const fonts = [1, 2, 4].map((row) => read.worksheets[0]?.getCell(row, 1).font);
    expect(fonts[0]).toMatchObject({
      bold: true,
      underline: true,
      color: { argb: 'FF1155CC' },
      name: 'Arial',
      size: 10,
    });
    expect([fonts[1]?.underline, fonts[2]?.underline]).toEqual([true, undefined]);
  });

  it('a row is as high as its wrapped texts need, unless somebody set its height', () => {
    const workbook = oneTab((sheet) => {
      sheet.values.push(['short', 'one\ntwo\nthree', 'one\ntwo', 'one\ntwo']);
      sheet.formats.wrap.fill(area(0, 0, 3, 1), 'WRAP');
      sheet.rowHeights.set(2, 21);
    });
    const rows = children(child(xmlTree(part(workbook, 'xl/worksheets/sheet1.xml')), 'sheetData'), 'row');
    const [short, three, set, plain] = rows.map(({ attributes }) => attributes);
    expect([short?.ht, plain?.ht]).toEqual([undefined, undefined]);
    expect([Number(three?.ht) > 36, three?.customHeight]).toEqual([true, undefined]);
    expect([set?.ht, set?.customHeight]).toEqual(['15.75', '1']);
  });
});
