import type { Curve, CurvePoint } from '../../domain/config/config';

/** Columns of a histogram. */
const BINS = 24;

/** The curve with one point moved: between its neighbours, and from 0 to 100 points. Numbers that are none move nothing. */
export function moved(curve: Curve, index: number, to: CurvePoint): Curve {
  if (!Number.isFinite(to.reading) || !Number.isFinite(to.points)) return curve;
  const least = curve[index - 1]?.reading ?? Number.NEGATIVE_INFINITY;
  const most = curve[index + 1]?.reading ?? Number.POSITIVE_INFINITY;
  const point = {
    reading: tidy(Math.min(most, Math.max(least, to.reading))),
    points: tidy(Math.min(100, Math.max(0, to.points))),
  };
  return curve.map((one, at) => (at === index ? point : one));
}

/** The curve with a point more behind the one at `index`: half way to the next, or a step beyond the last. */
export function withPoint(curve: Curve, index: number, step: number): Curve {
  const from = curve[index] as CurvePoint;
  const next = curve[index + 1];
  const added = next
    ? { reading: tidy((from.reading + next.reading) / 2), points: tidy((from.points + next.points) / 2) }
    : { reading: tidy(from.reading + step * 10), points: from.points };
  return [...curve.slice(0, index + 1), added, ...curve.slice(index + 1)];
}

/** The curve without a point; two have to stay. */
export function withoutPoint(curve: Curve, index: number): Curve {
  return curve.length <= 2 ? curve : curve.filter((_, at) => at !== index);
}

/** The step in which a reading is moved: about a hundredth of what is drawn, and a number people like: 1, 2 or 5 times a power of ten. */
export function stepOf(span: number): number {
  const rough = span / 100;
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = [1, 2, 5].find((one) => one * power >= rough) ?? 10;
  return tidy(nice * power);
}

/** Where readings lie, as columns from `low` to `high`; the fullest has share 1. Readings beyond count for the outermost. */
export function histogram(readings: readonly number[], low: number, high: number) {
  const width = (high - low) / BINS;
  const counts = new Array<number>(BINS).fill(0);
  for (const reading of readings) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor((reading - low) / width)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  return counts.map((count, bin) => ({ from: low + bin * width, to: low + (bin + 1) * width, share: count / most }));
}

/** Without the tail that arithmetic with tenths leaves. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
