import { column } from '../column';
import type { Column } from '../tab';

/** Configuration belongs to Ops; everyone may read it. */
export const PROTECTED = { workbook: 'health', writer: 'ops', kind: 'table' } as const;

/** Greatest weight: far above any sensible one, far below where sums lose digits. */
export const WEIGHT_RANGE = [0, 1_000_000] as const;
export const POINTS_RANGE = [0, 100] as const;

export const nameJa = (of: string): Column =>
  column(
    'Name Ja',
    '日本語名',
    'text',
    `Name of the ${of} in Japanese; the English one where empty.`,
    '日本語での名前です。空欄なら英語名を使います。',
  );
export const whyJa: Column = column(
  'Why Ja',
  '理由（日本語）',
  'longText',
  'The Why in Japanese.',
  'Why を日本語で書きます。',
  { optional: true },
);
export const rule = (en: string, ja: string): Column => column('Rule', '条件', 'expression', en, ja);
