import type { EngineTable } from '../../../scripts/local/vendors/bigquery/engine';

export const PROJECT = 'acme-analytics';
export const USAGE = `${PROJECT}.product.usage`;
/** Rows of the large table. */
export const MANY = 450;

/** Tables of the project that tests ask. */
export const TABLES: readonly EngineTable[] = [
  {
    name: USAGE,
    columns: [
      { name: 'account_id', type: 'STRING' },
      { name: 'day', type: 'DATE' },
      { name: 'logins', type: 'INT64' },
      { name: 'plan', type: 'STRING' },
      { name: 'updated_at', type: 'TIMESTAMP' },
    ],
    rows: [
      ['A-1', '2026-01-10', '3', 'Pro', '2026-01-10T10:00:00.000001Z'],
      ['A-2', '2026-01-11', '9007199254740993', 'Free', '2026-01-11T10:00:00.123456Z'],
      ['A-3', '2026-01-12', null, 'Pro', '2026-01-12T10:00:00Z'],
    ],
  },
  {
    name: `${PROJECT}.product.many`,
    columns: [{ name: 'n', type: 'INT64' }],
    rows: Array.from({ length: MANY }, (_, at) => [String(at + 1)]),
  },
];
