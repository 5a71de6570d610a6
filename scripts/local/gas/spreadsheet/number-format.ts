import type { StoredValue } from './model';
import { wallClockOfSerial } from './serial';

/** What getNumberFormat says of a cell without a format of its own. */
export const AUTOMATIC = '0.###############';

/** What a pattern makes of a number. */
export type FormatKind = 'number' | 'moment' | 'text';

const kinds = new Map<string, FormatKind>();

/** Whether a number under this pattern is a day or time (and getValue gives a Date), text, or just a number. */
export function formatKind(pattern: string | undefined): FormatKind {
  if (pattern === undefined) return 'number';
  let kind = kinds.get(pattern);
  if (!kind) {
    const bare = pattern.replace(/"[^"]*"|\\.|\[\$[^\]]*\]/g, '');
    kind =
      bare === '@'
        ? 'text'
        : /[ymdhs]/i.test(bare.replace(/\[(?:red|blue|green|black|white)\]/gi, ''))
          ? 'moment'
          : 'number';
    kinds.set(pattern, kind);
  }
  return kind;
}

/**
 * The text a cell shows. Throws an Error naming a pattern this runtime cannot show.
 * Source: Sheets API guide, number format patterns; Apps Script reference, Range.getDisplayValue.
 */
export function displayText(value: StoredValue, pattern: string | undefined): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (pattern === undefined || pattern === AUTOMATIC) return plain(value);
  const kind = formatKind(pattern);
  if (kind === 'text') return plain(value);
  return kind === 'moment' ? moment(value, pattern) : sections(value, pattern);
}

/** Automatic format: as many digits as a double holds for sure, no grouping. */
function plain(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  const scientific = /^(-?[\d.]+)e([+-]\d+)$/.exec(text);
  if (!scientific) return text;
  const exponent = Number(scientific[2]);
  return `${scientific[1]}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/**
 * `positive;negative;zero`, or with conditions of the first two sections' own (`[>=0.05]+0.0;[<=-0.05]-0.0;0.0`): the
 * first that a number meets, the third for everything else. The second section writes its own minus; elsewhere a negative
 * number has one in front. Numbers that no section is for fill the cell with `#`.
 */
function sections(value: number, pattern: string): string {
  const parts = pattern.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const conditions = parts.map((part) => CONDITION.exec(part));
  if (conditions.slice(2).some((condition) => condition))
    throw new Error(`not implemented: the number format ${pattern}`);
  if (conditions.some((condition) => condition)) {
    const chosen = conditions.findIndex((condition, at) => at === 2 || meets(value, condition, at));
    return chosen < 0 || parts[chosen] === undefined ? '###' : signed(value, parts[chosen], chosen === 1, pattern);
  }
  if (parts.length === 1) return signed(value, pattern, false, pattern);
  if (value < 0) return digits(-value, parts[1] as string, pattern);
  if (value === 0 && parts[2] !== undefined) return digits(0, parts[2], pattern);
  return digits(value, parts[0] as string, pattern);
}

const CONDITION = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/;

/** Whether a number meets a section's condition, or without one what the section is for by its place. */
function meets(value: number, condition: RegExpExecArray | null | undefined, at: number): boolean {
  if (!condition) return at === 0 ? value > 0 : value < 0;
  const limit = Number(condition[2]);
  switch (condition[1]) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '=':
      return value === limit;
    default:
      return value !== limit;
  }
}

/** A number under one section; the second has no minus put in front. */
function signed(value: number, section: string, isSecond: boolean, pattern: string): string {
  const bare = section.replace(CONDITION, '');
  return (!isSecond && isShownNegative(value, bare) ? '-' : '') + digits(Math.abs(value), bare, pattern);
}

