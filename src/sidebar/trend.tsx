import { type Day, parseDay } from '../domain/day';
import type { StoryView } from '../domain/views';
import { useLanguage } from './language';
import * as words from './messages/account';
import { calendarDay, decimal } from './numbers';

const WIDTH = 268;
const HEIGHT = 92;
const EDGE = 4;
const TREND_DAYS = 90;

/** Bands by their lower bounds, best first. */
const TONES = ['Green', 'Lime', 'Yellow', 'Red'] as const;

interface Props {
  readonly story: Pick<StoryView, 'history' | 'versions'>;
  readonly bounds: readonly (number | null)[];
}

/** The score of the last 90 days over the bands; days on which a new configuration came into force are marked. */
export function Trend({ story: { history, versions }, bounds }: Props) {
  const { t, locale } = useLanguage();
  const scored = history.filter((point): point is readonly [string, number] => point[1] !== null);
  if (scored.length < 2) return <p class="quiet">{t(words.trendTooShort())}</p>;
  const last = dayOf(history[history.length - 1]?.[0] ?? '');
  const first = Math.max(last - TREND_DAYS, dayOf(history[0]?.[0] ?? ''));
  const x = (day: string) => EDGE + ((dayOf(day) - first) / Math.max(1, last - first)) * (WIDTH - 2 * EDGE);
  const y = (score: number) => EDGE + (1 - score / 100) * (HEIGHT - 2 * EDGE);
  const [from, to] = [scored[0] as readonly [string, number], scored[scored.length - 1] as readonly [string, number]];
  const said = words.trendSaid(
    [calendarDay(from[0], locale), decimal(from[1], locale)],
    [calendarDay(to[0], locale), decimal(to[1], locale)],
  );
  const floors = [...bounds.map((bound) => bound ?? 100), 0];
  return (
    <figure class="trend">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t(said)}>
        {TONES.map((tone, at) => {
          const ceiling = at === 0 ? 100 : (floors[at - 1] as number);
          const floor = floors[at] as number;
          return (
            <rect key={tone} class={`zone ${tone}`} x={0} width={WIDTH} y={y(ceiling)} height={y(floor) - y(ceiling)} />
          );
        })}
        {versions.map(([day], at) => (
          <path key={at} class="mark" d={`M${x(day)} 0V${HEIGHT}`} />
        ))}
        <path class="line-of" d={lineOf(history, x, y)} />
        <circle class="dot" cx={x(to[0])} cy={y(to[1])} r={3.5} />
      </svg>
      <figcaption class="quiet ends">
        <span>{calendarDay(from[0], locale)}</span>
        <span>{calendarDay(to[0], locale)}</span>
      </figcaption>
      {versions.map(([day, comment], at) => (
        <p class="quiet marked" key={at}>
          {t(words.newVersion(calendarDay(day, locale), comment))}
        </p>
      ))}
    </figure>
  );
}

/** One stroke for each stretch of days with a score. */
function lineOf(history: StoryView['history'], x: (day: string) => number, y: (score: number) => number): string {
  let path = '';
  let pen = 'M';
  for (const [day, score] of history) {
    if (score === null) {
      pen = 'M';
      continue;
    }
    path += `${pen}${x(day).toFixed(1)} ${y(score).toFixed(1)}`;
    pen = 'L';
  }
  return path;
}

function dayOf(day: string): Day {
  return parseDay(day) ?? 0;
}
