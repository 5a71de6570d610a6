import { contentRows, putValue, valueAt } from '../../scripts/local/gas/spreadsheet/cells';
import { displayText } from '../../scripts/local/gas/spreadsheet/number-format';
import type { Workspace } from '../../scripts/local/run/workspace';
import { columnWith } from './people';
import { buildProduct, type Files, records, runNow, setUpProduct, tab, type } from './product';

/** What the spreadsheet shows by itself, without the sidebar. */

const accounts = (owners: readonly string[]) =>
  [
    'account_id,name,owner_email,manager_email,team,mrr,status',
    ...owners.map((owner, at) => `A-${at},Company ${at},${owner}@example.com,mai@example.com,East,${at + 1}00,active`),
    'A-9,Gone Ltd,zoe@example.com,mai@example.com,East,900,churned',
  ].join('\n');

const FILES: Files = {
  accounts: accounts(['aya', 'ben', 'ben', 'chie']),
  usage: [
    'account_id,date,logins,active_users',
    'A-0,2026-03-30,9,4',
    'A-1,2026-03-29,7,2',
    'A-2,2026-01-05,1,1',
    'A-3,2026-01-04,1,1',
    'A-9,2026-01-03,1,1',
  ].join('\n'),
  touches: ['touch_id,account_id,at,kind', 'T1,A-2,2026-03-18,call', 'T2,A-3,2026-03-15,meeting'].join('\n'),
};

let workspace: Workspace;
beforeAll(async () => {
  workspace = setUpProduct(await buildProduct(), FILES);
  runNow(workspace);
});

const chartsOf = (name: string) =>
  tab(workspace, name).charts.map(({ type, ranges, options, anchorRow, anchorColumn }) => ({
    type,
    title: options.title,
    stacked: options.isStacked,
    rows: ranges.map(({ area }) => area?.rows),
    drawn: ranges.map(({ sheetId }) => workspace.health().sheets.find((sheet) => sheet.sheetId === sheetId)?.name),
    anchorRow,
    anchorColumn,
  }));

describe('Trend', () => {
  it('counts the bands of every day that Score History shows, but for customers who left', () => {
    const history = records(workspace, 'Score History');
    const days = [...new Set(history.map((row) => row['Score Date']))].sort();
    const trend = records(workspace, 'Trend');
    expect(trend.map((row) => row['Score Date'])).toEqual(days);
    for (const row of trend) {
      const sum = ['Green', 'Lime', 'Yellow', 'Red', 'Grey'].reduce((all, band) => all + Number(row[band]), 0);
      expect([row['Score Date'], sum]).toEqual([row['Score Date'], 4]);
    }
    const today = records(workspace, 'Accounts').filter((row) => row['Account ID'] !== 'A-9');
    const last = trend[trend.length - 1];
    for (const band of ['Green', 'Lime', 'Yellow', 'Red', 'Grey'])
      expect([band, last?.[band]]).toEqual([band, today.filter((row) => row.Band === band).length]);
  });
});

describe('Team', () => {
  it('counts for each owner the bands, the accounts at risk and those of them with whom nobody spoke for two weeks', () => {
    const team = records(workspace, 'Team');
    const bands = new Map(records(workspace, 'Accounts').map((row) => [row['Account ID'], row.Band]));
    const atRisk = (id: string) => (['Yellow', 'Red'].includes(String(bands.get(id))) ? 1 : 0);
    expect(team.map((row) => [row['Owner Email'], row['Account Count'], row['At Risk Count']])).toEqual([
      ['aya@example.com', 1, atRisk('A-0')],
      ['ben@example.com', 2, atRisk('A-1') + atRisk('A-2')],
      ['chie@example.com', 1, atRisk('A-3')],
    ]);
    // As of 31 March: a call on the 18th is 13 days ago, a meeting on the 15th 16.
    expect(team.map((row) => row['Silent Count'])).toEqual([atRisk('A-0'), atRisk('A-1'), atRisk('A-3')]);
  });

  it('has its charts below the table, and their rows follow the owners', () => {
    expect(chartsOf('Team')).toMatchObject([
      { type: 'BAR', title: 'Accounts by owner and band', stacked: true, rows: [4, 4, 4, 4, 4, 4], anchorRow: 4 },
      { type: 'BAR', title: 'Scores that rose and fell', stacked: false, rows: [4, 4, 4], anchorRow: 4 },
    ]);
  });
});

