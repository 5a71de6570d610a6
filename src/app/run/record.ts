import type { Day } from '../../domain/day';
import type { Text } from '../../domain/text';
import type { RunView } from '../../domain/views';
import type { Platform } from '../../ports';
import { STORE_KEYS } from '../store-keys';

/** The steps of a run, in order. */
export const STEPS = ['pull', 'score', 'history', 'notify', 'write back'] as const;
export type Step = (typeof STEPS)[number];

/** Times a step is tried before the run gives up. */
export const ATTEMPTS = 3;

/** Who started a run. */
export type Cause = 'daily' | 'hourly' | 'person';

/** The state of a run between two executions: small, so that it fits one property. */
export interface RunRecord {
  readonly id: string;
  readonly cause: Cause;
  readonly startedBy: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly asOf: Day;
  readonly state: 'running' | 'done' | 'failed';
  readonly step: Step;
  /** How far the step has come: the next source to pull, the next row to write back. */
  readonly cursor: number;
  /** Times the step under way was begun. */
  readonly attempts: number;
  readonly slices: number;
  readonly said: Text;
  readonly next: Text | null;
  readonly accounts: number;
  readonly scored: number;
  readonly problems: number;
  readonly configVersion: string;
  /** What did not fit or was not reached. */
  readonly leftOut: Text | null;
}

/** The run under way, or the last one; null before the first. */
export function readRun(platform: Platform): RunRecord | null {
  const stored = platform.store.get(STORE_KEYS.run);
  return stored === null ? null : (JSON.parse(stored) as RunRecord);
}

/** Stores the run, and `along` with it: all of it or nothing. */
export function saveRun(platform: Platform, record: RunRecord, along: Readonly<Record<string, string>> = {}): void {
  platform.store.set({ ...along, [STORE_KEYS.run]: JSON.stringify(record) });
}

/** The last run as the sidebar shows it; null before the first. */
export function lastRunView(platform: Platform): RunView | null {
  const record = readRun(platform);
  return record && runView(platform, record, platform.workbooks.health().zone);
}

/** The run as the sidebar shows it. */
export function runView(platform: Platform, record: RunRecord, zone: string): RunView {
  return {
    state: record.state,
    said: record.next
      ? { en: `${record.said.en} ${record.next.en}`, ja: `${record.said.ja} ${record.next.ja}` }
      : record.said,
    startedAt: platform.wallClock(record.startedAt, zone),
    endedAt: record.endedAt === null ? '' : platform.wallClock(record.endedAt, zone),
    accounts: record.accounts,
    scored: record.scored,
    problems: record.problems,
    progress: record.state === 'running' ? STEPS.indexOf(record.step) / STEPS.length : 1,
  };
}
