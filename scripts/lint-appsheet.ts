import { parseArgs } from 'node:util';
import { say } from '../src/domain/text';
import { lintAppSheet } from '../src/tables/appsheet/lint';
import { APP_SHEET_WORDS } from '../src/tables/appsheet/rules.words';
import { surveyBook } from './local/appsheet/survey-file';
import { openWorkbook } from './local/xlsx/open';

/**
 * `npm run lint:appsheet -- FILE.xlsx [--locale ja]`: every rule of AppSheet that the Health workbook in the file
 * misses, with its tab, its cell and what to do. Ends with 1 where a rule is missed.
 */
function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { locale: { type: 'string', default: 'en' } },
  });
  const [path] = positionals;
  if (path === undefined) throw new Error('npm run lint:appsheet -- FILE.xlsx [--locale en|ja]');
  const locale = values.locale === 'ja' ? 'ja' : 'en';
  const problems = lintAppSheet(surveyBook(openWorkbook(path)), APP_SHEET_WORDS);
  for (const { severity, code, source, place, value, why } of problems) {
    const found = value === '' ? '' : ` [${value}]`;
    console.log(`${severity.toUpperCase()} ${source}${place && `!${place}`} ${code}${found}\n    ${say(why, locale)}`);
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  console.log(`${path}: ${errors} errors, ${problems.length - errors} warnings`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
