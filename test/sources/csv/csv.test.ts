import { isKenshinError } from '../../../src/errors';
import { csvSource } from '../../../src/sources/csv/csv';
import type { SourceSetting } from '../../../src/sources/source';
import { contentOf, encode } from '../../app/ports/bytes';
import { type Answer, memoryPlatform } from '../../app/ports/memory-platform';
import { source } from '../../app/pull/pulled';

function readAll(
  given: { files?: Record<string, string>; answer?: () => Answer },
  setting: Partial<SourceSetting> = {},
) {
  const platform = memoryPlatform(given);
  const problems: string[] = [];
  const pulled = csvSource.read({
    ...platform,
    setting: source(setting),
    cursor: null,
    pause: () => undefined,
    report: ({ code, place }) => problems.push(`${code} ${place}`),
  });
  const rows: [number, ...unknown[]][] = [];
  pulled.each((cells, row) => rows.push([row, ...cells]) > 0);
  return { name: pulled.name, columns: pulled.columns, rows, problems };
}

const fileOf = (text: string, options: Record<string, string> = {}) => readAll({ files: { file: text } }, { options });

describe('a CSV file', () => {
  it('hands out its rows under the numbers a sheet would show', () => {
    expect(fileOf('a,b\n1,"x\ny"\n\n2,z')).toEqual({
      name: 'file',
      columns: ['a', 'b'],
      rows: [
        [2, '1', 'x\ny'],
        [4, '2', 'z'],
      ],
      problems: [],
    });
  });

  it('may begin with blank lines and end its header with delimiters', () => {
    expect(fileOf('\n,\na,b,,\n1,2,,\n')).toMatchObject({ columns: ['a', 'b'], rows: [[4, '1', '2', '', '']] });
  });

  it('may name its delimiter in the first line, as Excel does', () => {
    expect(fileOf('sep=;\r\na;b\r\n"1,5";2\r\n')).toMatchObject({ columns: ['a', 'b'], rows: [[3, '1,5', '2']] });
  });

  it('is cut as the option says, against all appearance', () => {
    expect(fileOf('a,b|c\n1,2|3\n', { delimiter: 'pipe' })).toMatchObject({ columns: ['a,b', 'c'] });
  });

  it('tells a quote that is not closed by its row, and reads on', () => {
    expect(fileOf('a,b\n1,"x\n2,y\n')).toMatchObject({
      rows: [
        [2, '1', '"x'],
        [3, '2', 'y'],
      ],
      problems: ['csv.quote row 2'],
    });
  });
});

describe('a CSV at an address', () => {
  const https = { location: 'https://files.example.com/a.csv?sig=hidden' };

  it('is known by its host and read by the charset that fits', () => {
    const content = contentOf(encode('id,名前\n1,東京\n', 'Shift_JIS'));
    const answer = () => ({ content, headers: { 'content-type': 'text/csv; charset=UTF-8' } });
    expect(readAll({ answer }, https)).toMatchObject({
      name: 'files.example.com',
      columns: ['id', '名前'],
      rows: [[2, '1', '東京']],
    });
  });

  it('that answers with a sign-in page is refused in words, without the address', () => {
    const answer = () => ({ body: '<html><body>Sign in</body></html>', headers: { 'content-type': 'text/html' } });
    let words = '';
    try {
      readAll({ answer }, https);
    } catch (error) {
      if (isKenshinError(error)) words = `${error.text.en} ${error.next.en}`;
    }
    expect(words).toContain('web page');
    expect(words).not.toContain('hidden');
  });

  it('in Drive is opened as a file, not fetched', () => {
    const link = 'https://drive.google.com/file/d/abc/view';
    expect(readAll({ files: { [link]: 'a\n1\n' } }, { location: link }).rows).toEqual([[2, '1']]);
  });

  it('that a spreadsheet publishes is fetched', () => {
    const location = 'https://docs.google.com/spreadsheets/d/e/2PACX-1v/pub?output=csv';
    expect(csvSource.check(source({ location }))).toEqual([]);
    expect(readAll({ answer: () => ({ body: 'a\n1\n' }) }, { location }).rows).toEqual([[2, '1']]);
  });
});
