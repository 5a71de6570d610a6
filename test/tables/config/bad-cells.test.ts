import type { Cell } from '../../../src/domain/cell';
import { SETTINGS } from '../../../src/domain/settings';
import { columnLetters } from '../../../src/tables/address';
import { parseConfig } from '../../../src/tables/config/parse-config';
import { CONFIG_TABS } from '../../../src/tables/health/configuration';
import type { Column, Tab } from '../../../src/tables/tab';
import { type Grids, grids, withCell } from './tabs';

/** What people and imports put into cells by mistake. */
const BAD: Readonly<Record<string, Cell>> = {
  empty: null,
  blank: '   ',
  text: 'banana (ripe)',
  negative: -5,
  huge: 1e308,
  'not a number': 'NaN',
  infinite: '1e400',
  date: '2026-01-05',
  moment: '2026-01-05T09:30:00',
  formula: '=IMPORTXML("x","//y")',
  'error of a formula': '#REF!',
  'full-width digits': '１２',
  flag: true,
  'unknown id': 'no_such_id',
  'points that fall back': '5=0; 3=10',
};

/** A part of the default configuration, quicker to read; never changed, `withCell` copies. */
const BASE = only(['touch_score', 'nps', 'csat', 'seat_utilisation', 'champions', 'goal_percent', 'active_days']);

function only(ids: readonly Cell[]): Grids {
  const whole = grids();
  const keep = (tab: string, column: number) =>
    (whole[tab] ?? []).filter((row, at) => at === 0 || ids.includes(row[column] ?? null));
  return { ...whole, Metrics: keep('Metrics', 0), Overrides: keep('Overrides', 1) };
}

const NUMBERS = ['integer', 'number'];

/** Whether this column must refuse this value at this very cell, whatever else is configured. */
function mustRefuse(column: Column, kind: string): boolean {
  if (kind === 'empty' || kind === 'blank') return column.required === true;
  if (kind === 'formula' || kind === 'error of a formula') return true;
  if (kind === 'not a number') return true;
  if (NUMBERS.includes(column.type)) return kind !== 'full-width digits';
  if (column.type === 'flag') return kind !== 'flag';
  if (['choice', 'email', 'curve'].includes(column.type)) return true;
  if (column.type === 'ref') return true;
  if (column.type === 'expression') return kind !== 'unknown id' && kind !== 'flag';
  const name = column.type === 'id' || (column.type === 'text' && column.required === true);
  return name && !['text', 'unknown id', 'points that fall back'].includes(kind);
}

interface Case {
  /** The configuration in which the cell is replaced. */
  readonly tabs: Grids;
  readonly tab: Tab;
  readonly column: Column;
  readonly row: number;
}

/** Every cell of a row. */
function cellsOf(tabs: Grids, tab: Tab, row: number): Case[] {
  return tab.columns.map((column) => ({ tabs, tab, column, row }));
}

/** Tabs that may be empty. */
const OPTIONAL = ['Overrides', 'Caps', 'Stages', 'Quadrants', 'Members'];

/** The tabs with only the header in those that may be empty, but for one: what is read alike is read once. */
function lean(tabs: Grids, but: string): Grids {
  const cut = OPTIONAL.filter((name) => name !== but).map((name) => [name, (tabs[name] ?? []).slice(0, 1)] as const);
  return { ...tabs, ...Object.fromEntries(cut) };
}

/** Every cell of every tab: of Metrics each row of the default configuration, in a small configuration of its own. */
function casesOf(tab: Tab): Case[] {
  if (tab.name !== 'Metrics') {
    const pointing = ['Overrides', 'Quadrants'].includes(tab.name);
    const tabs = lean(pointing ? BASE : only(['touch_score']), tab.name);
    return (tabs[tab.name] ?? []).slice(1).flatMap((_, at) => cellsOf(tabs, tab, at + 2));
  }
  const ids = (grids().Metrics ?? []).slice(1).map(([id]) => id ?? null);
  return ids.flatMap((id) => cellsOf(lean(only([id]), ''), tab, 2));
}

/** The type by which the value of a setting is read. */
function settingColumn({ tab, column, row }: Case): Column {
  if (tab.name !== 'Settings' || column.name !== 'Value') return column;
  const declared = SETTINGS[row - 2];
  if (!declared) throw new Error(`no setting in row ${row}`);
  const number = declared.type === 'integer' || declared.type === 'percent';
  const open = declared.type === 'text' || declared.type === 'email';
  return {
    ...column,
    type: number ? 'number' : (declared.type as Column['type']),
    ...(open ? {} : { required: true as const }),
  };
}

/** What became of a configuration with one cell replaced. */
function tryOut(tabs: Grids, at: Case): { accepted: boolean; named: boolean; silent: boolean; monolingual: boolean } {
  const { config, problems } = parseConfig(tabs);
  const errors = problems.filter(({ severity }) => severity === 'error');
  return {
    accepted: config !== null,
    named: errors.some((error) => error.source === at.tab.name && error.place === placeOf(at)),
    silent: config === null && errors.length === 0,
    monolingual: problems.some(({ why }) => why.en === '' || !/[ぁ-んァ-ヶ一-龠]/.test(why.ja)),
  };
}

function placeOf({ tab, column, row }: Case): string {
  return `${columnLetters(tab.columns.indexOf(column))}${row}`;
}

/** A disabled row is only warned about; the ones looked at here are told apart. */
function isDisabled({ tabs, tab, row }: Case): boolean {
  const grid = tabs[tab.name] ?? [];
  const enabled = (grid[0] ?? []).indexOf('Enabled');
  return tab.name !== 'Overrides' && enabled >= 0 && grid[row - 1]?.[enabled] === false;
}

describe.each(Object.entries(BAD))('every configuration cell replaced by: %s', (kind, bad) => {
  it.each(CONFIG_TABS.map((tab) => [tab.name, tab] as const))('%s', (_, tab) => {
    const outcomes = casesOf(tab).map((one) => ({
      one,
      ...tryOut(withCell(one.tabs, tab.name, one.row, one.column.name, bad), one),
    }));
    const places = (of: typeof outcomes) =>
      of.map(({ one }) => `${one.tabs[tab.name]?.[one.row - 1]?.[0]} ${placeOf(one)}`);
    const due = outcomes.filter(({ one }) => mustRefuse(settingColumn(one), kind) && !isDisabled(one));
    expect(places(due.filter(({ named }) => !named))).toEqual([]);
    expect(places(due.filter(({ accepted }) => accepted))).toEqual([]);
    expect(places(outcomes.filter(({ silent }) => silent))).toEqual([]);
    expect(places(outcomes.filter(({ monolingual }) => monolingual))).toEqual([]);
  });
});

describe('every key replaced by that of another row', () => {
  const keyed = CONFIG_TABS.filter((tab) => tab.key !== '' && (BASE[tab.name] ?? []).length > 2);
  it.each(keyed.map((tab) => [tab.name, tab] as const))('%s refuses the later of the two', (name, tab) => {
    const last = (BASE[name] ?? []).length;
    const other = BASE[name]?.[1]?.[0] ?? null;
    const at = { tabs: BASE, tab, column: tab.columns[0] as Column, row: last };
    const { accepted, named } = tryOut(withCell(BASE, name, last, tab.key, other), at);
    expect({ accepted, named }).toEqual(
      isDisabled(at) ? { accepted: true, named: false } : { accepted: false, named: true },
    );
  });
});
