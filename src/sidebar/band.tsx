import type { Band as BandName } from '../domain/config/config';
import { useLanguage } from './language';
import { bandWord } from './messages';

/** A band: its colour never stands without its word. */
export function Band({ band }: { readonly band: BandName }) {
  const { t } = useLanguage();
  return <span class={`band ${band}`}>{t(bandWord(band))}</span>;
}

/** A bar from 0 to 100 beside a number that says the same. */
export function Bar({ value, tone = '' }: { readonly value: number | null; readonly tone?: string }) {
  return (
    <span class={`bar ${tone}`} aria-hidden="true">
      <span style={{ width: `${Math.max(0, Math.min(100, value ?? 0))}%` }} />
    </span>
  );
}
