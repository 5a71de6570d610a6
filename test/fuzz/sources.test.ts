import fc from 'fast-check';
import type { Problem } from '../../src/domain/problem';
import { isKenshinError } from '../../src/errors';
import { SOURCES } from '../../src/sources';
import { eachRecord } from '../../src/sources/csv/records';
import { decode } from '../../src/sources/decode';
import type { SourceSetting } from '../../src/sources/source';
import { PAGINGS } from '../../src/tables/sources';
import { contentOf } from '../app/ports/bytes';
import { type Answer, memoryPlatform } from '../app/ports/memory-platform';
import { memoryWorkbook } from '../app/ports/memory-workbook';
import { source } from '../app/pull/pulled';
import { cell, expectProblems, expectText, json, text } from './drawn';
import { fuzz } from './replay';

/** Requests that a source may make while it is refused nothing: bounded by pages, tries and redirects. */
const MOST_REQUESTS = 500;

/** Reads a source to its last row; all that it says is well formed, and it says nothing but words. */
function readWhole(setting: SourceSetting, given: Parameters<typeof memoryPlatform>[0]): void {
  const platform = memoryPlatform({ milliseconds: 10 ** 9, ...given });
  const problems: Omit<Problem, 'source'>[] = [];
  const kind = SOURCES.find((one) => one.kind === setting.kind);
  if (!kind) throw new Error(`no kind ${setting.kind}`);
  for (const { why } of kind.check(setting)) expectText(why);
  try {
    const pulled = kind.read({
      ...platform,
      setting,
      cursor: null,
      report: (problem) => problems.push(problem),
      pause: () => undefined,
    });
    expect(pulled.columns.every((column) => typeof column === 'string')).toBe(true);
    let last = pulled.headerRow;
    pulled.each((cells, row) => {
      expect(row).toBeGreaterThan(last);
      expect(Array.isArray(cells)).toBe(true);
      last = row;
      return true;
    });
  } catch (error) {
    if (!isKenshinError(error)) throw error;
    expectText(error.text);
    expectText(error.next);
  }
  expectProblems(problems);
  expect(platform.requests.length).toBeLessThanOrEqual(MOST_REQUESTS);
}

const option = fc.dictionary(
  fc.constantFrom(
    ...['cursor_path', 'cursor_parameter', 'page_parameter', 'offset_parameter', 'size_parameter', 'next_hosts'],
    ...['delimiter', 'charset'],
  ),
  text.filter((value) => value.trim() !== ''),
);

describe('whatever a text file holds', () => {
  it('its records hold every character but quotes, delimiters and line ends', () => {
    const bare = (whole: string): string => whole.replace(/["\r\n,]/g, '');
    fuzz(text, (file) => {
      const kept: string[] = [];
      eachRecord(file, ',', (fields) => kept.push(...fields) > 0);
      expect(bare(kept.join(''))).toBe(bare(file));
    });
  });

  it('it is read as CSV, or refused in words', () => {
    const lines = fc.array(text, { maxLength: 8 }).map((all) => all.join('\n'));
    fuzz(fc.tuple(fc.oneof(text, lines), option), ([file, options]) =>
      readWhole(source({ location: 'file', options }), { files: { file } }),
    );
  });

  it('its bytes are decoded, and read as CSV or refused', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      text.map((written) => new Uint8Array(Buffer.from(written, 'utf16le'))),
      text.map((written) => new Uint8Array(Buffer.from(written))),
    );
    fuzz(fc.tuple(bytes, text), ([drawn, named]) => {
      const { text: decoded, damaged } = decode(contentOf(drawn), named);
      expect(decoded.startsWith('\ufeff\ufeff') || !decoded.startsWith('\ufeff')).toBe(true);
      expect(damaged).toBe(decoded.split('\ufffd').length - 1);
      readWhole(source({ location: 'file' }), { files: { file: contentOf(drawn) } });
    });
  });
});

describe('whatever a server answers', () => {
  const body = fc.oneof(
    json.map((value) => JSON.stringify(value)),
    fc.array(json, { maxLength: 4 }).map((rows) => JSON.stringify({ data: { items: rows }, next: '/next' })),
    fc.dictionary(text, json, { maxKeys: 3, noNullPrototype: true }).map((record) => JSON.stringify([record])),
    text,
  );
  const answer: fc.Arbitrary<Answer> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ body }) },
    fc.record({
      status: fc.oneof(fc.constantFrom(200, 204, 301, 302, 307, 400, 401, 403, 404, 408, 429, 500, 503), fc.nat(999)),
      body,
      headers: fc.dictionary(
        fc.constantFrom('link', 'location', 'content-type', 'content-length', 'retry-after'),
        fc.oneof(
          text,
          fc.constantFrom('</next>; rel="next"', '<?page=2>; rel=next', '/next', 'https://b.example/', '1'),
        ),
      ),
    }),
    fc.constant(new Error('Exception: Address unavailable')),
  );
  const setting = fc.record({
    kind: fc.constantFrom('json', 'csv'),
    location: fc.oneof({ weight: 3, arbitrary: fc.constant('https://a.example/x?key=1') }, text),
    rowsPath: fc.oneof(fc.constantFrom('', 'data.items', 'next'), text),
    paging: fc.constantFrom(...PAGINGS),
    options: fc.oneof(fc.constant({ cursor_path: 'next' }), option),
  });

  it('it is read to its end, or refused in words', () => {
    fuzz(fc.tuple(setting, fc.array(answer, { minLength: 1, maxLength: 5 })), ([drawn, answers]) => {
      const options = { max_pages: '20', ...drawn.options } as Record<string, string>;
      readWhole(source({ ...drawn, options }), {
        answer: (_, count) => answers[(count - 1) % answers.length] as Answer,
        files: { [drawn.location]: 'a,b\n1,2\n' },
      });
    });
  });
});

describe('whatever a tab holds', () => {
  it('it is read, or refused in words', () => {
    const grid = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 });
    fuzz(fc.tuple(grid, fc.option(fc.nat(8))), ([rows, header]) => {
      const options: Record<string, string> = header === null ? {} : { header_row: String(header) };
      const health = memoryWorkbook({ tabs: { People: rows } });
      readWhole(source({ kind: 'tab', location: '', tabName: 'People', options }), { health });
    });
  });
});
