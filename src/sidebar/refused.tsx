import { useLanguage } from './language';
import { failedTitle, tryAgain } from './messages';
import type { Fault } from './use-sidebar';

interface Props {
  readonly fault: Fault;
  /** True where there is nothing else on the page. */
  readonly alone: boolean;
  readonly again: () => void;
}

/** What the server refused, and what the person can do. */
export function Refused({ fault, alone, again }: Props) {
  const { t } = useLanguage();
  const Title = alone ? 'h1' : 'h2';
  return (
    <section class="refused" role="alert">
      <Title>{t(failedTitle())}</Title>
      <p>{t(fault.text)}</p>
      <p class="quiet">{t(fault.next)}</p>
      <button type="button" class="button" onClick={again}>
        {t(tryAgain())}
      </button>
    </section>
  );
}
