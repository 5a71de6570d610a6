import type { SheetModel, WorkbookModel } from '../gas/spreadsheet/model';
import { absoluteReference, type FileNames, referenceTo } from './references';
import { XML_HEAD, xmlAttribute, xmlText } from './xml';

/** The part that lists the tabs and named ranges. Relationship `rId<n>` is tab n, counted from 1. */
export function workbookXml(workbook: WorkbookModel, names: FileNames, active: number): string {
  const sheets = workbook.sheets.map((sheet, i) => {
    // A file must show at least one tab.
    const hidden = sheet.hidden && i !== active;
    return `<sheet name="${xmlAttribute(names.get(sheet) ?? '')}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`;
  });
  return [
    `${XML_HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`,
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    `<bookViews><workbookView activeTab="${active}"/></bookViews>`,
    `<sheets>${sheets.join('')}</sheets>`,
    definedNamesXml(workbook, names),
    hasUnknownResult(workbook.sheets) ? '<calcPr fullCalcOnLoad="1"/>' : '<calcPr/>',
    '</workbook>',
  ].join('');
}

function definedNamesXml(workbook: WorkbookModel, names: FileNames): string {
  const named = workbook.namedRanges.flatMap(({ name, target }) => {
    const reference = referenceTo(target, names);
    return reference === null ? [] : [`<definedName name="${xmlAttribute(name)}">${xmlText(reference)}</definedName>`];
  });
  const filters = workbook.sheets.flatMap((sheet, i) => {
    if (!sheet.filter) return [];
    const reference = absoluteReference(names.get(sheet) ?? sheet.name, sheet.filter.area);
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${xmlText(reference)}</definedName>`,
    ];
  });
  const all = [...filters, ...named];
  return all.length > 0 ? `<definedNames>${all.join('')}</definedNames>` : '';
}

/** Has a formula no known result yet? Then whoever opens the file computes it. */
function hasUnknownResult(sheets: readonly SheetModel[]): boolean {
  return sheets.some((sheet) => {
    for (let column = 0; column < sheet.formulas.width; column++) {
      for (const { from, to } of sheet.formulas.runs(column)) {
        for (let row = from; row < to; row++) if ((sheet.values[column]?.[row] ?? null) === null) return true;
      }
    }
    return false;
  });
}
