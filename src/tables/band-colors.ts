import type { Band } from '../domain/config/config';

/**
 * Fill and text of a band's cell. Told apart by lightness as well as hue, so that red-green colour blindness leaves four
 * steps; the word always stands beside the colour.
 */
export const BAND_COLORS: readonly { readonly band: Band; readonly background: string; readonly text: string }[] = [
  { band: 'Green', background: '#1b7f5c', text: '#ffffff' },
  { band: 'Lime', background: '#c5e08a', text: '#2b3a06' },
  { band: 'Yellow', background: '#ffe08a', text: '#4a3600' },
  { band: 'Red', background: '#b3261e', text: '#ffffff' },
  { band: 'Grey', background: '#e3e5e8', text: '#44484d' },
];

/** One series a band, the worst at the bottom of a pile, under the headers that are the bands' words. */
export const BAND_SERIES = (['Red', 'Yellow', 'Lime', 'Green', 'Grey'] as const).map(
  (band) => [band, BAND_COLORS.find((one) => one.band === band)?.background ?? ''] as const,
);
