import { useState } from 'preact/hooks';
import type { Reply } from '../../domain/reply';
import type { Locale } from '../../domain/text';
import type { SavedView } from '../../domain/tuning-views';
import type { SidebarView } from '../../domain/views';
import { Button } from '../button';
import { useLanguage } from '../language';
import * as words from '../messages/operation';
import { Failed } from '../refused';
import { call } from '../rpc';
import { useDeed } from '../use-call';

const LOCALES: readonly Locale[] = ['en', 'ja'];

/** A choice of language, each in its own words. */
export function LanguageField({
  locale,
  choose,
}: {
  readonly locale: Locale;
  readonly choose: (locale: Locale) => void;
}) {
  const { t } = useLanguage();
  return (
    <label class="field">
      <span>{t(words.languageLabel())}</span>
      <select value={locale} onChange={(event) => choose(event.currentTarget.value as Locale)}>
        {LOCALES.map((one) => (
          <option key={one} value={one} lang={one}>
            {t(words.languageWord(one))}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The language of the workbook, which can be changed, and its time zone. */
export function LanguageStep({ view, changed }: { readonly view: SidebarView; readonly changed: () => void }) {
  const { t } = useLanguage();
  const [locale, choose] = useState(view.locale);
  const deed = useDeed();
  const change = () => deed.act(() => saveLanguage(locale), changed);
  return (
    <>
      <LanguageField locale={locale} choose={choose} />
      <p class="quiet">{t(words.zoneNow(view.zone))}</p>
      <Failed of={deed} />
      {locale !== view.locale && (
        <div class="buttons">
          <Button disabled={deed.busy} onClick={change}>
            {t(deed.busy ? words.changing() : words.changeLanguage())}
          </Button>
        </div>
      )}
    </>
  );
}

/** A cell of Settings like any other: it is changed in the newest version, which has to be known for that. */
async function saveLanguage(locale: Locale): Promise<Reply<SavedView>> {
  const versions = await call('configurationVersions');
  if (!versions.ok) return versions;
  const value = locale === 'ja' ? 'Japanese' : 'English';
  const change = { tab: 'Settings', key: 'Language', header: 'Value', value };
  return call('saveConfiguration', '', [change], versions.data[0]?.version ?? '');
}
