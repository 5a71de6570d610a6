import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';

const ENTRY = 'src/app/defaults/index.ts';

/** Languages the default configuration is written in. */
const LOCALES = ['en', 'ja'] as const;

/**
 * The default configuration, by language, and the words of header notes as a page that is never shown: JSON in a script
 * element. Set-up alone needs them, so they stay out of the script that every call evaluates.
 */
export async function bundleDefaults(root: string, notes: readonly string[]): Promise<string> {
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
  const defaults = Object.fromEntries(LOCALES.map((locale) => [locale, defaultConfig(locale)]));
  const json = JSON.stringify({ ...defaults, notes });
  // Neither a closing tag nor a comment may appear, whatever the words are.
  const safe = json.replace(/</g, '\\u003c').replace(/\//g, '\\/');
  return `<script type="application/json">${safe}</script>\n`;
}
