import { useState } from 'preact/hooks';
import type { Config, Curve, Metric } from '../../domain/config/config';
import type { TuningView } from '../../domain/tuning-views';
import { Button } from '../button';
import { useLanguage } from '../language';
import { bandWord, shareOfScore } from '../messages';
import * as words from '../messages/tuning';
import { percent } from '../numbers';
import { boundWithin } from './bounds';
import { CurveEditor } from './curve-editor';
import { boundPlace, type Draft, placeOf, standingRule } from './draft';
import { Weight } from './weight';

interface Props {
  readonly view: TuningView;
  /** The configuration with the draft in it. */
  readonly config: Config;
  readonly draft: Draft;
  /** '' for all segments. */
  readonly segment: string;
  readonly change: (draft: Draft) => void;
}

/** Weights of dimensions, and of the metrics in each with their curves. */
export function Weights({ view, config, draft, segment, change }: Props) {
  const { t, locale } = useLanguage();
  const read = new Set(view.metrics);
  const metrics = config.metrics.filter(({ id }) => read.has(id));
  const most = Math.max(5, ...view.config.metrics.map(({ weight }) => weight * 2));
  const all = config.dimensions.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <>
      {config.dimensions.map(({ id, name, weight }) => (
        <section key={id} class="dimension">
          <h2 class="line">
            <span>{t(name)}</span>
            <small>{t(shareOfScore(percent(all > 0 ? (weight / all) * 100 : 0, locale)))}</small>
          </h2>
          {segment === '' && (
            <Weight
              label={t(words.weightOf(t(name)))}
              value={weight}
              most={100}
              step={1}
              change={(value) => change({ ...draft, dimensions: { ...draft.dimensions, [id]: value } })}
            />
          )}
          <ul class="tuned">
            {metrics
              .filter((metric) => metric.dimension === id)
              .map((metric) => (
                <li key={metric.id}>
                  <Tuned
                    metric={metric}
                    rule={standingRule(config, segment, metric.id) ?? metric}
                    standing={(standingRule(view.config, segment, metric.id) ?? metric).curve}
                    own={
                      segment !== '' &&
                      config.overrides.some((one) => one.segment === segment && one.metric === metric.id)
                    }
                    most={most}
                    readings={readingsOf(view, metric.id, segment)}
                    reweigh={(value) =>
                      change({ ...draft, weights: { ...draft.weights, [placeOf(segment, metric.id)]: value } })
                    }
                    reshape={(curve) =>
                      change({ ...draft, curves: { ...draft.curves, [placeOf(segment, metric.id)]: curve } })
                    }
                  />
                </li>
              ))}
          </ul>
        </section>
      ))}
      <section class="dimension">
        <h2>{t(words.boundsTitle())}</h2>
        <p class="quiet">{t(words.boundsOrder())}</p>
        <ul class="tuned">
          {config.bands
            .filter((bound) => bound.segment === segment && bound.band !== 'Red')
            .map(({ band, segment: of, lowerBound }) => (
              <li key={band}>
                <span>{t(words.boundOf(t(bandWord(band))))}</span>
                <Weight
                  label={t(words.boundOf(t(bandWord(band))))}
                  value={lowerBound}
                  most={100}
                  step={1}
                  change={(value) =>
                    change({
                      ...draft,
                      bounds: { ...draft.bounds, [boundPlace(band, of)]: boundWithin(config, band, of, value) },
                    })
                  }
                />
              </li>
            ))}
        </ul>
      </section>
    </>
  );
}

const NO_READINGS: readonly (number | null)[] = [];
const inSegment = new WeakMap<TuningView, Map<string, readonly (number | null)[]>>();

/** Readings of the accounts that a change is for; the same array every time, since a picture hangs on it. */
function readingsOf(view: TuningView, metricId: string, segment: string): readonly (number | null)[] {
  const all = view.readings[view.metrics.indexOf(metricId)] ?? NO_READINGS;
  const wanted = view.config.segments.findIndex(({ id }) => id === segment);
  if (wanted < 0) return all;
  const known = inSegment.get(view) ?? new Map<string, readonly (number | null)[]>();
  inSegment.set(view, known);
  const place = placeOf(segment, metricId);
  const found = known.get(place) ?? all.filter((_, account) => view.segments[account] === wanted);
  known.set(place, found);
  return found;
}

interface TunedProps {
  readonly metric: Metric;
  readonly rule: { readonly weight: number; readonly curve: Curve };
  readonly standing: Curve;
  readonly own: boolean;
  readonly most: number;
  readonly readings: readonly (number | null)[];
  readonly reweigh: (weight: number) => void;
  readonly reshape: (curve: Curve) => void;
}

function Tuned({ metric, rule, standing, own, most, readings, reweigh, reshape }: TunedProps) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const name = t(metric.name);
  return (
    <>
      <span class="line">
        <span>
          {name} {own && <span class="tag">{t(words.overridden())}</span>}
        </span>
        <Button look="link" aria-expanded={open} aria-label={t(words.editCurve(name))} onClick={() => setOpen(!open)}>
          {t(words.curve())}
        </Button>
      </span>
      <Weight
        label={t(words.weightOf(name))}
        value={rule.weight}
        most={most}
        step={most > 20 ? 1 : 0.1}
        change={reweigh}
      />
      {open && <CurveEditor name={name} curve={rule.curve} standing={standing} readings={readings} change={reshape} />}
    </>
  );
}
