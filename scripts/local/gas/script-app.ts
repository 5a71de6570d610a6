import type { CoreHost } from './core-host';
import { createEnum, type EnumValue, nameIn } from './enums';
import { LATENCY } from './latency';
import { oauthToken } from './oauth-token';
import { isDate } from './realm';
import { SCOPES } from './scopes';
import { refuseArguments } from './signature';
import { type ClockRule, firstFiring, type TriggerRecord } from './trigger-times';
import { isZone } from './zone';

const LIMIT = 20;
const EVERY_MINUTES = [1, 5, 10, 15, 30];
const WEEKDAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;
const EVENTS = ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED'] as const;
const SOURCES = ['SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR'] as const;

export interface ScriptAppState {
  readonly triggers: TriggerRecord[];
  readonly scriptId: string;
  /** A number never given out before. */
  readonly nextSerial: () => number;
}

/** `ScriptApp`: triggers of the current user, and what the script may do. Source: Apps Script reference, ScriptApp. */
export function createScriptApp(host: CoreHost, state: ScriptAppState): object {
  const enums = {
    AuthMode: createEnum(host, 'ScriptApp.AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']),
    AuthorizationStatus: createEnum(host, 'ScriptApp.AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']),
    EventType: createEnum(host, 'ScriptApp.EventType', EVENTS),
    InstallationSource: createEnum(host, 'ScriptApp.InstallationSource', [
      'APPS_MARKETPLACE_DOMAIN_ADD_ON',
      'NONE',
      'WEB_STORE_ADD_ON',
    ]),
    TriggerSource: createEnum(host, 'ScriptApp.TriggerSource', SOURCES),
    WeekDay: createEnum(host, 'ScriptApp.WeekDay', WEEKDAYS),
  };
  const records = new WeakMap<object, TriggerRecord>();
  const present = (record: TriggerRecord): object => {
    const trigger = host.strict('Trigger', {
      getUniqueId: () => record.id,
      getHandlerFunction: () => record.handler,
      getEventType: () => enums.EventType[record.event],
      getTriggerSource: () => enums.TriggerSource[record.source],
      getTriggerSourceId: () => record.sourceId,
    });
    records.set(trigger, record);
    return trigger;
  };
  const own = (): TriggerRecord[] => state.triggers.filter((record) => record.user === host.user.email);
  const create = (fields: Pick<TriggerRecord, 'handler' | 'event' | 'source' | 'sourceId' | 'rule'>): object => {
    host.charge('TriggerBuilder.create', LATENCY.triggerWrite.ms);
    host.permit('ScriptApp.newTrigger', SCOPES.scriptApp);
    if (own().length >= LIMIT) {
      host.fail(
        'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      );
    }
    const id = String(7_000_000_000_000_000 + state.nextSerial());
    const next = fields.rule ? firstFiring(fields.rule, id, host.now(), host.scriptZone) : null;
    const record: TriggerRecord = { ...fields, id, user: host.user.email, created: host.now(), next };
    state.triggers.push(record);
    return present(record);
  };
  const list = (call: string): object[] => {
    host.charge(call, LATENCY.triggerRead.ms);
    host.permit(call, SCOPES.scriptApp);
    return host.into(own().map(present));
  };
  const demand = (scopes: readonly string[]): void => {
    const missing = scopes.filter((scope) => !host.scopes.includes(scope));
    if (missing.length > 0) {
      host.fail(
        `The script does not have permission to perform that action. Required permissions: ${missing.join(', ')}`,
      );
    }
  };

  return host.strict('ScriptApp', {
    ...enums,
    newTrigger: (handler: unknown) => createBuilder(host, String(handler), enums.WeekDay, create),
    getProjectTriggers: () => list('ScriptApp.getProjectTriggers'),
    getUserTriggers: (target: unknown) =>
      host.into(list('ScriptApp.getUserTriggers').filter((trigger) => records.get(trigger)?.sourceId === idOf(target))),
    deleteTrigger(trigger: unknown) {
      host.charge('ScriptApp.deleteTrigger', LATENCY.triggerWrite.ms);
      host.permit('ScriptApp.deleteTrigger', SCOPES.scriptApp);
      const record = typeof trigger === 'object' && trigger !== null ? records.get(trigger) : undefined;
      if (!record) return refuseArguments(host, 'ScriptApp.deleteTrigger', [trigger]);
      const index = state.triggers.findIndex((each) => each.id === record.id);
      if (index >= 0) state.triggers.splice(index, 1);
    },
    getService: () => host.strict('Service', { getUrl: () => null, isEnabled: () => false }),
    getScriptId: () => state.scriptId,
    getOAuthToken: () => oauthToken({ email: host.user.email, scopes: host.scopes }),
    getAuthorizationInfo: (mode: unknown) => {
      if (nameIn(enums.AuthMode, mode) === null) refuseArguments(host, 'ScriptApp.getAuthorizationInfo', [mode]);
      return host.strict('AuthorizationInfo', {
        getAuthorizationStatus: () => enums.AuthorizationStatus.NOT_REQUIRED,
        getAuthorizationUrl: () => null,
      });
    },
    getInstallationSource: () => enums.InstallationSource.NONE,
    requireScopes: (_mode: unknown, scopes: readonly string[]) => demand(scopes),
    requireAllScopes: () => undefined,
    invalidateAuth: () => undefined,
  });
}

function idOf(spreadsheet: unknown): string {
  return typeof spreadsheet === 'string' ? spreadsheet : (spreadsheet as { getId(): string }).getId();
}

