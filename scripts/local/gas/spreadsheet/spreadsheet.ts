import { isZone } from '../zone';
import * as take from './arguments';
import { makeBanding } from './banding';
import { arrayOf, type Context, chargeLocal, chargeMetadata, chargeRead, chargeWrite, notImplemented } from './context';
import { CREATE, HANDLE, READ_FORMATS, SCREEN, STRUCTURE } from './costs';
import { makeLazyFace } from './lazy-face';
import { sheetLocale } from './locale';
import { addMetadata, makeMetadataFinder, metadataArguments, metadataFaces } from './metadata';
import type { SheetModel, WorkbookModel } from './model';
import { findNamedRange, makeNamedRange, rangeOfName, setNamedRange } from './named-range';
import { makeProtection } from './protection';
import { makeRange } from './range/range';
import type { RangeTarget } from './range/target';
import { makeRangeList } from './range-list';
import { activeSheet, select, selectionMethods } from './selection';
import { rangeOfText } from './sheet/ranges';
import { makeSheet, type SheetValue } from './sheet/sheet';
import { createWorkbook } from './state';
import { copyName, copyTab, deleteTab, insertTab, tabNamed } from './tabs';
import { makeUser, person } from './user';

/** The face of a spreadsheet. Source: Apps Script reference, Spreadsheet. */
export function makeSpreadsheet(context: Context, workbook: WorkbookModel): object {
  return makeLazyFace(
    context,
    'Spreadsheet',
    [
      () => fileMethods(context, workbook),
      () => tabMethods(context, workbook),
      () => rangeMethods(context, workbook),
      (self) => peopleMethods(context, workbook, self),
      (self) => metadataMethods(context, workbook, self),
      () => selectionMethods(context, 'Spreadsheet', () => workbook),
    ],
    workbook,
  );
}

function fileMethods(context: Context, workbook: WorkbookModel) {
  const read = <T>(name: string, value: () => T) =>
    take.method(context, `Spreadsheet.${name}`, [], () => {
      chargeMetadata(context, `Spreadsheet.${name}`, workbook);
      return value();
    });
  const local = <T>(name: string, value: () => T) =>
    take.method(context, `Spreadsheet.${name}`, [], () => {
      chargeLocal(context, `Spreadsheet.${name}`, HANDLE);
      return value();
    });
  const write = (name: string, work: (value: string) => void) =>
    take.method(context, `Spreadsheet.${name}`, [take.text], (value) => {
      chargeWrite(context, workbook, `Spreadsheet.${name}`, STRUCTURE);
      work(value);
    });
  return {
    getId: local('getId', () => workbook.id),
    getUrl: local('getUrl', () => `https://docs.google.com/spreadsheets/d/${workbook.id}/edit`),
    getName: read('getName', () => workbook.name),
    getSpreadsheetLocale: read('getSpreadsheetLocale', () => workbook.locale),
    getSpreadsheetTimeZone: read('getSpreadsheetTimeZone', () => workbook.timeZone),
    rename: write('rename', (name) => {
      workbook.name = name;
    }),
    setSpreadsheetLocale: write('setSpreadsheetLocale', (locale) => {
      if (!sheetLocale(locale)) notImplemented(context, `the spreadsheet locale ${locale}`);
      workbook.locale = locale === 'ja' ? 'ja_JP' : locale === 'en' ? 'en_US' : locale;
    }),
    setSpreadsheetTimeZone: write('setSpreadsheetTimeZone', (zone) => {
      if (!isZone(zone)) context.host.fail(`Invalid argument: ${zone}`);
      workbook.timeZone = zone;
    }),
    copy: take.method(context, 'Spreadsheet.copy', [take.text], (name) => {
      chargeRead(context, 'Spreadsheet.copy', CREATE);
      return makeSpreadsheet(context, copyWorkbook(context, workbook, name));
    }),
    toast: take.method(
      context,
      'Spreadsheet.toast',
      [take.text, take.optional(take.nullable(take.text)), take.optional(take.nullable(take.number))],
      (text, title, seconds) => {
        chargeLocal(context, 'Spreadsheet.toast', SCREEN);
        context.state.ui.toasts.push({ text, title: title ?? '', seconds: seconds ?? 5 });
      },
    ),
  };
}

/** A file of its own, owned by whoever runs the script; tabs keep their names. */
function copyWorkbook(context: Context, workbook: WorkbookModel, name: string): WorkbookModel {
  const { locale, timeZone } = workbook;
  const copy = createWorkbook(context.state, { name, locale, timeZone, owner: context.host.user.email });
  copy.sheets.splice(0);
  workbook.sheets.forEach((sheet, index) => {
    copyTab(context, sheet, copy, sheet.name, index);
  });
  return copy;
}

