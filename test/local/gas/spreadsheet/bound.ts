/// <reference types="google-apps-script" />

import type { SheetModel, WorkbookModel } from '../../../../scripts/local/gas/spreadsheet/model';
import { createSpreadsheetApp } from '../../../../scripts/local/gas/spreadsheet/spreadsheet-app';
import {
  createSpreadsheetState,
  createWorkbook,
  type SpreadsheetState,
} from '../../../../scripts/local/gas/spreadsheet/state';
import { createTestHost, type TestHost } from '../test-host';

export type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A script bound to a spreadsheet with one tab, `Data`. */
export interface Bound {
  readonly host: TestHost;
  readonly state: SpreadsheetState;
  readonly model: WorkbookModel;
  readonly tab: SheetModel;
  readonly app: App;
  readonly file: Spreadsheet;
  readonly sheet: Sheet;
}

type HostOptions = Parameters<typeof createTestHost>[0];
type FileOptions = Parameters<typeof createWorkbook>[1];

export function bound(file: FileOptions = {}, host: HostOptions = {}): Bound {
  const state = createSpreadsheetState({ containerId: 'health' });
  const model = createWorkbook(state, { id: 'health', name: 'Health', sheet: 'Data', rows: 10, columns: 6, ...file });
  return { ...reopened(state, host), model, tab: model.sheets[0] as SheetModel };
}

/** Another execution on the same spreadsheets. */
export function reopened(state: SpreadsheetState, options: HostOptions = {}) {
  const host = createTestHost(options);
  const app = createSpreadsheetApp(host, state) as App;
  const file = app.getActiveSpreadsheet();
  return { host, state, app, file, sheet: file?.getSheets()[0] as Sheet };
}

/** What a call throws, as `Exception: message`; 'nothing' where it does not. */
export function thrown(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    const { name, message } = error as Error;
    return name === 'Exception' ? message : `${name}: ${message}`;
  }
  return 'nothing';
}

/** Calls a method with arguments that its types forbid. */
export function loosely(object: object, method: string, ...args: unknown[]): unknown {
  return (object as Record<string, (...args: unknown[]) => unknown>)[method]?.(...args);
}
