import type { Text } from '../domain/text';
import { refusal } from '../errors';
import type { Platform } from '../ports';
import { SOURCE_KINDS } from '../sources';
import { healthTabs } from '../tables';
import { APP_SHEET, lintAppSheet } from '../tables/appsheet/lint';
import { appTabs, parentsOf } from '../tables/appsheet/survey';
import { DATA_TABS } from '../tables/data';
import { lastConfig } from './configuration';
import { holding } from './holding';
import { appSheetChecked, notSetUp } from './messages';
import { openProblemBook } from './problem-book';

/**
 * Holds the tabs that an AppSheet app is made of against AppSheet's rules and lists every miss in Problems. Throws
 * KenshinError `input` before set-up, `busy` while another execution works.
 */
export function checkAppSheet(platform: Platform): Text {
  const health = platform.workbooks.health();
  const config = lastConfig(health);
  if (config === null) {
    throw refusal('input', notSetUp());
  }
  return holding(platform, () => {
    const tabs = healthTabs(config, SOURCE_KINDS);
    const chosen = appTabs(tabs);
    const problems = lintAppSheet(
      {
        locale: health.locale,
        language: config.settings.language,
        names: health.tabs(),
        tabs: chosen.map((tab) => ({ tab, seen: health.survey(tab.name) })),
        keys: Object.fromEntries(
          parentsOf(chosen, tabs).map(({ name, key }) => [name, health.readColumn(name, key) ?? []]),
        ),
        rawTabs: DATA_TABS.map(({ name }) => name),
      },
      platform.appSheetWords(),
    );
    const book = openProblemBook(health, platform.wallClock(platform.clock.now(), health.zone));
    book.replace(problems, ({ code }) => code.startsWith(APP_SHEET));
    book.commit(config.settings.language);
    return appSheetChecked(problems.length, problems.filter(({ severity }) => severity === 'error').length);
  });
}
