import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';

const ENTRY = 'src/app/defaults/index.ts';

/** Languages the default configuration is written in. */
const LOCALES = ['en', 'ja'] as const;

/**
 * The default configuration as a page that is never shown: JSON by language in a script element. It is needed once in a
 * spreadsheet's life, by set-up, so it stays out of the script that every call evaluates.
 */
export async function bundleDefaults(root: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'neutral',
    logLevel: 'silent',
  });
  const module = { exports: {} as { defaultConfig(locale: string): unknown } };
  runInNewContext(outputFiles[0]?.text ?? '', { module });
  const { defaultConfig } = module.exports;
  const json = JSON.stringify(Object.fromEntries(LOCALES.map((locale) => [locale, defaultConfig(locale)])));
  // Neither a closing tag nor a comment may appear, whatever the words are.
  const safe = json.replace(/</g, '\\u003c').replace(/\//g, '\\/');
  return `<script type="application/json">${safe}</script>\n`;
}
