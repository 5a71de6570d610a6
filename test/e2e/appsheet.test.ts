import { surveyBook } from '../../scripts/local/appsheet/survey-file';
import { contentRows, putValue } from '../../scripts/local/gas/spreadsheet/cells';
import type { SheetModel, StoredValue, WorkbookModel } from '../../scripts/local/gas/spreadsheet/model';
import type { Workspace } from '../../scripts/local/run/workspace';
import { workbookFromBytes } from '../../scripts/local/xlsx/open';
import { workbookBytes } from '../../scripts/local/xlsx/save';
import { lintAppSheet } from '../../src/tables/appsheet/lint';
import { RULES } from '../../src/tables/appsheet/rules';
import { APP_SHEET_WORDS } from '../../src/tables/appsheet/rules.words';
import { addRow, columnWith, date } from './people';
import { buildProduct, type Files, records, runNow, setUpProduct, tab } from './product';

const FILES: Files = {
  accounts: [
    'account_id,name,owner_email,manager_email,team,mrr,renewal_date,domains',
    ...['A', 'B', 'C', 'D', 'E', 'F'].map(
      (id, at) =>
        `${id}-1,Company ${id},${at % 2 ? 'aya' : 'ben'}@example.com,mai@example.com,East,${at}00,2026-06-30,`,
    ),
  ].join('\n'),
  usage: ['account_id,date,logins', 'A-1,2026-03-30,9', 'B-1,2026-03-29,7', 'C-1,2026-02-01,4'].join('\n'),
};

let workspace: Workspace;
/** The Health workbook as a file, with what its people wrote. */
let file: Uint8Array;

beforeAll(async () => {
  workspace = setUpProduct(await buildProduct(), FILES);
  addRow(workspace, 'Pulses', {
    'Pulse ID': 'p1',
    Account: 'A-1',
    Pulse: 4,
    Comment: 'Glad',
    'Author Email': 'aya@example.com',
    'Pulse Date': date('2026-03-25'),
  });
  addRow(workspace, 'Members', { Email: 'aya@example.com', Name: 'Aya', Role: 'csm', Team: 'East' });
  runNow(workspace);
  file = workbookBytes(workspace.health());
});

type Break = (workbook: WorkbookModel, sheet: (name: string) => SheetModel) => void;

const area = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });
const put =
  (name: string, header: string, value: StoredValue, row = 1): Break =>
  (_, sheet) =>
    putValue(sheet(name), row, columnWith(sheet(name), header), value);
const rename =
  (name: string, header: string, other: string): Break =>
  (_, sheet) =>
    putValue(sheet(name), 0, columnWith(sheet(name), header), other);
const formula = (sheet: SheetModel, row: number, header: string, text: string) =>
  sheet.formulas.fill(area(row, columnWith(sheet, header)), text);
const addColumn =
  (name: string, header: string): Break =>
  (_, sheet) => {
    const column = sheet(name).maxColumns++;
    putValue(sheet(name), 0, column, header);
    sheet(name).notes.fill(area(0, column), 'mine');
    sheet(name).formats.fontWeight.fill(area(0, column), 'bold');
  };

