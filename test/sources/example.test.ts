import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sourceIndex } from '../../scripts/docs/source-index';
import type { SourceDeclaration, SourceSetting } from '../../src/sources/source';
import { contextOf } from './vendor-reading';

const ROOT = resolve(__dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/add-a-source.md'), 'utf8');
const codeOf = (page: string): string => /```ts\n([\s\S]+?)```/.exec(page)?.[1] ?? '';
const CODE = codeOf(PAGE);

/** The product with nothing more than the example's folder in it. */
let copy: string;
let kinds: readonly SourceDeclaration[];
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'kenshin-example-'));
  cpSync(join(ROOT, 'src'), join(copy, 'src'), { recursive: true });
  cpSync(join(ROOT, 'tsconfig.base.json'), join(copy, 'tsconfig.base.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(copy, 'src/sources/tally'));
  writeFileSync(join(copy, 'src/sources/tally/tally.ts'), CODE);
  writeFileSync(join(copy, 'src/sources/index.ts'), sourceIndex(copy));
  kinds = (require(join(copy, 'src/sources')) as { SOURCES: readonly SourceDeclaration[] }).SOURCES;
});
afterAll(() => rmSync(copy, { recursive: true }));

const tally = () => kinds.find(({ kind }) => kind === 'tally') as SourceDeclaration;
const setting: Partial<SourceSetting> = {
  ...{ dataset: 'surveys', location: 'https://tally.example/api', options: { survey: '7' } },
};

/** Two pages, and after the newest answer nothing. */
const PAGES: Readonly<Record<string, object>> = {
  '': { answers: [{ id: 'r1', company: 'A', answered: '2026-01-05T00:00:00Z', score: 9 }], next: 'p2' },
  p2: { answers: [{ id: 'r2', company: 'B', answered: '2026-01-06T00:00:00Z', score: 3 }], next: null },
  '2026-01-06T00:00:00Z': { answers: [], next: null },
};

function read(cursor: string | null) {
  const { context, problems } = contextOf('tally', setting, { cursor });
  const asked: string[] = [];
  const pulled = tally().read({
    ...context,
    http: {
      fetchAll: (requests) =>
        requests.map(({ url, headers }) => {
          asked.push(`${url} ${headers.authorization}`);
          const after = new URL(url).searchParams.get('after') ?? '';
          const body = JSON.stringify(PAGES[after]);
          return { status: 200, headers: {}, content: { size: body.length, head: () => [123], text: () => body } };
        }),
    },
  });
  const rows: unknown[][] = [];
  pulled.each((cells) => {
    rows.push([...cells]);
    return true;
  });
  return { pulled, rows, asked, problems };
}

describe('the example of the manual', () => {
  it('is a kind once its folder is there', () => {
    expect(kinds.map(({ kind }) => kind)).toContain('tally');
  });

  it('reads alike in both languages', () => {
    expect(codeOf(readFileSync(join(ROOT, 'docs/add-a-source.ja.md'), 'utf8'))).toBe(CODE);
  });

  it('compiles', () => {
    const { bin } = JSON.parse(readFileSync(join(ROOT, 'node_modules/typescript/package.json'), 'utf8')) as {
      bin: { tsc: string };
    };
    const tsc = join(ROOT, 'node_modules/typescript', bin.tsc);
    expect(execFileSync(process.execPath, [tsc, '-b', 'src/sources'], { cwd: copy, encoding: 'utf8' })).toBe('');
  });

  it('brings what there is page after page, and later what is new', () => {
    const { pulled, rows, asked, problems } = read(null);
    expect(pulled.columns).toEqual(['id', 'company', 'answered', 'score']);
    expect(rows.map(([id, , , score]) => [id, score])).toEqual([
      ['r1', 9],
      ['r2', 3],
    ]);
    expect([pulled.cursor, pulled.more, problems]).toEqual(['2026-01-06T00:00:00Z', false, []]);
    expect(asked).toEqual([
      'https://tally.example/api/answers?survey=7&after= Bearer the-key-0123456789',
      'https://tally.example/api/answers?survey=7&after=p2 Bearer the-key-0123456789',
    ]);
    const later = read(pulled.cursor ?? null);
    expect([later.rows, later.pulled.cursor]).toEqual([[], '2026-01-06T00:00:00Z']);
  });

  it('tells the faults of its row', () => {
    const { context } = contextOf('tally', { ...setting, location: 'http://tally.example', options: {} });
    expect(
      tally()
        .check(context.setting)
        .map(({ column }) => column),
    ).toEqual(['Location', 'Options']);
  });
});
