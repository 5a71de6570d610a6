import { a1Of, parseA1 } from '../gas/spreadsheet/a1';
import type { SheetModel } from '../gas/spreadsheet/model';
import type { FileNames } from './references';
import type { TabFinder } from './rule-reader';
import { areaOf, FILE_GRID } from './sheet-reader';
import { LINK_COLOR } from './style-table';
import { fromXstring, xmlAttribute } from './xml';
import type { XmlNode } from './xml-tree';

/** A link to cells of the same workbook, as Sheets writes it. */
const INSIDE = /^#gid=(\d+)(?:&range=([A-Z]+\d+(?::[A-Z]+\d+)?))?$/;

/** Links to cells of the workbook as hyperlinks with a location; others stay out of the file. */
export function linksXml(sheet: SheetModel, names: FileNames): string {
  const items: string[] = [];
  for (let column = 0; column < sheet.links.width; column++) {
    for (const { from, to, value } of sheet.links.runs(column)) {
      const location = locationOf(value, names);
      const ref = a1Of({ row: from, column, rows: to - from, columns: 1 });
      if (location !== null) items.push(`<hyperlink ref="${ref}" location="${xmlAttribute(location)}"/>`);
    }
  }
  return items.length > 0 ? `<hyperlinks>${items.join('')}</hyperlinks>` : '';
}

/** `'Tab name'!A5:C9`; null for what does not lead to a tab of the workbook. */
function locationOf(link: string, names: FileNames): string | null {
  const [, gid, range = 'A1'] = INSIDE.exec(link) ?? [];
  for (const [sheet, name] of names) {
    if (String(sheet.sheetId) === gid) return `'${name.replace(/'/g, "''")}'!${range}`;
  }
  return null;
}

/** Puts the hyperlinks of a file that lead into the workbook on their cells, and takes away the look that they have there. */
export function fillLinks(sheet: SheetModel, hyperlinks: readonly XmlNode[], tabOf: TabFinder): void {
  for (const { attributes } of hyperlinks) {
    const area = areaOf(attributes.ref ?? '');
    const target = parseA1(fromXstring(attributes.location ?? ''), FILE_GRID);
    const gid = target && tabOf(target.tab);
    if (!area || !target || typeof gid !== 'number') continue;
    sheet.links.fill(area, `#gid=${gid}&range=${a1Of(target.area)}`);
    if (sheet.formats.fontColor.at(area.row, area.column) !== LINK_COLOR) continue;
    sheet.formats.fontColor.fill(area, undefined);
    sheet.formats.fontLine.fill(area, undefined);
  }
}
