import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildDist } from './build/dist';
import { extrasIn } from './build/extras';

/**
 * `npm run deploy [-- --with bigquery,...]`: builds, then replaces the whole Apps Script project by dist/. `--force`, because clasp without a
 * terminal skips the push when the manifest changed and still reports success (clasp, commands/push).
 */
async function main(): Promise<void> {
  const root = resolve(__dirname, '..');
  const { scriptId } = JSON.parse(readFileSync(`${root}/.clasp.json`, 'utf8')) as { scriptId?: string };
  if (!scriptId) {
    console.error(
      'No script to push to: "scriptId" in .clasp.json is empty.\n' +
        'Open your spreadsheet, choose Extensions > Apps Script > Project Settings, copy the script ID and put it there.\n' +
        'Then sign in once with: npx clasp login',
    );
    process.exitCode = 1;
    return;
  }
  await buildDist({ root, outDir: `${root}/dist`, extras: extrasIn(process.argv) });
  const { status, error } = spawnSync('npx', ['clasp', 'push', '--force'], { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  process.exitCode = status ?? 1;
}

void main();
