import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { DATASETS } from '../../../src/domain/datasets';
import { type DemoTable, generateDemo } from './generate';
import type { DemoOptions } from './portfolio';

/** Writes the demo portfolio as one CSV file per dataset (`accounts.csv`, `usage.csv`, ...) and gives their paths. */
export function writeDemo(dir: string, options: DemoOptions): string[] {
  mkdirSync(dir, { recursive: true });
  const tables = generateDemo(options);
  return DATASETS.map(({ name }) => {
    const path = join(dir, `${name}.csv`);
    writeFileSync(path, csv(tables[name]));
    return path;
  });
}

/** UTF-8 without a mark, `\n` after every line, quotes where RFC 4180 wants them. */
function csv(table: DemoTable): string {
  const text = Papa.unparse({ fields: [...table.columns], data: table.rows as unknown[][] }, { newline: '\n' });
  return `${text}\n`;
}