function tabMethods(context: Context, workbook: WorkbookModel) {
  const tab = (sheet: SheetModel | null) => (sheet ? makeSheet(context, workbook, sheet) : null);
  const handle = (name: string) => chargeLocal(context, `Spreadsheet.${name}`, HANDLE);
  const write = (name: string) => chargeWrite(context, workbook, `Spreadsheet.${name}`, STRUCTURE);
  const active = () => activeSheet(context, workbook);
  const remove = (sheet: SheetModel) => {
    deleteTab(context, workbook, sheet);
  };
  return {
    getSheets: take.method(context, 'Spreadsheet.getSheets', [], () => {
      chargeMetadata(context, 'Spreadsheet.getSheets', workbook);
      return arrayOf(
        context,
        workbook.sheets.map((sheet) => makeSheet(context, workbook, sheet)),
      );
    }),
    getNumSheets: take.method(context, 'Spreadsheet.getNumSheets', [], () => {
      chargeMetadata(context, 'Spreadsheet.getNumSheets', workbook);
      return workbook.sheets.length;
    }),
    getSheetByName: take.method(context, 'Spreadsheet.getSheetByName', [take.text], (name) => {
      handle('getSheetByName');
      return tab(tabNamed(workbook, name) ?? null);
    }),
    getSheetById: take.method(context, 'Spreadsheet.getSheetById', [take.integer], (id) => {
      handle('getSheetById');
      return tab(workbook.sheets.find((sheet) => sheet.sheetId === id) ?? null);
    }),
    getActiveSheet: take.method(context, 'Spreadsheet.getActiveSheet', [], () => {
      handle('getActiveSheet');
      return tab(active());
    }),
    setActiveSheet: take.method(
      context,
      'Spreadsheet.setActiveSheet',
      [take.face<SheetValue>('Sheet'), take.optional(take.flag)],
      ({ sheet }) => {
        handle('setActiveSheet');
        select(context, workbook, sheet);
        return tab(sheet);
      },
    ),
    insertSheet: take.method(
      context,
      'Spreadsheet.insertSheet',
      [
        take.optional(take.either(NAME_OR_INDEX, take.fields)),
        take.optional(take.either(take.integer, take.fields)),
        take.optional(take.fields),
      ],
      (first, second, third) => {
        write('insertSheet');
        if (typeof first === 'object' || typeof second === 'object' || third !== undefined) {
          return notImplemented(context, 'Spreadsheet.insertSheet with options');
        }
        const name = typeof first === 'string' ? first : undefined;
        const afterActive = workbook.sheets.indexOf(active()) + 1;
        const index = second ?? (typeof first === 'number' ? first : afterActive);
        if (index < 0 || index > workbook.sheets.length) context.host.fail(`Invalid argument: ${index}`);
        const sheet = insertTab(context, workbook, name, index);
        if (sheet) select(context, workbook, sheet);
        return tab(sheet);
      },
    ),
    deleteSheet: take.method(context, 'Spreadsheet.deleteSheet', [take.face<SheetValue>('Sheet')], ({ sheet }) => {
      write('deleteSheet');
      if (!workbook.sheets.includes(sheet)) context.host.fail(`Sheet ${sheet.sheetId} not found`);
      remove(sheet);
    }),
    deleteActiveSheet: take.method(context, 'Spreadsheet.deleteActiveSheet', [], () => {
      write('deleteActiveSheet');
      remove(active());
      return tab(active());
    }),
    duplicateActiveSheet: take.method(context, 'Spreadsheet.duplicateActiveSheet', [], () => {
      write('duplicateActiveSheet');
      const name = copyName(context, workbook, active().name);
      const copy = copyTab(context, active(), workbook, name, workbook.sheets.indexOf(active()) + 1);
      if (copy) select(context, workbook, copy);
      return tab(copy);
    }),
    moveActiveSheet: take.method(context, 'Spreadsheet.moveActiveSheet', [take.integer], (position) => {
      write('moveActiveSheet');
      const sheet = active();
      if (position < 1 || position > workbook.sheets.length) context.host.fail(`Invalid argument: ${position}`);
      workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
      workbook.sheets.splice(position - 1, 0, sheet);
    }),
    getProtections: take.method(
      context,
      'Spreadsheet.getProtections',
      [take.enumeration<'RANGE' | 'SHEET'>('ProtectionType')],
      (kind) => {
        chargeRead(context, 'Spreadsheet.getProtections', READ_FORMATS);
        const faces = workbook.sheets.flatMap((sheet) =>
          sheet.protections
            .filter((protection) => protection.kind === kind)
            .map((protection) => makeProtection(context, workbook, sheet, protection)),
        );
        return arrayOf(context, faces);
      },
    ),
    getBandings: take.method(context, 'Spreadsheet.getBandings', [], () => {
      chargeRead(context, 'Spreadsheet.getBandings', READ_FORMATS);
      const faces = workbook.sheets.flatMap((sheet) =>
        sheet.bandings.map((banding) => makeBanding(context, workbook, sheet, banding)),
      );
      return arrayOf(context, faces);
    }),
  };
}

/** insertSheet takes a name or a place first; a number is a place. */
const NAME_OR_INDEX: take.Kind<string | number> = {
  optional: false,
  read: (value, context) =>
    typeof value === 'number' ? take.integer.read(value, context) : take.text.read(value, context),
};

