import type { Metric } from '../domain/config/config';
import type { Text } from '../domain/text';

/** What a reading that is missing is shown as. */
const NO_READING: Text = { en: '–', ja: '–' };

/** Most decimals a number is shown with. */
const MOST_DECIMALS = 9;

/** A number as a person writes it: at most `decimals` decimals, thousands parted, no trailing zeroes. */
export function shownNumber(value: number, decimals: number): string {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.') as [string, string | undefined];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const digits = fraction ? fraction.replace(/0+$/, '') : '';
  const shown = digits ? `${grouped}.${digits}` : grouped;
  return value < 0 && shown !== '0' ? `-${shown}` : shown;
}

/** Decimals with which a value is usually shown: one below a hundred, none above. */
function usualDecimals(value: number): number {
  return Math.abs(value) < 100 ? 1 : 0;
}

/** Numbers shown alike, with as many decimals as it takes to tell the first from each other one it differs from. */
export function shownApart(first: number, ...others: readonly number[]): string[] {
  let decimals = Math.max(...[first, ...others].map(usualDecimals));
  const blurred = () =>
    others.some((other) => other !== first && shownNumber(other, decimals) === shownNumber(first, decimals));
  while (decimals < MOST_DECIMALS && blurred()) decimals++;
  return [first, ...others].map((value) => shownNumber(value, decimals));
}

/** A number as it was written down: every decimal it has, of as many as are compared. */
export function exactNumber(value: number): string {
  return shownNumber(value, MOST_DECIMALS);
}

/** A number with the metric's unit: `12 times`, `45%`, `12回`; a change against an earlier time shows its sign. */
export function withUnit(metric: Metric, number: string): Text {
  const { en, ja } = metric.unit;
  const signed = withSign(metric, number);
  if (!isWord(en)) return { en: signed + en, ja: signed + ja };
  return { en: `${signed} ${/^[-+]?1$/.test(signed) ? singular(en) : en}`, ja: signed + ja };
}

/** A number beside one that has its unit already: English says `up from 10`, Japanese `10回から`. */
export function besideUnit(metric: Metric, number: string): Text {
  const text = withUnit(metric, number);
  return isWord(metric.unit.en) ? { en: withSign(metric, number), ja: text.ja } : text;
}

function withSign({ compare }: Metric, number: string): string {
  const change = compare === 'own_previous' || compare === 'own_baseline';
  return change && /^[^-]*[1-9]/.test(number) ? `+${number}` : number;
}

function isWord(unit: string): boolean {
  return /^\w/.test(unit);
}

/** What a unit counts, once: `day`, `person`, `login a day`. */
function singular(unit: string): string {
  return unit
    .replace(/^people\b/, 'person')
    .replace(/^(\w+)ies\b/, '$1y')
    .replace(/^(\w+(?:ch|sh|ss|x))es\b/, '$1')
    .replace(/^(\w*[^\Wsui])s\b/, '$1');
}

/** A reading as it is shown everywhere, with its unit; `–` where there is none. */
export function shownReading(metric: Metric, reading: number | null): Text {
  return reading === null ? NO_READING : withUnit(metric, shownNumber(reading, usualDecimals(reading)));
}
