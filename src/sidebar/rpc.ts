import type * as api from '../api';
import type { Reply } from '../domain/reply';
import { unreachable } from './messages';

/**
 * What survives google.script.run: primitives, null, plain objects and arrays of them. A Date or a function in an
 * argument or an answer turns into `never`, and the call no longer compiles (Apps Script reference, "google.script.run").
 */
type Wire<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends Date | ((...args: never[]) => unknown)
    ? never
    : { [K in keyof T]: Wire<T[K]> };

type Api = typeof api;
type Name = keyof Api;
type Arguments<N extends Name> = Wire<Parameters<Api[N]>>;
type Data<N extends Name> = ReturnType<Api[N]> extends Wire<Reply<infer T>> ? T : never;

interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
}

declare const google: { readonly script: { readonly run: Runner } };

/**
 * Calls a function of api.ts on the server. Never rejects: what the server refuses arrives as a Reply that is not ok,
 * and so does a call that never got there, for the failure handler hears only of bugs and of lost connections.
 */
export function call<N extends Name>(name: N, ...args: Arguments<N>): Promise<Reply<Data<N>>> {
  return new Promise((resolve) => {
    const runner = google.script.run
      .withSuccessHandler((answer) => resolve((answer ?? unreachable()) as Reply<Data<N>>))
      .withFailureHandler(() => resolve(unreachable()));
    (runner as unknown as Record<N, (...sent: Arguments<N>) => void>)[name](...args);
  });
}
