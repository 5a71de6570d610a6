import * as take from '../arguments';
import { makeBanding } from '../banding';
import { type ChartValue, makeChart, makeChartBuilder } from '../chart';
import { colorOf } from '../color';
import { type FormatRuleValue, makeFormatRule } from '../conditional-format';
import {
  arrayOf,
  type Context,
  chargeLocal,
  chargeMetadata,
  chargeRead,
  chargeWrite,
  notImplemented,
  standing,
} from '../context';
import { METADATA_AGAIN, READ_FORMATS, SHEET_ID, STRUCTURE } from '../costs';
import { makeFilter } from '../filter';
import { addMetadata, makeMetadataFinder, metadataArguments, metadataFaces } from '../metadata';
import type { SheetModel, WorkbookModel } from '../model';
import { makeNamedRange } from '../named-range';
import { makeProtection, protect } from '../protection';
import { makeSpreadsheet } from '../spreadsheet';
import { checkTabName, copyName, copyTab } from '../tabs';
import { makeSheet } from './sheet';

/** Name, looks, rules, charts and protections of a tab. Source: Apps Script reference, Sheet. */
export function settingMethods(context: Context, workbook: WorkbookModel, sheet: SheetModel, self: () => object) {
  const stand = () => standing(context, workbook, sheet);
  const read = <T>(name: string, value: () => T) =>
    take.method(context, `Sheet.${name}`, [], () => {
      chargeMetadata(context, `Sheet.${name}`, workbook);
      stand();
      return value();
    });
  const write = (name: string, work: () => void) => {
    chargeWrite(context, workbook, `Sheet.${name}`, STRUCTURE);
    stand();
    work();
    return self();
  };
  return {
    getName: read('getName', () => sheet.name),
    getSheetName: read('getSheetName', () => sheet.name),
    getIndex: read('getIndex', () => workbook.sheets.indexOf(sheet) + 1),
    getType: read('getType', () => context.enums.spreadsheet.SheetType.GRID),
    getTabColor: read('getTabColor', () => sheet.tabColor),
    isSheetHidden: read('isSheetHidden', () => sheet.hidden),
    hasHiddenGridlines: read('hasHiddenGridlines', () => sheet.hiddenGridlines),
    getSheetId: take.method(context, 'Sheet.getSheetId', [], () => {
      chargeLocal(context, 'Sheet.getSheetId', SHEET_ID);
      return stand().sheetId;
    }),
    getParent: take.method(context, 'Sheet.getParent', [], () => {
      chargeLocal(context, 'Sheet.getParent', SHEET_ID);
      return makeSpreadsheet(context, workbook);
    }),
    setName: take.method(context, 'Sheet.setName', [take.text], (name) =>
      write('setName', () => {
        checkTabName(context, workbook, name, sheet);
        sheet.name = name;
      }),
    ),
    setTabColor: take.method(context, 'Sheet.setTabColor', [take.nullable(take.text)], (color) =>
      write('setTabColor', () => {
        sheet.tabColor =
          color === null ? null : (colorOf(color) ?? notImplemented(context, `Sheet.setTabColor of ${color}`));
      }),
    ),
    setHiddenGridlines: take.method(context, 'Sheet.setHiddenGridlines', [take.flag], (hide) =>
      write('setHiddenGridlines', () => {
        sheet.hiddenGridlines = hide;
      }),
    ),
    hideSheet: take.method(context, 'Sheet.hideSheet', [], () =>
      write('hideSheet', () => {
        const others = workbook.sheets.filter((other) => other !== sheet && !other.hidden);
        if (others.length === 0) context.host.fail("You can't hide all the sheets in a document.");
        sheet.hidden = true;
      }),
    ),
    showSheet: take.method(context, 'Sheet.showSheet', [], () =>
      write('showSheet', () => {
        sheet.hidden = false;
      }),
    ),
    copyTo: take.method(context, 'Sheet.copyTo', [take.face<WorkbookModel>('Spreadsheet')], (destination) => {
      chargeWrite(context, destination, 'Sheet.copyTo', STRUCTURE);
      const name = copyName(context, destination, stand().name);
      const copy = copyTab(context, sheet, destination, name, destination.sheets.length);
      return copy ? makeSheet(context, destination, copy) : null;
    }),
    ...ruleMethods(context, workbook, sheet, write),
    ...chartMethods(context, workbook, sheet, write),
    ...metadataMethods(context, workbook, sheet, write),
  };
}

type Write = (name: string, work: () => void) => object;

