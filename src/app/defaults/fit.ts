import type { Grid } from '../../domain/cell';
import { columnsOf } from '../../domain/expression/evaluate';
import { parseExpression } from '../../domain/expression/parse';
import type { ConfigGrids } from '../../tables/config/grids';
import { foldId } from '../../tables/config/identities';
import { CONFIG_TABS } from '../../tables/health/configuration';
import { readTab, type TabRecord, toGrid } from '../../tables/rows';
import type { Tab } from '../../tables/tab';

/**
 * All configuration tabs where only some are given: the given ones as they are, the others with the defaults that
 * still fit them. Rows that point at dimensions, metrics or segments the given tabs do not have are left out, so that
 * someone who brings metrics of their own need not bring every other tab.
 */
export function fitDefaults(given: ConfigGrids, defaults: ConfigGrids): Readonly<Record<string, Grid>> {
  const fitted: Record<string, Grid> = {};
  const recordsOf = (tab: Tab): readonly TabRecord[] =>
    readTab(tab, fitted[tab.name] ?? given[tab.name] ?? defaults[tab.name] ?? null).records.map(({ values }) => values);
  const ids = (name: string, header: string): ReadonlySet<string> => {
    const tab = CONFIG_TABS.find((one) => one.name === name) as Tab;
    return new Set(recordsOf(tab).map((record) => foldId(String(record[header] ?? ''))));
  };
  const usual = new Set((defaults.Metrics ?? []).slice(1).map(([id]) => foldId(String(id))));
  // In this order: metrics hang on dimensions, the rest on metrics.
  for (const tab of CONFIG_TABS) {
    const standing = given[tab.name];
    if (standing) {
      fitted[tab.name] = standing;
      continue;
    }
    const fits = test(tab.name, ids, usual);
    fitted[tab.name] = toGrid(tab, recordsOf(tab).filter(fits));
  }
  return fitted;
}

type Ids = (tab: string, header: string) => ReadonlySet<string>;

/** Whether a default row of a tab still fits the tabs that stand. */
function test(tab: string, ids: Ids, usual: ReadonlySet<string>): (record: TabRecord) => boolean {
  const has = (of: ReadonlySet<string>, cell: unknown): boolean => of.has(foldId(String(cell ?? '')));
  if (tab === 'Metrics') {
    const dimensions = ids('Dimensions', 'Dimension');
    return (record) => has(dimensions, record.Dimension);
  }
  const metrics = ids('Metrics', 'Metric ID');
  if (tab === 'Overrides') {
    const segments = ids('Segments', 'Segment');
    return (record) => has(segments, record.Segment) && has(metrics, record['Metric ID']);
  }
  if (tab === 'Quadrants') {
    const axes = new Set([...Array.from(metrics), ...Array.from(ids('Dimensions', 'Dimension')), 'score']);
    return (record) => has(axes, record['X Axis']) && has(axes, record['Y Axis']);
  }
  if (tab === 'Caps' || tab === 'Stages') {
    const gone = (name: string): boolean => usual.has(foldId(name)) && !has(metrics, name);
    return (record) => !namesIn(String(record.Condition ?? record.Rule ?? '')).some(gone);
  }
  return () => true;
}

function namesIn(rule: string): readonly string[] {
  const parsed = parseExpression(rule);
  return parsed.ok ? columnsOf(parsed.expression) : [];
}
