import type { AccountView, SidebarView } from '../domain/views';
import { Dimensions } from './dimensions';
import { useLanguage } from './language';
import { backToList, reasonsTitle, visibilityNote } from './messages';
import { openCrm } from './messages/account';
import { Metrics } from './metrics';
import { Score } from './score';
import { Story, TrendSection, useStory } from './story';

interface Props {
  readonly account: AccountView;
  readonly view: Pick<SidebarView, 'mode' | 'crmLink' | 'role' | 'mayTune'>;
  /** Goes back to the list; null where the sheet's selection chose the account. */
  readonly close: (() => void) | null;
}

/** One account: its score, why it is what it is, and every metric behind it. In visibility mode, the readings alone. */
export function Account({ account, view: { mode, crmLink, role, mayTune }, close }: Props) {
  const { t } = useLanguage();
  const scored = mode === 'Scoring';
  const story = useStory(account);
  const crm = crmAddress(crmLink, account.accountId);
  return (
    <article>
      {close && (
        <button type="button" class="back" onClick={close}>
          {t(backToList())}
        </button>
      )}
      <header>
        <h1>{account.name}</h1>
        <p class="quiet facts">
          {[t(account.segment), account.stage].filter(Boolean).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        {account.ownerEmail && (
          <p class="quiet owner" title={account.ownerEmail}>
            {account.ownerEmail}
          </p>
        )}
        {crm && (
          <p class="links">
            <a href={crm} target="_blank" rel="noopener noreferrer">
              {t(openCrm())}
            </a>
          </p>
        )}
      </header>
      {scored ? <Score account={account} /> : <p class="note">{t(visibilityNote())}</p>}
      {scored && <TrendSection account={account} story={story} />}
      {scored && account.reasons.length > 0 && (
        <section>
          <h2>{t(reasonsTitle())}</h2>
          <ul class="reasons">
            {account.reasons.map((reason) => (
              <li key={reason.en}>{t(reason)}</li>
            ))}
          </ul>
        </section>
      )}
      {scored && <Dimensions dimensions={account.dimensions} cap={account.cap} />}
      <Metrics metrics={account.metrics} scored={scored} />
      <Story account={account} story={story} scored={scored} mayWrite={role !== null || mayTune} />
    </article>
  );
}

/** The account's address in the CRM; '' where none is set, or one that a browser should not follow. */
function crmAddress(template: string, accountId: string): string {
  return /^https:\/\//i.test(template) ? template.split('{account_id}').join(encodeURIComponent(accountId)) : '';
}
