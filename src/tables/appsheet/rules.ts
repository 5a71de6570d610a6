import type { Cell } from '../../domain/cell';
import type { TabSurvey } from '../../ports';
import type { Column, ColumnType, Tab } from '../tab';
import { predictTypes } from './predict-type';
import type { BookSurvey } from './survey';

/** Where a rule is missed: row as in the sheet (0 for the whole tab), column from 0, and what was found. */
export type Found = readonly [row: number, column: number, value?: unknown];

/** What the rules look at: one tab, and the workbook around it. */
export interface Scene {
  readonly tab: Tab;
  readonly seen: TabSurvey;
  readonly book: BookSurvey;
  readonly triggers: Readonly<Record<string, string>>;
}

type Rule = (scene: Scene) => readonly Found[];

/** Breaks the app or corrupts data; or makes for worse guesses and slower sync. */
type Level = 'error' | 'warning';

/** Types that AppSheet may take a header for without harm to a column of ours. A date format settles Date against DateTime. */
export const HARMLESS: Readonly<Record<ColumnType, string>> = {
  id: 'Name',
  text: 'Name',
  longText: 'LongText',
  email: 'Email',
  url: 'URL',
  integer: 'Number',
  number: 'Number',
  score: 'Number',
  change: 'Number',
  percent: 'Percent',
  money: 'Price',
  date: 'DateTime',
  timestamp: 'DateTime',
  flag: 'Yes/No',
  choice: 'Name',
  ref: '',
  expression: '',
  curve: '',
};

/** Blank rows a tab may end with: one, but where people type into the tab itself. */
const SPARE_ROWS = { script: 1, people: 200, ops: 200 } as const;
const FEWEST_ROWS = 5;
const MOST_ROWS = 100000;
const AGGREGATE = /\b(SUM|AVERAGE|SUBTOTAL|COUNTA?|MIN|MAX)\s*\(/i;
const TOTAL = /^(grand )?(sub-?)?total$|^(総|小)?合?計$/i;
const MONTH = /^\d{4}[-/.年]\d|^\d\d?月|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]?\d|^q[1-4]\b/i;
const ADDRESS = /^[^\s,;<>]+@[^\s,;<>]+$/;

const blank = (cell: Cell | undefined): boolean => cell === null || cell === undefined || cell === '';
const header = ({ seen }: Scene): readonly string[] => (seen.grid[0] ?? []).map((cell) => String(cell ?? ''));
const at = (scene: Scene, name: string): number => header(scene).indexOf(name);
const whole = (missed: boolean, value: unknown = ''): readonly Found[] => (missed ? [[0, 0, value]] : []);

/** Header cells that miss. */
function heads(scene: Scene, missed: (name: string, column: number) => boolean): Found[] {
  return header(scene).flatMap((name, column): Found[] => (missed(name, column) ? [[1, column, name]] : []));
}

/** Declared columns that miss as a whole. */
function columns(scene: Scene, missed: (column: Column, place: number) => boolean): Found[] {
  return scene.tab.columns.flatMap((column): Found[] => {
    const place = at(scene, column.name);
    return place >= 0 && missed(column, place) ? [[1, place, column.name]] : [];
  });
}

/** Filled cells of the chosen columns that miss. */
function cells(
  scene: Scene,
  chosen: (column: Column) => boolean,
  missed: (cell: Cell, column: Column) => boolean,
): Found[] {
  return scene.tab.columns.filter(chosen).flatMap((column): Found[] => {
    const place = at(scene, column.name);
    const row = scene.seen.grid.findIndex(
      (cells, index) => index > 0 && !blank(cells[place]) && missed(cells[place] as Cell, column),
    );
    return place >= 0 && row > 0 ? [[row + 1, place, scene.seen.grid[row]?.[place]]] : [];
  });
}

const formulas = ({ seen }: Scene, missed: (text: string, column: number) => boolean): Found[] =>
  seen.formulas.filter(({ text, column }) => missed(text, column)).map(({ row, column, text }) => [row, column, text]);

const isNumeric = ({ type }: Column): boolean =>
  /^(integer|number|score|change|percent|money|date|timestamp)$/.test(type);
const isDay = ({ type }: Column): boolean => type === 'date' || type === 'timestamp';
const keyOf = (scene: Scene): Cell[] => scene.seen.grid.slice(1).map((row) => row[at(scene, scene.tab.key)] ?? null);

/**
 * Every rule that a program can check, by name: how bad a miss is, and where it is missed. Each numbered rule of the
 * click guide names its source.
 */
