import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { civil, type Day } from '../../../src/domain/day';
import type { WorkbookModel } from '../gas/spreadsheet/model';
import { csvTable, pasteTable } from './paste';

/**
 * Replaces configuration tabs by the files of a folder, each named by its tab (`Metrics.csv`), as a person does who
 * pastes them. Returns the names of the tabs. Throws for a folder that is not there or a file that names no tab.
 */
export function applyConfigFolder(health: WorkbookModel, dir: string, asOf: Day): string[] {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) throw new Error(`--config ${dir}: there is no such folder`);
  const files = readdirSync(dir).filter((name) => /\.csv$/i.test(name));
  return files.map((file) => {
    const wanted = file.replace(/\.csv$/i, '').toLowerCase();
    const tab = health.sheets.find(({ name }) => name.toLowerCase() === wanted)?.name;
    if (tab === undefined) throw new Error(`--config ${join(dir, file)}: there is no tab of that name`);
    const table = csvTable(readFileSync(join(dir, file), 'utf8'));
    pasteTable(health, tab, table.length > 0 ? table : [['']], civil(asOf).year);
    return tab;
  });
}
