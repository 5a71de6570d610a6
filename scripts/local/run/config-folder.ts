import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { civil, type Day } from '../../../src/domain/day';
import { CONFIG_TABS } from '../../../src/tables/health/configuration';
import { addSheetModel, type WorkbookModel } from '../gas/spreadsheet/model';
import { csvTable, pasteTable } from './paste';

/** Tabs that a folder may bring: configuration, and what people write. */
const TABS: readonly string[] = [...CONFIG_TABS.map(({ name }) => name), 'Sources', 'Pulses', 'Goals'];

/**
 * Makes tabs from the files of a folder, each named by its tab (`Metrics.csv`), as a person does who brings them along
 * before set-up; set-up then adds the defaults that fit. Returns the names of the tabs. Throws for a folder that is not
 * there or a file that names no tab.
 */
export function bringConfigFolder(health: WorkbookModel, dir: string, asOf: Day): string[] {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) throw new Error(`--config ${dir}: there is no such folder`);
  const files = readdirSync(dir).filter((name) => /\.csv$/i.test(name));
  return files.map((file) => {
    const wanted = file.replace(/\.csv$/i, '').toLowerCase();
    const tab = TABS.find((name) => name.toLowerCase() === wanted);
    if (tab === undefined) {
      throw new Error(`--config ${join(dir, file)}: no tab is called that; expected some of ${TABS.join(', ')}`);
    }
    const table = csvTable(readFileSync(join(dir, file), 'utf8')).map((row) => row.map(entered));
    addSheetModel(health, tab);
    pasteTable(health, tab, table.length > 0 ? table : [['']], civil(asOf).year);
    return tab;
  });
}

/** Text that begins with a sign (`-60=0; 25=100`), which a cell would take for a formula, with an apostrophe before it. */
function entered(text: string): string {
  return /^[+-]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
}
