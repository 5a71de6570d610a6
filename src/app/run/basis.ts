import { formatDay } from '../../domain/day';
import type { Platform } from '../../ports';
import { ACTION_UPDATES } from '../../tables/health/action-updates';
import { GOALS } from '../../tables/health/goals';
import { IDENTITIES } from '../../tables/health/identities';
import { PULSES } from '../../tables/health/pulses';
import { configInForce } from '../configuration';
import { STORE_KEYS } from '../store-keys';
import type { Progress } from './progress';
import type { RunRecord } from './record';

/** What the published tabs were computed from, beside the stored data, and what came of it. */
export interface Basis extends Pick<RunRecord, 'accounts' | 'scored' | 'leftOut'> {
  readonly from: string;
}

const PEOPLE = [PULSES, GOALS, ACTION_UPDATES, IDENTITIES];

/** The day, the configuration and what people wrote, as a text that differs when one of them does. */
export function basisOf(platform: Platform, run: RunRecord, progress: Progress): string {
  const people = PEOPLE.map(({ name }) => progress.health.read(name));
  const { version } = configInForce(progress.configuration());
  return [formatDay(run.asOf), version, platform.digest(JSON.stringify(people))].join(' ');
}

/** What to store once the tabs are published. */
export function basisNoted(basis: Basis): Readonly<Record<string, string>> {
  return { [STORE_KEYS.basis]: JSON.stringify(basis) };
}

/** What the tabs rest on; null where stored data changed since they were published. */
export function publishedBasis(platform: Platform): Basis | null {
  const text = platform.store.get(STORE_KEYS.basis);
  return text === null ? null : (JSON.parse(text) as Basis);
}

/** To be called before stored data change. */
export function forgetBasis(platform: Platform): void {
  platform.store.remove(STORE_KEYS.basis);
}
