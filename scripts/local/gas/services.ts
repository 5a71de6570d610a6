import { createAbsentServices } from './absent-services';
import type { AccountState } from './account';
import { createCacheService } from './cache-service';
import { createCardService } from './card-service';
import type { CoreHost } from './core-host';
import { createDriveApp } from './drive-app';
import { createFormApp } from './form-app';
import { createGmailApp } from './gmail-app';
import { createHtmlService } from './html-service';
import { createJdbc } from './jdbc';
import { createLockService, type LockTable } from './lock-service';
import { createConsole, createLogger } from './log';
import { createMailApp } from './mail-app';
import type { Project } from './project';
import { createPropertiesService } from './properties-service';
import type { Quotas } from './quota';
import { createScriptApp } from './script-app';
import { createSession } from './session';
import { createCharts } from './spreadsheet/charts';
import { createSpreadsheetApp } from './spreadsheet/spreadsheet-app';
import type { SpreadsheetState } from './spreadsheet/state';
import { createUrlFetchApp } from './url-fetch-app';
import { createUtilities } from './utilities';

/** Everything services keep between executions. */
export interface ServiceState {
  readonly account: AccountState;
  readonly project: Project;
  readonly spreadsheets: SpreadsheetState;
  readonly locks: LockTable;
  readonly quotas: Quotas;
  readonly nextSerial: () => number;
  readonly countServerTime: boolean;
  readonly hosts: Readonly<Record<string, string>>;
}

/** The globals of one execution, made anew for it. */
export function createServices(host: CoreHost, state: ServiceState): Readonly<Record<string, object>> {
  const { account, project } = state;
  const bound = state.spreadsheets.containerId !== null;
  return {
    CacheService: createCacheService(host, account.caches, bound),
    CardService: createCardService(host),
    Charts: createCharts(host),
    DriveApp: createDriveApp(host, account.drive, state.spreadsheets.workbooks),
    FormApp: createFormApp(host, account.forms),
    GmailApp: createGmailApp(host, account.openMessages),
    HtmlService: createHtmlService(host, project),
    Jdbc: createJdbc(host),
    LockService: createLockService(host, state.locks, bound),
    Logger: createLogger(host),
    MailApp: createMailApp(host, account.outbox, state.quotas),
    PropertiesService: createPropertiesService(host, account.properties, bound),
    ScriptApp: createScriptApp(host, {
      triggers: account.triggers,
      scriptId: 'local-script',
      nextSerial: state.nextSerial,
    }),
    Session: createSession(host),
    SpreadsheetApp: createSpreadsheetApp(host, state.spreadsheets),
    UrlFetchApp: createUrlFetchApp(host, project.fetchPrefixes, state.countServerTime, account.chats, state.hosts),
    Utilities: createUtilities(host),
    console: createConsole(host),
    ...createAbsentServices(host),
  };
}
