import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Band } from '../domain/config/config';
import type { BookRow, SidebarView, WeekView } from '../domain/views';
import { ACCOUNT_ROW, AccountRow } from './account-row';
import { ALL_BANDS, BandMix, Mix } from './band-mix';
import { Empty } from './empty';
import { useLanguage } from './language';
import { List } from './list';
import { asOf, loading, noneScored, readingsOnly } from './messages';
import * as words from './messages/portfolio';
import { amount, calendarDay, percent } from './numbers';
import { Failed } from './refused';
import { call } from './rpc';
import { useCall } from './use-call';

interface Props {
  readonly view: SidebarView;
  readonly open: (accountId: string) => void;
  readonly needBook: () => void;
}

/** Accounts of each short list. */
const FIRST = 5;

/** Every account together: how they stand, what moved, and where a manager is needed. */
export function Portfolio({ view, open, needBook }: Props) {
  const { t, locale } = useLanguage();
  const { book, mode } = view;
  useEffect(needBook);
  const week = useCall(book?.asOf ?? null, () => call('weekView'));
  if (mode === 'Visibility') return <Empty lack={readingsOnly()} steps={null} />;
  if (!book) return <p class="quiet waiting">{t(loading())}</p>;
  return (
    <>
      <header>
        <h1>{t(words.title())}</h1>
        {book.asOf && <p class="quiet">{t(asOf(calendarDay(book.asOf, locale)))}</p>}
      </header>
      <section>
        <BandMix rows={book.rows} />
        <Figures rows={book.rows} />
      </section>
      <StepIn rows={book.rows} week={week.data} open={open} />
      <Movements rows={book.rows} days={book.changeDays} week={week.data} busy={week.busy} open={open} />
      <Failed of={week} again={week.again} />
      <Groups rows={book.rows} open={open} />
    </>
  );
}

function isAtRisk([, , , , , band]: BookRow): boolean {
  return band === 'Red' || band === 'Yellow';
}

function mrrOf(rows: readonly BookRow[]): number {
  return rows.reduce((sum, [, , , , , , , , mrr]) => sum + mrr, 0);
}

function Figures({ rows }: { readonly rows: readonly BookRow[] }) {
  const { t, locale } = useLanguage();
  const risky = rows.filter(isAtRisk);
  const [mrr, all] = [mrrOf(risky), mrrOf(rows)];
  const share = (part: number, whole: number) => percent(whole > 0 ? (part / whole) * 100 : 0, locale);
  return (
    <dl class="figures">
      <div>
        <dt>{t(words.mrrAtRisk())}</dt>
        <dd>{amount(mrr, locale)}</dd>
        <dd class="quiet">{t(words.ofMrr(share(mrr, all), amount(all, locale)))}</dd>
      </div>
      <div>
        <dt>{t(words.atRisk())}</dt>
        <dd>{risky.length}</dd>
        <dd class="quiet">{t(words.ofAccounts(share(risky.length, rows.length), rows.length))}</dd>
      </div>
    </dl>
  );
}

function StepIn({
  rows,
  week,
  open,
}: {
  readonly rows: readonly BookRow[];
  readonly week: WeekView | null;
  readonly open: Props['open'];
}) {
  const { t, locale } = useLanguage();
  const waiting = new Set(week?.fell.filter(([, , contacted]) => contacted === '').map(([id]) => id));
  const first = useMemo(
    () =>
      rows
        .filter(isAtRisk)
        .sort((a, b) => b[8] - a[8])
        .slice(0, FIRST),
    [rows],
  );
  const unscored = rows.every(([, , , , , band]) => band === 'Grey');
  const said = ([id, , owner, , , , , , mrr]: BookRow) =>
    [t(words.mrrOf(amount(mrr, locale), owner.split('@')[0] ?? '')), waiting.has(id) && t(words.uncontacted())]
      .filter(Boolean)
      .join(' · ');
  return (
    <section>
      <h2>{t(words.stepInTitle())}</h2>
      <p class="quiet">
        {t(first.length > 0 ? words.stepInWhy() : unscored ? noneScored().why : words.nothingAtRisk())}
      </p>
      <ul class="rows">
        {first.map((row) => (
          <li key={row[0]}>
            <AccountRow row={row} open={open} say={said(row)} />
          </li>
        ))}
      </ul>
      {first.length > 0 && week?.shut && <p class="quiet">{t(week.shut)}</p>}
    </section>
  );
}

interface MovementProps {
  readonly rows: readonly BookRow[];
  readonly days: number;
  readonly week: WeekView | null;
  readonly busy: boolean;
  readonly open: Props['open'];
}

