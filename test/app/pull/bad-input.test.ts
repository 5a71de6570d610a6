import { loadFacts } from '../../../src/app/store/load-facts';
import { dayOf } from '../../../src/domain/day';
import { contentOf, encode } from '../ports/bytes';
import { memoryPlatform } from '../ports/memory-platform';
import { memoryWorkbook } from '../ports/memory-workbook';
import { marks, pullCsv, pullInto, source } from './pulled';

type Rows = Readonly<Record<string, unknown>>[];

/** A tab as records without their empty cells. */
function rowsOf(data: ReturnType<typeof memoryWorkbook>, tab: string): Rows {
  const [header = [], ...rows] = data.read(tab) ?? [];
  return rows.map((row) =>
    Object.fromEntries(row.flatMap((cell, at) => (cell === null ? [] : [[String(header[at]), cell]]))),
  );
}

describe('files that hold nothing', () => {
  it.each(['', '\n\n', '\ufeff', ' \r\n'])('%j is refused by name, and what was there stays', (text) => {
    const { data } = pullCsv('account_id,name\n1,Acme\n');
    const { report } = pullCsv(text, {}, data);
    expect(report.sources[0]).toMatchObject({ state: 'failed', rows: 0 });
    expect(report.problems[0]?.why.en).toContain('file is empty');
    expect(rowsOf(data, 'CRM Accounts')).toEqual([{ account_id: '1', name: 'Acme' }]);
    expect(report.written).toEqual([]);
  });

  it('a header alone is told and changes nothing', () => {
    const { data } = pullCsv('account_id,name\n1,Acme\n');
    const { report } = pullCsv('account_id,name\n', {}, data);
    expect(marks(report.problems)).toEqual(['warning | rows.none |  |  | file']);
    expect(report.written).toEqual([]);
  });
});

describe('rows and columns that do not fit', () => {
  it('of two rows with one id the later counts, and both are named', () => {
    const { report, data } = pullCsv('account_id,name\n1,Old\n2,B\n１,New\n');
    expect(rowsOf(data, 'CRM Accounts').map(({ name }) => name)).toEqual(['New', 'B']);
    expect(marks(report.problems)).toEqual(['warning | key.duplicate | row 4 | account_id | 1']);
    expect(report.problems[0]?.why.en).toContain('Row 2');
  });

  it('unknown columns become attributes, and the report says which', () => {
    const { report, store } = pullCsv('account_id,月間ログイン,tier\n1,"1,234",gold\n');
    expect(report.problems).toEqual([]);
    expect(report.sources[0]?.said.en).toContain('月間ログイン, tier');
    const { accounts } = loadFacts(store).facts;
    const row = accounts.byAccount.get('1')?.[0] ?? [];
    expect(row[accounts.columns.indexOf('月間ログイン')]).toBe(1234);
    expect(row[accounts.columns.indexOf('tier')]).toBe('gold');
  });

  it('a required column that is missing refuses the file, naming the columns it has', () => {
    const { report } = pullCsv('会社,担当\nAcme,a@b.co\n');
    expect(report.sources[0]?.state).toBe('failed');
    expect(report.problems[0]?.why.en).toMatch(/file .* lacks account_id\. Columns: 会社, 担当\..*Field Map/);
    expect(report.problems[0]?.why.ja).toContain('会社、担当');
  });

  it('a header without a name and one that comes twice are told, the first of two is read', () => {
    const { report, data } = pullCsv('account_id,,name,Name,plan\n1,x,First,Second,Pro\n');
    expect(marks(report.problems)).toEqual([
      'warning | header.blank | row 1 |  | ',
      'error | header.duplicate | row 1 | Name | Name',
    ]);
    expect(rowsOf(data, 'CRM Accounts')).toEqual([{ account_id: '1', name: 'First', plan: 'Pro' }]);
  });

  it('a row with a value too many is left out, one with too few is kept, both are told', () => {
    const { report, data } = pullCsv('account_id,name,plan\n1,Acme, Inc.,Pro\n2,B\n3,C,Pro,,\n');
    expect(marks(report.problems)).toEqual([
      'error | row.long | row 2 |  | 1 | Acme |  Inc. | Pro',
      'warning | row.short | row 3 |  | 2 | B',
    ]);
    expect(rowsOf(data, 'CRM Accounts').map(({ account_id }) => account_id)).toEqual(['2', '3']);
  });

  it('a row without an id, or with an id that says nothing, is left out and told', () => {
    const { report, data } = pullCsv('account_id,name\n,A\nN/A,B\nnull,C\n4,D\n');
    expect(marks(report.problems)).toEqual([
      'error | value.missing | row 2 | account_id | ',
      'error | value.missing | row 3 | account_id | N/A',
      'error | value.missing | row 4 | account_id | null',
    ]);
    expect(rowsOf(data, 'CRM Accounts')).toEqual([{ account_id: '4', name: 'D' }]);
  });

  it('a renamed column of the Field Map is told, and the last good values stay', () => {
    const map = new Map([['plan', 'Tier']]);
    const { data } = pullCsv('account_id,Tier\n1,Gold\n', { fieldMap: map });
    const { report } = pullCsv('account_id,Level,plan\n1,Silver,x\n', { fieldMap: map }, data);
    expect(marks(report.problems)).toEqual([
      'error | column.missing |  | Tier | file',
      'warning | column.unused | row 1 | plan | ',
    ]);
    expect(rowsOf(data, 'CRM Accounts')[0]).toMatchObject({ plan: 'Gold', Level: 'Silver' });
  });
});

