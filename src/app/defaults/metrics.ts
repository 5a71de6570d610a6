import type { TabRecord } from '../../tables/rows';
import { ADOPTION } from './metrics/adoption';
import { DEPLOYMENT } from './metrics/deployment';
import { ENGAGEMENT } from './metrics/engagement';
import { ROI } from './metrics/roi';
import type { MetricRow } from './metrics/row';

const PLAIN: MetricRow = { Compare: 'none', Missing: 'exclude', Enabled: true };

/** The metrics a new installation starts with. Those whose data are absent take no part in the score. */
export function metricRecords(): readonly TabRecord[] {
  const of = (dimension: string, rows: readonly MetricRow[]): TabRecord[] =>
    rows.map((row) => ({ ...PLAIN, Dimension: dimension, ...row }));
  return [
    ...of('Deployment', DEPLOYMENT),
    ...of('Engagement', ENGAGEMENT),
    ...of('Adoption', ADOPTION),
    ...of('ROI', ROI),
  ];
}
