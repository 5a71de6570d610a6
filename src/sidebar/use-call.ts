import { useEffect, useRef, useState } from 'preact/hooks';
import type { Reply } from '../domain/reply';

export type Fault = Extract<Reply<unknown>, { readonly ok: false }>;

/** What a call has brought so far. */
export interface Loaded<T> {
  /** Null until the first answer; stays while it is asked anew. */
  readonly data: T | null;
  readonly fault: Fault | null;
  readonly busy: boolean;
  readonly again: () => void;
  /** Takes over what another call answered. */
  readonly put: (data: T) => void;
}

/** Asks when the component appears and whenever `key` changes; answers that come too late are dropped. */
export function useCall<T>(key: string | null, ask: () => Promise<Reply<T>>): Loaded<T> {
  const [state, setState] = useState<{ readonly data: T | null; readonly fault: Fault | null; readonly busy: boolean }>(
    {
      data: null,
      fault: null,
      busy: true,
    },
  );
  const turn = useRef(0);
  async function load(): Promise<void> {
    const mine = ++turn.current;
    setState(({ data }) => ({ data, fault: null, busy: true }));
    const reply = await ask();
    if (mine !== turn.current) return;
    setState(({ data }) =>
      reply.ok ? { data: reply.data, fault: null, busy: false } : { data, fault: reply, busy: false },
    );
  }
  useEffect(() => {
    if (key !== null) void load();
    return () => {
      turn.current += 1;
    };
  }, [key]);
  return { ...state, again: () => void load(), put: (data) => setState({ data, fault: null, busy: false }) };
}

/** A press of a button that asks the server: whether it is at work, and what it was refused. */
export interface Deed {
  readonly busy: boolean;
  readonly fault: Fault | null;
  /** Asks, unless an answer is still awaited; `done` hears the answer. */
  readonly act: <T>(ask: () => Promise<Reply<T>>, done: (data: T) => void) => void;
  readonly forget: () => void;
}

export function useDeed(): Deed {
  const [state, setState] = useState<{ readonly busy: boolean; readonly fault: Fault | null }>({
    busy: false,
    fault: null,
  });
  const working = useRef(false);
  return {
    ...state,
    act: async (ask, done) => {
      if (working.current) return;
      working.current = true;
      setState({ busy: true, fault: null });
      const reply = await ask();
      working.current = false;
      setState({ busy: false, fault: reply.ok ? null : reply });
      if (reply.ok) done(reply.data);
    },
    forget: () => setState(({ busy }) => ({ busy, fault: null })),
  };
}