describe('bytes of every kind', () => {
  const text = 'account_id,name\r\n1,"東京\r\n支社"\r\n2,株式会社ソ表\r\n';
  const expected = [
    { account_id: '1', name: '東京\r\n支社' },
    { account_id: '2', name: '株式会社ソ表' },
  ];
  const utf16 = [0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])];
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16 with its mark', Uint8Array.from(utf16)],
    ['Shift_JIS', encode(text, 'Shift_JIS')],
    ['EUC-JP', encode(text, 'EUC-JP')],
  ])('%s, CRLF and a line end within quotes', (_, bytes) => {
    const { data, report } = pullInto(memoryPlatform({ files: { file: contentOf(bytes) } }), [source({})]);
    expect(report.problems).toEqual([]);
    expect(rowsOf(data, 'CRM Accounts')).toEqual(expected);
  });

  it('damaged characters are counted and told', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('account_id,name\n1,A'), 0xff, 0x0a]);
    const { report } = pullInto(memoryPlatform({ files: { file: contentOf(bytes) } }), [source({})]);
    expect(marks(report.problems)).toEqual(['warning | text.damaged |  |  | file']);
  });

  it('an Excel file is named as one', () => {
    const { report } = pullCsv('PK\u0003\u0004...');
    expect(report.problems[0]?.why.en).toContain('Excel');
  });
});

