import { useLanguage } from './language';
import { failedTitle, tryAgain } from './messages';
import type { Fault } from './use-call';

interface Props {
  readonly fault: Fault;
  /** True where there is nothing else on the page. */
  readonly alone: boolean;
  /** Tries again; null where a button for that stands beside it already. */
  readonly again: (() => void) | null;
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
      {again && (
        <button type="button" class="button" onClick={again}>
          {t(tryAgain())}
        </button>
      )}
    </section>
  );
}

/** What a call or a deed was refused, beside what asked for it; nothing while it was not. */
export function Failed({
  of: { fault },
  again = null,
}: { readonly of: { readonly fault: Fault | null } } & Partial<Pick<Props, 'again'>>) {
  return fault && <Refused fault={fault} alone={false} again={again} />;
}
