import { transform } from '@swc/core';
import { assembled, edited, mapOf, opened, type Script } from './edits';
import { lineEnds } from './lines';
import { lowered } from './lowered';
import { sharedCalls } from './shared-calls';
import { sharedValues } from './shared-values';
import { shortFunctions, shortValues } from './short-functions';
import { shortLocals } from './short-locals';
import { thrownByCalls } from './thrown';

/** Syntax that goes through the press as it was written; where it must be older, it is said in other words after it. */
export const NEWEST_SYNTAX = ['optional-chain', 'nullish-coalescing'] as const;

/**
 * Presses a bundled script further: a second minifier folds and inlines across functions where the bundler looks at one
 * statement at a time, functions become arrows, and strings, calls and names of the language that come often get a short name.
 * @param whole without a source map where nobody reads one
 * @param line characters of a line, about
 * @param older whether the script must do without `?.` and `??`
 */
export async function pressed(
  whole: Script,
  { line, older }: { readonly line: number; readonly older: boolean },
): Promise<Script> {
  const folded = await minified(assembled(whole, thrownByCalls(whole.code)), { passes: 3 });
  const said = older ? assembled(folded, lowered(folded.code)) : folded;
  const arrows = assembled(said, shortValues(said.code));
  const short = assembled(arrows, shortFunctions(arrows.code));
  const local = assembled(short, shortLocals(short.code));
  const calling = assembled(local, sharedCalls(local.code));
  const named = edited(calling, sharedValues(calling.code));
  // Once more for names alone: what was made here has names of two letters, however often it stands.
  const renamed = await minified(named, false);
  return edited(renamed, lineEnds(renamed.code, line));
}

async function minified(script: Script, compress: { readonly passes: number } | false): Promise<Script> {
  const mapped = script.marks.length > 0;
  const { code, map } = await transform(script.code, {
    configFile: false,
    swcrc: false,
    isModule: false,
    minify: true,
    jsc: { target: 'es2020', minify: { ecma: 2020, compress, mangle: true } },
    ...(mapped ? { inputSourceMap: mapOf(script), sourceMaps: true } : {}),
  });
  return map ? opened(code, map) : { ...script, code };
}
