import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import gas from 'gas-local';
import { buildDist } from '../../scripts/build/dist';
import type * as api from '../../src/api';
import { HANDLERS } from '../../src/app/schedule';
import type * as main from '../../src/main';

const ROOT = resolve(__dirname, '../..');
const DIST = `${ROOT}/dist`;

/** What Google may call, written out: whoever adds or removes a door changes this list on purpose. */
const MAIN: readonly (keyof typeof main)[] = [
  'dailyRun',
  'hourlyRun',
  'eventOpened',
  'homepage',
  'messageOpened',
  'menuCheckAppSheet',
  'menuCheckConfiguration',
  'menuCheckSchedule',
  'menuRunNow',
  'menuScheduleOff',
  'menuScheduleOn',
  'menuSetUp',
  'onInstall',
  'onOpen',
  'resumeRun',
  'showSidebar',
];

/** What the sidebar calls. */
const API: readonly (keyof typeof api)[] = [
  'accountView',
  'bookView',
  'loadDemo',
  'operationsView',
  'recordPulse',
  'removeDemo',
  'removeProduct',
  'runNow',
  'runState',
  'sampleSource',
  'saveSource',
  'setUpProduct',
  'showCell',
  'sidebarView',
  'storyView',
  'switchSchedule',
  'weekView',
];

/** What the form of sources calls. */
const SOURCE_FORMS: readonly (keyof typeof api)[] = ['forgetSecret', 'keepSecrets', 'sourceForms', 'testSource'];

/** What a page calls on which Ops tune the configuration. */
const TUNING: readonly (keyof typeof api)[] = [
  'configurationVersions',
  'restoreConfiguration',
  'saveConfiguration',
  'tuningView',
  'whatIf',
];

const SERVICES: readonly string[] = [
  ...['SpreadsheetApp', 'UrlFetchApp', 'DriveApp', 'MailApp', 'ScriptApp', 'PropertiesService', 'CacheService'],
  ...['LockService', 'HtmlService', 'CardService', 'Utilities', 'Session', 'Logger', 'XmlService', 'ContentService'],
];

type Script = Record<string, (...args: unknown[]) => unknown>;

/** The shipped script in a bare context, as gas-local loads it; the globals must be new, they become the context. */
function load(globals: Record<string, unknown>): Script {
  return gas.require(DIST, globals) as Script;
}

/** Services that may be named and not touched. */
function untouchable(): Record<string, unknown> {
  const fail = (name: string) => () => {
    throw new Error(`${name} was touched`);
  };
  return Object.fromEntries(
    SERVICES.map((name) => [name, new Proxy({}, { get: fail(name), has: fail(name), ownKeys: fail(name) })]),
  );
}

beforeAll(() => buildDist({ root: ROOT, outDir: DIST }));

describe('the shipped script', () => {
  it('makes public exactly what main.ts and api.ts are meant to offer', () => {
    const script = load({});
    const functions = Object.keys(script).filter((name) => typeof script[name] === 'function');
    expect(functions.filter((name) => !name.endsWith('_')).sort()).toEqual(
      [...MAIN, ...API, ...SOURCE_FORMS, ...TUNING].sort(),
    );
  });

  it('is evaluated without touching a service, since every call evaluates it before rights are settled', () => {
    expect(() => load(untouchable())).not.toThrow();
  });

  it('touches a service as soon as a function is called, so that the test above can fail', () => {
    expect(() => load(untouchable()).onOpen?.()).toThrow('was touched');
  });

  it('is evaluated the same way twice, since nothing survives from call to call', () => {
    expect(Object.keys(load({})).sort()).toEqual(Object.keys(load({})).sort());
  });

  it.each(['en', 'ja_JP'])('offers a menu whose every line calls a function that is there (%s)', (locale) => {
    const handlers: string[] = [];
    const labels: string[] = [];
    const menu = {
      addItem: (label: string, handler: string) => {
        labels.push(label);
        handlers.push(handler);
        return menu;
      },
      addSeparator: () => menu,
      addToUi: () => undefined,
    };
    const script = load({
      Session: { getActiveUserLocale: () => locale },
      SpreadsheetApp: { getUi: () => ({ createMenu: () => menu, createAddonMenu: () => menu }) },
    });
    script.onOpen?.();
    expect(handlers.length).toBeGreaterThan(4);
    for (const handler of handlers) expect(MAIN).toContain(handler);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('carries no words that set-up alone needs, since every call evaluates it', () => {
    const { sources } = JSON.parse(readFileSync(`${DIST}/Code.js.map`, 'utf8')) as { sources: readonly string[] };
    expect(sources).toEqual(expect.arrayContaining([expect.stringMatching(/tables\/health\/breakdown\.ts$/)]));
    expect(sources.filter((file) => /words\.ts$/.test(file) && !/domain\/words\.ts$/.test(file))).toEqual([]);
    expect(sources.filter((file) => /app\/defaults\/(?!fit\.ts$)/.test(file))).toEqual([]);
  });

  it('books its triggers on functions that are there', () => {
    for (const handler of Object.values(HANDLERS)) expect(MAIN).toContain(handler);
  });
});

describe('the shipped page', () => {
  const page = () => readFileSync(`${DIST}/sidebar.html`, 'utf8');

  it('calls every function that is offered to it', () => {
    for (const name of API) expect(page()).toContain(`"${name}"`);
  });

  it('is one file that HtmlService serves unchanged', () => {
    expect(page()).not.toMatch(/`|<\?|<script[^>]+src|<link/);
    expect(page().match(/<\/script>/g)).toHaveLength(1);
  });
});

describe('the manifest', () => {
  it('is shipped as it stands at the top, with its scopes listed', () => {
    const shipped = readFileSync(`${DIST}/appsscript.json`, 'utf8');
    expect(shipped).toBe(readFileSync(`${ROOT}/appsscript.json`, 'utf8'));
    expect(JSON.parse(shipped).oauthScopes.length).toBeGreaterThan(0);
  });
});