type Create = (fields: Pick<TriggerRecord, 'handler' | 'event' | 'source' | 'sourceId' | 'rule'>) => object;

function createBuilder(
  host: CoreHost,
  handler: string,
  weekdays: Readonly<Record<string, EnumValue>>,
  create: Create,
): object {
  return host.strict('TriggerBuilder', {
    timeBased: () => createClockBuilder(host, handler, weekdays, create),
    forSpreadsheet(spreadsheet: unknown) {
      let event: TriggerRecord['event'] | null = null;
      const choose = (chosen: TriggerRecord['event']) => () => {
        event = chosen;
        return builder;
      };
      const builder: object = host.strict('SpreadsheetTriggerBuilder', {
        onOpen: choose('ON_OPEN'),
        onEdit: choose('ON_EDIT'),
        onChange: choose('ON_CHANGE'),
        onFormSubmit: choose('ON_FORM_SUBMIT'),
        create: () =>
          event
            ? create({ handler, event, source: 'SPREADSHEETS', sourceId: idOf(spreadsheet), rule: null })
            : host.fail('The trigger has no event.'),
      });
      return builder;
    },
  });
}

interface ClockFields {
  repeat: 'every' | 'days' | 'weeks' | 'months' | 'after' | 'at' | 'date' | null;
  amount: number;
  date: readonly [number, number, number] | null;
  weekday: number | null;
  hour: number | null;
  minute: number | null;
  zone: string | null;
}

function createClockBuilder(
  host: CoreHost,
  handler: string,
  weekdays: Readonly<Record<string, EnumValue>>,
  create: Create,
): object {
  const fields: ClockFields = {
    repeat: null,
    amount: 0,
    date: null,
    weekday: null,
    hour: null,
    minute: null,
    zone: null,
  };
  const set = (changes: Partial<ClockFields>): object => {
    Object.assign(fields, changes);
    return builder;
  };
  const whole = (method: string, value: unknown, low: number, high = Number.MAX_SAFE_INTEGER): number => {
    if (typeof value !== 'number') return refuseArguments(host, `ClockTriggerBuilder.${method}`, [value]);
    return Number.isInteger(value) && value >= low && value <= high
      ? value
      : host.fail(`The value you passed to ${method}() is invalid: ${value}.`);
  };
  const builder: object = host.strict('ClockTriggerBuilder', {
    everyMinutes(n: unknown) {
      if (!EVERY_MINUTES.includes(n as number)) {
        host.fail(`The value you passed to everyMinutes() is invalid: ${String(n)}. It must be 1, 5, 10, 15 or 30.`);
      }
      return set({ repeat: 'every', amount: (n as number) * 60_000 });
    },
    everyHours: (n: unknown) => set({ repeat: 'every', amount: whole('everyHours', n, 1) * 3_600_000 }),
    everyDays: (n: unknown) => set({ repeat: 'days', amount: whole('everyDays', n, 1) }),
    everyWeeks: (n: unknown) => set({ repeat: 'weeks', amount: whole('everyWeeks', n, 1) }),
    onWeekDay(day: unknown) {
      const name = nameIn(weekdays, day);
      if (name === null) refuseArguments(host, 'ClockTriggerBuilder.onWeekDay', [day]);
      const amount = fields.repeat === 'weeks' ? fields.amount : 1;
      return set({ repeat: 'weeks', amount, weekday: WEEKDAYS.indexOf(name as (typeof WEEKDAYS)[number]) });
    },
    onMonthDay: (day: unknown) => set({ repeat: 'months', amount: whole('onMonthDay', day, 1, 31) }),
    atHour: (hour: unknown) => set({ hour: whole('atHour', hour, 0, 23) }),
    nearMinute: (minute: unknown) => set({ minute: whole('nearMinute', minute, 0, 59) }),
    after: (ms: unknown) => set({ repeat: 'after', amount: whole('after', ms, 0) }),
    at(date: unknown) {
      if (!isDate(date)) return refuseArguments(host, 'ClockTriggerBuilder.at', [date]);
      return set({ repeat: 'at', amount: date.getTime() });
    },
    atDate: (year: unknown, month: unknown, day: unknown) =>
      set({
        repeat: 'date',
        date: [whole('atDate', year, 1), whole('atDate', month, 1, 12), whole('atDate', day, 1, 31)],
      }),
    inTimezone(zone: unknown) {
      if (typeof zone !== 'string' || !isZone(zone)) return host.fail(`Invalid time zone: ${String(zone)}`);
      return set({ zone });
    },
    create: () =>
      create({
        handler,
        event: 'CLOCK',
        source: 'CLOCK',
        sourceId: null,
        rule: ruleOf(fields) ?? host.fail('The trigger has no time.'),
      }),
  });
  return builder;
}

function ruleOf({ repeat, amount, date, weekday, hour, minute, zone }: ClockFields): ClockRule | null {
  const time = { hour, minute, zone };
  switch (repeat) {
    case 'every':
    case 'after':
      return { kind: repeat, ms: amount };
    case 'at':
      return { kind: 'at', instant: amount };
    case 'days':
      return { kind: 'days', days: amount, ...time };
    case 'weeks':
      return { kind: 'weeks', weeks: amount, weekday: weekday ?? 1, ...time };
    case 'months':
      return { kind: 'months', day: amount, ...time };
    case 'date':
      return date && { kind: 'date', year: date[0], month: date[1], day: date[2], zone };
    case null:
      return hour === null ? null : { kind: 'days', days: 1, ...time };
  }
}
