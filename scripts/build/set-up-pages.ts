import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import type { defaultConfig } from '../../src/app/defaults';
import type { APP_SHEET_WORDS } from '../../src/tables/appsheet/rules.words';
import type { WORDS } from '../../src/tables/words';
import { jsonPage } from './json-page';

/** Languages the default configuration is written in. */
const LOCALES = ['en', 'ja'] as const;

/**
 * What set-up alone needs, as pages that are never shown: JSON in a script element. Set-up runs once in a spreadsheet's
 * life, so this stays out of the script that every call evaluates.
 */
export async function bundleSetUpPages(root: string) {
  const [configuration, tables, appSheet] = await Promise.all([
    evaluated<{ defaultConfig: typeof defaultConfig }>(root, 'src/app/defaults/index.ts'),
    evaluated<{ WORDS: typeof WORDS }>(root, 'src/tables/words.ts'),
    evaluated<{ APP_SHEET_WORDS: typeof APP_SHEET_WORDS }>(root, 'src/tables/appsheet/rules.words.ts'),
  ]);
  return {
    /** The default configuration by language. */
    defaults: jsonPage(Object.fromEntries(LOCALES.map((locale) => [locale, configuration.defaultConfig(locale)]))),
    /** The words of every tab. */
    words: jsonPage(tables.WORDS),
    /** The rules of AppSheet in words. */
    appSheet: jsonPage(appSheet.APP_SHEET_WORDS),
  };
}

/** What a file of the project exports. */
async function evaluated<Exports>(root: string, entry: string): Promise<Exports> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'neutral',
    logLevel: 'silent',
  });
  const module = { exports: {} };
  runInNewContext(outputFiles[0]?.text ?? '', { module });
  return module.exports as Exports;
}
