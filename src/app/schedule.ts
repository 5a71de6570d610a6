import type { Text } from '../domain/text';
import type { ScheduleView } from '../domain/views';
import { refusal } from '../errors';
import type { Platform, TriggerState } from '../ports';
import { lastConfig } from './configuration';
import * as messages from './messages';
import { STORE_KEYS } from './store-keys';

/** Functions of main.ts that time triggers call. */
export const HANDLERS = { daily: 'dailyRun', hourly: 'hourlyRun', resume: 'resumeRun' } as const;

/** What the document remembers of its schedule: triggers of other people are invisible to a script. */
interface ScheduleRecord {
  readonly owner: string;
  readonly hourly: boolean;
  readonly dailyHour: number;
  /** Of the daily hour. */
  readonly zone: string;
  readonly since: number;
  /** When a daily run last began. */
  readonly lastDaily: number;
}

/** A daily trigger fires within its hour, every day; two hours beyond a day is late. */
const LATE_MILLISECONDS = 26 * 3600 * 1000;

/**
 * Makes the triggers that are missing and removes the surplus ones, so that calling it twice leaves one of each.
 * The daily trigger fires in the workbook's zone. Without hourly pulls the second trigger fires once a day, in the hour
 * after the daily one: a daily run that the platform stops before it can book anything is picked up by it.
 */
export function switchOn(platform: Platform, options: { dailyHour: number; hourly: boolean; zone: string }): void {
  const { triggers } = platform;
  const before = readRecord(platform);
  const isOther = before !== null && before.dailyHour !== options.dailyHour;
  if (isOther) removeAll(platform, [HANDLERS.daily]);
  if (before !== null && (before.hourly !== options.hourly || (isOther && !options.hourly)))
    removeAll(platform, [HANDLERS.hourly]);
  for (const surplus of surplusTriggers(triggers.list())) triggers.remove(surplus.id);
  const standing = triggers.list();
  const has = (handler: string) => standing.some((trigger) => trigger.handler === handler);
  if (!has(HANDLERS.daily)) triggers.daily(HANDLERS.daily, options.dailyHour, options.zone);
  if (!has(HANDLERS.hourly)) {
    if (options.hourly) triggers.everyHours(HANDLERS.hourly, 1);
    else triggers.daily(HANDLERS.hourly, (options.dailyHour + 1) % 24, options.zone);
  }
  const record: ScheduleRecord = {
    owner: platform.person.email(),
    hourly: options.hourly,
    dailyHour: options.dailyHour,
    zone: options.zone,
    since: platform.clock.now(),
    lastDaily: before?.lastDaily ?? 0,
  };
  platform.store.set({ [STORE_KEYS.schedule]: JSON.stringify(record) });
}

/** Switches the schedule as the configuration wants it, or off, and says how it stands then. */
export function scheduleSwitched(platform: Platform, on: boolean): ScheduleView {
  if (on) {
    const health = platform.workbooks.health();
    const config = lastConfig(health);
    if (config === null) {
      throw refusal('input', messages.notSetUp());
    }
    const { dailyRunHour, hourlyPull } = config.settings;
    switchOn(platform, { dailyHour: dailyRunHour, hourly: hourlyPull, zone: health.zone });
  } else {
    switchOff(platform);
  }
  return checkSchedule(platform);
}

/** Removes every trigger of the current user and forgets the schedule. */
export function switchOff(platform: Platform): void {
  removeAll(platform, Object.values(HANDLERS));
  platform.store.remove(STORE_KEYS.schedule);
}

/** Whose triggers the schedule runs on; null while it is off. */
export function scheduleOwner(platform: Platform): string | null {
  return readRecord(platform)?.owner ?? null;
}

/** Whether the schedule pulls every hour. */
export function pullsHourly(platform: Platform): boolean {
  return readRecord(platform)?.hourly ?? true;
}

/** What the document is to remember when a daily run begins; stored with the run, so that neither is without the other. */
export function dailyRunNoted(platform: Platform): Readonly<Record<string, string>> {
  const record = readRecord(platform);
  if (!record) return {};
  const noted: ScheduleRecord = { ...record, lastDaily: platform.clock.now() };
  return { [STORE_KEYS.schedule]: JSON.stringify(noted) };
}

/**
 * Whether the hour of a daily run came, `grace` milliseconds ago or more, and none has begun since: its trigger did not
 * fire, or was stopped before it could note anything. False while the schedule is off.
 */
export function isDailyDue(platform: Platform, grace: number): boolean {
  const record = readRecord(platform);
  if (!record) return false;
  const wall = (instant: number): string => platform.wallClock(instant, record.zone);
  const then = wall(platform.clock.now() - grace);
  const due = `${then.slice(0, 10)}T${String(record.dailyHour).padStart(2, '0')}:00:00`;
  return wall(Math.max(record.lastDaily, record.since)) < due && due <= then;
}

/** Whether a daily run has begun on this civil day; false while the schedule is off. */
export function isDailyBegun(platform: Platform): boolean {
  const record = readRecord(platform);
  if (!record) return false;
  const dayOf = (instant: number): string => platform.wallClock(instant, record.zone).slice(0, 10);
  return dayOf(record.lastDaily) === dayOf(platform.clock.now());
}

/**
 * The health of the schedule as the current user can tell: on, off, a trigger missing, doubled, or silent for more than
 * a day. A schedule that someone else switched on is judged by when it last ran, and a second owner is named.
 */
export function checkSchedule(platform: Platform): ScheduleView {
  const record = readRecord(platform);
  const standing = platform.triggers.list();
  const mine = standing.filter((trigger) => trigger.handler !== HANDLERS.resume);
  const view = (state: ScheduleView['state'], said: Text): ScheduleView => ({ state, said });
  if (!record)
    return mine.length === 0 ? view('off', messages.scheduleOff()) : view('duplicate', messages.scheduleForgotten());
  const late = platform.clock.now() - Math.max(record.lastDaily, record.since) > LATE_MILLISECONDS;
  if (record.owner !== platform.person.email()) {
    if (mine.length > 0) return view('duplicate', messages.scheduleTwoOwners(record.owner));
    return late ? view('late', messages.scheduleLate(record.owner)) : view('on', messages.scheduleOn(record.owner));
  }
  const missing = [HANDLERS.daily, HANDLERS.hourly].filter(
    (handler) => !standing.some((trigger) => trigger.handler === handler),
  );
  if (missing.length > 0) return view('incomplete', messages.scheduleIncomplete());
  if (surplusTriggers(standing).length > 0) return view('duplicate', messages.scheduleDuplicate());
  return late ? view('late', messages.scheduleLate(record.owner)) : view('on', messages.scheduleOn(record.owner));
}

/** Second and further triggers of a handler. */
function surplusTriggers(standing: readonly TriggerState[]): TriggerState[] {
  const seen = new Set<string>();
  return standing.filter((trigger) => {
    if (trigger.handler === HANDLERS.resume) return false;
    if (seen.has(trigger.handler)) return true;
    seen.add(trigger.handler);
    return false;
  });
}

function removeAll(platform: Platform, handlers: readonly string[]): void {
  for (const trigger of platform.triggers.list()) {
    if (handlers.includes(trigger.handler)) platform.triggers.remove(trigger.id);
  }
}

function readRecord(platform: Platform): ScheduleRecord | null {
  const stored = platform.store.get(STORE_KEYS.schedule);
  return stored === null ? null : (JSON.parse(stored) as ScheduleRecord);
}
