import vm from 'node:vm';
import { installScriptDate } from './script-date';
import { installScriptIntl } from './script-intl';

/** The bare V8 context a script runs in, with ways to carry values in and out of it. */
export interface Realm {
  /** The contextified globals object: what the script sees as `globalThis`. */
  readonly globals: Record<string, unknown>;
  readonly Date: DateConstructor;
  readonly Error: ErrorConstructor;
  readonly Array: ArrayConstructor;
  /** Copies a plain value so that every array, object and Date in it is the script's own. Services stay themselves. */
  into<T>(value: T): T;
  /** The other way: arrays, plain objects and Dates become Node's. */
  out(value: unknown): unknown;
  /** Runs `work` under a real time limit, then the promise jobs it left; throws what it throws. */
  guarded<T>(work: () => T, limitMs: number): T;
  /** The value of a top-level name, `let` and `const` included; undefined when there is none. */
  lookup(name: string): unknown;
}

/** True when a run was ended by the real time limit of `guarded`. */
export function isTimeout(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** `faces` are service objects, which cross the border as they are. */
export function createRealm(options: {
  readonly zone: string;
  readonly now: () => number;
  readonly faces: WeakSet<object>;
}): Realm {
  const globals: Record<string | symbol, unknown> = {};
  const context = vm.createContext(globals, { microtaskMode: 'afterEvaluate' });
  const own = vm.runInContext('({ Date, Error, Array, Object, Intl })', context) as {
    Date: DateConstructor;
    Error: ErrorConstructor;
    Array: ArrayConstructor;
    Object: ObjectConstructor;
    Intl: { DateTimeFormat: Intl.DateTimeFormatConstructor };
  };
  installScriptIntl(own.Intl, options.zone);
  const ScriptDate = installScriptDate(own.Date, options.zone, options.now);
  Object.defineProperty(globals, 'Date', { value: ScriptDate, writable: true, configurable: true });
  const run = new vm.Script(
    `(() => { const work = globalThis[Symbol.for('run')]; delete globalThis[Symbol.for('run')]; work(); })()`,
  );
  return {
    globals: globals as Record<string, unknown>,
    Date: ScriptDate,
    Error: own.Error,
    Array: own.Array,
    into: (value) => copy(value, { Date: ScriptDate, Array: own.Array, Object: own.Object }, options.faces),
    out: (value) => copy(value, { Date, Array, Object }, options.faces),
    guarded(work, limitMs) {
      let result: { value: ReturnType<typeof work> } | null = null;
      Object.defineProperty(globals, Symbol.for('run'), {
        value: () => {
          result = { value: work() };
        },
        configurable: true,
      });
      run.runInContext(context, { timeout: limitMs });
      return (result as unknown as { value: ReturnType<typeof work> }).value;
    },
    lookup(name) {
      if (!IDENTIFIER.test(name)) return undefined;
      return vm.runInContext(`typeof ${name} === 'undefined' ? undefined : ${name}`, context);
    },
  };
}

interface Makers {
  readonly Date: DateConstructor;
  readonly Array: ArrayConstructor;
  readonly Object: ObjectConstructor;
}

function copy<T>(value: T, make: Makers, faces: WeakSet<object>): T;
function copy(value: unknown, make: Makers, faces: WeakSet<object>): unknown {
  if (typeof value !== 'object' || value === null || faces.has(value)) return value;
  if (isDate(value)) return new make.Date(value.getTime());
  if (Array.isArray(value)) {
    const items = new make.Array<unknown>(value.length);
    for (let index = 0; index < value.length; index++) items[index] = copy(value[index] as unknown, make, faces);
    return items;
  }
  if (!isPlain(value)) return value;
  const fields = new make.Object() as Record<string, unknown>;
  for (const [name, field] of Object.entries(value)) {
    Object.defineProperty(fields, name, {
      value: copy(field, make, faces),
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  return fields;
}

/** A Date of any context. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** An object literal of any context. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value) as object | null;
  return (
    prototype === null || (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'hasOwnProperty'))
  );
}
