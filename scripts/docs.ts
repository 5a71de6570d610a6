import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sourceIndex } from './docs/source-index';
import { sourcePage } from './docs/source-pages';

/** `npm run docs`: lists the kinds of sources in src/sources/index.ts, then writes what they declare for people. */
async function main(): Promise<void> {
  const root = resolve(__dirname, '..');
  writeFileSync(join(root, 'src/sources/index.ts'), sourceIndex(root));
  const { SOURCES } = await import('../src/sources');
  writeFileSync(join(root, 'docs/sources.md'), sourcePage(SOURCES, 'en'));
  writeFileSync(join(root, 'docs/sources.ja.md'), sourcePage(SOURCES, 'ja'));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
