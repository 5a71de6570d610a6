import { instantOf, offsetAt, wallOf } from './zone';

const GETTERS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;
const SETTERS = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Date and time without an offset is local time; a date alone is UTC (ECMA-262, Date Time String Format). */
const ISO = /^([+-]\d{6}|\d{4})-\d\d(-\d\d)?(T\d\d:\d\d(:\d\d(\.\d+)?)?)?(Z|[+-]\d\d:\d\d)?$/;

type Fields = [number, number, number?, number?, number?, number?, number?];

/**
 * Turns the Date of a fresh context into the script's: `new Date()` tells virtual time, and local methods speak the
 * script's time zone whatever the machine's is. Returns the constructor that the context must use from now on.
 * Source: Apps Script reference, Session.getScriptTimeZone.
 */
export function installScriptDate(native: DateConstructor, zone: string, now: () => number): DateConstructor {
  const time = native.prototype.getTime;
  const wall = (date: Date): Date => {
    const instant = time.call(date);
    return new Date(Number.isNaN(instant) ? Number.NaN : instant + offsetAt(instant, zone));
  };
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(native.prototype, name, { value, writable: true, configurable: true });
  };
  for (const name of GETTERS) {
    define(`get${name}`, function (this: Date) {
      return wall(this)[`getUTC${name}`]();
    });
  }
  for (const name of SETTERS) {
    define(`set${name}`, function (this: Date, ...fields: Fields) {
      const moved = wall(this);
      (moved[`setUTC${name}`] as (...values: Fields) => number)(...fields);
      return this.setTime(instantOf(moved.getTime(), zone));
    });
  }
  define('getYear', function (this: Date) {
    return wall(this).getUTCFullYear() - 1900;
  });
  define('getTimezoneOffset', function (this: Date) {
    const instant = time.call(this);
    return Number.isNaN(instant) ? Number.NaN : -offsetAt(instant, zone) / 60_000;
  });
  defineTexts(define, wall, zone);
  return constructorOf(native, zone, now);
}

function defineTexts(define: (name: string, value: unknown) => void, wall: (date: Date) => Date, zone: string): void {
  const two = (value: number): string => String(value).padStart(2, '0');
  const dateText = (at: Date): string => {
    const year = at.getUTCFullYear();
    const digits = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
    return `${DAYS[at.getUTCDay()]} ${MONTHS[at.getUTCMonth()]} ${two(at.getUTCDate())} ${digits}`;
  };
  const timeText = (at: Date, instant: number): string => {
    const offset = Math.trunc(offsetAt(instant, zone) / 60_000);
    const sign = offset < 0 ? '-' : '+';
    const digits = two(Math.floor(Math.abs(offset) / 60)) + two(Math.abs(offset) % 60);
    const name = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'long' })
      .formatToParts(instant)
      .find((part) => part.type === 'timeZoneName')?.value;
    return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} GMT${sign}${digits} (${name})`;
  };
  const text = (make: (at: Date, instant: number) => string) =>
    function (this: Date): string {
      const at = wall(this);
      return Number.isNaN(at.getTime()) ? 'Invalid Date' : make(at, this.getTime());
    };
  define(
    'toString',
    text((at, instant) => `${dateText(at)} ${timeText(at, instant)}`),
  );
  define('toDateString', text(dateText));
  define('toTimeString', text(timeText));
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const) {
    const native = Date.prototype[name] as (locales?: string, options?: Intl.DateTimeFormatOptions) => string;
    define(name, function (this: Date, locales = 'en-US', options: Intl.DateTimeFormatOptions = {}) {
      return native.call(new Date(this.getTime()), locales, { ...options, timeZone: options.timeZone ?? zone });
    });
  }
}

function constructorOf(native: DateConstructor, zone: string, now: () => number): DateConstructor {
  const parse = (text: string): number => {
    const iso = ISO.exec(text.trim());
    if (iso) return iso[3] && !iso[6] ? instantOf(native.parse(`${text.trim()}Z`), zone) : native.parse(text.trim());
    if (/(?:GMT|UTC|Z|[+-]\d{2}:?\d{2})\b/i.test(text)) return native.parse(text);
    return instantOf(native.parse(`${text} UTC`), zone);
  };
  const proxy = new Proxy(native, {
    construct(target, given: unknown[], newTarget) {
      const args = given.length === 0 ? [now()] : given;
      if (args.length === 1 && typeof args[0] === 'string')
        return Reflect.construct(target, [parse(args[0])], newTarget);
      if (args.length === 1) return Reflect.construct(target, args, newTarget);
      const [year, month, day = 1, ...rest] = args.map(Number) as [number, number, ...number[]];
      const full = year >= 0 && year <= 99 ? 1900 + Math.trunc(year) : year;
      return Reflect.construct(target, [instantOf(wallOf(full, month, day, ...rest), zone)], newTarget);
    },
    apply: (target) => Reflect.construct(target, [now()]).toString(),
    get(target, name, receiver) {
      if (name === 'now') return now;
      if (name === 'parse') return (text: unknown) => parse(String(text));
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  Object.defineProperty(native.prototype, 'constructor', { value: proxy, writable: true, configurable: true });
  return proxy;
}
