import { column } from '../column';

/** Configuration belongs to Ops; everyone may read it. */
export const PROTECTED = { workbook: 'health', writer: 'ops', kind: 'table' } as const;

/** Far above any sensible weight, and below the number that a day becomes in such a cell (36526 is 2000-01-01). */
export const WEIGHT_RANGE = [0, 10_000] as const;
export const POINTS_RANGE = [0, 100] as const;

export const nameJa = column('Name Ja', 'text');
export const whyJa = column('Why Ja', 'longText', { optional: true });
export const rule = column('Rule', 'expression');
