import type { Problem } from '../../../src/domain/problem';
import { parseConfig } from '../../../src/tables/config/parse-config';
import type { Grids } from './tabs';

/** `Metrics!P2 curve.unreadable` for every error. */
export function errors(tabs: Grids): string[] {
  return told(parseConfig(tabs).problems, 'error');
}

export function warnings(tabs: Grids): string[] {
  return told(parseConfig(tabs).problems, 'warning');
}

export function told(problems: readonly Problem[], severity: string): string[] {
  return problems
    .filter((one) => one.severity === severity)
    .map(({ source, place, code }) => `${source}!${place} ${code}`);
}

const METRIC = [
  'Usage',
  'outcome',
  'process',
  'usage',
  'sum',
  'logins',
  null,
  30,
  'none',
  'exclude',
  null,
  1,
  '0=0; 1=100',
];
/** A row of Metrics under an id of its own. */
export const metricRow = (id: string, enabled: boolean) => [id, id, null, ...METRIC, enabled];
