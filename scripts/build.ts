import { resolve } from 'node:path';
import Table from 'cli-table3';
import { buildDist, type Dist } from './build/dist';
import { extrasIn } from './build/extras';
import { BuildRefused } from './build/fault';

/** `npm run build [-- --with bigquery,calendar,gmail,forms]`: makes dist/, or says what keeps it from being made. */
async function main(): Promise<void> {
  const root = resolve(__dirname, '..');
  try {
    console.log(summary(await buildDist({ root, outDir: `${root}/dist`, extras: extrasIn(process.argv) })));
  } catch (error) {
    if (!(error instanceof BuildRefused) && !(error instanceof Error && 'errors' in error)) throw error;
    console.error(`The build is refused:\n${error.message}`);
    process.exitCode = 1;
  }
}

function summary({ files, functions }: Dist): string {
  const table = new Table({
    head: ['dist', 'bytes', 'of'],
    colAligns: ['left', 'right', 'right'],
    style: { head: [] },
  });
  for (const { name, bytes, limit } of files)
    table.push([name, bytes.toLocaleString('en'), `${((100 * bytes) / limit).toFixed(0)} %`]);
  return `${table.toString()}\n${functions.length} functions can be called: ${functions.join(', ')}`;
}

void main();
