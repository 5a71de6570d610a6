import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Runs a program with arguments in a process of its own and gives the JSON it prints. */
export type Run = <T>(...argv: readonly string[]) => T;

/**
 * Bundles a program as the shipped code is bundled (one minified IIFE, es2019) but to be run as a plain script, since reading a
 * global of a vm context takes longer than scoring a cell; `work` may run it as often as it likes. Programs may call `gc`,
 * which works on the thread of the script alone.
 */
export async function withBundle(entry: string, work: (run: Run) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kenshin-bench-'));
  try {
    const outfile = join(folder, 'program.js');
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      minify: true,
      format: 'iife',
      platform: 'node',
      target: 'es2019',
    });
    work(<T>(...argv: readonly string[]): T => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--expose-gc', '--single-threaded-gc', outfile, ...argv],
        {
          encoding: 'utf8',
          maxBuffer: 1 << 28,
        },
      );
      if (status !== 0) throw new Error(stderr);
      return JSON.parse(stdout) as T;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
