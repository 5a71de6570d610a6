import type { Band, Config } from '../../domain/config/config';
import { same, type Text } from '../../domain/text';
import type { AccountView, DimensionView, MetricView } from '../../domain/views';
import { KenshinError } from '../../errors';
import type { Platform, Workbook } from '../../ports';
import { boundsOf, shownScore } from '../../scoring/bands';
import { metricIn } from '../../scoring/compile';
import { accountsTab, dimensionHeader } from '../../tables/health/accounts';
import { BREAKDOWN } from '../../tables/health/breakdown';
import { readTab, type TabRecord } from '../../tables/rows';
import { noteUse } from '../adoption/use-day';
import { lastConfig } from '../configuration';
import { accountUnknown, notSetUp } from '../messages';
import { cellText, numberOf } from '../publish/published-account';
import { explainOnDemand } from './explain-on-demand';

/**
 * One account as published, noted as a use. Throws KenshinError `input` before set-up and for an account that is not
 * there.
 */
export function viewAccount(platform: Platform, accountId: string): AccountView {
  const health = platform.workbooks.health();
  const config = lastConfig(health);
  if (config === null) throw refusal(notSetUp());
  const view = readAccount(platform, health, config, accountId);
  noteUse(platform, health, config, view.accountId);
  return view;
}

/** One account as published. Throws KenshinError `input` for an account that is not there. */
export function readAccount(platform: Platform, health: Workbook, config: Config, accountId: string): AccountView {
  const tab = accountsTab(config);
  const record = readTab(tab, health.readWhere(tab.name, tab.key, accountId)).records[0]?.values;
  if (!record) throw refusal(accountUnknown(accountId));
  return accountViewOf(config, record, breakdownOf(platform, health, config, accountId));
}

function refusal(said: { readonly text: Text; readonly next: Text }): KenshinError {
  return new KenshinError('input', said.text, said.next);
}

/** The account's rows of Breakdown; computed anew where the tab had no room for them. */
function breakdownOf(platform: Platform, health: Workbook, config: Config, accountId: string): readonly TabRecord[] {
  const { records } = readTab(BREAKDOWN, health.readWhere(BREAKDOWN.name, 'Account', accountId));
  return records.length > 0 ? records.map(({ values }) => values) : explainOnDemand(platform, config, accountId);
}

function accountViewOf(config: Config, record: TabRecord, breakdown: readonly TabRecord[]): AccountView {
  const segment = config.segments.find(({ id }) => id === record.Segment);
  const score = numberOf(record.Score ?? null);
  const band = (cellText(record.Band) || 'Grey') as Band;
  const reasons = [cellText(record['Top Reason Note']), ...cellText(record['More Reasons Note']).split('\n')];
  const bounds = boundsOf(config.bands, cellText(record.Segment));
  return {
    accountId: cellText(record['Account ID']),
    name: cellText(record['Account Name']) || cellText(record['Account ID']),
    segment: segment?.name ?? same(cellText(record.Segment)),
    stage: cellText(record['Journey Stage']) || cellText(record.Stage),
    ownerEmail: cellText(record['Owner Email']),
    score,
    shownScore: shownScore(score, bounds),
    band,
    change: numberOf(record['Score Change'] ?? null),
    changeDays: config.settings.changeDays,
    coveragePercent: numberOf(record['Coverage Percent'] ?? null) ?? 0,
    asOf: cellText(record['As Of Timestamp']).slice(0, 10),
    reasons: reasons.filter((reason) => reason !== '').map(same),
    bounds: Array.from(bounds, (bound) => (Number.isFinite(bound) ? bound : null)),
    cap: capView(breakdown),
    dimensions: config.dimensions.map((dimension) => dimensionView(dimension, record, breakdown)),
    metrics: breakdown
      .filter((line) => line.Metric !== null)
      .map((line) => metricView(config, cellText(record.Segment), line)),
  };
}

/** The line of a cap names no metric. */
function capView(breakdown: readonly TabRecord[]): AccountView['cap'] {
  const line = breakdown.find(({ Metric }) => Metric === null);
  const points = numberOf(line?.['Points Earned'] ?? null);
  if (!line || points === null) return null;
  return { reason: { en: cellText(line['Metric Name']), ja: cellText(line['Metric Name Ja']) }, points };
}

function dimensionView(
  dimension: Config['dimensions'][number],
  record: TabRecord,
  breakdown: readonly TabRecord[],
): DimensionView {
  const weight = breakdown
    .filter((line) => line.Dimension === dimension.id)
    .reduce((sum, line) => sum + (numberOf(line['Effective Weight'] ?? null) ?? 0), 0);
  return {
    name: dimension.name,
    score: numberOf(record[dimensionHeader(dimension.id)] ?? null),
    weightPercent: weight * 100,
  };
}

function metricView(config: Config, segment: string, line: TabRecord): MetricView {
  const metric = config.metrics.find(({ id }) => id === line.Metric);
  const dimension = config.dimensions.find(({ id }) => id === line.Dimension);
  return {
    id: cellText(line.Metric),
    name: { en: cellText(line['Metric Name']), ja: cellText(line['Metric Name Ja']) },
    dimension: dimension?.name ?? same(cellText(line.Dimension)),
    why: metric?.why ?? same(''),
    reading: numberOf(line.Reading ?? null),
    shownReading: same(cellText(line['Reading Text'])),
    points: numberOf(line['Metric Score'] ?? null),
    curve: metric ? metricIn(config, segment, metric).curve : [],
    unit: metric?.unit ?? same(''),
    weightPercent: (numberOf(line['Effective Weight'] ?? null) ?? 0) * 100,
    earned: numberOf(line['Points Earned'] ?? null) ?? 0,
    lost: numberOf(line['Points Lost'] ?? null) ?? 0,
    stale: line['Has Stale Data'] === true,
    asOf: cellText(line['Data Date']),
  };
}
