import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import type { Locale } from '../../../src/domain/text';

const FOLDER = `${__dirname}/page`;

/** The preview's own page as one HTML text, in the language that its html element says. */
export async function bundlePreviewPage(locale: Locale): Promise<string> {
  const [shell, script, style] = await Promise.all([
    readFile(`${FOLDER}/index.html`, 'utf8'),
    bundleOnce('main.ts'),
    bundleOnce('main.css'),
  ]);
  return shell
    .replace('lang="en"', `lang="${locale}"`)
    .replace('<!-- style -->', () => `<style>${style}</style>`)
    .replace('<!-- script -->', () => `<script>${script}</script>`);
}

/** What stands in for `google.script` inside the sidebar's frame. */
export function bundleShim(): Promise<string> {
  return bundleOnce('script-run.ts');
}

const bundled = new Map<string, Promise<string>>();

/** A grid library takes half a second to bundle, and tests start many previews. */
function bundleOnce(entry: string): Promise<string> {
  const known = bundled.get(entry) ?? bundle(entry);
  bundled.set(entry, known);
  return known;
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${FOLDER}/${entry}`],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