function Movements({ rows, days, week, busy, open }: MovementProps) {
  const { t } = useLanguage();
  const { up, down, unscored } = useMemo(() => bandMoves(rows, week), [rows, week]);
  const byChange = useMemo(
    () => rows.filter(([, , , , , , , change]) => change !== null).sort((a, b) => (a[7] as number) - (b[7] as number)),
    [rows],
  );
  const falls = byChange.filter(([, , , , , , , change]) => (change as number) <= -0.05).slice(0, FIRST);
  const rises = byChange
    .filter(([, , , , , , , change]) => (change as number) >= 0.05)
    .slice(-FIRST)
    .reverse();
  return (
    <section aria-busy={busy}>
      <h2>{t(words.movementsTitle(days))}</h2>
      <p class={week ? '' : 'quiet'}>
        {week ? t(up + down + unscored === 0 ? words.noBandMoved() : words.bandsMoved(up, down)) : busy && t(loading())}
      </p>
      {falls.length > 0 && <h3>{t(words.falls())}</h3>}
      <Changed rows={falls} open={open} />
      {rises.length > 0 && <h3>{t(words.rises())}</h3>}
      <Changed rows={rises} open={open} />
    </section>
  );
}

/** Accounts that moved to a better and to a worse band; those that gained or lost their score are neither. */
function bandMoves(rows: readonly BookRow[], week: WeekView | null) {
  const before = new Map<string, Band>(week?.moved ?? []);
  const count = { up: 0, down: 0, unscored: 0 };
  for (const [id, , , , , band] of rows) {
    const was = before.get(id);
    if (was === undefined || was === band) continue;
    if (was === 'Grey' || band === 'Grey') count.unscored += 1;
    else if (ALL_BANDS.indexOf(band) < ALL_BANDS.indexOf(was)) count.up += 1;
    else count.down += 1;
  }
  return count;
}

function Changed({ rows, open }: { readonly rows: readonly BookRow[]; readonly open: Props['open'] }) {
  return (
    <ul class="rows told">
      {rows.map((row) => (
        <li key={row[0]}>
          <AccountRow row={row} open={open} changed />
        </li>
      ))}
    </ul>
  );
}

type By = 'owner' | 'team' | 'segment';
const COLUMN: Readonly<Record<By, 2 | 3 | 4>> = { owner: 2, team: 3, segment: 4 };

interface Group {
  readonly key: string;
  readonly rows: readonly BookRow[];
  readonly mrrAtRisk: number;
}

const GROUP_ROW = 62;

/** Owners, teams or segments side by side, the largest MRR at risk first; one opens to its accounts. */
function Groups({ rows, open }: { readonly rows: readonly BookRow[]; readonly open: Props['open'] }) {
  const { t, locale } = useLanguage();
  const [by, setBy] = useState<By>('owner');
  const [chosen, choose] = useState<string | null>(null);
  const groups = useMemo(() => groupsOf(rows, COLUMN[by]), [rows, by]);
  const group = chosen === null ? undefined : groups.find(({ key }) => key === chosen);
  const nameOf = (key: string) => key || t(words.nameless());
  const said = ({ rows: own, mrrAtRisk }: Group) =>
    t(words.groupSaid(own.length, own.filter(isAtRisk).length, amount(mrrAtRisk, locale)));
  return (
    <section>
      <h2>{t(words.groupsTitle())}</h2>
      <label class="field">
        <span>{t(words.byLabel())}</span>
        <select
          value={by}
          onChange={(event) => {
            choose(null);
            setBy(event.currentTarget.value as By);
          }}
        >
          {(Object.keys(COLUMN) as By[]).map((one) => (
            <option key={one} value={one}>
              {t(words.grouping(one))}
            </option>
          ))}
        </select>
      </label>
      {group ? (
        <>
          <button type="button" class="back" onClick={() => choose(null)}>
            {t(words.everyGroup())}
          </button>
          <h3>{nameOf(group.key)}</h3>
          <BandMix rows={group.rows} />
          <List items={group.rows} label={nameOf(group.key)} height={ACCOUNT_ROW} keyOf={([id]) => id}>
            {(row) => <AccountRow row={row} open={open} />}
          </List>
        </>
      ) : (
        <List items={groups} label={t(words.grouping(by))} height={GROUP_ROW} keyOf={({ key }) => key}>
          {(one) => (
            <button type="button" class="account-row" onClick={() => choose(one.key)}>
              <span class="line">
                <b>{nameOf(one.key)}</b>
              </span>
              <Mix counts={countsOf(one.rows)} />
              <span class="quiet">{said(one)}</span>
            </button>
          )}
        </List>
      )}
    </section>
  );
}

function groupsOf(rows: readonly BookRow[], column: 2 | 3 | 4): Group[] {
  const found = new Map<string, BookRow[]>();
  for (const row of rows) {
    const group = found.get(row[column]);
    if (group) group.push(row);
    else found.set(row[column], [row]);
  }
  return [...found]
    .map(([key, own]) => ({ key, rows: own, mrrAtRisk: mrrOf(own.filter(isAtRisk)) }))
    .sort((a, b) => b.mrrAtRisk - a.mrrAtRisk);
}

function countsOf(rows: readonly BookRow[]): number[] {
  return ALL_BANDS.map((band) => rows.filter((row) => row[5] === band).length);
}
