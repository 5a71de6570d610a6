import { SourceMap } from 'node:module';
import { relative, resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { mapOf, opened } from './edits';
import { BuildRefused, type Fault } from './fault';
import { type LiftedTexts, liftTexts } from './lifted-texts';
import type { Manifest } from './manifest';
import { NEWEST_SYNTAX, pressed } from './press';
import { type Origin, scopeFaults, scriptFaults } from './script-gate';

/** Calls a function of the bundle by its number. The underscore keeps it, like any such name, out of reach of google.script.run. */
const BUNDLE = 'K_';

/** Syntax that Apps Script runs. */
const TARGET = 'es2019';
/** Characters of a line, about. */
const LINE = 2000;

/** Files whose exports become the script's public functions. */
const SERVER_ENTRIES: readonly string[] = ['src/main.ts', 'src/api.ts'];

/** The script as it ships, and the functions that can be called in it by name. */
export interface Server {
  readonly code: string;
  /** Source map of `code`. */
  readonly map: string;
  readonly functions: readonly string[];
  /** Texts of messages that the script reads from a page, by number. */
  readonly texts: LiftedTexts['texts'];
}

/**
 * Bundles the entries into one script: a closed bundle, then one top-level function for each export that forwards to
 * it. Google finds callable functions by reading declarations, so they are written out (Apps Script guide "V8 Runtime
 * Overview"; "Communicate with Server Functions").
 * Throws BuildRefused with everything that Apps Script would not take.
 */
export async function bundleServer(root: string, manifest: Manifest): Promise<Server> {
  const exported = await Promise.all(SERVER_ENTRIES.map((entry) => exportsOf(root, entry)));
  const functions = exported.flat();
  refuse([...nameFaults(exported), ...calledFaults(manifest, functions)]);
  const stdin = {
    contents: [
      ...SERVER_ENTRIES.map((entry, at) => `import { ${(exported[at] ?? []).join(', ')} } from './${entry}';`),
      `const functions = [${functions.join(', ')}];`,
      `${BUNDLE} = (at, values) => functions[at](...values);`,
    ].join('\n'),
    resolveDir: root,
    sourcefile: 'entries',
  };
  const forwards = functions.map((name, at) => `function ${name}(...a){return ${BUNDLE}(${at},a)}`);
  const { plugin, texts } = await liftTexts(root);
  const { outputFiles } = await build({
    ...options(root),
    stdin,
    plugins: [plugin],
    format: 'iife',
    sourcemap: 'external',
    banner: { js: `var ${BUNDLE};` },
    footer: { js: forwards.join('\n') },
  });
  const bundled = outputFiles.find((file) => file.path.endsWith('.js'))?.text ?? '';
  const bundledMap = outputFiles.find((file) => file.path.endsWith('.map'))?.text ?? '{}';
  const script = await pressed(opened(bundled, bundledMap), { line: LINE, older: true });
  const { code } = script;
  const map = mapOf(script);
  refuse(scriptFaults(code, manifest, originIn(root, map)));
  refuse(scopeFaults(code, manifest));
  return { code, map, functions, texts };
}

function options(root: string) {
  return {
    absWorkingDir: root,
    outfile: `${root}/dist/Code.js`,
    bundle: true,
    write: false,
    target: TARGET,
    supported: Object.fromEntries(NEWEST_SYNTAX.map((one) => [one, true])),
    platform: 'neutral',
    mainFields: ['module', 'main'],
    // Names are shortened too: every call evaluates the whole script, and Code.js.map reads stack traces back.
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  } as const satisfies BuildOptions;
}

/** Names of what an entry exports; esbuild tells them only of an ES module. */
async function exportsOf(root: string, entry: string): Promise<readonly string[]> {
  const { metafile } = await build({ ...options(root), entryPoints: [entry], format: 'esm', metafile: true });
  const output = Object.values(metafile.outputs).find((one) => one.entryPoint === entry);
  return [...(output?.exports ?? [])].sort();
}

function nameFaults(exported: readonly (readonly string[])[]): readonly Fault[] {
  const seen = new Map<string, string>();
  return exported.flatMap((names, index) => {
    const file = SERVER_ENTRIES[index] ?? '';
    return names.flatMap((name): Fault[] => {
      const other = seen.get(name);
      seen.set(name, file);
      if (other) return [{ file, line: 0, what: `exports ${name}, and so does ${other}; rename one.` }];
      if (name === 'default') return [{ file, line: 0, what: 'has a default export; give the function a name.' }];
      if (name.endsWith('_'))
        return [{ file, line: 0, what: `exports ${name}, but a name that ends in _ cannot be called; rename it.` }];
      return [];
    });
  });
}

function calledFaults(manifest: Manifest, functions: readonly string[]): readonly Fault[] {
  return manifest.called
    .filter((name) => !functions.includes(name))
    .map((name) => ({
      file: 'appsscript.json',
      line: 0,
      what: `calls the function ${name}, which src/main.ts does not export.`,
    }));
}

function originIn(root: string, map: string): (line: number, column: number) => Origin {
  const sourceMap = new SourceMap(JSON.parse(map));
  return (line, column) => {
    const entry = sourceMap.findEntry(line - 1, column);
    if (!('originalSource' in entry)) return { file: 'dist/Code.js', line };
    const file = relative(root, resolve(root, 'dist', entry.originalSource))
      .split('\\')
      .join('/');
    return { file, line: entry.originalLine + 1 };
  };
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new BuildRefused(faults);
}
