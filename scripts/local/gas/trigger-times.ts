import { chanceOf } from './chance';
import { civilAt, instantOf, wallOf } from './zone';

/** When a time trigger fires. `zone` null means the script's time zone. */
export type ClockRule =
  | { readonly kind: 'every'; readonly ms: number }
  | {
      readonly kind: 'days';
      readonly days: number;
      readonly hour: number | null;
      readonly minute: number | null;
      readonly zone: string | null;
    }
  | {
      readonly kind: 'weeks';
      readonly weeks: number;
      /** 0 is Sunday. */
      readonly weekday: number;
      readonly hour: number | null;
      readonly minute: number | null;
      readonly zone: string | null;
    }
  | {
      readonly kind: 'months';
      readonly day: number;
      readonly hour: number | null;
      readonly minute: number | null;
      readonly zone: string | null;
    }
  | { readonly kind: 'after'; readonly ms: number }
  | { readonly kind: 'at'; readonly instant: number }
  | {
      readonly kind: 'date';
      readonly year: number;
      readonly month: number;
      readonly day: number;
      readonly zone: string | null;
    };

/** A trigger of one user. `next` is when it fires next, null when it never will again. */
export interface TriggerRecord {
  readonly id: string;
  readonly user: string;
  readonly handler: string;
  readonly event: 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';
  readonly source: 'CLOCK' | 'SPREADSHEETS';
  /** The spreadsheet it watches; null for a time trigger. */
  readonly sourceId: string | null;
  readonly rule: ClockRule | null;
  readonly created: number;
  next: number | null;
}

const MINUTE = 60_000;

/**
 * When a new trigger fires first. Daily, weekly and monthly triggers fire at a minute of their hour that stays the
 * same (`nearMinute(m)`: within 15 minutes of m; without it any); `after` is a lower bound. The minute follows from
 * the trigger's id. Source: Apps Script reference, ClockTriggerBuilder.
 */
export function firstFiring(rule: ClockRule, id: string, created: number, scriptZone: string): number | null {
  switch (rule.kind) {
    case 'every':
      return created + rule.ms;
    case 'after':
      return created + rule.ms + Math.floor(chanceOf(id) * MINUTE);
    case 'at':
      return rule.instant;
    case 'date': {
      const zone = rule.zone ?? scriptZone;
      return instantOf(wallOf(rule.year, rule.month - 1, rule.day), zone) + spread(id);
    }
    default:
      return calendarFiring(rule, id, created, scriptZone, null);
  }
}

/** When it fires after it fired (was due) at `due`; null when that was the only time. */
export function nextFiring(rule: ClockRule, id: string, due: number, scriptZone: string): number | null {
  if (rule.kind === 'every') return due + rule.ms;
  if (rule.kind === 'days' || rule.kind === 'weeks' || rule.kind === 'months') {
    return calendarFiring(rule, id, due, scriptZone, due);
  }
  return null;
}

type CalendarRule = Extract<ClockRule, { kind: 'days' | 'weeks' | 'months' }>;

/** The first fitting civil time after `after`; `last` is the firing from which days and weeks are counted. */
function calendarFiring(
  rule: CalendarRule,
  id: string,
  after: number,
  scriptZone: string,
  last: number | null,
): number {
  const zone = rule.zone ?? scriptZone;
  const hour = rule.hour ?? Math.floor(chanceOf(`${id} hour`) * 24);
  const minute =
    rule.minute === null ? Math.floor(chanceOf(`${id} minute`) * 60) : rule.minute + Math.round(spread(id) / MINUTE);
  const from = civilAt(after, zone);
  const step = last === null ? 1 : stepDays(rule);
  for (let days = last === null ? 0 : step; ; days += step) {
    const wall = wallOf(from.year, from.month, from.day + days, hour, minute);
    const instant = instantOf(wall, zone);
    if (instant > after && fits(rule, new Date(wallOf(from.year, from.month, from.day + days)))) return instant;
  }
}

function stepDays(rule: CalendarRule): number {
  if (rule.kind === 'days') return rule.days;
  return rule.kind === 'weeks' ? rule.weeks * 7 : 1;
}

function fits(rule: CalendarRule, day: Date): boolean {
  if (rule.kind === 'weeks') return day.getUTCDay() === rule.weekday;
  return rule.kind === 'days' || day.getUTCDate() === rule.day;
}

/** Up to fifteen minutes either way. */
function spread(id: string): number {
  return Math.round((chanceOf(`${id} spread`) * 30 - 15) * MINUTE);
}
