import type { AccountView } from '../domain/views';
import { Band, Bar } from './band';
import { useLanguage } from './language';
import { asOf, bandWord, changeSince, coverage, notScored, scoreOutOf, unchangedSince } from './messages';
import { calendarDay, percent, signed } from './numbers';

/** The score as one large number, its band and its change, and how much data stands behind it. */
export function Score({ account }: { readonly account: AccountView }) {
  const { t, locale } = useLanguage();
  const { score, band, change, changeDays } = account;
  const moved = change === null ? null : signed(change, locale);
  return (
    <section class="score">
      <div class="headline">
        <p class={score === null ? 'number none' : 'number'}>
          <span aria-hidden="true">{account.shownScore}</span>
          <span class="unseen">{t(score === null ? notScored() : scoreOutOf(account.shownScore, bandWord(band)))}</span>
        </p>
        <div class="beside">
          <Band band={band} />
          {change !== null && (
            <p class={`change ${moved === null ? '' : change > 0 ? 'up' : 'down'}`}>
              {t(moved === null ? unchangedSince(changeDays) : changeSince(moved, changeDays))}
            </p>
          )}
        </div>
      </div>
      <Bar value={score} tone={band} />
      <p class="quiet facts">
        <span>{t(coverage(percent(account.coveragePercent, locale)))}</span>
        {account.asOf && <span>{t(asOf(calendarDay(account.asOf, locale)))}</span>}
      </p>
    </section>
  );
}