describe('values in every notation', () => {
  it('numbers: what people write is read, what is none is told and left empty', () => {
    const { report, data } = pullCsv(
      'account_id,mrr\n1,"12,345"\n2,１２３\n3,N/A\n4,1e400\n5,about ten\n6,"¥1,200"\n7,0\n',
    );
    expect(rowsOf(data, 'CRM Accounts').map(({ mrr }) => mrr)).toEqual([
      12345,
      123,
      undefined,
      undefined,
      undefined,
      1200,
      0,
    ]);
    expect(marks(report.problems)).toEqual([
      'error | number.overflow | row 5 | mrr | 1e400',
      'error | number.unreadable | row 6 | mrr | about ten',
    ]);
  });

  it.each([
    ['ja-JP', '2026-01-05'],
    ['en-US', '2026-01-05'],
    ['en-GB', '2026-05-01'],
  ])('dates: in %s 1/5/2026 is %s, and 31 February is told', (locale, expected) => {
    const text = 'account_id,renewal_date\n1,2026/1/5\n2,2026-01-05\n3,1/5/2026\n4,2026-02-31\n5,2026年1月5日\n';
    const { report, data } = pullCsv(text, {}, memoryWorkbook({ locale }));
    expect(rowsOf(data, 'CRM Accounts').map((row) => row.renewal_date)).toEqual([
      '2026-01-05',
      '2026-01-05',
      expected,
      undefined,
      '2026-01-05',
    ]);
    expect(marks(report.problems)).toEqual(['error | day.impossible | row 5 | renewal_date | 2026-02-31']);
  });

  it('a cell of 5 MB is kept out, quoted short, and its row stays', () => {
    const { report, data } = pullCsv(`account_id,name,note\n1,A,${'x'.repeat(5 * 1024 * 1024)}\n2,B,ok\n`);
    expect(rowsOf(data, 'CRM Accounts')).toEqual([
      { account_id: '1', name: 'A' },
      { account_id: '2', name: 'B', note: 'ok' },
    ]);
    expect(report.problems).toMatchObject([{ code: 'text.tooLong', place: 'row 2', column: 'note' }]);
    expect(report.problems[0]?.value).toHaveLength(200);
  });

  it('text like a formula is handed on as it is: the writer of cells makes it text', () => {
    const { data, report } = pullCsv(
      'account_id,name,note\n1,"=IMPORTXML(""https://x"",""//a"")",@x\n2,+1,=1+1\n3,-1-2,\'x\n',
    );
    expect(rowsOf(data, 'CRM Accounts')).toEqual([
      { account_id: '1', name: '=IMPORTXML("https://x","//a")', note: '@x' },
      { account_id: '2', name: '+1', note: '=1+1' },
      { account_id: '3', name: '-1-2', note: "'x" },
    ]);
    expect(report.problems).toEqual([]);
  });

  it('an unknown choice is kept and told', () => {
    const { report, data } = pullCsv(
      'touch_id,account_id,at,kind\nt1,1,2026-01-05,Meeting\nt2,1,2026-01-06,webinar\n',
      {
        dataset: 'touches',
      },
    );
    expect(rowsOf(data, 'Touches').map(({ kind }) => kind)).toEqual(['meeting', 'webinar']);
    expect(marks(report.problems)).toEqual(['warning | choice.unknown | row 3 | kind | webinar']);
  });

  it('a file that is wrong throughout is told two hundred times, then counted', () => {
    const lines = Array.from({ length: 1000 }, (_, at) => `${at},many`);
    const { report } = pullCsv(`account_id,mrr\n${lines.join('\n')}`);
    expect(report.problems).toHaveLength(201);
    expect(report.problems[200]?.why.en).toMatch(/^800 more/);
    expect(report.problems[200]?.why.ja).toContain('800件');
  });
});

describe('a tab of a spreadsheet', () => {
  it('names the cell of what it cannot read', () => {
    const book = memoryWorkbook({
      tabs: {
        CRM: [
          ['exported', null, null],
          ['account_id', 'mrr', 'renewal_date'],
          ['1', 'abc', '2026-01-05'],
          [2, 5, '#REF!'],
        ],
      },
    });
    const platform = memoryPlatform({ books: { link: book } });
    const setting = source({ kind: 'tab', location: 'link', tabName: 'CRM', options: { header_row: '2' } });
    const { report, data } = pullInto(platform, [setting]);
    expect(marks(report.problems)).toEqual([
      'error | number.unreadable | B3 | mrr | abc',
      'error | day.unreadable | C4 | renewal_date | #REF!',
    ]);
    expect(rowsOf(data, 'CRM Accounts')).toEqual([
      { account_id: '1', renewal_date: '2026-01-05' },
      { account_id: '2', mrr: 5 },
    ]);
  });

  it('that is not there is named, with those that are', () => {
    const platform = memoryPlatform({ health: memoryWorkbook({ tabs: { Sales: [['x']], Notes: [] } }) });
    const { report } = pullInto(platform, [source({ kind: 'tab', location: '', tabName: 'CRM' })]);
    expect(report.problems[0]?.why.en).toContain('no tab "CRM". It has: Sales, Notes');
  });
});