/** For each rule: what a person may do that breaks it, and where the miss is then told. */
const BREAKS: Readonly<Record<keyof typeof RULES, readonly [where: string, Break]>> = {
  'one-table': [
    'Accounts',
    (_, sheet) => {
      const chart = sheet('Portfolio').charts[0];
      if (!chart) throw new Error('Portfolio has no chart');
      sheet('Accounts').charts.push(chart);
    },
  ],
  'tab-missing': [
    'Goals',
    (workbook) =>
      workbook.sheets.splice(
        workbook.sheets.findIndex((s) => s.name === 'Goals'),
        1,
      ),
  ],
  'header-row': ['Accounts!D1', put('Accounts', 'Stage', null, 0)],
  'header-unique': ['Accounts!M1', rename('Accounts', 'Team', ' stage')],
  'header-bold': ['Accounts!B1', (_, sheet) => sheet('Accounts').formats.fontWeight.fill(area(0, 1), undefined)],
  merged: ['Accounts', (_, sheet) => sheet('Accounts').merges.push({ row: 1, column: 0, rows: 2, columns: 1 })],
  totals: ['Accounts!B7', put('Accounts', 'Account Name', '合計', 6)],
  'blank-rows': [
    'Accounts!A4',
    (_, sheet) => {
      for (const cells of sheet('Accounts').values) cells[3] = null;
    },
  ],
  wide: ['Accounts!D1', rename('Accounts', 'Stage', '2026-03')],
  'first-tab': ['Accounts', (workbook) => workbook.sheets.push(workbook.sheets.shift() as SheetModel)],
  'tab-name': ['Accounts', () => undefined],
  filter: [
    'Accounts',
    (_, sheet) => {
      sheet('Accounts').filter = { area: { row: 0, column: 0, rows: 7, columns: 3 }, criteria: new Map() };
    },
  ],
  'header-stable': ['Breakdown!E1', rename('Breakdown', 'Reading', 'Value Read')],
  'header-note': ['Accounts!F1', (_, sheet) => sheet('Accounts').notes.fill(area(0, 5), undefined)],
  'few-rows': [
    'Accounts',
    (_, sheet) => {
      for (const cells of sheet('Accounts').values) cells.length = Math.min(cells.length, 5);
      sheet('Accounts').maxRows = 5;
    },
  ],
  'one-format': ['Accounts!F1', (_, sheet) => sheet('Accounts').formats.numberFormat.fill(area(3, 5), '0%')],
  'english-header': ['Accounts!D1', rename('Accounts', 'Stage', '段階')],
  // No header that is declared may miss this; what a miss looks like is shown with one that is declared wrongly.
  'header-type': ['Accounts!O1', () => undefined],
  'date-format': [
    'Accounts!O1',
    (_, sheet) => sheet('Accounts').formats.numberFormat.fill({ ...area(1, 14), rows: 6 }, '0.0'),
  ],
  'choice-list': ['Accounts!G1', (_, sheet) => sheet('Accounts').validations.fill(area(1, 6), undefined)],
  'yes-no': ['Accounts!U2', put('Accounts', 'Has Pulse Conflict', 'yes')],
  words: ['Accounts!G2', put('Accounts', 'Band', 'Teal')],
  url: ['Accounts!D2', put('Accounts', 'Stage', 'drive/file')],
  key: ['Accounts!A3', put('Accounts', 'Account ID', 'A-1', 2)],
  'key-first': ['Accounts!A2', put('Accounts', 'Account ID', 17)],
  'row-number': [
    'Accounts!A2',
    (_, sheet) => {
      for (let row = 1; row <= 6; row++) putValue(sheet('Accounts'), row, 0, String(row));
    },
  ],
  reference: ['Pulses!B2', put('Pulses', 'Account', 'Z-9')],
  'reference-name': ['Pulses!B1', () => undefined],
  formula: ['Accounts!F2', (_, sheet) => formula(sheet('Accounts'), 1, 'Score', '=10*2')],
  'formula-alike': [
    'Accounts!F2',
    (_, sheet) => {
      for (let row = 1; row <= 6; row++) formula(sheet('Accounts'), row, 'Score', row === 4 ? '=N3' : `=N${row + 1}`);
    },
  ],
  'one-writer': ['Accounts!AE1', addColumn('Accounts', 'My own words')],
  closed: [
    'Pulses',
    (_, sheet) => {
      const [protection] = sheet('Accounts').protections;
      if (!protection) throw new Error('Accounts is not protected');
      sheet('Pulses').protections.push({ ...protection, warningOnly: false });
    },
  ],
  size: [
    'Accounts',
    (_, sheet) => {
      const history = sheet('Score History');
      for (let row = contentRows(history); row <= 100_000; row++) putValue(history, row, 0, `x|${row}`);
      history.maxRows = 100_001;
    },
  ],
  'raw-data': [
    'Accounts',
    (workbook, sheet) => workbook.sheets.push({ ...sheet('Lists'), sheetId: 9999, name: 'Usage' }),
  ],
  viewer: ['Breakdown', rename('Breakdown', 'Manager Email', 'Boss')],
  'one-address': ['Accounts!E2', put('Accounts', 'Owner Email', 'aya@example.com, ben@example.com')],
  'same-case': ['Accounts!E2', put('Accounts', 'Owner Email', 'Aya@example.com')],
  locale: [
    'Accounts',
    (workbook) => {
      workbook.locale = 'ja_JP';
    },
  ],
};

/** Rules about what is declared: no edit of a workbook can break them. */
const DECLARED: Partial<Record<keyof typeof RULES, object>> = {
  'tab-name': { name: '顧客' },
  'header-type': { columns: [{ name: 'Renewal Date', type: 'money' }] },
  'reference-name': { columns: [{ name: 'Account', type: 'ref', ref: 'Companies' }] },
  url: { columns: [{ name: 'Stage', type: 'url' }] },
};

function missed(workbook: WorkbookModel, declared: object | undefined, where: string): string[] {
  const book = surveyBook(workbook);
  const tabs = book.tabs.map(({ tab: one, seen }) => {
    const named = where.split('!')[0] === one.name || (where === 'Accounts' && one.name === 'Accounts');
    return { seen, tab: declared && named ? { ...one, ...declared } : one };
  });
  return lintAppSheet({ ...book, tabs }, APP_SHEET_WORDS).map(
    ({ code, source, place }) => `${code.slice('appsheet.'.length)} ${source}${place && `!${place}`}`,
  );
}