describe('Portfolio', () => {
  it('draws the bands over time from Trend, and revenue by band, to the right of the table', () => {
    const days = records(workspace, 'Trend').length;
    expect(chartsOf('Portfolio')).toMatchObject([
      {
        type: 'COLUMN',
        title: 'Accounts by band over time',
        stacked: true,
        rows: Array(6).fill(days + 1),
        drawn: Array(6).fill('Trend'),
        anchorColumn: 9,
      },
      { type: 'COLUMN', title: 'MRR by band', rows: [6, 6], drawn: ['Portfolio', 'Portfolio'], anchorColumn: 9 },
    ]);
  });

  it('keeps the charts a person changed or removed as they left them', () => {
    const sheet = tab(workspace, 'Portfolio');
    const [trend, revenue] = [...sheet.charts];
    if (!trend || !revenue) throw new Error('two charts were expected');
    sheet.charts.splice(0, 2, { ...revenue, options: { ...revenue.options, title: 'Mine' } });
    runNow(workspace);
    expect(sheet.charts.map(({ options }) => options.title)).toEqual(['Mine']);
    sheet.charts.splice(0, 1, trend, revenue);
  });
});

describe('a filter', () => {
  const filtered = () =>
    workspace
      .health()
      .sheets.filter(({ filter }) => filter !== null)
      .map(({ name }) => name);

  it('stands over the reports and problems, and on no tab of the app', () => {
    expect(filtered()).toEqual(['Portfolio', 'Adoption', 'Problems']);
  });

  it('covers more rows than there are, and keeps what a person chose when it has to grow', () => {
    const sheet = tab(workspace, 'Problems');
    if (!sheet.filter) throw new Error('Problems has no filter');
    expect(sheet.filter.area).toMatchObject({ row: 0, column: 0, rows: 200 });
    sheet.filter.criteria.set(1, { condition: null, hiddenValues: ['warning'] });
    // 250 accounts of usage that nobody knows make 250 problems.
    const strange = Array.from({ length: 250 }, (_, at) => `X-${at},2026-03-30,1,1`).join('\n');
    const drive = workspace.runtime.snapshot();
    const at = drive.drive.findIndex((file) => file.name === 'usage.csv');
    const file = drive.drive[at];
    if (!file) throw new Error('usage.csv is gone');
    const content = Buffer.from(`${String(FILES.usage)}\n${strange}`).toString('base64');
    drive.drive[at] = { ...file, content };
    workspace.runtime.restore(drive);
    runNow(workspace);
    const rows = contentRows(sheet);
    expect(sheet.filter.area.rows).toBeGreaterThanOrEqual(rows);
    expect(sheet.filter.criteria.get(1)?.hiddenValues).toEqual(['warning']);
  });
});

