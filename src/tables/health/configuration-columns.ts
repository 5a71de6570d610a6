import { column } from '../column';

/** Configuration belongs to Ops; everyone may read it. */
export const PROTECTED = { workbook: 'health', writer: 'ops', kind: 'table' } as const;

/** Greatest weight: far above any sensible one, far below where sums lose digits. */
export const WEIGHT_RANGE = [0, 1_000_000] as const;
export const POINTS_RANGE = [0, 100] as const;

export const nameJa = column('Name Ja', 'text');
export const whyJa = column('Why Ja', 'longText', { optional: true });
export const rule = column('Rule', 'expression');
