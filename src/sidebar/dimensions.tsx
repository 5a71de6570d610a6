import type { AccountView } from '../domain/views';
import { Bar } from './band';
import { useLanguage } from './language';
import { capLine, dimensionsTitle, noPoints, shareOfScore } from './messages';
import { decimal, percent } from './numbers';

/** The score by dimension, each with its share of the whole, and the cap that takes the rest. */
export function Dimensions({ dimensions, cap }: Pick<AccountView, 'dimensions' | 'cap'>) {
  const { t, locale } = useLanguage();
  if (dimensions.length === 0) return null;
  return (
    <section>
      <h2>{t(dimensionsTitle())}</h2>
      <ul class="dimensions">
        {dimensions.map(({ name, score, weightPercent }) => (
          <li key={name.en}>
            <span class="line">
              <span>{t(name)}</span>
              <b class={score === null ? 'none' : ''}>{score === null ? t(noPoints()) : decimal(score, locale)}</b>
            </span>
            <Bar value={score} />
            <span class="quiet">{t(shareOfScore(percent(weightPercent, locale)))}</span>
          </li>
        ))}
      </ul>
      {cap && (
        <p class="line cap">
          <span>{t(capLine(t(cap.reason)))}</span>
          <b>{decimal(cap.points, locale)}</b>
        </p>
      )}
    </section>
  );
}
