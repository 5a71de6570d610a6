import { useLanguage } from './language';
import { failedTitle, tryAgain } from './messages';
import type { Fault } from './use-sidebar';

/** What the server refused, and what the person can do. */
export function Refused({ fault, again }: { readonly fault: Fault; readonly again: () => void }) {
  const { t } = useLanguage();
  return (
    <section class="refused" role="alert">
      <h2>{t(failedTitle())}</h2>
      <p>{t(fault.text)}</p>
      <p class="quiet">{t(fault.next)}</p>
      <button type="button" class="button" onClick={again}>
        {t(tryAgain())}
      </button>
    </section>
  );
}