describe('the workbook that set-up and a run make', () => {
  it('misses no rule of AppSheet', () => {
    expect(missed(workbookFromBytes(file, 'health'), undefined, '')).toEqual([]);
  });

  it('misses none either where a score has more decimals than the others, so as not to seem in another band', () => {
    const workbook = workbookFromBytes(file, 'health');
    const accounts = workbook.sheets.find(({ name }) => name === 'Accounts') as SheetModel;
    accounts.formats.numberFormat.fill(area(2, 5), '0.0########');
    expect(missed(workbook, undefined, '')).toEqual([]);
  });

  it('is ready in the words of the menu, which lists every miss in Problems until it is mended', () => {
    const { runtime } = workspace;
    const check = () => {
      runtime.execute('menuCheckAppSheet', [], { entry: 'menu' });
      return runtime.spreadsheets.ui.toasts[runtime.spreadsheets.ui.toasts.length - 1];
    };
    const listed = () =>
      records(workspace, 'Problems')
        .filter((row) => String(row['Problem Code']).startsWith('appsheet.'))
        .map((row) => [row['Problem Code'], row.Source, row.Place, row['Found Text']]);
    expect(check()).toMatchObject({ text: 'Ready for AppSheet: no rule is missed.' });
    expect(listed()).toEqual([]);
    const pulses = tab(workspace, 'Pulses');
    putValue(pulses, 1, columnWith(pulses, 'Account'), 'Z-9');
    pulses.merges.push({ row: 3, column: 0, rows: 2, columns: 1 });
    expect(check()).toMatchObject({
      text: 'AppSheet: 2 to mend, 1 of them would break the app. See the Problems tab.',
    });
    expect(listed().sort()).toEqual([
      ['appsheet.merged', 'Pulses', null, null],
      ['appsheet.reference', 'Pulses', 'B2', 'Z-9'],
    ]);
    putValue(pulses, 1, columnWith(pulses, 'Account'), 'A-1');
    pulses.merges.pop();
    expect(check()).toMatchObject({ text: 'Ready for AppSheet: no rule is missed.' });
    expect(listed()).toEqual([]);
  });
});

describe('what people enter in AppSheet', () => {
  it('is picked up by the next run: a pulse and a goal; their rows stay as they are', () => {
    const pulseOf = (account: string) =>
      records(workspace, 'Accounts').find((row) => row['Account ID'] === account)?.Pulse;
    const reading = (account: string, metric: string) =>
      records(workspace, 'Breakdown').find((row) => row.Account === account && row.Metric === metric)?.Reading ?? null;
    expect([pulseOf('B-1'), reading('C-1', 'goal_progress')]).toEqual([null, null]);
    // As AppSheet appends: every column of the table, values only, the key from UNIQUEID().
    addRow(workspace, 'Pulses', {
      'Pulse ID': '8f3c1a2b',
      Account: 'B-1',
      Pulse: 2,
      Comment: 'Their new director asked for a list of exports',
      'Author Email': 'aya@example.com',
      'Pulse Date': date('2026-03-31'),
      'Expiry Date': date('2026-06-29'),
    });
    addRow(workspace, 'Goals', {
      'Goal ID': '0d77e9c4',
      Account: 'C-1',
      Kind: 'roi',
      'Goal Name': 'Half the hours on reports',
      Target: 100,
      Actual: 25,
      Unit: 'h',
      'Author Email': 'ben@example.com',
      'Update Date': date('2026-03-30'),
    });
    addRow(workspace, 'Action Updates', {
      'Update ID': 'ab12cd34',
      Action: 'gone',
      Status: 'done',
      'Author Email': 'ben@example.com',
      'Update Timestamp': date('2026-03-30') + 0.5,
    });
    runNow(workspace);
    expect(pulseOf('B-1')).toBe(2);
    expect(reading('C-1', 'goal_progress')).toBe(25);
    expect(records(workspace, 'Action Updates')[0]).toMatchObject({ Action: 'gone', Status: 'done' });
  });
});

describe('a copy of the workbook with one thing broken', () => {
  it.each(Object.entries(BREAKS))('misses the rule %s', (rule, [where, breakIt]) => {
    const workbook = workbookFromBytes(file, 'health');
    breakIt(workbook, (name) => workbook.sheets.find((sheet) => sheet.name === name) as SheetModel);
    const place = rule === 'tab-name' ? '顧客' : where;
    expect(missed(workbook, DECLARED[rule as keyof typeof RULES], where)).toContain(`${rule} ${place}`);
  });

  it.each(Object.keys(RULES))('has words for the rule %s in both languages', (rule) => {
    const { en, ja } = APP_SHEET_WORDS.why[rule as keyof typeof RULES];
    expect(en).toMatch(/^[A-Z][ -~]+\.$/);
    expect(ja).toMatch(/[ぁ-ん].*。$/);
  });
});
