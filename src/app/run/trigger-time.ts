import type { Platform } from '../../ports';
import { STORE_KEYS } from '../store-keys';

/** What the triggers of a day have taken, and the execution that is under way. */
interface TriggerDay {
  readonly day: string;
  readonly milliseconds: number;
  /** When an execution began that has not ended; one the platform stopped never does. */
  readonly since: number | null;
  /** Whether Runs says already that pulls are skipped. */
  readonly told: boolean;
}

const MINUTE = 60 * 1000;

/** An execution is stopped after this. Source: Apps Script, Quotas for Google Services (script runtime). */
const LONGEST = 6 * MINUTE;

/** Time triggers may run a day. Source: Apps Script, Quotas for Google Services (triggers total runtime). */
const CONSUMER_BUDGET = 90 * MINUTE;
const WORKSPACE_BUDGET = 360 * MINUTE;
const CONSUMER = /@(gmail|googlemail)\.com$/i;

/** Beyond this share the hourly pulls wait until tomorrow: the rest is for the daily run and its continuations. */
const HOURLY_SHARE = 0.6;

/** How much of the day's trigger time is gone, in milliseconds. */
export interface TriggerTime {
  readonly spent: number;
  readonly budget: number;
}

export function triggerTime(platform: Platform): TriggerTime {
  const email = platform.person.email();
  const budget = email === '' || CONSUMER.test(email) ? CONSUMER_BUDGET : WORKSPACE_BUDGET;
  return { spent: today(platform).milliseconds, budget };
}

/** Whether hourly pulls would take what the daily run needs. */
export function isTriggerTimeShort({ spent, budget }: TriggerTime): boolean {
  return spent > budget * HOURLY_SHARE;
}

/** What to store when an execution of a trigger begins. */
export function triggerBegun(platform: Platform): Readonly<Record<string, string>> {
  return stored({ ...today(platform), since: platform.clock.now() });
}

/** Books that the execution has ended. */
export function noteTriggerEnd(platform: Platform): void {
  platform.store.set(stored(today(platform)));
}

/** Answers true the first time it is asked on a day. */
export function tellOnce(platform: Platform): boolean {
  const standing = today(platform);
  if (!standing.told) platform.store.set(stored({ ...standing, told: true }));
  return !standing.told;
}

/** The day with the time of an execution that began before; nothing is under way in it. */
function today(platform: Platform): TriggerDay {
  const now = platform.clock.now();
  const day = platform.wallClock(now, platform.workbooks.health().zone).slice(0, 10);
  const text = platform.store.get(STORE_KEYS.triggerTime);
  const before = text === null ? null : (JSON.parse(text) as TriggerDay);
  if (before === null || before.day !== day) return { day, milliseconds: 0, since: null, told: false };
  const added = before.since === null ? 0 : Math.min(now - before.since, LONGEST);
  return { ...before, milliseconds: before.milliseconds + added, since: null };
}

function stored(day: TriggerDay): Readonly<Record<string, string>> {
  return { [STORE_KEYS.triggerTime]: JSON.stringify(day) };
}
