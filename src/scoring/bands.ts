import { BANDS, type Band, type BandBound } from '../domain/config/config';

/** Bands by index as the kernel counts them, best first; the last is Grey. */
export const BAND_ORDER: readonly Band[] = [...BANDS, 'Grey'];

/** Index of Grey in `BAND_ORDER`. */
export const GREY = BANDS.length;

/** Index of the lowest scored band: whatever reaches no bound lies here. */
const LOWEST = BANDS.length - 1;

/** What a score that is missing is shown as. */
const NO_SCORE = '–';

/**
 * Rounds to nine decimals, the precision in which scores, bounds and coverage are compared: all metrics at exactly 40
 * with one dimension missing can add up to 39.99999999999999.
 */
export function nineDecimals(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/**
 * The lower bounds of a segment, best band first, as compared; Infinity for a band without a bound. A row that names
 * the segment goes before the row for all.
 */
export function boundsOf(bands: readonly BandBound[], segment: string): Float64Array {
  const bounds = new Float64Array(LOWEST);
  for (let band = 0; band < LOWEST; band++) {
    const rows = bands.filter((row) => row.band === BANDS[band]);
    const row =
      rows.find((candidate) => candidate.segment === segment) ?? rows.find((candidate) => candidate.segment === '');
    bounds[band] = row ? nineDecimals(row.lowerBound) : Number.POSITIVE_INFINITY;
  }
  return bounds;
}

/** Index of the band in which a score lies; NaN is Grey. Bounds are inclusive after rounding to nine decimals. */
export function bandIndex(score: number, bounds: Float64Array): number {
  if (Number.isNaN(score)) return GREY;
  const compared = nineDecimals(score);
  for (let band = 0; band < LOWEST; band++) if (compared >= (bounds[band] as number)) return band;
  return LOWEST;
}

/**
 * A score as it is shown everywhere: one decimal, but rounded the other way, or with more decimals, where the nearest
 * would seem to lie in another band than the score does (79.96 under a bound of 80 is shown as 79.9).
 */
export function shownScore(score: number | null, bounds: Float64Array): string {
  if (score === null || Number.isNaN(score)) return NO_SCORE;
  const band = bandIndex(score, bounds);
  for (let decimals = 1; decimals < 9; decimals++) {
    const scale = 10 ** decimals;
    for (const round of [Math.round, Math.floor, Math.ceil]) {
      const shown = round(nineDecimals(score) * scale) / scale;
      if (bandIndex(shown, bounds) === band) return shown.toFixed(decimals);
    }
  }
  return nineDecimals(score).toFixed(9);
}

/**
 * Whether a score rounded to one decimal, as a cell of the sheet shows it, would lie on the other side of a bound than
 * the score does.
 */
export function seemsAcross(score: number, bounds: readonly number[]): boolean {
  const shown = Math.round(score * 10) / 10;
  return bounds.some((bound) => shown >= nineDecimals(bound) !== nineDecimals(score) >= nineDecimals(bound));
}
