import type { Host } from '../host';
import { BEHIND } from './context';
import { enumerationsOf } from './enumerations';

/**
 * The global `Charts`: the enumerations that charts in sheets take. Its own charts (pictures, data tables) are not
 * implemented. Source: Apps Script reference, Charts.
 */
export function createCharts(host: Host): object {
  return host.strict('Charts', { ...enumerationsOf(host, BEHIND).charts });
}
