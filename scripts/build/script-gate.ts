import detectGlobals from 'acorn-globals';
import type { Fault } from './fault';
import { admitted, idleScopes, refusal, type Surroundings } from './platform';
import { refusedSyntax } from './syntax';

/** Where a place of the bundle came from. */
export interface Origin {
  readonly file: string;
  readonly line: number;
}

/**
 * Everything about a server script that Apps Script would refuse, or that would fail only when it is reached: newer
 * syntax, and names that no service, built-in or declaration stands behind.
 * @param origin where a line (from 1) and column (from 0) of `code` came from
 */
export function scriptFaults(
  code: string,
  around: Surroundings,
  origin: (line: number, column: number) => Origin,
): readonly Fault[] {
  const refused = refusedSyntax(code);
  if (refused) return [at(refused.line, refused.column, refused.what)];
  const globals = detectGlobals(code, { ecmaVersion: 2019, locations: true });
  const faults: Fault[] = [];
  for (const { name, nodes } of globals)
    for (const { loc } of nodes)
      if (!admitted(name, around)) faults.push(at(loc.start.line, loc.start.column, refusal(name)));
  return faults;

  function at(line: number, column: number, what: string): Fault {
    const { file, line: originalLine } = origin(line, column);
    return { file, line: originalLine, what };
  }
}

/** A fault for each scope of the manifest that nothing in `code` can use: a person is asked for no more than needed. */
export function scopeFaults(code: string, around: Surroundings): readonly Fault[] {
  const named = detectGlobals(code, { ecmaVersion: 2019 }).map((global) => global.name);
  return idleScopes(code, named, around).map((scope) => ({
    file: 'appsscript.json',
    line: 0,
    what: `nothing in the script uses the scope ${scope}; remove it.`,
  }));
}
