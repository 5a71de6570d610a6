import { BANDS, type Band } from '../domain/config/config';
import type { BookRow } from '../domain/views';
import { useLanguage } from './language';
import { bandWord } from './messages';
import { plain } from './numbers';

export const ALL_BANDS: readonly Band[] = [...BANDS, 'Grey'];

/** Accounts by band as one bar with its numbers in words below. */
export function BandMix({ rows }: { readonly rows: readonly BookRow[] }) {
  const counts = new Map<Band, number>();
  for (const [, , , , , band] of rows) counts.set(band, (counts.get(band) ?? 0) + 1);
  return <Mix counts={ALL_BANDS.map((band) => counts.get(band) ?? 0)} legend />;
}

/** `counts` by band, best first, those without a score last. */
export function Mix({ counts, legend = false }: { readonly counts: readonly number[]; readonly legend?: boolean }) {
  const { t, locale } = useLanguage();
  const all = Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
  return (
    <>
      <span class="mix" aria-hidden="true">
        {ALL_BANDS.map(
          (band, at) =>
            (counts[at] ?? 0) > 0 && (
              <span key={band} class={band} style={{ width: `${((counts[at] ?? 0) / all) * 100}%` }} />
            ),
        )}
      </span>
      {legend && (
        <ul class="legend">
          {ALL_BANDS.map(
            (band, at) =>
              (counts[at] ?? 0) > 0 && (
                <li key={band}>
                  <i class={band} />
                  {t(bandWord(band))} <b>{plain(counts[at] ?? 0, locale)}</b>
                </li>
              ),
          )}
        </ul>
      )}
    </>
  );
}
