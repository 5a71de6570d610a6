import { types } from 'node:util';
import gasLocal from 'gas-local';
import { type Execution, KILLED } from './execution';
import type { Project } from './project';
import { isTimeout } from './realm';
import { acrossRpc } from './rpc';

/** What a script threw, as the outside sees it: a message; `scriptName` is the error's own name, e.g. `Exception`. */
export class ScriptError extends Error {
  readonly scriptName: string;
  /** Where in the script it was thrown; '' when what was thrown is no error. */
  readonly scriptStack: string;

  constructor(message: string, scriptName: string, scriptStack: string) {
    super(message);
    this.name = 'ScriptError';
    this.scriptName = scriptName;
    this.scriptStack = scriptStack;
  }
}

export interface ScriptCall {
  readonly functionName: string;
  readonly args: readonly unknown[];
  /** Real milliseconds. */
  readonly limitMs: number;
  /** Runs when the function has returned: commits buffered writes. */
  readonly finish: () => void;
}

/**
 * Loads the project from scratch into the execution's realm and calls the function. A promise it returns is not
 * waited for: the jobs it left are run, and a rejection stays silent, as on the platform.
 */
export function callFunction(
  execution: Execution,
  project: Project,
  services: Readonly<Record<string, object>>,
  call: ScriptCall,
): unknown {
  const { realm, host } = execution;
  const rpc = host.entry === 'rpc';
  if (rpc && !isPublic(project, call.functionName)) {
    throw new TypeError(`google.script.run.${call.functionName} is not a function`);
  }
  const args = call.args.map((arg, index) => (rpc ? acrossRpc(arg, `arguments[${index}]`) : arg));
  Object.assign(realm.globals, services);
  const value = realm.guarded(() => {
    gasLocal.require(project.folder, realm.globals);
    const callee = findFunction(execution, project, call.functionName);
    const result = callee(...args.map((arg) => realm.into(arg)));
    if (types.isPromise(result)) result.then(ignore, ignore);
    return result;
  }, call.limitMs);
  if (execution.dead()) throw new ScriptError(KILLED, 'Exception', '');
  call.finish();
  if (types.isPromise(value)) return rpc ? null : undefined;
  return rpc ? acrossRpc(value, 'result') : realm.out(value);
}

function ignore(): void {
  // A promise job that fails after the entry function returned is heard by nobody.
}

/** `google.script.run` sees functions of the top level whose names do not end in an underscore. */
function isPublic(project: Project, name: string): boolean {
  return !name.endsWith('_') && project.functions().has(name);
}

/** Menus and triggers may also name a method of a top-level object: `menu.run`. */
function findFunction(execution: Execution, project: Project, name: string): (...args: unknown[]) => unknown {
  const [first = '', ...path] = name.split('.');
  let owner: unknown;
  let value = path.length > 0 || project.functions().has(first) ? execution.realm.lookup(first) : undefined;
  for (const step of path) {
    owner = value;
    value = (value as Record<string, unknown> | undefined)?.[step];
  }
  if (typeof value !== 'function') return execution.host.fail(`Script function not found: ${name}`);
  const callee = value as (...args: unknown[]) => unknown;
  return (...args) => callee.apply(owner, args);
}

/** Whatever came out of an execution, as a ScriptError; a killed one always says so. */
export function scriptErrorOf(caught: unknown, execution: Execution): ScriptError {
  if (isTimeout(caught)) execution.kill();
  if (execution.dead()) return new ScriptError(KILLED, 'Exception', '');
  if (caught instanceof ScriptError) return caught;
  const error = caught as { message?: unknown; name?: unknown; stack?: unknown } | null;
  if (typeof error !== 'object' || error === null || typeof error.message !== 'string') {
    return new ScriptError(String(caught), 'Error', '');
  }
  return new ScriptError(error.message, String(error.name), String(error.stack ?? ''));
}
