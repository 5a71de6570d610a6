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

/** A number with the metric's unit: `12 times`, `45%`, `12回`. */
export function withUnit(metric: Metric, number: string): Text {
  const { en, ja } = metric.unit;
  const unit = number === '1' && /[^s]s$/.test(en) ? en.slice(0, -1) : en;
  return { en: unit && /^\w/.test(unit) ? `${number} ${unit}` : number + unit, ja: number + ja };
}

/** A reading as it is shown everywhere, with its unit; `–` where there is none. */
export function shownReading(metric: Metric, reading: number | null): Text {
  return reading === null ? NO_READING : withUnit(metric, shownNumber(reading, usualDecimals(reading)));
}
