/*
 * Stands in for google.script inside the sidebar: calls travel as JSON to the local script and back, private names
 * and values that cannot travel are refused, and each chain of handlers is its own (Apps Script reference,
 * "google.script.run").
 */

type Handler = (value: unknown, userObject: unknown) => void;

interface Handlers {
  readonly success: Handler;
  readonly failure: Handler;
  readonly userObject: unknown;
}

const ignore: Handler = () => undefined;

function runner(handlers: Handlers): unknown {
  return new Proxy(
    {},
    {
      get(_, name) {
        if (name === 'withSuccessHandler') return (success: Handler) => runner({ ...handlers, success });
        if (name === 'withFailureHandler') return (failure: Handler) => runner({ ...handlers, failure });
        if (name === 'withUserObject') return (userObject: unknown) => runner({ ...handlers, userObject });
        return typeof name === 'string' ? (...args: unknown[]) => void send(name, args, handlers) : undefined;
      },
    },
  );
}

async function send(name: string, args: readonly unknown[], handlers: Handlers): Promise<void> {
  const outcome = await fetch('/rpc', { method: 'POST', body: JSON.stringify({ name, args: args.map(legal) }) })
    .then((response) => (response.ok ? response.json() : { ok: false, message: `${response.status}` }))
    .catch((error: Error) => ({ ok: false, message: error.message }));
  if (outcome.ok) handlers.success(outcome.value, handlers.userObject);
  else handlers.failure(new Error(outcome.message), handlers.userObject);
}

function legal(value: unknown): unknown {
  const inner = typeof value === 'object' && value !== null ? Object.values(value) : [];
  if (typeof value === 'function' || value instanceof Date || value instanceof Node)
    throw new TypeError('Failed due to illegal value in property');
  inner.forEach(legal);
  return value;
}

Object.assign(window, {
  google: {
    script: {
      run: runner({ success: ignore, failure: (error) => console.error(error), userObject: undefined }),
      host: {
        close: () => window.parent.postMessage('close sidebar', '*'),
        setWidth: () => undefined,
        setHeight: () => undefined,
        origin: window.location.origin,
      },
    },
  },
});
