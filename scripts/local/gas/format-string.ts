import type { Host } from './host';

const PLACE = /%(?:(\d+)\$)?([-+ 0,#(]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g;

/**
 * `%s %d %f %x %o %e %c %b %%` with flags, width and precision, as Java's formatter reads them. There is no `%j`.
 * Source: Apps Script reference, Utilities.formatString ("sprintf-like formatting").
 */
export function formatString(host: Host, template: string, values: readonly unknown[]): string {
  let next = 0;
  return template.replace(PLACE, (place, position?: string, flags = '', width = '', precision?: string, kind = '') => {
    if (kind === '%') return '%';
    const index = position ? Number(position) - 1 : next++;
    if (index >= values.length) return host.fail(`Format specifier '${place}'`);
    const text = shown(host, place, kind, flags, precision, values[index]);
    return padded(text, Number(width), flags, /[dfexX]/.test(kind));
  });
}

function shown(
  host: Host,
  place: string,
  kind: string,
  flags: string,
  precision: string | undefined,
  value: unknown,
): string {
  if (kind === 's') return String(value).slice(0, precision === undefined ? undefined : Number(precision));
  if (kind === 'b') return String(value !== null && value !== undefined && value !== false);
  if (kind === 'c') return typeof value === 'number' ? String.fromCodePoint(value) : String(value).slice(0, 1);
  const number = Number(value);
  if (kind === 'd') return signed(grouped(String(Math.trunc(number)), flags), flags);
  if (kind === 'f') return signed(grouped(number.toFixed(Number(precision ?? 6)), flags), flags);
  if (kind === 'e') return signed(exponent(number, Number(precision ?? 6)), flags);
  if (kind === 'x') return Math.trunc(number).toString(16);
  if (kind === 'X') return Math.trunc(number).toString(16).toUpperCase();
  if (kind === 'o') return Math.trunc(number).toString(8);
  return host.fail(`Unknown format conversion in '${place}'`);
}

/** Java writes at least two digits of exponent. */
function exponent(number: number, digits: number): string {
  return number.toExponential(digits).replace(/e([+-])(\d)$/, 'e$10$2');
}

function grouped(text: string, flags: string): string {
  return flags.includes(',') ? text.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',') : text;
}

function signed(text: string, flags: string): string {
  if (text.startsWith('-')) return text;
  if (flags.includes('+')) return `+${text}`;
  return flags.includes(' ') ? ` ${text}` : text;
}

function padded(text: string, width: number, flags: string, numeric: boolean): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!numeric || !flags.includes('0')) return text.padStart(width);
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}
