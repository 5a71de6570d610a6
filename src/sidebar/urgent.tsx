import type { SidebarView } from '../domain/views';
import { Band } from './band';
import { useLanguage } from './language';
import { noRunYet, nothingUrgent, readingsOnly, selectHint, urgentTitle } from './messages';

/** Where to look when no account is selected. */
export function Urgent({ view, open }: { readonly view: SidebarView; readonly open: (accountId: string) => void }) {
  const { t } = useLanguage();
  const { urgent, run, mode } = view;
  const empty = !run ? noRunYet() : mode === 'Visibility' ? readingsOnly() : nothingUrgent();
  return (
    <section class="first">
      <h1>{t(urgent.length > 0 ? urgentTitle() : empty.title)}</h1>
      {urgent.length === 0 && <p class="note">{t(empty.why)}</p>}
      <ul class="urgent">
        {urgent.map(({ accountId, name, shownScore, band, reason }) => (
          <li key={accountId}>
            <button type="button" onClick={() => open(accountId)}>
              <span class="line">
                <b>{name}</b>
                <b class="figure">{shownScore}</b>
              </span>
              <span class="line">
                <span class="quiet">{t(reason)}</span>
                <Band band={band} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p class="quiet">{t(selectHint())}</p>
    </section>
  );
}
