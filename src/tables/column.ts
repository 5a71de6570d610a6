import type { Column, ColumnType } from './tab';

type Extra = Omit<Column, 'name' | 'ja' | 'type' | 'note'>;

/** One column in one line: header, Japanese name, type, and what it holds in English and in Japanese. */
export function column(
  name: string,
  ja: string,
  type: ColumnType,
  en: string,
  jaNote: string,
  extra: Extra = {},
): Column {
  return { name, ja, type, note: { en, ja: jaNote }, ...extra };
}

/** The account a row belongs to; named like its parent tab, so that AppSheet makes it a reference. */
export const ACCOUNT = column(
  'Account',
  '顧客企業',
  'ref',
  'Account ID of the account.',
  '顧客企業の Account ID です。',
  {
    ref: 'Accounts',
  },
);

/** Who may see a row in AppSheet: the account's owner and the owner's manager, one address a cell. */
export const VIEWERS: readonly Column[] = [
  column(
    'Owner Email',
    '担当者メール',
    'email',
    'The CSM who looks after the account. Use it in AppSheet security filters.',
    'この顧客を担当する CSM です。AppSheet のセキュリティ フィルタに使えます。',
  ),
  column(
    'Manager Email',
    'マネージャーメール',
    'email',
    "The owner's manager. Use it in AppSheet security filters.",
    '担当者の上長です。AppSheet のセキュリティ フィルタに使えます。',
  ),
];
