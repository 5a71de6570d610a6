import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { demoPage } from './demo-page';
import { withExtras } from './extras';
import { BuildRefused, type Fault } from './fault';
import { jsonPage } from './json-page';
import { readManifest } from './manifest';
import { bundlePage } from './page';
import { bundleServer } from './server';
import { bundleSetUpPages } from './set-up-pages';

/** Most bytes a pushed file may have: a script is evaluated whole on every call, a page is sent on every opening. */
const LIMITS = {
  'Code.js': 300_000,
  'sidebar.html': 120_000,
  'defaults.html': 120_000,
  'words.html': 120_000,
  'demo.html': 120_000,
  'appsheet.html': 120_000,
  'texts.html': 120_000,
  'appsscript.json': 10_000,
} as const;

type FileName = keyof typeof LIMITS;

/** What a build made. */
export interface Dist {
  readonly files: readonly { readonly name: FileName; readonly bytes: number; readonly limit: number }[];
  /** Names that can be called in the script, sorted within their entry file. */
  readonly functions: readonly string[];
}

/**
 * Builds what is pushed to Apps Script: `Code.js`, its pages and `appsscript.json`; beside them stands
 * `Code.js.map`, which clasp leaves alone and stack traces are read by. Nothing else stays in `outDir`.
 * Nothing is written unless everything passed. Each file is replaced whole, so that a reader never meets half of one.
 * Throws BuildRefused with every fault found.
 * @param root folder of the project (src/, appsscript.json)
 * @param extras features whose scopes the manifest asks for besides its own
 */
export async function buildDist({
  root,
  outDir,
  extras = [],
}: {
  readonly root: string;
  readonly outDir: string;
  readonly extras?: readonly string[];
}): Promise<Dist> {
  const manifestText = withExtras(await readFile(`${root}/appsscript.json`, 'utf8'), extras);
  const { manifest, faults } = readManifest(manifestText);
  if (faults.length > 0) throw new BuildRefused(faults);
  const [server, page, { defaults, words, appSheet }] = await Promise.all([
    bundleServer(root, manifest),
    bundlePage(root),
    bundleSetUpPages(root),
  ]);
  const texts: Record<FileName, string> = {
    'Code.js': server.code,
    'sidebar.html': page,
    'defaults.html': defaults,
    'words.html': words,
    'demo.html': demoPage(),
    'appsheet.html': appSheet,
    'texts.html': jsonPage(server.texts),
    'appsscript.json': manifestText,
  };
  const files = (Object.keys(LIMITS) as FileName[]).map((name) => ({
    name,
    bytes: Buffer.byteLength(texts[name]),
    limit: LIMITS[name],
  }));
  const heavy = files.filter((file) => file.bytes > file.limit).map(weightFault);
  if (heavy.length > 0) throw new BuildRefused(heavy);
  await write(outDir, { ...texts, 'Code.js.map': server.map });
  return { files, functions: server.functions };
}

function weightFault({ name, bytes, limit }: Dist['files'][number]): Fault {
  const what = `has ${bytes} bytes, ${bytes - limit} more than allowed; find what came in lately and leave it out.`;
  return { file: `dist/${name}`, line: 0, what };
}

/** Whatever else lies in the folder is removed: clasp pushes all of it. */
async function write(outDir: string, texts: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(outDir, { recursive: true });
  const others = await readdir(outDir);
  if (others.length > 0 && !others.includes('appsscript.json'))
    throw new Error(`${outDir} holds files and no appsscript.json, so it is not a build; choose an empty folder.`);
  for (const [name, text] of Object.entries(texts)) {
    const unfinished = `${outDir}/.${name}.${process.pid}`;
    await writeFile(unfinished, text);
    await rename(unfinished, `${outDir}/${name}`);
  }
  for (const name of others)
    if (!name.startsWith('.') && !(name in texts)) await rm(`${outDir}/${name}`, { recursive: true });
}
