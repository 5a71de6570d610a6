import type { BookRow } from '../domain/views';
import { Band } from './band';
import { useLanguage } from './language';
import { signed } from './numbers';

/** Pixels of a row, for lists of any length. */
export const ACCOUNT_ROW = 56;

interface Props {
  readonly row: BookRow;
  readonly open: (accountId: string) => void;
  /** Words in place of the reason. */
  readonly say?: string;
  /** Shows the change in place of the band. */
  readonly changed?: boolean;
}

/** One account of a list: a button that opens it. */
export function AccountRow({ row, open, say, changed = false }: Props) {
  const { locale } = useLanguage();
  const [accountId, name, ownerEmail, , , band, shownScore, change, , , reason] = row;
  const moved = change === null ? null : signed(change, locale);
  return (
    <button type="button" class="account-row" onClick={() => open(accountId)}>
      <span class="line">
        <b>{name}</b>
        <b class="figure">{shownScore}</b>
      </span>
      <span class="line">
        <span class="quiet">{say ?? (reason || ownerEmail)}</span>
        {changed && moved ? (
          <span class={`figure ${(change ?? 0) > 0 ? 'up' : 'down'}`}>{moved}</span>
        ) : (
          <Band band={band} />
        )}
      </span>
    </button>
  );
}