function rangeMethods(context: Context, workbook: WorkbookModel) {
  const home = () => activeSheet(context, workbook);
  return {
    getRange: take.method(context, 'Spreadsheet.getRange', [take.text], (text) => {
      chargeLocal(context, 'Spreadsheet.getRange', HANDLE);
      return makeRange(context, rangeOfText(context, workbook, home(), text));
    }),
    getRangeList: take.method(context, 'Spreadsheet.getRangeList', [take.list(take.text)], (texts) => {
      chargeLocal(context, 'Spreadsheet.getRangeList', HANDLE);
      return makeRangeList(
        context,
        texts.map((text) => rangeOfText(context, workbook, home(), text)),
      );
    }),
    getRangeByName: take.method(context, 'Spreadsheet.getRangeByName', [take.text], (name) => {
      chargeLocal(context, 'Spreadsheet.getRangeByName', HANDLE);
      const named = findNamedRange(workbook, name);
      return named ? rangeOfName(context, workbook, named) : null;
    }),
    getNamedRanges: take.method(context, 'Spreadsheet.getNamedRanges', [], () => {
      chargeRead(context, 'Spreadsheet.getNamedRanges', READ_FORMATS);
      return arrayOf(
        context,
        workbook.namedRanges.map((named) => makeNamedRange(context, workbook, named)),
      );
    }),
    setNamedRange: take.method(
      context,
      'Spreadsheet.setNamedRange',
      [take.text, take.face<RangeTarget>('Range')],
      (name, range) => {
        chargeWrite(context, workbook, 'Spreadsheet.setNamedRange', STRUCTURE);
        setNamedRange(context, workbook, name, range);
      },
    ),
    removeNamedRange: take.method(context, 'Spreadsheet.removeNamedRange', [take.text], (name) => {
      chargeWrite(context, workbook, 'Spreadsheet.removeNamedRange', STRUCTURE);
      const named = findNamedRange(workbook, name);
      if (!named) return context.host.fail(`The named range "${name}" does not exist.`);
      workbook.namedRanges.splice(workbook.namedRanges.indexOf(named), 1);
    }),
  };
}

function peopleMethods(context: Context, workbook: WorkbookModel, self: () => object) {
  const list = (name: string, people: () => readonly string[]) =>
    take.method(context, `Spreadsheet.${name}`, [], () => {
      chargeRead(context, `Spreadsheet.${name}`, READ_FORMATS);
      return arrayOf(
        context,
        people().map((email) => makeUser(context, email)),
      );
    });
  const change = (name: string, work: (email: string) => void) =>
    take.method(context, `Spreadsheet.${name}`, [person], (email) => {
      chargeWrite(context, workbook, `Spreadsheet.${name}`, STRUCTURE);
      work(email);
      return self();
    });
  const add = (people: string[], email: string) => {
    if (!people.includes(email) && email !== workbook.owner) people.push(email);
  };
  const drop = (people: string[], email: string) => {
    const at = people.indexOf(email);
    if (at >= 0) people.splice(at, 1);
  };
  return {
    getOwner: take.method(context, 'Spreadsheet.getOwner', [], () => {
      chargeRead(context, 'Spreadsheet.getOwner', READ_FORMATS);
      return workbook.owner === '' ? null : makeUser(context, workbook.owner);
    }),
    // The file's editors, its owner first.
    getEditors: list('getEditors', () =>
      workbook.owner === '' ? workbook.editors : [workbook.owner, ...workbook.editors],
    ),
    getViewers: list('getViewers', () => workbook.viewers),
    addEditor: change('addEditor', (email) => add(workbook.editors, email)),
    addViewer: change('addViewer', (email) => add(workbook.viewers, email)),
    removeEditor: change('removeEditor', (email) => drop(workbook.editors, email)),
    removeViewer: change('removeViewer', (email) => drop(workbook.viewers, email)),
    addEditors: take.method(context, 'Spreadsheet.addEditors', [take.list(take.text)], (emails) => {
      chargeWrite(context, workbook, 'Spreadsheet.addEditors', STRUCTURE);
      for (const email of emails) add(workbook.editors, email);
      return self();
    }),
  };
}

function metadataMethods(context: Context, workbook: WorkbookModel, self: () => object) {
  return {
    addDeveloperMetadata: take.method(
      context,
      'Spreadsheet.addDeveloperMetadata',
      metadataArguments,
      (key, second, third) => {
        chargeWrite(context, workbook, 'Spreadsheet.addDeveloperMetadata', STRUCTURE);
        addMetadata(context, workbook, workbook.metadata, { kind: 'whole' }, [key, second, third]);
        return self();
      },
    ),
    getDeveloperMetadata: take.method(context, 'Spreadsheet.getDeveloperMetadata', [], () => {
      chargeRead(context, 'Spreadsheet.getDeveloperMetadata', READ_FORMATS);
      return metadataFaces(context, workbook, null, workbook.metadata, workbook.metadata);
    }),
    createDeveloperMetadataFinder: take.method(context, 'Spreadsheet.createDeveloperMetadataFinder', [], () =>
      makeMetadataFinder(context, workbook, null),
    ),
  };
}
