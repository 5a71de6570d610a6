import { useLanguage } from './language';
import { settingUp, setUp, setUpSteps, setUpTitle, setUpWhat } from './messages';

/** The page in a spreadsheet that has no tabs of the product yet. */
export function SetUp({ busy, start }: { readonly busy: boolean; readonly start: () => void }) {
  const { t } = useLanguage();
  return (
    <section class="set-up">
      <h1>{t(setUpTitle())}</h1>
      <p>{t(setUpWhat())}</p>
      <ul class="steps">
        {setUpSteps().map((step) => (
          <li key={step.en}>{t(step)}</li>
        ))}
      </ul>
      <button type="button" class="button primary" disabled={busy} onClick={start}>
        {t(busy ? settingUp() : setUp())}
      </button>
      <p class="unseen" role="status">
        {busy ? t(settingUp()) : ''}
      </p>
    </section>
  );
}
