import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Fault, Logged, StandIn, VendorOptions } from './vendor';

/** A stand-in that runs in a thread of its own. */
export interface RunningVendor {
  readonly origin: string;
  /** Replaces all faults; none ends them. */
  fail(...faults: readonly Fault[]): Promise<void>;
  /** What was asked since the last call. */
  log(): Promise<readonly Logged[]>;
  /** Asks something of the vendor itself. */
  command<Value = unknown>(name: string, value?: unknown): Promise<Value>;
  stop(): Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly origin?: string;
  readonly value?: unknown;
  readonly error?: string;
}

/** Names of the vendors that have a stand-in: the folders beside this file that hold `stand-in.ts`. */
export function vendorNames(): readonly string[] {
  return readdirSync(__dirname)
    .filter((name) => existsSync(join(__dirname, name, 'stand-in.ts')))
    .sort();
}

/** The declaration of a vendor's stand-in, for its rows of the Sources tab. */
export async function standInOf(name: string): Promise<StandIn> {
  return ((await import(join(__dirname, name, 'stand-in.ts'))) as { standIn: StandIn }).standIn;
}

/** Starts a stand-in: one of the vendors here by its name, or the one a file exports. */
export async function startVendor(name: string, options: VendorOptions = {}): Promise<RunningVendor> {
  const file = name.endsWith('.ts') ? resolve(name) : join(__dirname, name, 'stand-in.ts');
  const worker = new Worker(join(__dirname, 'thread.cjs'), { workerData: { file, options } });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let calls = 0;
  const origin = await new Promise<string>((done, fail) => {
    worker.once('error', fail);
    worker.on('message', ({ id, origin, value, error }: Message) => {
      if (id === undefined) return void (origin === undefined ? fail(new Error(error)) : done(origin));
      const call = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) call?.resolve(value);
      else call?.reject(new Error(error));
    });
  });
  const ask = <Value>(call: string, ...args: readonly unknown[]): Promise<Value> =>
    new Promise((done, fail) => {
      calls += 1;
      waiting.set(calls, { resolve: done as (value: unknown) => void, reject: fail });
      worker.postMessage({ id: calls, call, args });
    });
  return {
    origin,
    fail: (...faults) => ask('fail', faults),
    log: () => ask('log'),
    command: (command, value) => ask('command', command, value),
    stop: async () => {
      await ask('close');
      await worker.terminate();
    },
  };
}
