import type { Cell, Grid } from '../../domain/cell';
import { DATASETS } from '../../domain/datasets';
import { type Day, formatDay, parseDay } from '../../domain/day';
import type { Locale } from '../../domain/text';
import type { ColumnLayout, Platform, Workbook } from '../../ports';
import { SOURCE_KINDS } from '../../sources';
import { DATA_TABS } from '../../tables/data';
import { ADOPTION_DAYS } from '../../tables/data/adoption-days';
import { datasetTab } from '../../tables/data/dataset-tab';
import { WRITE_BACK_LEDGER } from '../../tables/data/write-back';
import { accountsTab } from '../../tables/health/accounts';
import { ACTIONS } from '../../tables/health/actions';
import { BREAKDOWN } from '../../tables/health/breakdown';
import { PROBLEMS } from '../../tables/health/journal';
import { MOVEMENTS } from '../../tables/health/movements';
import { PORTFOLIO, TEAM } from '../../tables/health/reports';
import { SCORE_HISTORY } from '../../tables/health/score-history';
import { layoutOf } from '../../tables/layout';
import { SOURCE_COLUMNS, sourcesTab } from '../../tables/sources';
import type { Tab } from '../../tables/tab';
import { lastConfig } from '../configuration';
import { holding } from '../holding';
import { setUp } from '../set-up';
import { STORE_KEYS } from '../store-keys';
import { columnOf } from '../tune/restoring';
import { dataWorkbook } from '../workbooks';
import { putOwnRow } from './own-row';

/** Tabs of the Data workbook that no source fills. */
const KEPT: readonly Tab[] = [ADOPTION_DAYS, WRITE_BACK_LEDGER];

/** Tabs of the Health workbook that runs fill with accounts. */
const PUBLISHED: readonly Tab[] = [
  accountsTab({ dimensions: [], quadrants: [] }),
  ...[BREAKDOWN, MOVEMENTS, SCORE_HISTORY, ACTIONS, PORTFOLIO, TEAM, PROBLEMS],
];

/** Keys of what is remembered of pulls and publications, or how they begin. */
const FORGOTTEN: readonly string[] = ['pulled.', STORE_KEYS.run, 'published.'];

/** Begins the name of each demo tab, and the id of each demo source. */
const TAB = 'Demo ';
const SOURCE = 'demo_';

/**
 * Writes a small portfolio that ends today into tabs of its own, and names them as sources: everything then goes the way
 * that real data go. Doing it again brings the rows up to today. Throws KenshinError `busy` while a run works.
 */
export function loadDemo(platform: Platform): null {
  return holding(platform, () => {
    const health = platform.workbooks.health();
    const locale = lastConfig(health)?.settings.language ?? 'en';
    const { asOf, tables } = platform.demo();
    const today = parseDay(platform.wallClock(platform.clock.now(), health.zone)) as Day;
    const shift = today - (parseDay(asOf) as Day);
    for (const declaration of DATASETS) {
      const [header, ...rows] = tables[declaration.name] ?? [];
      if (!header) continue;
      const name = TAB + declaration.tab;
      const declared = layoutOf(datasetTab(declaration, []), locale, 0);
      const columns = header.map((cell): ColumnLayout => {
        const column = columnOf(declared, String(cell));
        return declaration.fields.some((field) => field.name === cell) ? column : { ...column, format: 'plain' };
      });
      const moved = rows.map((row) => row.map((cell) => later(cell, shift)));
      health.replace({ ...declared, name, columns, writer: 'people', position: health.tabs().length }, moved);
      putOwnRow(health, sourcesTab(SOURCE_KINDS), sourceOf(declaration.name, name), locale);
    }
    health.flush();
    return null;
  });
}

function sourceOf(dataset: string, tab: string): Record<string, Cell> {
  const { id, enabled, kind, dataset: brings, tabName } = SOURCE_COLUMNS;
  return { [id]: SOURCE + dataset, [enabled]: true, [kind]: 'tab', [brings]: dataset, [tabName]: tab };
}

/** A day, or a moment of one, so many days later; anything else as it is. */
function later(cell: Cell, days: number): Cell {
  const day = typeof cell === 'string' ? parseDay(cell) : null;
  return day === null ? cell : formatDay(day + days);
}

/**
 * Takes the demo out: its tabs and sources, and everything that was pulled and published, so that what remains of the
 * sources is pulled anew. What people recorded and the configuration stay. Throws KenshinError `busy` while a run works.
 */
export function removeDemo(platform: Platform): void {
  holding(platform, () => {
    const health = platform.workbooks.health();
    const locale = lastConfig(health)?.settings.language ?? 'en';
    withoutDemoSources(health, locale);
    const data = dataWorkbook(platform);
    for (const tab of DATA_TABS) if (!KEPT.includes(tab)) data.replace(layoutOf(tab, locale, 0), []);
    for (const { name } of PUBLISHED) health.remove(name);
    for (const name of health.tabs()) if (name.startsWith(TAB)) health.remove(name);
    for (const key of Object.keys(platform.store.getAll())) {
      if (FORGOTTEN.some((known) => key.startsWith(known))) platform.store.remove(key);
    }
    health.flush();
  });
  setUp(platform);
}

function withoutDemoSources(health: Workbook, locale: Locale): void {
  const tab = sourcesTab(SOURCE_KINDS);
  const [header = [], ...rows]: Grid = health.read(tab.name) ?? [];
  const at = header.indexOf(tab.key);
  const layout = layoutOf(tab, locale, 0);
  const columns = header.map((cell) => columnOf(layout, String(cell ?? '')));
  health.replace(
    { ...layout, columns },
    rows.filter((row) => !String(row[at] ?? '').startsWith(SOURCE)),
  );
}
