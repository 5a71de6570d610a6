import type { Chance } from './chance';
import type { Clock } from './clock';
import type { CoreHost, Entry, LogLevel } from './core-host';
import type { Switches } from './host';
import { createMeter, type Meter } from './meter';
import type { Quotas } from './quota';
import { createRealm, type Realm } from './realm';
import { createFace, type FaceOwner } from './strict';

/**
 * What a crash test does at a service call. `kill` ends the execution before the call works, `kill-after` once it has
 * worked; an error is thrown before the effect or, as the platform sometimes does, after it.
 */
export type Fault = 'kill' | 'kill-after' | { readonly message: string; readonly after?: boolean };

export type BeforeCall = (callNumber: number, callName: string, executionId: number) => Fault | undefined;

export const KILLED = 'Exceeded maximum execution time';

export interface ExecutionSetting {
  readonly id: number;
  readonly entry: Entry;
  readonly user: { readonly email: string; readonly locale: string };
  readonly account: 'consumer' | 'workspace';
  readonly clock: Clock;
  readonly chance: Chance;
  /** Separate from `chance`, so that jitter does not change what scripts draw; null for fixed prices. */
  readonly jitter: Chance | null;
  readonly quotas: Quotas;
  readonly zone: string;
  readonly scopes: readonly string[];
  readonly switches: Switches;
  /** Virtual milliseconds after which the execution is killed. */
  readonly limitMs: number;
  readonly countCpu: boolean;
  readonly beforeCall: BeforeCall | null;
  readonly log: (level: LogLevel, text: string) => void;
  /** The script is suspended by an alert or a prompt: locks are lost. */
  readonly suspended: () => void;
}

/** One run of one function: its realm, its meter and the host its services live in. */
export interface Execution {
  readonly host: CoreHost;
  readonly realm: Realm;
  readonly meter: Meter;
  /** True once it was killed; nothing it does counts any more. */
  dead(): boolean;
  /** Ends it from outside: the real time limit. */
  kill(): void;
}

/**
 * A killed execution is dead at once: the error is thrown where it happened, and every service touched from a catch
 * or finally block throws it again, so that no such block can change anything. The script's own memory is discarded.
 */
export function createExecution(setting: ExecutionSetting): Execution {
  const { clock } = setting;
  const meter = createMeter();
  const faces = new WeakSet<object>();
  const startedAt = clock.now();
  const realm = createRealm({ zone: setting.zone, now: () => clock.now(), faces });
  let dead = false;
  let calls = 0;
  let afterwards: Fault | null = null;
  let cpuMark = performance.now();

  const raise = (message: string, name: string): never => {
    const error = new realm.Error(message);
    Object.defineProperty(error, 'name', { value: name, writable: true, configurable: true });
    throw error;
  };
  const die = (): never => {
    dead = true;
    return raise(KILLED, 'Exception');
  };
  const assertAlive = (): void => {
    if (dead) die();
  };
  const strike = (fault: Fault): never => (typeof fault === 'object' ? raise(fault.message, 'Exception') : die());
  const settle = (): void => {
    const fault = afterwards;
    afterwards = null;
    if (fault) strike(fault);
  };
  const owner: FaceOwner = {
    assertAlive,
    refuse: (message) => raise(message, 'Error'),
    faces,
    watch: setting.beforeCall
      ? (method) =>
          (...args) => {
            const result = method(...args);
            settle();
            return result;
          }
      : null,
  };

  /** Lets virtual time pass, at most until the deadline, where the execution dies. */
  const pass = (ms: number, book: (spent: number) => void): void => {
    const left = Math.max(0, startedAt + setting.limitMs - clock.now());
    const spent = Math.min(ms, left);
    clock.advance(spent);
    book(spent);
    cpuMark = performance.now();
    if (ms > left) die();
  };
  const charge = (call: string, ms: number, cells = 0): void => {
    assertAlive();
    calls += 1;
    const fault = setting.beforeCall?.(calls, call, setting.id);
    if (fault === 'kill-after' || (typeof fault === 'object' && fault.after)) afterwards = fault;
    else if (fault) strike(fault);
    if (setting.countCpu) clock.advance(performance.now() - cpuMark);
    pass(setting.jitter ? ms * 4 ** (setting.jitter.next() - 0.5) : ms, (spent) => meter.add(call, spent, cells));
    if (call === 'Ui.alert' || call === 'Ui.prompt') setting.suspended();
  };

  const host: CoreHost = {
    charge,
    now: () => clock.now(),
    realm,
    fail: (message) => raise(message, 'Exception'),
    strict: (className, members) => createFace(owner, className, members),
    user: setting.user,
    entry: setting.entry,
    scriptZone: setting.zone,
    scopes: setting.scopes,
    switches: setting.switches,
    executionId: setting.id,
    account: setting.account,
    into: (value) => realm.into(value),
    permit(call, ...scopes) {
      if (setting.entry !== 'simple-trigger' && scopes.some((scope) => setting.scopes.includes(scope))) return;
      const wanted = scopes.length > 1 ? `(${scopes.join(' || ')})` : scopes[0];
      raise(`You do not have permission to call ${call}. Required permissions: ${wanted}`, 'Exception');
    },
    useQuota(quota, count = 1) {
      if (setting.quotas.use(setting.user.email, quota, count)) return;
      raise(`Service invoked too many times for one day: ${quota}.`, 'Exception');
    },
    elapse(call, ms) {
      pass(ms, (spent) => meter.prolong(call, spent));
    },
    random: () => setting.chance.next(),
    log: setting.log,
  };
  return {
    host,
    realm,
    meter,
    dead: () => dead,
    kill: () => {
      dead = true;
    },
  };
}
