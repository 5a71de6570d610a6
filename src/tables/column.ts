import type { Column, ColumnType } from './tab';

type Extra = Omit<Column, 'name' | 'type'>;

/** One column in one line. What it holds, in words, stands in the words file beside the tab. */
export function column<Name extends string>(name: Name, type: ColumnType, extra: Extra = {}): Column<Name> {
  return { name, type, ...extra };
}

/** The account a row belongs to; named like its parent tab, so that AppSheet makes it a reference. */
export const ACCOUNT = column('Account', 'ref', { ref: 'Accounts' });

/** The same, as a way to the account's row. */
export const LINKED_ACCOUNT = column('Account', 'ref', {
  ref: 'Accounts',
  jump: { tab: 'Accounts', by: 'Account', at: 'Account ID' },
});

/** Who may see a row in AppSheet: the account's owner and the owner's manager, one address a cell. */
export const VIEWERS = [column('Owner Email', 'email'), column('Manager Email', 'email')] as const;
