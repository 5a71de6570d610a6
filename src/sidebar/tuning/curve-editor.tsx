import { useMemo, useRef, useState } from 'preact/hooks';
import type { Curve, CurvePoint } from '../../domain/config/config';
import { Button } from '../button';
import { CURVE_HEIGHT, CURVE_WIDTH, curvePath, paperFor } from '../curve';
import { useLanguage } from '../language';
import * as words from '../messages/tuning';
import { plain } from '../numbers';
import { histogram, moved, stepOf, withoutPoint, withPoint } from './control-points';

interface Props {
  readonly name: string;
  readonly curve: Curve;
  /** The curve as it stands, for the paper: it must not move under a drag. */
  readonly standing: Curve;
  /** Every account's reading. */
  readonly readings: readonly (number | null)[];
  readonly change: (curve: Curve) => void;
}

/** A curve whose control points are dragged, or moved with the arrow keys; behind it, where the accounts are. */
export function CurveEditor({ name, curve, standing, readings, change }: Props) {
  const { t, locale } = useLanguage();
  const [chosen, choose] = useState(0);
  const picture = useRef<SVGSVGElement>(null);
  const { paper, bars, step } = useMemo(() => {
    const known = readings.filter((reading): reading is number => reading !== null).sort((a, b) => a - b);
    const usual = known.slice(Math.floor(known.length * 0.02), Math.ceil(known.length * 0.98));
    const wide = paperFor(standing, usual.length > 0 ? [usual[0] as number, usual[usual.length - 1] as number] : []);
    return { paper: wide, bars: histogram(known, wide.low, wide.high), step: stepOf(wide.high - wide.low) };
  }, [standing, readings]);
  const at = Math.min(chosen, curve.length - 1);
  const point = curve[at] ?? { reading: 0, points: 0 };
  const put = (index: number, to: CurvePoint) => change(moved(curve, index, to));

  function drag(event: PointerEvent, index: number): void {
    const box = picture.current?.getBoundingClientRect();
    if (!box || event.buttons === 0) return;
    const across = ((event.clientX - box.left) / box.width) * CURVE_WIDTH;
    const down = ((event.clientY - box.top) / box.height) * CURVE_HEIGHT;
    const reading =
      paper.low +
      ((across - paper.x(paper.low)) / (paper.x(paper.high) - paper.x(paper.low))) * (paper.high - paper.low);
    const points = ((paper.y(0) - down) / (paper.y(0) - paper.y(100))) * 100;
    put(index, { reading: Math.round(reading / step) * step, points: Math.round(points) });
  }

  function press(event: KeyboardEvent, index: number): void {
    const large = event.shiftKey ? 10 : 1;
    const from = curve[index] as CurvePoint;
    const [across, up] = ARROWS[event.key] ?? [0, 0];
    if (across === 0 && up === 0) return;
    event.preventDefault();
    put(index, { reading: from.reading + across * large * step, points: from.points + up * large });
  }

  return (
    <fieldset class="editor">
      <svg viewBox={`0 0 ${CURVE_WIDTH} ${CURVE_HEIGHT}`} ref={picture}>
        <title>{t(words.editCurve(name))}</title>
        {bars.map(({ from, to, share }) => (
          <rect
            key={from}
            class="bin"
            x={paper.x(from) + 0.5}
            width={Math.max(0, paper.x(to) - paper.x(from) - 1)}
            y={paper.y(share * 90)}
            height={paper.y(0) - paper.y(share * 90)}
          />
        ))}
        <path class="axis" d={`M0 ${paper.y(0)}H${CURVE_WIDTH}M0 ${paper.y(100)}H${CURVE_WIDTH}`} />
        <path class="line-of" d={curvePath(curve, paper)} />
        {curve.map((one, index) => (
          <circle
            key={index}
            class={index === at ? 'handle chosen' : 'handle'}
            cx={paper.x(one.reading)}
            cy={paper.y(one.points)}
            r={6}
            role="slider"
            tabIndex={0}
            aria-label={t(words.pointAt(index + 1, curve.length))}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={one.points}
            aria-valuetext={t(words.pointSaid(plain(one.reading, locale), plain(one.points, locale)))}
            onFocus={() => choose(index)}
            onKeyDown={(event) => press(event, index)}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              choose(index);
            }}
            onPointerMove={(event) => drag(event, index)}
          />
        ))}
      </svg>
      <p class="quiet">{t(words.pointHint())}</p>
      <div class="pair">
        <label class="field">
          <span>{t(words.readingField())}</span>
          <input
            type="number"
            step="any"
            value={point.reading}
            onChange={(event) => put(at, { ...point, reading: event.currentTarget.valueAsNumber })}
          />
        </label>
        <label class="field">
          <span>{t(words.pointsField())}</span>
          <input
            type="number"
            min={0}
            max={100}
            value={point.points}
            onChange={(event) => put(at, { ...point, points: event.currentTarget.valueAsNumber })}
          />
        </label>
      </div>
      <div class="buttons">
        <Button
          onClick={() => {
            change(withPoint(curve, at, step));
            choose(at + 1);
          }}
        >
          {t(words.addPoint())}
        </Button>
        <Button disabled={curve.length <= 2} onClick={() => change(withoutPoint(curve, at))}>
          {t(words.removePoint())}
        </Button>
      </div>
    </fieldset>
  );
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
