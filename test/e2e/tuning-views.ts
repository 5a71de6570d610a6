import { configOf, usualDefinition, usualPortfolio } from '../../scripts/bench/kernel/portfolio';
import type { ConfigVersionView, SavedView, TuningView } from '../../src/domain/tuning-views';

/** A configuration of thirty metrics and every reading of so many accounts, as the server would send them. */
export function tuningView(accounts: number, changed: Partial<TuningView> = {}): TuningView {
  const definition = usualDefinition();
  const { rows } = usualPortfolio(definition, accounts);
  const numberOf = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null);
  return {
    config: { ...configOf(definition), version: 'c-base' },
    unsaved: [],
    faults: [],
    asOf: 20_484,
    accountIds: rows.map(([id]) => String(id)),
    names: rows.map(([id]) => `Name of ${String(id)}`),
    segments: rows.map(([, segment]) => definition.segments.indexOf(String(segment))),
    attributes: {
      owner_email: rows.map((_, row) => `owner${row % 5}@example.com`),
      mrr: rows.map((_, row) => row * 1000),
    },
    metrics: definition.metrics.map(({ id }) => id),
    readings: definition.metrics.map((_, metric) => rows.map((row) => numberOf(row[metric + 2]))),
    ...changed,
  };
}

export const VERSION: ConfigVersionView = {
  id: 'v2',
  version: 'c-new',
  savedAt: '2026-01-31T10:00:00',
  author: 'ken@example.com',
  comment: 'Adoption counts more <b>',
  changes: ['Dimensions: Adoption Weight 35 -> 40'],
  moreChanges: 3,
  inForce: true,
  restorable: true,
};

export const SAVED: SavedView = { version: VERSION, faults: [], conflict: [] };
