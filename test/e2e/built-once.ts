import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDist } from '../../scripts/build/dist';

/** Folders and files that a build reads. */
const READ = ['src', 'scripts', 'appsscript.json', 'package-lock.json'] as const;

/** Builds what ships, once for all suites that find the same sources; they only read the folder. */
export async function builtOnce(root: string): Promise<string> {
  const before = digest(root);
  const kept = join(tmpdir(), `kenshin-dist-${before}`);
  if (existsSync(kept)) return kept;
  const outDir = mkdtempSync(join(tmpdir(), 'kenshin-dist-'));
  await buildDist({ root, outDir });
  // Somebody edits: this build is of no digest.
  if (digest(root) !== before) return outDir;
  try {
    renameSync(outDir, kept);
  } catch (error) {
    // Another suite was first.
    if (!existsSync(kept)) throw error;
  }
  return kept;
}

function digest(root: string): string {
  const hash = createHash('sha256');
  for (const read of READ) {
    const within = read.includes('.') ? [''] : (readdirSync(join(root, read), { recursive: true }) as string[]).sort();
    for (const name of within) {
      if (name !== '' && !/\.\w+$/.test(name)) continue;
      hash.update(`${read}/${name}\0`).update(readFileSync(join(root, read, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
