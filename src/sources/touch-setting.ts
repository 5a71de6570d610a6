import type { DatasetName } from '../domain/datasets';
import * as messages from './messages';
import { wholeNumber, words } from './option';

/** For kinds that meet people: whose domains are ours, and how far back the first pull reaches. */
export const INTERNAL = words('internal', messages.internal);
export const firstDays = (days: number) => wholeNumber('first_days', () => messages.firstDays(days), 1, 730);

/** These kinds bring touches and nothing else. */
export function touchesOnly(dataset: DatasetName) {
  return dataset === 'touches' ? [] : [{ column: 'Dataset', why: messages.touchesOnly() }];
}
