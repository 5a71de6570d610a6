import { useEffect, useMemo, useState } from 'preact/hooks';
import type { BookRow, SidebarView } from '../domain/views';
import { ACCOUNT_ROW, AccountRow } from './account-row';
import { BandMix } from './band-mix';
import { Button } from './button';
import { useLanguage } from './language';
import { List } from './list';
import { loading, noneScored, nothingUrgent, readingsOnly, selectHint, urgentTitle } from './messages';
import * as words from './messages/day';
import { calendarDay } from './numbers';
import { Failed } from './refused';
import { call } from './rpc';
import { useCall } from './use-call';

interface Props {
  readonly view: SidebarView;
  readonly open: (accountId: string) => void;
  readonly needBook: () => void;
}

/** Accounts that stand before the whole list. */
const FIRST = 5;

/** Where to look when no account is selected: the accounts of the person, or all where none is theirs. */
export function MyDay({ view, open, needBook }: Props) {
  const { t } = useLanguage();
  const { book, mode, email, role, mayTune } = view;
  const [all, setAll] = useState(false);
  useEffect(needBook);
  const mine = useMemo(
    () => book?.rows.filter(([, , owner]) => email !== '' && owner.toLowerCase() === email) ?? [],
    [book, email],
  );
  if (!book) return <p class="quiet waiting">{t(loading())}</p>;
  const rows = all || mine.length === 0 ? book.rows : mine;
  const risky = rows.filter(isAtRisk);
  const unscored = rows.every(([, , , , , band]) => band === 'Grey');
  const empty = mode === 'Visibility' ? readingsOnly() : unscored ? noneScored() : nothingUrgent();
  return (
    <>
      {view.gone && <p class="note">{t(words.goneAccount(view.gone))}</p>}
      {role === null && !mayTune && <p class="note">{t(words.noRole())}</p>}
      {mine.length > 0 && (
        <fieldset class="segments" aria-label={t(words.whose())}>
          <button type="button" aria-pressed={!all} onClick={() => setAll(false)}>
            {t(words.mine(mine.length))}
          </button>
          <button type="button" aria-pressed={all} onClick={() => setAll(true)}>
            {t(words.everybodys(book.rows.length))}
          </button>
        </fieldset>
      )}
      <section class="first">
        <h1>{t(risky.length > 0 ? urgentTitle() : empty.title)}</h1>
        {risky.length === 0 && <p class="note">{t(empty.why)}</p>}
        <ul class="rows urgent told">
          {risky.slice(0, FIRST).map((row) => (
            <li key={row[0]}>
              <AccountRow row={row} open={open} />
            </li>
          ))}
        </ul>
        <p class="quiet">{t(selectHint())}</p>
      </section>
      {mode === 'Scoring' && !unscored && <Uncontacted rows={rows} day={book.asOf} open={open} />}
      {rows.length > 0 && <Everybody rows={rows} scored={mode === 'Scoring'} open={open} />}
    </>
  );
}

function isAtRisk([, , , , , band]: BookRow): boolean {
  return band === 'Red' || band === 'Yellow';
}

/** Accounts at risk with whom nobody has spoken since they fell; the longest ago first. */
function Uncontacted({
  rows,
  day,
  open,
}: {
  readonly rows: readonly BookRow[];
  readonly day: string;
  readonly open: Props['open'];
}) {
  const { t, locale } = useLanguage();
  const [all, showAll] = useState(false);
  const week = useCall(day, () => call('weekView'));
  const since = new Map(week.data?.fell.filter(([, , contacted]) => contacted === '').map(([id, fell]) => [id, fell]));
  const waiting = rows
    .filter(([id]) => since.has(id))
    .sort((a, b) => ((since.get(a[0]) ?? '') < (since.get(b[0]) ?? '') ? -1 : 1));
  return (
    <section aria-busy={week.busy}>
      <h2>{t(words.uncontactedTitle(week.data && !week.data.shut ? waiting.length : null))}</h2>
      <Failed of={week} again={week.again} />
      {week.busy && !week.data && <p class="quiet waiting">{t(loading())}</p>}
      {week.data && waiting.length === 0 && <p class="quiet">{t(week.data.shut ?? words.allContacted())}</p>}
      <List
        items={all ? waiting : waiting.slice(0, FIRST)}
        label={t(words.uncontactedTitle(null))}
        height={ACCOUNT_ROW}
        keyOf={([id]) => id}
      >
        {(row) => (
          <AccountRow row={row} open={open} say={t(words.fellOn(calendarDay(since.get(row[0]) ?? '', locale)))} />
        )}
      </List>
      {!all && waiting.length > FIRST && (
        <Button look="link" onClick={() => showAll(true)}>
          {t(words.showAll(waiting.length))}
        </Button>
      )}
    </section>
  );
}

/** All of them, with a search; drawn as far as they can be seen. */
function Everybody({
  rows,
  scored,
  open,
}: {
  readonly rows: readonly BookRow[];
  readonly scored: boolean;
  readonly open: Props['open'];
}) {
  const { t } = useLanguage();
  const [wanted, setWanted] = useState('');
  const folded = wanted.normalize('NFKC').trim().toLowerCase();
  const found = useMemo(
    () =>
      folded === ''
        ? rows
        : rows.filter(([id, name]) => `${name}\n${id}`.normalize('NFKC').toLowerCase().includes(folded)),
    [rows, folded],
  );
  return (
    <section>
      <h2>{t(words.allTitle(rows.length))}</h2>
      {scored && <BandMix rows={rows} />}
      <input
        class="search"
        type="search"
        value={wanted}
        aria-label={t(words.search())}
        placeholder={t(words.search())}
        onInput={(event) => setWanted(event.currentTarget.value)}
      />
      <p class="quiet" role="status">
        {folded !== '' && t(words.found(found.length))}
      </p>
      <List
        items={found}
        label={t(words.allTitle(found.length))}
        height={ACCOUNT_ROW}
        keyOf={([id]) => id}
        key={folded}
      >
        {(row) => <AccountRow row={row} open={open} />}
      </List>
    </section>
  );
}
