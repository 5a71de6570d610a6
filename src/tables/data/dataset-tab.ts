import type { DatasetDeclaration, Field } from '../../domain/datasets';
import { same } from '../../domain/text';
import type { Column, ColumnType, Tab } from '../tab';

/** A column that no dataset declares, kept as an attribute. */
export interface ExtraColumn {
  readonly name: string;
  /** `number` where every value is one. */
  readonly type: 'text' | 'number';
}

const EXTRA_NOTE = {
  en: 'A column of the source that Kenshin does not know by itself; metrics may read it by this name.',
  ja: '取得元にあった独自の列です。指標からこの名前で参照できます。',
};

/** The tab of a dataset in the Data workbook: its declared columns, then what else its sources brought. */
export function datasetTab(declaration: DatasetDeclaration, extras: readonly ExtraColumn[]): Tab {
  return {
    name: declaration.tab,
    title: declaration.title,
    note: {
      en: `${declaration.title.en} as pulled, one row per ${declaration.key.join(', ')}. Written by the script.`,
      ja: `取り込んだ${declaration.title.ja}です（${declaration.key.join('・')} ごとに1行）。スクリプトが書き込みます。`,
    },
    workbook: 'data',
    writer: 'script',
    kind: 'table',
    key: declaration.key[0] as string,
    columns: [
      ...declaration.fields.map((field) => declaredColumn(declaration, field)),
      ...extras.map((extra) => ({ name: extra.name, ja: extra.name, type: extra.type, note: EXTRA_NOTE })),
    ],
  };
}

function declaredColumn(declaration: DatasetDeclaration, field: Field): Column {
  return { name: field.name, ja: field.name, type: columnType(declaration, field), note: same('') };
}

function columnType(declaration: DatasetDeclaration, field: Field): ColumnType {
  if (declaration.key.includes(field.name) && field.type === 'text') return 'id';
  switch (field.type) {
    case 'day':
    case 'moment':
      return 'date';
    case 'number':
    case 'flag':
    case 'email':
      return field.type;
    case 'text':
    case 'list':
    case 'choice':
      // An unknown choice is kept, so the cell takes any text.
      return 'text';
  }
}
