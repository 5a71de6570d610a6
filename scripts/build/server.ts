import { SourceMap } from 'node:module';
import { relative, resolve } from 'node:path';
import { transform as press } from '@swc/core';
import { type BuildOptions, build } from 'esbuild';
import { assembled, edited, mapOf, opened } from './edits';
import { BuildRefused, type Fault } from './fault';
import { type LiftedTexts, liftTexts } from './lifted-texts';
import { lineEnds } from './lines';
import { lowered } from './lowered';
import type { Manifest } from './manifest';
import { type Origin, scopeFaults, scriptFaults } from './script-gate';
import { sharedValues } from './shared-values';
import { shortFunctions, shortValues } from './short-functions';
import { thrownByCalls } from './thrown';

/** Calls a function of the bundle by its number. The underscore keeps it, like any such name, out of reach of google.script.run. */
const BUNDLE = 'K_';

/** Syntax that Apps Script runs. */
const TARGET = 'es2019';
/** What goes through the presses as it was written, and is said in older words at the end (lowered.ts). */
const LATER = { target: 'es2020', ecma: 2020, syntax: ['optional-chain', 'nullish-coalescing'] } as const;
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
  const { code, map } = await pressed(bundled, bundledMap);
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
    supported: Object.fromEntries(LATER.syntax.map((one) => [one, true])),
    platform: 'neutral',
    mainFields: ['module', 'main'],
    // Names are shortened too: every call evaluates the whole script, and Code.js.map reads stack traces back.
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  } as const satisfies BuildOptions;
}

/**
 * A second pass, which folds and inlines across functions where the bundler looks at one statement at a time;
 * functions become arrows, and strings and members of the language that come often get a name.
 */
async function pressed(bundled: string, bundledMap: string): Promise<{ readonly code: string; readonly map: string }> {
  const whole = opened(bundled, bundledMap);
  const calling = assembled(whole, thrownByCalls(whole.code));
  const { code, map = '{}' } = await press(calling.code, {
    configFile: false,
    swcrc: false,
    isModule: false,
    minify: true,
    jsc: { target: LATER.target, minify: { ecma: LATER.ecma, compress: { passes: 3 }, mangle: true } },
    inputSourceMap: mapOf(calling),
    sourceMaps: true,
  });
  const script = opened(code, map);
  const older = assembled(script, lowered(script.code));
  const arrows = assembled(older, shortValues(older.code));
  const short = assembled(arrows, shortFunctions(arrows.code));
  const named = edited(short, sharedValues(short.code));
  const made = edited(named, lineEnds(named.code, LINE));
  return { code: made.code, map: mapOf(made) };
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
