import { createHmac } from 'node:crypto';
import { defaultConfig } from '../../../src/app/defaults';
import type { Text } from '../../../src/domain/text';
import type { Platform, TriggerState } from '../../../src/ports';
import { APP_SHEET_WORDS } from '../../../src/tables/appsheet/rules.words';
import { WORDS } from '../../../src/tables/words';
import { type MemoryPlatform, memoryPlatform } from './memory-platform';
import { type MemoryWorkbook, memoryWorkbook } from './memory-workbook';

/** Every port with real memory, and knobs for what a person or the platform does. */
export interface WholePlatform extends Omit<MemoryPlatform, 'workbooks'>, Platform {
  readonly data: MemoryWorkbook;
  readonly standing: TriggerState[];
  readonly mails: { to: string; subject: string; body: string; html?: string }[];
  readonly shown: Text[];
  /** Who is at the screen. */
  user: string;
  /** Another execution holds the document. */
  held: boolean;
}

const NINE_HOURS = 9 * 3600 * 1000;

export function wholePlatform(
  given: Parameters<typeof memoryPlatform>[0] & { readonly data?: MemoryWorkbook; readonly locale?: string } = {},
): WholePlatform {
  const data = given.data ?? memoryWorkbook({ id: 'data', ...(given.locale ? { locale: given.locale } : {}) });
  const health = given.health ?? memoryWorkbook({ id: 'health', ...(given.locale ? { locale: given.locale } : {}) });
  const base = memoryPlatform({ ...given, health, books: { data, ...given.books } });
  const standing: TriggerState[] = [];
  const mails: WholePlatform['mails'] = [];
  const shown: Text[] = [];
  let serial = 0;
  const add = (handler: string): TriggerState => {
    const trigger = { id: `t${++serial}`, handler };
    standing.push(trigger);
    return trigger;
  };
  const platform: WholePlatform = {
    ...base,
    data,
    standing,
    mails,
    shown,
    user: 'ops@example.com',
    held: false,
    workbooks: { ...base.workbooks, obtain: () => data, settle: () => undefined },
    cache: { get: () => null, put: () => undefined },
    lock: { hold: (_, work) => (platform.held ? null : { value: work() }) },
    triggers: {
      list: () => [...standing],
      everyHours: add,
      daily: add,
      after: add,
      remove: (id) => {
        const at = standing.findIndex((trigger) => trigger.id === id);
        if (at >= 0) standing.splice(at, 1);
      },
    },
    person: { email: () => platform.user },
    mail: {
      send: (to, subject, body, html) =>
        void mails.push({ to, subject, body, ...(html === undefined ? {} : { html }) }),
      remaining: () => 10,
    },
    screen: {
      toast: (text) => void shown.push(text),
      alert: (text) => void shown.push(text),
      selection: () => null,
      show: () => true,
    },
    log: { line: () => undefined },
    defaults: defaultConfig,
    demo: () => ({ asOf: '2026-01-31', tables: {} }),
    words: () => WORDS,
    appSheetWords: () => APP_SHEET_WORDS,
    wallClock: (instant) => new Date(instant + NINE_HOURS).toISOString().slice(0, 19),
    digest: (text) => text,
    hmac: (text, key) => createHmac('sha256', key).update(text).digest('hex'),
  };
  return platform;
}