describe('cells', () => {
  it('never show a score as one of another band', () => {
    const scoreOf = (id: string) => {
      const sheet = tab(workspace, 'Accounts');
      const row = records(workspace, 'Accounts').findIndex((record) => record['Account ID'] === id) + 1;
      const [score, band] = [5, 6].map((column) => valueAt(sheet, row, column));
      return { score: Number(score), band, shown: displayText(score ?? null, sheet.formats.numberFormat.at(row, 5)) };
    };
    const rounded = (score: number) => Math.round(score * 10) / 10;
    type(workspace, 'Settings', 'Minimum Coverage Percent', 'Value', 0);
    runNow(workspace);
    const before = scoreOf('A-0');
    expect(before.shown).toBe(rounded(before.score).toFixed(1));
    expect(rounded(before.score)).not.toBe(before.score);
    // Yellow begins between the score and what it reads with one decimal.
    const bound = (rounded(before.score) + before.score) / 2;
    const bands = tab(workspace, 'Bands');
    for (const [at, value] of [99, 98, bound].entries())
      putValue(bands, at + 1, columnWith(bands, 'Lower Bound'), value);
    runNow(workspace);
    const { score, band, shown } = scoreOf('A-0');
    expect({ score, band }).toEqual({ score: before.score, band: before.score > bound ? 'Yellow' : 'Red' });
    expect(Number(shown)).toBeCloseTo(score, 8);
    expect(Number(shown) > bound).toBe(score > bound);
    const history = tab(workspace, 'Score History');
    const row = contentRows(history) - records(workspace, 'Accounts').length;
    const at = Array.from({ length: contentRows(history) - row }, (_, next) => row + next).find(
      (one) => valueAt(history, one, columnWith(history, 'Score')) === score,
    );
    expect(history.formats.numberFormat.at(at as number, columnWith(history, 'Score'))).toBe('0.0########');
  });

  it('are coloured by band, and changes by their sign', () => {
    const { conditionalFormats } = tab(workspace, 'Accounts');
    const rows = contentRows(tab(workspace, 'Accounts')) - 1;
    const said = conditionalFormats.map(({ condition, areas }) => [condition?.criteria, condition?.args[0], areas]);
    const over = (column: number) => [{ row: 1, column, rows, columns: 1 }];
    expect(said).toEqual([
      ...['Green', 'Lime', 'Yellow', 'Red', 'Grey'].map((band) => ['TEXT_EQUAL_TO', band, over(6)]),
      ['NUMBER_LESS_THAN', -0.05, over(7)],
      ['NUMBER_GREATER_THAN', 0.05, over(7)],
    ]);
  });

  it('of both bands of a movement are coloured', () => {
    const columns = tab(workspace, 'Movements').conditionalFormats.flatMap(({ areas }) =>
      areas.map(({ column }) => column),
    );
    expect([...new Set(columns)].sort((a, b) => a - b)).toEqual([6, 11, 12]);
  });

  it('have their headers where Sheets puts them, and long words of the configuration in lines', () => {
    const accounts = tab(workspace, 'Accounts');
    const side = (header: string) => accounts.formats.horizontal.at(0, columnWith(accounts, header));
    expect(['Account Name', 'Score', 'Has Pulse Conflict'].map(side)).toEqual(['left', 'right', 'center']);
    const caps = tab(workspace, 'Caps');
    const wraps = (header: string) => caps.formats.wrap.at(1, columnWith(caps, header));
    expect(['Condition', 'Reason Ja', 'Highest Score'].map(wraps)).toEqual(['WRAP', 'WRAP', undefined]);
  });

  it('show a change that rounds to nothing as 0.0, whatever its sign', () => {
    const accounts = tab(workspace, 'Accounts');
    const format = accounts.formats.numberFormat.at(1, columnWith(accounts, 'Score Change'));
    expect([0.04, -0.04, 0, -0.05, 12.34].map((change) => displayText(change, format))).toEqual([
      '0.0',
      '0.0',
      '0.0',
      '-0.1',
      '+12.3',
    ]);
  });

  it('offer people only the words that Lists allows', () => {
    const sheet = tab(workspace, 'Members');
    const rule = sheet.validations.at(1, columnWith(sheet, 'Role'));
    expect(rule).toMatchObject({ criteria: 'VALUE_IN_RANGE', allowInvalid: false });
    const [source] = rule?.args ?? [];
    if (typeof source !== 'object' || source === null || !('range' in source)) throw new Error('no range');
    const lists = tab(workspace, 'Lists');
    expect(source.range.sheetId).toBe(lists.sheetId);
    const area = source.range.area;
    if (!area) throw new Error('the range is gone');
    expect(lists.values[area.column]?.slice(area.row, area.row + area.rows)).toEqual(['csm', 'ops', 'manager']);
    putValue(sheet, 1, columnWith(sheet, 'Role'), null);
  });
});
