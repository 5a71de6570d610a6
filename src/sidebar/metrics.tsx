import { useState } from 'preact/hooks';
import type { MetricView } from '../domain/views';
import { Bar } from './band';
import { CurvePicture } from './curve';
import { useLanguage } from './language';
import {
  allMetrics,
  dataTerm,
  earnedTerm,
  lostLong,
  lostTerm,
  metricsOrder,
  metricsTitle,
  noDay,
  noPoints,
  pointsOutOf,
  pointsTerm,
  stale,
  weightTerm,
} from './messages';
import { calendarDay, decimal, percent, signed } from './numbers';

/** How many metrics stand before the button that shows the rest: those that cost most. */
const FIRST = 8;

/** The metrics of the account; each opens to show how it counts. */
export function Metrics({ metrics, scored }: { readonly metrics: readonly MetricView[]; readonly scored: boolean }) {
  const { t } = useLanguage();
  const [all, showAll] = useState(!scored);
  if (metrics.length === 0) return null;
  const order = scored ? [...metrics].sort((a, b) => b.lost - a.lost) : metrics;
  const shown = all || order.length <= FIRST + 1 ? order : order.slice(0, FIRST);
  return (
    <section>
      <h2>
        {t(metricsTitle())}
        {scored && <small>{t(metricsOrder())}</small>}
      </h2>
      <ul class="metrics">
        {shown.map((metric) => (
          <li key={metric.id}>
            <Metric metric={metric} scored={scored} />
          </li>
        ))}
      </ul>
      {shown.length < order.length && (
        <button type="button" class="button all" onClick={() => showAll(true)}>
          {t(allMetrics(order.length))}
        </button>
      )}
    </section>
  );
}

function Metric({ metric, scored }: { readonly metric: MetricView; readonly scored: boolean }) {
  const { t, locale } = useLanguage();
  const points = (value: number) => decimal(value, locale);
  const missing = metric.reading === null;
  return (
    <details>
      <summary>
        <span class="line">
          <span>{t(metric.name)}</span>
          <b class={missing ? 'none' : ''}>{missing ? t(noPoints()) : t(metric.shownReading)}</b>
        </span>
        {scored && metric.points !== null && (
          <span class="line">
            <Bar value={metric.points} />
            <span class="lost">
              <span aria-hidden="true">{signed(-metric.lost, locale)}</span>
              <span class="unseen">{t(lostLong(points(metric.lost)))}</span>
            </span>
          </span>
        )}
        {metric.stale && <span class="stale">{t(stale())}</span>}
      </summary>
      <div class="more">
        <p>{t(metric.why)}</p>
        {scored && (
          <CurvePicture curve={metric.curve} reading={metric.reading} points={metric.points} name={t(metric.name)} />
        )}
        <dl>
          {scored && (
            <>
              <Term name={t(pointsTerm())}>{metric.points === null ? '–' : t(pointsOutOf(points(metric.points)))}</Term>
              <Term name={t(weightTerm())}>{percent(metric.weightPercent, locale)}</Term>
              <Term name={t(earnedTerm())}>{points(metric.earned)}</Term>
              <Term name={t(lostTerm())}>{points(metric.lost)}</Term>
            </>
          )}
          <Term name={t(dataTerm())}>{metric.asOf ? calendarDay(metric.asOf, locale) : t(noDay())}</Term>
        </dl>
      </div>
    </details>
  );
}

function Term({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
