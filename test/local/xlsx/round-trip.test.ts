import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { valueAt } from '../../../scripts/local/gas/spreadsheet/cells';
import {
  addSheetModel,
  createWorkbookModel,
  type SheetModel,
  type WorkbookModel,
} from '../../../scripts/local/gas/spreadsheet/model';
import { openWorkbook, workbookFromBytes } from '../../../scripts/local/xlsx/open';
import { saveWorkbook, workbookBytes } from '../../../scripts/local/xlsx/save';
import { COLUMNS, ROWS, randomWorkbook } from './random-workbook';

/** The workbook with the empty ends of its columns cut off, which mean nothing. */
function cut(workbook: WorkbookModel): WorkbookModel {
  for (const { values } of workbook.sheets) {
    for (const cells of values) while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    while (values.length > 0 && values[values.length - 1]?.length === 0) values.pop();
  }
  return workbook;
}

/** What a file says of a tab in its cells and around them. Whether text is clipped, it does not. */
function plainFacts(sheet: SheetModel): unknown {
  const cells: unknown[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const formula = sheet.formulas.at(row, column);
      const value = formula === undefined ? valueAt(sheet, row, column) : null;
      const link = sheet.links.at(row, column)?.startsWith('#') ? sheet.links.at(row, column) : undefined;
      // A link has the colour of links, in Sheets as in the file; one that leads out of the workbook is not in the file.
      const layers = [
        'numberFormat',
        'fontWeight',
        'background',
        'horizontal',
        ...(link ? [] : ['fontColor' as const]),
      ] as const;
      const looks = layers.map((layer) => {
        const look = sheet.formats[layer].at(row, column);
        // Truth values stand in the middle anyway.
        return typeof value === 'boolean' && look === 'center' ? undefined : look;
      });
      const wraps = sheet.formats.wrap.at(row, column) === 'WRAP';
      const facts = [value, formula, sheet.notes.at(row, column), wraps || undefined, link, ...looks];
      if (facts.some((fact) => fact !== undefined && fact !== null)) cells.push([row, column, ...facts]);
    }
  }
  return {
    cells,
    frozen: [sheet.frozenRows, sheet.frozenColumns],
    look: [sheet.tabColor, sheet.hiddenGridlines],
    hidden: [[...sheet.hiddenRows].sort(), [...sheet.hiddenColumns].sort()],
    merges: sheet.merges.filter((area) => area.rows * area.columns > 1),
    widths: [...sheet.columnWidths].filter(([c, pixels]) => pixels !== 100 && !sheet.hiddenColumns.has(c)).sort(),
  };
}

/** The same file as if a program had dropped the part it does not know. */
function withoutKeepsake(bytes: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => !path.startsWith('customXml/'));
  return zipSync(Object.fromEntries(files));
}

describe('a workbook saved and opened again', () => {
  it('is the workbook it was, whatever it holds', () => {
    fc.assert(
      fc.property(randomWorkbook, (workbook) => {
        expect(cut(workbookFromBytes(workbookBytes(workbook), 'file'))).toEqual(cut(workbook));
      }),
      { numRuns: 150 },
    );
  });

  it('consists of well-formed XML only', () => {
    fc.assert(
      fc.property(randomWorkbook, (workbook) => {
        for (const [path, body] of Object.entries(unzipSync(workbookBytes(workbook)))) {
          const parser = new SaxesParser({ xmlns: true });
          const faults: string[] = [];
          parser.on('error', (error) => faults.push(`${path}: ${error.message}`));
          parser.write(strFromU8(body)).close();
          expect(faults).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same bytes each time', () => {
    fc.assert(
      fc.property(randomWorkbook, (workbook) => {
        expect(Buffer.from(workbookBytes(workbook)).equals(Buffer.from(workbookBytes(workbook)))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps values, formulas, looks, notes and sizes even where the keepsake was lost', () => {
    fc.assert(
      fc.property(randomWorkbook, (workbook) => {
        const opened = workbookFromBytes(withoutKeepsake(workbookBytes(workbook)), 'file');
        expect(opened.sheets.map(plainFacts)).toEqual(workbook.sheets.map(plainFacts));
      }),
      { numRuns: 100 },
    );
  });

  it('goes through a file on disk', () => {
    const dir = mkdtempSync(join(tmpdir(), 'kenshin-xlsx-'));
    const workbook = createWorkbookModel({ id: 'w-1', name: '顧客健診' });
    addSheetModel(workbook, 'Accounts').values.push(['Account ID', 'A-1']);
    saveWorkbook(workbook, join(dir, 'health.xlsx'));
    expect(openWorkbook(join(dir, 'health.xlsx'))).toEqual(workbook);
    rmSync(dir, { recursive: true });
  });

  it('keeps a text of 50,000 characters, which no file cell takes', () => {
    const workbook = createWorkbookModel({ id: 'w-1' });
    const long = '健'.repeat(50_000);
    addSheetModel(workbook, 'Tab').values.push([long]);
    const bytes = workbookBytes(workbook);
    expect(workbookFromBytes(bytes, 'file').sheets[0]?.values[0]?.[0]).toBe(long);
    const plain = workbookFromBytes(withoutKeepsake(bytes), 'file').sheets[0]?.values[0]?.[0];
    expect(plain).toBe('健'.repeat(32_767));
  });

  it('says what is wrong with a file that is no workbook', () => {
    expect(() => workbookFromBytes(Buffer.from('account_id,name\n'), 'file')).toThrow(
      'not an .xlsx workbook: the file is no zip archive',
    );
    expect(() => workbookFromBytes(zipSync({ 'a.txt': Buffer.from('a') }), 'file')).toThrow(
      'not an .xlsx workbook: the archive has no workbook part',
    );
    expect(() => openWorkbook('/nowhere/health.xlsx')).toThrow('ENOENT');
  });
});
