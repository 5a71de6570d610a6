import { writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import type { SheetModel, WorkbookModel } from '../gas/spreadsheet/model';
import { chartData } from './chart-data';
import { chartXml } from './chart-part';
import { drawingXml } from './drawing-part';
import { digestOf, keepsakeOf } from './keepsake';
import { keepsakeParts } from './keepsake-part';
import { noteParts } from './notes-part';
import { CONTENT, LINK, type Link, type Part, packageFiles, propertiesXml } from './package-parts';
import { sharedStrings } from './shared-strings';
import { fileNames } from './sheet-names';
import { type FileContext, sheetXml } from './sheet-part';
import { styleTable } from './style-table';
import { workbookXml } from './workbook-part';

/** Every file in the package carries this day, so that the same workbook gives the same bytes. */
const FILE_DAY = '1980-01-01T00:00:00';

/** Writes a workbook as an .xlsx file that other programs open; `openWorkbook` gives it back as it was. */
export function saveWorkbook(workbook: WorkbookModel, path: string): void {
  writeFileSync(path, workbookBytes(workbook));
}

/** The bytes of the .xlsx file of a workbook. */
export function workbookBytes(workbook: WorkbookModel): Uint8Array {
  const names = fileNames(workbook.sheets);
  const parts = spreadsheetParts(workbook, names);
  const links: Link[] = [
    { id: 'rId1', type: LINK.workbook, target: 'xl/workbook.xml' },
    { id: 'rId2', type: LINK.properties, target: 'docProps/core.xml' },
  ];
  const bodies = Object.fromEntries(parts.map((part) => [part.path, bytes(part.body)]));
  const kept = keepsakeParts(keepsakeOf(workbook, names, digestOf(bodies)));
  const files = packageFiles([...parts, ...kept], links);
  const zipped = Object.entries(files).map(([path, body]) => [path, bodies[path] ?? bytes(body)] as const);
  return zipSync(Object.fromEntries(zipped), { level: 3, mtime: FILE_DAY });
}

function spreadsheetParts(workbook: WorkbookModel, names: ReadonlyMap<SheetModel, string>): Part[] {
  const renamed = new Map([...names].filter(([sheet, name]) => sheet.name !== name).map(([s, name]) => [s.name, name]));
  const context: FileContext = { workbook, names, renamed, styles: styleTable(), strings: sharedStrings() };
  const active = Math.max(
    0,
    workbook.sheets.findIndex((sheet) => !sheet.hidden),
  );
  const charts = { count: 0 };
  const sheets = workbook.sheets.map((sheet, i) => sheetParts(sheet, i, i === active, context, charts));
  const shared: [keyof typeof LINK & keyof typeof CONTENT, string, string][] = [
    ['styles', 'xl/styles.xml', context.styles.xml()],
    ['sharedStrings', 'xl/sharedStrings.xml', context.strings.xml()],
  ];
  const links: Link[] = [
    ...workbook.sheets.map((_, i) => ({ id: `rId${i + 1}`, type: LINK.worksheet, target: sheetPath(i) })),
    ...shared.map(([kind, target]) => ({ id: kind, type: LINK[kind], target })),
    { id: 'customXml', type: LINK.customXml, target: 'customXml/item1.xml' },
  ];
  return [
    { path: 'xl/workbook.xml', contentType: CONTENT.workbook, body: workbookXml(workbook, names, active), links },
    ...shared.map(([kind, path, body]) => ({ path, contentType: CONTENT[kind], body })),
    ...sheets.flat(),
    { path: 'docProps/core.xml', contentType: CONTENT.properties, body: propertiesXml(workbook.name) },
  ];
}

/** A tab with its notes and charts. `charts` counts the charts of the file so far. */
function sheetParts(
  sheet: SheetModel,
  index: number,
  active: boolean,
  context: FileContext,
  charts: { count: number },
): Part[] {
  const parts: Part[] = [];
  const links: Link[] = [];
  const notes = noteParts(sheet);
  if (notes) {
    const comments = `xl/comments${index + 1}.xml`;
    const vml = `xl/drawings/vmlDrawing${index + 1}.vml`;
    parts.push({ path: comments, contentType: CONTENT.comments, body: notes.comments });
    parts.push({ path: vml, contentType: CONTENT.vml, body: notes.drawing });
    links.push({ id: 'comments', type: LINK.comments, target: comments }, { id: 'vml', type: LINK.vml, target: vml });
  }
  const drawn = sheet.charts.flatMap((chart) => {
    const body = chartXml(chart, chartData(context.workbook, chart, context.names));
    return body ? [{ chart, body, path: `xl/charts/chart${++charts.count}.xml` }] : [];
  });
  if (drawn.length > 0) {
    const drawing = `xl/drawings/drawing${index + 1}.xml`;
    const chartLinks = drawn.map(({ path }, i) => ({ id: `rId${i + 1}`, type: LINK.chart, target: path }));
    parts.push(...drawn.map(({ path, body }) => ({ path, contentType: CONTENT.chart, body })));
    const body = drawingXml(drawn.map(({ chart }) => chart));
    parts.push({ path: drawing, contentType: CONTENT.drawing, body, links: chartLinks });
    links.push({ id: 'drawing', type: LINK.drawing, target: drawing });
  }
  const body = sheetXml(sheet, context, {
    active,
    drawing: drawn.length > 0 ? 'drawing' : null,
    notes: notes ? 'vml' : null,
  });
  return [{ path: sheetPath(index), contentType: CONTENT.worksheet, body, links }, ...parts];
}

function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf8'));
}
