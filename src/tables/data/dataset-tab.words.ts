import type { DatasetDeclaration } from '../../domain/datasets';
import type { TabWords } from '../../domain/words';

/** Words of a dataset's tab. Its headers, the names of the fields that sources are mapped to, have none. */
export function datasetWords({ title, key }: DatasetDeclaration): TabWords {
  return {
    title,
    note: {
      en: `${title.en} as pulled, one row per ${key.join(', ')}. Written by the script.`,
      ja: `取り込んだ${title.ja}です（${key.join('・')} ごとに1行）。スクリプトが書き込みます。`,
    },
    columns: {},
  };
}
