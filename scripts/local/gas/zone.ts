/** Civil time of an instant, month and weekday as JavaScript counts them (January and Sunday are 0). */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly weekday: number;
}

const QUARTER = 15 * 60_000;
const formats = new Map<string, Intl.DateTimeFormat | null>();
const offsets = new Map<string, Map<number, number>>();

function format(zone: string): Intl.DateTimeFormat | null {
  let known = formats.get(zone);
  if (known === undefined) {
    try {
      known = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      known = null;
    }
    formats.set(zone, known);
  }
  return known;
}

/** `GMT+9`, `GMT-03:30`, `UTC`: minutes east of Greenwich; null when the name is of another kind. */
function fixedOffset(zone: string): number | null {
  const match = /^(?:GMT|UTC)(?:([+-])(\d{1,2})(?::?(\d{2}))?)?$/.exec(zone);
  if (!match) return zone === 'Z' ? 0 : null;
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

export function isZone(zone: string): boolean {
  return fixedOffset(zone) !== null || format(zone) !== null;
}

/** Milliseconds east of Greenwich at the instant. Throws RangeError for an unknown zone. */
export function offsetAt(instant: number, zone: string): number {
  const fixed = fixedOffset(zone);
  if (fixed !== null) return fixed * 60_000;
  const formatter = format(zone);
  if (!formatter) throw new RangeError(`unknown time zone ${zone}`);
  let known = offsets.get(zone);
  if (!known) {
    known = new Map();
    offsets.set(zone, known);
  }
  const quarter = Math.floor(instant / QUARTER);
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = measureOffset(quarter * QUARTER, formatter);
    known.set(quarter, offset);
  }
  return offset;
}

function measureOffset(instant: number, formatter: Intl.DateTimeFormat): number {
  const part: Record<string, string> = {};
  for (const { type, value } of formatter.formatToParts(instant)) part[type] = value;
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
  wall.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second));
  return wall.getTime() - instant;
}

/** Civil time of an instant in a zone. */
export function civilAt(instant: number, zone: string): Civil {
  const wall = new Date(instant + offsetAt(instant, zone));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth(),
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    millisecond: wall.getUTCMilliseconds(),
    weekday: wall.getUTCDay(),
  };
}

/**
 * The instant whose civil time in the zone reads like `wall` read as UTC. A time that a clock change skips lies after
 * the change; one that occurs twice is the first (ECMA-262, LocalTime: "the time zone offset before the transition").
 */
export function instantOf(wall: number, zone: string): number {
  if (!Number.isFinite(wall)) return Number.NaN;
  const before = offsetAt(wall - 86_400_000, zone);
  const after = offsetAt(wall + 86_400_000, zone);
  const first = wall - before;
  if (before === after || offsetAt(first, zone) === before) return first;
  const second = wall - after;
  return offsetAt(second, zone) === after ? second : first;
}

/** Milliseconds of a civil date and time read as UTC; overflowing fields carry, as in `Date.UTC`. */
export function wallOf(year: number, month: number, day: number, hour = 0, minute = 0, second = 0, ms = 0): number {
  const wall = new Date(0);
  wall.setUTCFullYear(year, month, day);
  return wall.setUTCHours(hour, minute, second, ms);
}