function ruleMethods(context: Context, workbook: WorkbookModel, sheet: SheetModel, write: Write) {
  const list = (name: string, faces: () => object[]) =>
    take.method(context, `Sheet.${name}`, [], () => {
      chargeRead(context, `Sheet.${name}`, READ_FORMATS);
      return arrayOf(context, faces());
    });
  const home = { workbook, sheet };
  return {
    getConditionalFormatRules: list('getConditionalFormatRules', () =>
      sheet.conditionalFormats.map((model) => makeFormatRule(context, { model, home })),
    ),
    // Replaces every rule of the tab, people's own too.
    setConditionalFormatRules: take.method(
      context,
      'Sheet.setConditionalFormatRules',
      [take.list(take.face<FormatRuleValue>('ConditionalFormatRule'))],
      (rules) => {
        write('setConditionalFormatRules', () => {
          if (rules.some((rule) => rule.home === null)) notImplemented(context, 'a conditional format without ranges');
          if (rules.some((rule) => rule.home?.sheet !== sheet)) {
            context.host.fail('Conditional format rule cannot reference a different sheet.');
          }
          sheet.conditionalFormats.splice(0, sheet.conditionalFormats.length, ...rules.map((rule) => rule.model));
        });
      },
    ),
    clearConditionalFormatRules: take.method(context, 'Sheet.clearConditionalFormatRules', [], () => {
      write('clearConditionalFormatRules', () => sheet.conditionalFormats.splice(0));
    }),
    getFilter: take.method(context, 'Sheet.getFilter', [], () => {
      chargeRead(context, 'Sheet.getFilter', METADATA_AGAIN);
      return sheet.filter ? makeFilter(context, workbook, sheet, sheet.filter) : null;
    }),
    getBandings: list('getBandings', () =>
      sheet.bandings.map((banding) => makeBanding(context, workbook, sheet, banding)),
    ),
    getNamedRanges: list('getNamedRanges', () =>
      workbook.namedRanges
        .filter((named) => named.target.sheetId === sheet.sheetId)
        .map((named) => makeNamedRange(context, workbook, named)),
    ),
    protect: take.method(context, 'Sheet.protect', [], () => {
      write('protect', () => undefined);
      return protect(context, { workbook, sheet, area: null });
    }),
    getProtections: take.method(
      context,
      'Sheet.getProtections',
      [take.enumeration<'RANGE' | 'SHEET'>('ProtectionType')],
      (kind) => {
        chargeRead(context, 'Sheet.getProtections', READ_FORMATS);
        return arrayOf(
          context,
          sheet.protections
            .filter((protection) => protection.kind === kind)
            .map((protection) => makeProtection(context, workbook, sheet, protection)),
        );
      },
    ),
  };
}

function chartMethods(context: Context, workbook: WorkbookModel, sheet: SheetModel, write: Write) {
  const CHART = take.face<ChartValue>('EmbeddedChart');
  const place = (chart: ChartValue) => {
    const at = sheet.charts.findIndex((known) => known.chartId === chart.model.chartId);
    return at >= 0 ? at : context.host.fail('The chart is not on this sheet.');
  };
  const checkRanges = (chart: ChartValue) => {
    if (chart.model.ranges.length === 0) context.host.fail('The chart has no data range.');
  };
  const none = (name: string) => ({
    [name]: take.method(context, `Sheet.${name}`, [], () => {
      chargeRead(context, `Sheet.${name}`, READ_FORMATS);
      return arrayOf(context, []);
    }),
  });
  return {
    newChart: take.method(context, 'Sheet.newChart', [], () => makeChartBuilder(context, workbook)),
    getCharts: take.method(context, 'Sheet.getCharts', [], () => {
      chargeRead(context, 'Sheet.getCharts', READ_FORMATS);
      return arrayOf(
        context,
        sheet.charts.map((model) => makeChart(context, { model, workbook })),
      );
    }),
    // Nothing here can make one of these, so a tab has none.
    ...none('getImages'),
    ...none('getDrawings'),
    ...none('getSlicers'),
    ...none('getPivotTables'),
    insertChart: take.method(context, 'Sheet.insertChart', [CHART], (chart) => {
      write('insertChart', () => {
        checkRanges(chart);
        sheet.charts.push({ ...chart.model, chartId: workbook.nextId++ });
      });
    }),
    updateChart: take.method(context, 'Sheet.updateChart', [CHART], (chart) => {
      write('updateChart', () => {
        checkRanges(chart);
        sheet.charts[place(chart)] = chart.model;
      });
    }),
    removeChart: take.method(context, 'Sheet.removeChart', [CHART], (chart) => {
      write('removeChart', () => sheet.charts.splice(place(chart), 1));
    }),
  };
}

function metadataMethods(context: Context, workbook: WorkbookModel, sheet: SheetModel, write: Write) {
  return {
    addDeveloperMetadata: take.method(context, 'Sheet.addDeveloperMetadata', metadataArguments, (...given) =>
      write('addDeveloperMetadata', () => addMetadata(context, workbook, sheet.metadata, { kind: 'whole' }, given)),
    ),
    getDeveloperMetadata: take.method(context, 'Sheet.getDeveloperMetadata', [], () => {
      chargeRead(context, 'Sheet.getDeveloperMetadata', READ_FORMATS);
      const own = sheet.metadata.filter((metadata) => metadata.place.kind === 'whole');
      return metadataFaces(context, workbook, sheet, sheet.metadata, own);
    }),
    createDeveloperMetadataFinder: take.method(context, 'Sheet.createDeveloperMetadataFinder', [], () =>
      makeMetadataFinder(context, workbook, sheet),
    ),
  };
}
