import type { SidebarView } from '../domain/views';
import { useLanguage } from './language';
import { settingUp, setUp, setUpSteps, setUpTitle, setUpWhat } from './messages';
import { Refused } from './refused';
import { call } from './rpc';
import { useDeed } from './use-call';

/** The page in a spreadsheet that has no tabs of the product yet. */
export function SetUp({ done }: { readonly done: (view: SidebarView) => void }) {
  const { t } = useLanguage();
  const { busy, fault, act } = useDeed();
  return (
    <section class="set-up">
      <h1>{t(setUpTitle())}</h1>
      <p>{t(setUpWhat())}</p>
      <ul class="steps">
        {setUpSteps().map((step) => (
          <li key={step.en}>{t(step)}</li>
        ))}
      </ul>
      {fault && <Refused fault={fault} alone={false} again={null} />}
      <button
        type="button"
        class="button primary"
        disabled={busy}
        onClick={() => act(() => call('setUpProduct'), done)}
      >
        {t(busy ? settingUp() : setUp())}
      </button>
      <p class="unseen" role="status">
        {busy ? t(settingUp()) : ''}
      </p>
    </section>
  );
}
