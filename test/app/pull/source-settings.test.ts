import { readSourceSettings } from '../../../src/app/pull/source-settings';
import { SOURCE_KINDS } from '../../../src/sources';
import { sourcesTab } from '../../../src/tables/sources';

const HEADER = sourcesTab(SOURCE_KINDS).columns.map(({ name }) => name);

type Row = Readonly<Record<string, string | boolean | null>>;
const CSV: Row = { 'Source ID': 'crm', Kind: 'csv', Dataset: 'accounts', Location: 'https://example.com/a.csv' };
const JSON_ROW: Row = { ...CSV, 'Source ID': 'api', Kind: 'json', Location: 'https://example.com/a' };

function read(...rows: readonly Row[]) {
  const grid = [HEADER, ...rows.map((row) => HEADER.map((name) => row[name] ?? null))];
  const { settings, problems } = readSourceSettings(grid);
  return { settings, problems, said: problems.map(({ place, column, why }) => `${place} ${column}: ${why.en}`) };
}

describe('a row of the Sources tab', () => {
  it('is read with what it leaves out', () => {
    expect(read(CSV)).toMatchObject({
      problems: [],
      settings: [
        { id: 'crm', kind: 'csv', dataset: 'accounts', paging: 'none', every: 'daily', measures: [], options: {} },
      ],
    });
  });

  it('is read with everything it says', () => {
    const { settings, problems } = read({
      ...JSON_ROW,
      Dataset: 'usage',
      'Rows Path': 'data.items',
      Paging: 'cursor',
      Options: 'cursor_path = meta.next\ncursor_parameter=after ; page_size = 50',
      'Header Name': 'Authorization: Bearer',
      'Secret Name': 'crm key',
      'Field Map': 'account_id = company.id\nplan＝Tier; note = a=b',
      Measures: 'logins, reports、exports',
      Every: 'hourly',
    });
    expect(problems).toEqual([]);
    expect(settings).toMatchObject([
      {
        rowsPath: 'data.items',
        paging: 'cursor',
        options: { cursor_path: 'meta.next', cursor_parameter: 'after', page_size: '50' },
        headerName: 'Authorization',
        headerPrefix: 'Bearer',
        secretName: 'crm key',
        measures: ['logins', 'reports', 'exports'],
        every: 'hourly',
      },
    ]);
    expect([...(settings[0]?.fieldMap ?? [])]).toEqual([
      ['account_id', 'company.id'],
      ['plan', 'Tier'],
      ['note', 'a=b'],
    ]);
  });

  it('that is switched off is left out, whatever else it says', () => {
    expect(read({ ...CSV, Enabled: false, Kind: 'nonsense' })).toMatchObject({ settings: [], problems: [] });
  });

  it.each<[string, Row, string, string]>([
    ['an unknown kind', { ...CSV, Kind: 'ftp' }, 'C2', 'Kind'],
    ['an unknown dataset', { ...CSV, Dataset: 'deals' }, 'D2', 'Dataset'],
    ['no dataset', { ...CSV, Dataset: null }, 'D2', 'Dataset'],
    ['no location', { ...CSV, Location: null }, 'E2', 'Location'],
    ['plain http', { ...CSV, Location: 'http://example.com/a.csv' }, 'E2', 'Location'],
    ['a password in the address', { ...CSV, Location: 'https://a:b@example.com' }, 'E2', 'Location'],
    [
      'a spreadsheet as a file',
      { ...CSV, Location: 'https://docs.google.com/spreadsheets/d/x/edit' },
      'E2',
      'Location',
    ],
    ['an id for JSON', { ...JSON_ROW, Location: 'abc' }, 'E2', 'Location'],
    ['unknown paging', { ...JSON_ROW, Paging: 'scroll' }, 'H2', 'Paging'],
    ['paging by cursor without its path', { ...JSON_ROW, Paging: 'cursor' }, 'I2', 'Options'],
    ['an unknown option', { ...CSV, Options: 'page_size = 5' }, 'I2', 'Options'],
    ['an option that is no pair', { ...CSV, Options: 'delimiter' }, 'I2', 'Options'],
    ['an option of the wrong type', { ...JSON_ROW, Options: 'page_size = many' }, 'I2', 'Options'],
    ['an option out of range', { ...JSON_ROW, Options: 'max_pages = 0' }, 'I2', 'Options'],
    ['an unknown charset', { ...CSV, Options: 'charset = latin9' }, 'I2', 'Options'],
    ['a delimiter of two characters', { ...CSV, Options: 'delimiter = ::' }, 'I2', 'Options'],
    ['a header with a blank', { ...CSV, 'Header Name': 'X Key', 'Secret Name': 'k' }, 'J2', 'Header Name'],
    ['a header without a secret', { ...CSV, 'Header Name': 'X-Key' }, 'K2', 'Secret Name'],
    ['a field map that is no pair', { ...CSV, 'Field Map': 'account_id' }, 'L2', 'Field Map'],
  ])('with %s is left out, its cell named in both languages, and the next row is read', (_, row, place, column) => {
    const { settings, problems } = read(row, { ...CSV, 'Source ID': 'other' });
    expect(settings.map(({ id }) => id)).toEqual(['other']);
    expect(problems).toMatchObject([{ source: 'Sources', place, column, severity: 'error' }]);
    expect(problems[0]?.why.en).not.toBe('');
    expect(problems[0]?.why.ja).toMatch(/[ぁ-ん]/);
  });

  it('of an id that was used before is left out', () => {
    const { settings, said } = read(CSV, { ...CSV, Location: 'https://example.com/b.csv' });
    expect(settings).toHaveLength(1);
    expect(said).toEqual([expect.stringMatching(/^A3 Source ID: Another row/)]);
  });
});

describe('the Sources tab', () => {
  it('that is missing or whose header was altered yields no source, and is told', () => {
    for (const grid of [null, [], [HEADER.map((name) => (name === 'Kind' ? 'Type' : name)), ['crm']]]) {
      const { settings, problems } = readSourceSettings(grid);
      expect(settings).toEqual([]);
      expect(problems.length).toBeGreaterThan(0);
    }
  });

  it('offers the kinds that are installed', () => {
    expect(SOURCE_KINDS).toEqual(expect.arrayContaining(['tab', 'csv', 'json']));
    expect(new Set(SOURCE_KINDS).size).toBe(SOURCE_KINDS.length);
    expect(sourcesTab(SOURCE_KINDS).columns.find(({ name }) => name === 'Kind')?.choices).toEqual(SOURCE_KINDS);
  });
});
