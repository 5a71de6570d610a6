import { resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { createRuntime, type Runtime, type RuntimeOptions } from '../../scripts/local/gas/runtime';
import { KenshinError } from '../../src/errors';
import { START, scriptFolder } from '../local/gas/script-project';

/** An adapter of src/google as a script of its own in the local runtime, one function `call(name, ...arguments)`. */
export interface AdapterScript {
  readonly runtime: Runtime;
  /** Calls `adapter.name(...args)`; KenshinErrors come out as such. */
  call(name: string, ...args: readonly unknown[]): unknown;
}

interface Outcome {
  readonly value?: unknown;
  readonly error?: Pick<KenshinError, 'kind' | 'text' | 'next'>;
}

/** `file` within src/google exports `adapter`. `scopes` are all that the manifest has. */
export function adapterScript(
  file: string,
  adapter: string,
  scopes: readonly string[],
  options: Partial<RuntimeOptions> = {},
): AdapterScript {
  const { outputFiles } = buildSync({
    absWorkingDir: resolve(__dirname, '../..'),
    stdin: {
      contents: `export { ${adapter} as adapter } from './src/google/${file}';`,
      resolveDir: resolve(__dirname, '../..'),
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'Bundle',
    target: 'es2019',
  });
  const code = `${outputFiles[0]?.text ?? ''}
    function call(name, args) {
      try { return { value: Bundle.adapter[name].apply(null, args) }; }
      catch (error) {
        if (error.name !== 'KenshinError') throw error;
        return { error: { kind: error.kind, text: error.text, next: error.next } };
      }
    }`;
  const oauthScopes = scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`);
  const runtime = createRuntime({
    folder: scriptFolder(code, { manifest: { oauthScopes } }),
    start: START,
    ...options,
  });
  return {
    runtime,
    call: (name, ...args) => {
      const { value, error } = runtime.execute('call', [name, args]) as Outcome;
      if (error) throw new KenshinError(error.kind, error.text, error.next);
      return value;
    },
  };
}
