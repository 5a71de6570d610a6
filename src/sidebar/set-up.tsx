import { useState } from 'preact/hooks';
import type { SidebarView } from '../domain/views';
import { Button } from './button';
import { useLanguage } from './language';
import { settingUp, setUp, setUpLong, setUpSteps, setUpTitle, setUpWhat } from './messages';
import { zoneLabel } from './messages/operation';
import { LanguageField } from './operation/language-step';
import { Refused } from './refused';
import { call } from './rpc';
import { useDeed } from './use-call';

interface Props {
  readonly view: SidebarView;
  readonly done: (view: SidebarView) => void;
}

/** The page in a spreadsheet that has no tabs of the product yet: the first step of the guide. */
export function SetUp({ view, done }: Props) {
  const { t } = useLanguage();
  const [locale, setLocale] = useState(view.locale);
  const [zone, setZone] = useState(view.zone);
  const { busy, fault, act } = useDeed();
  // The reader's own zone is worth offering: a new spreadsheet often has another.
  const own = new Intl.DateTimeFormat(locale).resolvedOptions().timeZone;
  const zones = Array.from(new Set([view.zone, own, 'Asia/Tokyo', 'UTC'].filter(Boolean)));
  return (
    <section class="set-up">
      <h1>{t(setUpTitle())}</h1>
      <p>{t(setUpWhat())}</p>
      <ul class="steps">
        {setUpSteps().map((step) => (
          <li key={step.en}>{t(step)}</li>
        ))}
      </ul>
      <LanguageField locale={locale} choose={setLocale} />
      <label class="field">
        <span>{t(zoneLabel())}</span>
        <select value={zone} onChange={(event) => setZone(event.currentTarget.value)}>
          {zones.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      {fault && <Refused fault={fault} alone={false} again={null} />}
      <Button look="primary" disabled={busy} onClick={() => act(() => call('setUpProduct', locale, zone), done)}>
        {t(busy ? settingUp() : setUp())}
      </Button>
      <p class="quiet" role="status">
        {busy ? t(setUpLong()) : ''}
      </p>
    </section>
  );
}
