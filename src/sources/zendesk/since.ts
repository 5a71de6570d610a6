import type { SourceContext } from '../source';

/** Days of history unless the options say otherwise: more than a year, for baselines. */
const HISTORY_DAYS = 400;
const DAY = 86400000;
/** An export may not begin within the last minute. */
const RECENT = 120000;

/** Unix seconds of the moment from which everything is asked for. */
export function startOf({ setting, clock }: Pick<SourceContext, 'setting' | 'clock'>): number {
  const { since } = setting.options;
  const start = since ? Date.parse(since) : clock.now() - HISTORY_DAYS * DAY;
  return Math.floor(Math.min(start, clock.now() - RECENT) / 1000);
}