/** A negative number that is rounded to nothing shows no minus. */
function isShownNegative(value: number, pattern: string): boolean {
  return value < 0 && /[1-9]/.test(digits(-value, pattern.replace(/"[^"]*"/g, ''), pattern));
}

const DIGITS =
  /^((?:"[^"]*"|\\.|\[\$[^\]]*\]|[¥￥$€£+\-() ])*)([0#,]*)(?:\.([0#]*))?(E\+0+)?((?:"[^"]*"|\\.|\[\$[^\]]*\]|[¥￥$€£%+\-() ])*)$/;

function digits(value: number, section: string, pattern: string): string {
  const match = DIGITS.exec(section.replace(/\[(?:red|blue|green|black|white)\]/gi, ''));
  if (!match) throw new Error(`not implemented: the number format ${pattern}`);
  const [, prefix = '', whole = '', fraction, scientific, suffix = ''] = match;
  const shown = suffix.replace(/"[^"]*"/g, '').includes('%') ? value * 100 : value;
  const body = whole === '' && fraction === undefined ? '' : number(shown, whole, fraction, scientific);
  return literal(prefix) + body + literal(suffix);
}

function number(value: number, whole: string, fraction: string | undefined, scientific: string | undefined): string {
  const places = fraction?.length ?? 0;
  let mantissa = value;
  let tail = '';
  if (scientific) {
    const exponent = value === 0 ? 0 : Math.floor(Math.log10(value));
    mantissa = value / 10 ** exponent;
    tail = `E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(scientific.length - 2, '0')}`;
  }
  const [integer = '0', decimals = ''] = fixed(mantissa, places).split('.');
  const least = whole.replace(/[^0]/g, '').length;
  const bare = integer === '0' && least === 0 ? '' : integer.padStart(least, '0');
  const grouped = whole.includes(',') ? bare.replace(/\B(?=(\d{3})+$)/g, ',') : bare;
  const needed = (fraction ?? '').replace(/#+$/, '').length;
  const kept = decimals.replace(/0+$/, '').padEnd(needed, '0');
  return `${grouped}${fraction === undefined ? '' : `.${kept}`}${tail}`;
}

/** Decimal rounding, half away from zero, of what the number looks like in decimal (1.005 shows as 1.01). */
function fixed(value: number, places: number): string {
  if (value >= 1e15) return value.toFixed(Math.min(places, 20));
  const shifted = Number(`${Number(value.toPrecision(15))}e${places}`);
  return Number.isFinite(shifted) ? Number(`${Math.round(shifted)}e-${places}`).toFixed(places) : value.toFixed(places);
}

function literal(text: string): string {
  return text.replace(
    /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]/g,
    (_, quoted, escaped, money) => quoted ?? escaped ?? money,
  );
}

const MOMENT = /"[^"]*"|\\.|\[h+\]|yyyy|yy|y|m+|d+|h+|s+|\.0+|am\/pm|a\/p|[/:\-., ]|[年月日時分秒]/giy;

function moment(serial: number, pattern: string): string {
  const at = wallClockOfSerial(serial);
  const tokens = tokensOf(pattern);
  const halfDay = tokens.some((token) => /^(am\/pm|a\/p)$/i.test(token));
  return tokens.map((token, index) => field(token, index, tokens, at, serial, halfDay, pattern)).join('');
}

const momentTokens = new Map<string, readonly string[]>();

function tokensOf(pattern: string): readonly string[] {
  const known = momentTokens.get(pattern);
  if (known) return known;
  const tokens: string[] = [];
  MOMENT.lastIndex = 0;
  for (let end = 0; end < pattern.length; end = MOMENT.lastIndex) {
    const match = MOMENT.exec(pattern);
    if (!match) throw new Error(`not implemented: the number format ${pattern}`);
    tokens.push(match[0]);
  }
  momentTokens.set(pattern, tokens);
  return tokens;
}

function field(
  token: string,
  index: number,
  tokens: readonly string[],
  at: Date,
  serial: number,
  halfDay: boolean,
  pattern: string,
): string {
  const pad = (n: number) => String(n).padStart(token.length, '0');
  if (/^\[h+\]$/i.test(token))
    return String(Math.floor(Math.round(serial * 86400) / 3600)).padStart(token.length - 2, '0');
  switch (token.charAt(0).toLowerCase()) {
    case 'y':
      return token.length === 2 ? String(at.getUTCFullYear() % 100).padStart(2, '0') : String(at.getUTCFullYear());
    case 'm':
      if (token.length > 2) throw new Error(`not implemented: the number format ${pattern}`);
      return pad(isMinute(index, tokens) ? at.getUTCMinutes() : at.getUTCMonth() + 1);
    case 'd':
      if (token.length > 2) throw new Error(`not implemented: the number format ${pattern}`);
      return pad(at.getUTCDate());
    case 'h':
      return pad(halfDay ? at.getUTCHours() % 12 || 12 : at.getUTCHours());
    case 's':
      return pad(at.getUTCSeconds());
    case 'a':
      return (at.getUTCHours() < 12 ? 'AM' : 'PM').slice(0, token.length === 3 ? 1 : 2);
    case '.':
      return token === '.'
        ? '.'
        : `.${String(at.getUTCMilliseconds())
            .padStart(3, '0')
            .slice(0, token.length - 1)}`;
    default:
      return literal(token);
  }
}

/** `m` means minutes after an hour or before a second, months elsewhere. */
function isMinute(index: number, tokens: readonly string[]): boolean {
  const letter = (token: string) => token.replace('[', '').charAt(0).toLowerCase();
  const isField = (token: string) => /^\[?[ymdhs]/i.test(token);
  const before = tokens.slice(0, index).filter(isField).pop();
  const after = tokens.slice(index + 1).find(isField);
  return (before !== undefined && letter(before) === 'h') || (after !== undefined && letter(after) === 's');
}