describe('usage', () => {
  const ACCOUNTS = 'account_id,name\n1,Acme\n2,Beta\n';

  function facts(usage: string, changes: Parameters<typeof source>[0] = {}) {
    const platform = memoryPlatform({ files: { accounts: ACCOUNTS, usage } });
    const settings = [
      source({ location: 'accounts' }),
      source({ id: 'u', dataset: 'usage', location: 'usage', ...changes }),
    ];
    const { report, store, data } = pullInto(platform, settings);
    const loaded = loadFacts(store);
    const series = [...loaded.facts.usage].flatMap(([id, list]) =>
      list.map(({ measure, userId, firstDay, values }) => [id, measure, userId, firstDay, ...values]),
    );
    return { report, series, loaded, data };
  }
  const day = dayOf(2026, 1, 5) as number;

  it('reads the same from long rows and from wide ones', () => {
    const long = facts(
      'account,day,event,count\n1,2026-01-05,logins,3\n1,2026/1/7,logins,0\n1,2026-01-05,reports,"1,000"\n',
    );
    const wide = facts('account,day,logins,reports\n1,2026-01-05,3,"1,000"\n1,2026/1/7,0,\n');
    const expected = [
      ['1', 'logins', '', day, 3, Number.NaN, 0],
      ['1', 'reports', '', day, 1000],
    ];
    expect(long.series).toEqual(expected);
    expect(wide.series).toEqual(expected);
    expect([...long.report.problems, ...wide.report.problems]).toEqual([]);
  });

  it('takes only columns of numbers for measures, and tells what it leaves out', () => {
    const { series, report } = facts('account_id,date,plan,logins\n1,2026-01-05,Pro,3\n1,2026-01-06,Pro,many\n');
    expect(series).toEqual([['1', 'logins', '', day, 3]]);
    expect(marks(report.problems)).toEqual([
      'warning | column.unused |  | plan | ',
      'error | number.unreadable | row 3 | logins | many',
    ]);
  });

  it('takes the columns that Measures names, and refuses one that is not there', () => {
    const text = 'account_id,date,seats,logins\n1,2026-01-05,9,3\n';
    expect(facts(text, { measures: ['logins'] }).series).toEqual([['1', 'logins', '', day, 3]]);
    const { report } = facts(text, { measures: ['Logouts'] });
    expect(report.problems[0]?.why.en).toContain('lacks Logouts. Columns: account_id, date, seats, logins');
  });

  it('keeps users apart', () => {
    const { series } = facts('account_id,date,user_id,logins\n1,2026-01-05,ann,3\n1,2026-01-05,bob,4\n');
    expect(series).toEqual([
      ['1', 'logins', 'ann', day, 3],
      ['1', 'logins', 'bob', day, 4],
    ]);
  });

  it('of two values for one day the later counts, and is told', () => {
    const { series, report } = facts('account_id,date,logins\n1,2026-01-05,3\n1,2026-01-05,4\n');
    expect(series).toEqual([['1', 'logins', '', day, 4]]);
    expect(marks(report.problems)).toEqual(['warning | key.duplicate | row 3 | logins | 1 | 2026-01-05 | logins']);
  });

  it('refuses a day no series should stretch to', () => {
    const { series, report } = facts('account_id,date,logins\n1,9999-12-31,3\n1,2026-01-05,4\n');
    expect(series).toEqual([['1', 'logins', '', day, 4]]);
    expect(marks(report.problems)).toEqual(['error | day.implausible | row 2 | date | 9999-12-31']);
  });

  it('of an account the CRM lacks is told once, as is an account without usage', () => {
    const { loaded } = facts('account_id,date,logins\n9,2026-01-05,3\n9,2026-01-06,3\n１,2026-01-05,4\n');
    expect([...loaded.facts.usage.keys()]).toEqual(['1']);
    expect(marks(loaded.problems)).toEqual([
      'warning | account.unknown |  | account_id | 9',
      'warning | account.noUsage |  | account_id | 2',
    ]);
  });
});
