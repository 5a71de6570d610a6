import type { Host } from './host';

export type Entry = Host['entry'];

/** What the services of this folder receive beyond what every stand-in does. */
export interface CoreHost extends Host {
  /** Number of the execution, from 1; owner of the locks it takes. */
  readonly executionId: number;
  readonly account: 'consumer' | 'workspace';
  /** Copies plain values so that arrays, objects and Dates in them are the script's own. */
  into<T>(value: T): T;
  /**
   * Refuses the call unless the manifest grants one of the scopes. A simple trigger has none: it may call no service
   * that needs authorization (Apps Script guide, simple triggers).
   */
  permit(call: string, ...scopes: string[]): void;
  /** Books `count` against the user's daily quota and throws its text when it is used up. */
  useQuota(quota: QuotaName, count?: number): void;
  /** Books further time of a call that was charged already: the answer took that long. */
  elapse(call: string, ms: number): void;
  /** Pseudo-random, 0 inclusive to 1 exclusive; the same in every run with the same seed. */
  random(): number;
  log(level: LogLevel, text: string): void;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type QuotaName = 'urlfetch' | 'email' | 'properties' | 'triggerTime' | 'jdbc' | 'jdbcFailures';

export interface LogLine {
  readonly at: number;
  readonly executionId: number;
  readonly level: LogLevel;
  readonly text: string;
}