export const RULES = {
  'one-table': ['error', ({ seen }) => whole(seen.objects > 0)],
  'header-row': [
    'error',
    (scene) => (scene.seen.grid.length === 0 ? [[1, 0]] : heads(scene, (name) => name.trim() === '')),
  ],
  'header-unique': [
    'error',
    (scene) => {
      const names = header(scene).map((name) => name.trim().toLowerCase());
      return heads(scene, (_, place) => names[place] !== '' && names.indexOf(names[place] as string) < place);
    },
  ],
  'header-bold': [
    'warning',
    (scene) => [...heads(scene, (_, place) => !scene.seen.bold[place]), ...whole(scene.seen.bodyBold)],
  ],
  merged: ['warning', ({ seen }) => whole(seen.merges > 0)],
  totals: [
    'error',
    (scene) => [
      ...formulas(scene, (text) => AGGREGATE.test(text)),
      ...cells(
        scene,
        ({ type }) => type === 'id' || type === 'text',
        (cell) => TOTAL.test(String(cell).trim()),
      ),
    ],
  ],
  'blank-rows': [
    'warning',
    ({ seen: { grid, maxRows }, tab }) => {
      const gap = grid.findIndex((row) => row.every(blank));
      if (gap > 0) return [[gap + 1, 0]];
      return maxRows - Math.max(2, grid.length) > SPARE_ROWS[tab.writer] ? [[grid.length + 1, 0]] : [];
    },
  ],
  wide: ['warning', (scene) => heads(scene, (name) => MONTH.test(name.trim()))],
  'first-tab': [
    'warning',
    ({ tab, book }) => whole(tab.name === 'Accounts' && book.names[0] !== tab.name, book.names[0]),
  ],
  'tab-name': ['warning', ({ tab: { name } }) => whole(!/^[!-~]([ -~]*[!-~])?$/.test(name), name)],
  filter: ['error', ({ seen }) => whole(seen.filtered)],
  'header-stable': [
    'error',
    (scene) =>
      scene.tab.columns.flatMap(({ name }, place): Found[] =>
        header(scene)[place] === name ? [] : [[1, place, header(scene)[place]]],
      ),
  ],
  'header-note': ['warning', (scene) => heads(scene, (name, place) => name !== '' && !scene.seen.notes[place])],
  'few-rows': ['warning', ({ tab, seen }) => whole(tab.name === 'Accounts' && seen.grid.length <= FEWEST_ROWS)],
  'one-format': [
    'warning',
    (scene) => [
      ...columns(scene, (column, place) => {
        const formats = scene.seen.formats[place] ?? [];
        // A text cell that begins like a formula is kept as an ordinary cell.
        const counted = isNumeric(column) ? formats : formats.filter((format) => !/^(general|0\.#+|)$/i.test(format));
        // Further decimals, by which a score is told from the next band, are the same kind of number.
        return new Set(counted.map((format) => format.replace(/#+$/, ''))).size > 1;
      }),
      ...cells(
        scene,
        (column) => isNumeric(column) && !isDay(column),
        (cell) => typeof cell !== 'number',
      ),
      ...cells(scene, isDay, (cell) => !/^\d{4}-\d\d-\d\d/.test(String(cell))),
    ],
  ],
  'english-header': ['warning', (scene) => heads(scene, (name) => /[^ -~]/.test(name))],
  'header-type': [
    'warning',
    (scene) =>
      columns(scene, ({ name, type }) => predictTypes(name, scene.triggers).some((one) => one !== HARMLESS[type])),
  ],
  'date-format': [
    'warning',
    (scene) =>
      columns(
        scene,
        (column, place) =>
          isDay(column) &&
          (scene.seen.formats[place] ?? []).some(
            (format) => !format.includes('yy') || format.includes('h') !== (column.type === 'timestamp'),
          ),
      ),
  ],
  'choice-list': [
    'warning',
    (scene) => columns(scene, ({ type }, place) => type === 'choice' && !scene.seen.lists[place]),
  ],
  'yes-no': [
    'warning',
    (scene) =>
      cells(
        scene,
        ({ type }) => type === 'flag',
        (cell) => typeof cell !== 'boolean',
      ),
  ],
  words: [
    'warning',
    (scene) =>
      cells(
        scene,
        ({ type }) => type === 'choice',
        (cell, { choices }) => !choices?.includes(String(cell)),
      ),
  ],
  url: [
    'warning',
    (scene) =>
      cells(
        scene,
        ({ type }) => type === 'url',
        (cell) => !/^https?:\/\/\S+$/.test(String(cell)),
      ),
  ],
  key: [
    'error',
    (scene) => {
      const seen = new Set<Cell>();
      const keys = keyOf(scene);
      const again = keys.findIndex((key) => blank(key) || seen.size === seen.add(key).size);
      return again < 0 ? [] : [[again + 2, Math.max(0, at(scene, scene.tab.key)), keys[again]]];
    },
  ],
  'key-first': [
    'warning',
    (scene) => {
      const keys = keyOf(scene);
      const plain = keys.findIndex(
        (key) => !blank(key) && (typeof key !== 'string' || /^https?:|^\d{4}-\d\d-\d\d/.test(key)),
      );
      if (at(scene, scene.tab.key) !== 0) return [[1, 0, header(scene)[0]]];
      return plain < 0 ? formulas(scene, (_, column) => column === 0) : [[plain + 2, 0, keys[plain]]];
    },
  ],
  'row-number': [
    'error',
    (scene) => {
      const keys = keyOf(scene).map(Number);
      const counts = (from: number): boolean => keys.every((key, index) => key === index + from);
      return keys.length >= 3 && (counts(1) || counts(2)) ? [[2, 0, keys[0]]] : [];
    },
  ],
  reference: [
    'error',
    (scene) =>
      scene.tab.columns.flatMap((column) => {
        const keys = new Set((scene.book.keys[column.ref ?? ''] ?? []).map(String));
        return cells(
          scene,
          (one) => one === column && column.ref !== undefined,
          (cell) => !keys.has(String(cell)),
        );
      }),
  ],
  'reference-name': [
    'warning',
    (scene) => columns(scene, ({ name, ref }) => ref !== undefined && !name.startsWith(ref.replace(/s$/, ''))),
  ],
  formula: ['warning', (scene) => formulas(scene, () => true)],
  'formula-alike': [
    'error',
    (scene) => {
      const rows = scene.seen.grid.length - 1;
      const shapes = (column: number): string[] =>
        scene.seen.formulas
          .filter((one) => one.column === column)
          .map(({ text, row }) =>
            text.replace(/(\$?[A-Z]{1,3}\$?)(\d+)/g, (_, letters, line) => `${letters}[${line - row}]`),
          );
      return formulas(scene, (_, column) => {
        const all = shapes(column);
        return all.length < rows || new Set(all).size > 1;
      });
    },
  ],
  'one-writer': [
    'error',
    (scene) => {
      const { tab, book } = scene;
      const declared = (one: Tab, name: string): boolean => one.columns.some((column) => column.name === name);
      const scripts = book.tabs.filter((one) => one.tab.writer === 'script');
      return heads(
        scene,
        (name) =>
          name !== '' &&
          !declared(tab, name) &&
          (tab.writer === 'script' || scripts.some((one) => declared(one.tab, name))),
      );
    },
  ],
  closed: ['error', ({ tab, seen }) => whole(tab.writer === 'people' && seen.closed)],
  size: [
    'warning',
    ({ tab, book }) => {
      const rows = book.tabs.reduce((sum, { seen }) => sum + (seen?.grid.length ?? 0), 0);
      return whole(tab.name === 'Accounts' && rows > MOST_ROWS, rows);
    },
  ],
  'raw-data': [
    'warning',
    ({ tab, book }) => {
      const raw = tab.name === 'Accounts' ? book.names.filter((name) => book.rawTabs.includes(name)) : [];
      return whole(raw.length > 0, raw.join(', '));
    },
  ],
  viewer: [
    'error',
    (scene) => {
      const guarded = scene.tab.writer === 'script' && (scene.tab.name === 'Accounts' || at(scene, 'Account') >= 0);
      return whole(guarded && (at(scene, 'Owner Email') < 0 || at(scene, 'Manager Email') < 0));
    },
  ],
  'one-address': [
    'error',
    (scene) =>
      cells(
        scene,
        ({ type }) => type === 'email',
        (cell) => !ADDRESS.test(String(cell)),
      ),
  ],
  'same-case': [
    'error',
    (scene) =>
      cells(
        scene,
        ({ type }) => type === 'email',
        (cell) => String(cell) !== String(cell).toLowerCase(),
      ),
  ],
  locale: [
    'error',
    ({ tab, book }) =>
      whole(tab.name === 'Accounts' && book.locale !== '' && book.locale.slice(0, 2) !== book.language, book.locale),
  ],
  'tab-missing': ['error', () => []],
} satisfies Record<string, readonly [Level, Rule]>;
