import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sourceIndex } from '../../scripts/docs/source-index';
import { sourcePage } from '../../scripts/docs/source-pages';
import { SOURCES } from '../../src/sources';

const ROOT = resolve(__dirname, '../..');
const file = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('what `npm run docs` writes is as it would write it now', () => {
  it('the list of kinds', () => {
    expect(file('src/sources/index.ts')).toBe(sourceIndex(ROOT));
  });

  it.each(['en', 'ja'] as const)('the page of sources (%s)', (locale) => {
    expect(file(`docs/sources${locale === 'ja' ? '.ja' : ''}.md`)).toBe(sourcePage(SOURCES, locale));
  });
});
