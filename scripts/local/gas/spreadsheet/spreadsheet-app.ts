import type { Host } from '../host';
import * as take from './arguments';
import { makeFormatRuleBuilder } from './conditional-format';
import { type Context, chargeLocal, commit, createContext, makeFace, notImplemented } from './context';
import { CREATE, HANDLE, OPEN } from './costs';
import { makeDataValidationBuilder } from './data-validation';
import { makeFilterCriteriaBuilder } from './filter';
import { allowCells } from './grid';
import type { WorkbookModel } from './model';
import { mayOpen } from './permissions';
import { permitOpenFile, permitOtherFiles } from './permit';
import { makeRichTextBuilder } from './rich-text';
import { activeSheet, select, selectionMethods } from './selection';
import { makeSheet, type SheetValue } from './sheet/sheet';
import { makeSpreadsheet } from './spreadsheet';
import { createWorkbook, type SpreadsheetState } from './state';
import { makeUi } from './ui';

/**
 * The global `SpreadsheetApp` of one execution, in front of spreadsheets that outlive it.
 * Source: Apps Script reference, SpreadsheetApp.
 */
export function createSpreadsheetApp(host: Host, state: SpreadsheetState): object {
  const context = createContext(host, state);
  return makeFace(
    context,
    'SpreadsheetApp',
    {
      ...context.enums.spreadsheet,
      ...activeMethods(context),
      ...openMethods(context),
      ...builderMethods(context),
      flush: take.method(context, 'SpreadsheetApp.flush', [], () => commit(context, 'SpreadsheetApp.flush', 5)),
      getUi: take.method(context, 'SpreadsheetApp.getUi', [], () => {
        chargeLocal(context, 'SpreadsheetApp.getUi', HANDLE);
        // Nobody watches a time trigger, and a standalone script has no file on a screen.
        if (host.entry === 'trigger' || state.containerId === null) {
          host.fail('Cannot call SpreadsheetApp.getUi() from this context.');
        }
        return makeUi(context);
      }),
    },
    null,
  );
}

function activeMethods(context: Context) {
  const { state, host } = context;
  const container = (): WorkbookModel | null => {
    if (state.containerId === null) return null;
    const workbook = state.workbooks.get(state.containerId);
    if (!workbook) throw new Error(`the container ${state.containerId} is not among the workbooks`);
    return workbook;
  };
  const open = (): WorkbookModel => container() ?? notImplemented(context, 'a selection without an open spreadsheet');
  const active = (name: string) =>
    take.method(context, `SpreadsheetApp.${name}`, [], () => {
      chargeLocal(context, `SpreadsheetApp.${name}`, HANDLE);
      permitOpenFile(context, `SpreadsheetApp.${name}`);
      const workbook = container();
      return workbook ? makeSpreadsheet(context, workbook) : null;
    });
  return {
    ...selectionMethods(context, 'SpreadsheetApp', open),
    getActiveSpreadsheet: active('getActiveSpreadsheet'),
    getActive: active('getActive'),
    getActiveSheet: take.method(context, 'SpreadsheetApp.getActiveSheet', [], () => {
      chargeLocal(context, 'SpreadsheetApp.getActiveSheet', HANDLE);
      permitOpenFile(context, 'SpreadsheetApp.getActiveSheet');
      const workbook = container();
      return workbook ? makeSheet(context, workbook, activeSheet(context, workbook)) : null;
    }),
    setActiveSheet: take.method(
      context,
      'SpreadsheetApp.setActiveSheet',
      [take.face<SheetValue>('Sheet'), take.optional(take.flag)],
      ({ workbook, sheet }) => {
        host.charge('SpreadsheetApp.setActiveSheet', HANDLE.ms);
        select(context, workbook, sheet);
        return makeSheet(context, workbook, sheet);
      },
    ),
  };
}

function openMethods(context: Context) {
  const { state, host } = context;
  const openFile = (call: string, id: string | null) => {
    chargeLocal(context, call, OPEN);
    permitOtherFiles(context, call);
    const workbook = id === null ? undefined : state.workbooks.get(id);
    if (!workbook) {
      return host.fail(
        `Unexpected error while getting the method or property ${call.split('.')[1]} on object SpreadsheetApp.`,
      );
    }
    if (!mayOpen(workbook, host.user.email)) {
      return host.fail('You do not have permission to access the requested document.');
    }
    return makeSpreadsheet(context, workbook);
  };
  return {
    openById: take.method(context, 'SpreadsheetApp.openById', [take.text], (id) =>
      openFile('SpreadsheetApp.openById', id),
    ),
    openByUrl: take.method(context, 'SpreadsheetApp.openByUrl', [take.text], (url) =>
      openFile('SpreadsheetApp.openByUrl', /\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]+)/.exec(url)?.[1] ?? null),
    ),
    create: take.method(
      context,
      'SpreadsheetApp.create',
      [take.text, take.optional(take.integer), take.optional(take.integer)],
      (name, rows = 1000, columns = 26) => {
        chargeLocal(context, 'SpreadsheetApp.create', CREATE);
        permitOtherFiles(context, 'SpreadsheetApp.create');
        if (rows < 1 || columns < 1) host.fail('The number of rows and columns must be at least 1.');
        const locale = host.user.locale.startsWith('ja') ? 'ja_JP' : 'en_US';
        // A new file gets its creator's zone; whether that is the script's is not documented, here it is.
        const workbook = createWorkbook(state, { name, locale, timeZone: host.scriptZone, owner: host.user.email });
        const sheet = workbook.sheets[0];
        if (sheet) Object.assign(sheet, { maxRows: 1, maxColumns: 1 });
        if (sheet && allowCells(context, workbook, rows * columns - 1)) {
          Object.assign(sheet, { maxRows: rows, maxColumns: columns });
        }
        return makeSpreadsheet(context, workbook);
      },
    ),
  };
}

function builderMethods(context: Context) {
  const builder = (name: string, make: () => object) => take.method(context, `SpreadsheetApp.${name}`, [], make);
  return {
    newDataValidation: builder('newDataValidation', () => makeDataValidationBuilder(context, null)),
    newConditionalFormatRule: builder('newConditionalFormatRule', () => makeFormatRuleBuilder(context, null)),
    newRichTextValue: builder('newRichTextValue', () => makeRichTextBuilder(context, null)),
    newFilterCriteria: builder('newFilterCriteria', () => makeFilterCriteriaBuilder(context)),
  };
}
