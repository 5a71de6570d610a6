import { same } from '../../domain/text';
import type { Column, ColumnType, Tab } from '../tab';

const plain = (name: string, type: ColumnType): Column => ({
  name,
  ja: name,
  type,
  note: same(''),
  required: true,
});

/** What the Adoption tab is counted from: a person's days, without a word of which accounts they looked at. */
export const ADOPTION_DAYS: Tab = {
  name: 'Adoption Days',
  title: { en: 'Adoption Days', ja: '日ごとの利用' },
  note: { en: 'Uses by person and day.', ja: '人と日ごとの利用回数です。' },
  workbook: 'data',
  writer: 'script',
  kind: 'table',
  key: '',
  columns: [plain('email', 'text'), plain('date', 'date'), plain('uses', 'integer'), plain('accounts', 'integer')],
};
