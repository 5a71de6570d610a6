import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DATASETS, type DatasetName } from '../../../src/domain/datasets';
import { type Day, parseDay } from '../../../src/domain/day';

/** One CSV file of a data folder, as bytes: decoding is the product's work. */
export interface DataFile {
  readonly dataset: DatasetName;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files a folder holds for the datasets, and those it holds besides. */
export interface DataFolder {
  readonly files: readonly DataFile[];
  readonly ignored: readonly string[];
}

/** Reads a folder of CSV files named by dataset, in the order of a pull. Names are compared without case. */
export function readDataFolder(dir: string): DataFolder {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) throw new Error(`--data ${dir}: there is no such folder`);
  const present = readdirSync(dir).filter((name) => statSync(join(dir, name)).isFile());
  const nameOf = (dataset: DatasetName) => present.find((name) => name.toLowerCase() === `${dataset}.csv`);
  const files = DATASETS.flatMap(({ name: dataset }) => {
    const name = nameOf(dataset);
    return name === undefined ? [] : [{ dataset, name, bytes: new Uint8Array(readFileSync(join(dir, name))) }];
  });
  if (files.length === 0) {
    const expected = DATASETS.map(({ name }) => `${name}.csv`).join(', ');
    throw new Error(`--data ${dir}: no file named by a dataset; expected some of ${expected}`);
  }
  const taken = new Set(files.map(({ name }) => name));
  return { files, ignored: present.filter((name) => !taken.has(name)) };
}

/** A date as people write it, year first. */
const YEAR_FIRST = /\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/g;

/**
 * The newest day that dates a fact in the files, not later than `today`; null where none is found. Columns that date
 * plans (renewals, contract ends) are in undated datasets and do not count.
 */
export function newestDay(files: readonly DataFile[], today: Day): Day | null {
  let newest: Day | null = null;
  for (const { dataset, bytes } of files) {
    if (DATASETS.find(({ name }) => name === dataset)?.dated === null) continue;
    for (const match of Buffer.from(bytes).toString('latin1').matchAll(YEAR_FIRST)) {
      const [, year, month, date] = match as unknown as [string, string, string, string];
      const day = parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
      if (day !== null && day <= today && (newest === null || day > newest)) newest = day;
    }
  }
  return newest;
}
