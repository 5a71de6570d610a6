import type { CardAccount, CardBook } from '../domain/card-views';
import { type Locale, say } from '../domain/text';
import { BANDS, says } from './messages';

/** `Red 38.2`. */
export function scoreOf({ band, shownScore }: CardAccount, locale: Locale): string {
  return `${say(BANDS[band], locale)} ${shownScore}`;
}

/** `−12.6 in 7 days`; '' where there is nothing to compare with. */
export function changeOf({ change }: CardAccount, { locale, changeDays }: CardBook): string {
  if (change === null) return '';
  const shown = Math.abs(change).toFixed(1);
  return say(says.change(shown === '0.0' ? '±0' : `${change > 0 ? '+' : '−'}${shown}`, changeDays), locale);
}
