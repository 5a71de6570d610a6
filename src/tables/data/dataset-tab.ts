import type { DatasetDeclaration, Field } from '../../domain/datasets';
import { column } from '../column';
import { KEPT } from '../placed';
import type { ColumnType, Tab } from '../tab';

/** A column that no dataset declares, kept as an attribute. */
export interface ExtraColumn {
  readonly name: string;
  /** `number` where every value is one. */
  readonly type: 'text' | 'number';
}

/** The tab of a dataset in the Data workbook: its declared columns, then what else its sources brought. */
export function datasetTab(declaration: DatasetDeclaration, extras: readonly ExtraColumn[]): Tab {
  return {
    name: declaration.tab,
    ...KEPT,
    key: declaration.key[0] as string,
    columns: [
      ...declaration.fields.map((field) => column(field.name, columnType(declaration, field))),
      ...extras.map(({ name, type }) => column(name, type)),
    ],
  };
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
