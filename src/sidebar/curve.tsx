import type { Curve } from '../domain/config/config';
import { useLanguage } from './language';
import * as words from './messages/account';
import { decimal, plain } from './numbers';

export const CURVE_WIDTH = 268;
export const CURVE_HEIGHT = 104;
const EDGE = 8;

/** How readings and points lie on the paper. */
export interface Paper {
  readonly x: (reading: number) => number;
  readonly y: (points: number) => number;
  readonly low: number;
  readonly high: number;
}

/** Room for the control points and the reading, and a little beyond. */
export function paperFor(curve: Curve, readings: readonly number[]): Paper {
  const all = [...curve.map(({ reading }) => reading), ...readings];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const spare = (most - least || Math.abs(most) || 1) * 0.08;
  const [low, high] = [least - spare, most + spare];
  return {
    low,
    high,
    x: (reading) => EDGE + ((reading - low) / (high - low)) * (CURVE_WIDTH - 2 * EDGE),
    y: (points) => EDGE + (1 - points / 100) * (CURVE_HEIGHT - 2 * EDGE),
  };
}

/** The curve from edge to edge: flat before the first and after the last control point. */
export function curvePath(curve: Curve, { x, y, low, high }: Paper): string {
  const [first, last] = [curve[0], curve[curve.length - 1]];
  if (!first || !last) return '';
  const points = [[low, first.points], ...curve.map(({ reading, points: at }) => [reading, at]), [high, last.points]];
  return points
    .map(
      ([reading, at], index) => `${index ? 'L' : 'M'}${x(reading as number).toFixed(1)} ${y(at as number).toFixed(1)}`,
    )
    .join('');
}

interface Props {
  readonly curve: Curve;
  readonly reading: number | null;
  readonly points: number | null;
  readonly name: string;
}

/** How readings turn into points, and where the account stands. */
export function CurvePicture({ curve, reading, points, name }: Props) {
  const { t, locale } = useLanguage();
  if (curve.length === 0) return null;
  const here = reading !== null && points !== null;
  const paper = paperFor(curve, here ? [reading] : []);
  const said = words.curveSaid(
    name,
    curve.map((point) => [plain(point.reading, locale), plain(point.points, locale)] as const),
    here ? [plain(reading, locale), decimal(points, locale)] : null,
  );
  return (
    <figure class="curve">
      <svg viewBox={`0 0 ${CURVE_WIDTH} ${CURVE_HEIGHT}`} role="img" aria-label={t(said)}>
        <path class="axis" d={`M0 ${paper.y(0)}H${CURVE_WIDTH}M0 ${paper.y(100)}H${CURVE_WIDTH}`} />
        {here && <path class="mark" d={`M${paper.x(reading)} ${paper.y(0)}V${paper.y(points)}H0`} />}
        <path class="line-of" d={curvePath(curve, paper)} />
        {curve.map((point) => (
          <circle
            key={`${point.reading} ${point.points}`}
            class="knot"
            cx={paper.x(point.reading)}
            cy={paper.y(point.points)}
            r={2.5}
          />
        ))}
        {here && <circle class="dot" cx={paper.x(reading)} cy={paper.y(points)} r={4.5} />}
      </svg>
      <figcaption class="quiet ends">
        <span>{plain(curve[0]?.reading ?? 0, locale)}</span>
        <span>{plain(curve[curve.length - 1]?.reading ?? 0, locale)}</span>
      </figcaption>
    </figure>
  );
}
