import { attempt } from './app/attempt';
import { lastRunView } from './app/run/record';
import { startRun } from './app/run/run';
import { scheduleSwitched } from './app/schedule';
import {
  forgetSecret as forget,
  sourceForms as forms,
  keepSecrets as keep,
  testSource as test,
} from './app/secrets/secrets';
import { sentChanges, sentFields, sentFlag, sentPulse, sentText, sentTextOrNull } from './app/sent';
import { setUp } from './app/set-up';
import { viewTuning } from './app/tune/tuning-view';
import { restoreVersion, saveVersion, viewVersions } from './app/tune/versions';
import { tryConfiguration } from './app/tune/what-if';
import { viewAccount } from './app/views/account-view';
import { viewOwnBook } from './app/views/book-view';
import { loadDemo as addDemo, removeDemo as dropDemo } from './app/views/demo';
import { showCell as goToCell, viewOperations } from './app/views/operations-view';
import { recordPulse as addPulse } from './app/views/record-pulse';
import { removeProduct as dropProduct } from './app/views/remove-product';
import { settle } from './app/views/settle';
import { viewSidebar } from './app/views/sidebar-view';
import { saveSource as putSource, sampleSource as sample } from './app/views/source-form';
import { viewStory } from './app/views/story-view';
import { viewWeek } from './app/views/week-view';
import type { Reply } from './domain/reply';
import type { SavedSourceView, SourceFormsView, SourceSampleView, SourceTestView } from './domain/source-views';
import type { CellChange, ConfigVersionView, SavedView, TuningView, WhatIfView } from './domain/tuning-views';
import type {
  AccountView,
  BookView,
  NewPulse,
  OperationsView,
  PulseView,
  RunView,
  ScheduleView,
  SidebarView,
  StoryView,
  WeekView,
} from './domain/views';
import { googlePlatform } from './google/platform';

/*
 * The functions the sidebar may call, each one line; JSON-safe both ways. What is sent is looked at before it is used.
 */

/** Everything the page shows first, or what may have changed since it showed the account `known` ('' for none). */
export function sidebarView(known: string | null = null): Reply<SidebarView> {
  const platform = googlePlatform();
  return attempt(platform, 'sidebarView', () => viewSidebar(platform, sentTextOrNull(known)));
}

/** Every account, for a page that opened on one. */
export function bookView(): Reply<BookView> {
  const platform = googlePlatform();
  return attempt(platform, 'bookView', () => viewOwnBook(platform));
}

/** Bands as they moved, and who was spoken with since. */
export function weekView(): Reply<WeekView> {
  const platform = googlePlatform();
  return attempt(platform, 'weekView', () => viewWeek(platform));
}

/** What the tabs tell of an account beside its score. */
export function storyView(accountId: string): Reply<StoryView> {
  const platform = googlePlatform();
  return attempt(platform, 'storyView', () => viewStory(platform, sentText(accountId)));
}

/** Sources with their last good pull, and what stands in Problems. */
export function operationsView(): Reply<OperationsView> {
  const platform = googlePlatform();
  return attempt(platform, 'operationsView', () => viewOperations(platform));
}

/** Puts the cursor on a cell. */
export function showCell(tab: string, cell: string): Reply<null> {
  const platform = googlePlatform();
  return attempt(platform, 'showCell', () => goToCell(platform, sentText(tab), sentText(cell)));
}

/** Adds a person's own judgement of an account; answers all of the account's. */
export function recordPulse(pulse: NewPulse): Reply<readonly PulseView[]> {
  const platform = googlePlatform();
  return attempt(platform, 'recordPulse', () => addPulse(platform, sentPulse(pulse)));
}

/** One account with every metric of it. */
export function accountView(accountId: string): Reply<AccountView> {
  const platform = googlePlatform();
  return attempt(platform, 'accountView', () => viewAccount(platform, sentText(accountId)));
}

/**
 * Makes both workbooks and their tabs, then shows the page anew. A language and a time zone are given to the spreadsheet
 * first, where they are sent.
 */
export function setUpProduct(locale: string | null = null, zone: string | null = null): Reply<SidebarView> {
  const platform = googlePlatform();
  return attempt(platform, 'setUpProduct', () => {
    settle(platform, sentTextOrNull(locale), sentTextOrNull(zone));
    setUp(platform);
    return viewSidebar(platform, null);
  });
}

/** Puts a row into the Sources tab, cells by header. */
export function saveSource(fields: Readonly<Record<string, string>>): Reply<SavedSourceView> {
  const platform = googlePlatform();
  return attempt(platform, 'saveSource', () => putSource(platform, sentFields(fields)));
}

/** What a source has, and what its columns are taken for. */
export function sampleSource(sourceId: string): Reply<SourceSampleView> {
  const platform = googlePlatform();
  return attempt(platform, 'sampleSource', () => sample(platform, sentText(sourceId)));
}

/** Makes the demo portfolio a source of its own. */
export function loadDemo(): Reply<null> {
  const platform = googlePlatform();
  return attempt(platform, 'loadDemo', () => addDemo(platform));
}

/** Takes the demo out, and what came of it. */
export function removeDemo(): Reply<SidebarView> {
  const platform = googlePlatform();
  return attempt(platform, 'removeDemo', () => {
    dropDemo(platform);
    return viewSidebar(platform, null);
  });
}

/** Takes the product out of the spreadsheet, with what people wrote where `people` says so. */
export function removeProduct(people: boolean): Reply<SidebarView> {
  const platform = googlePlatform();
  return attempt(platform, 'removeProduct', () => {
    dropProduct(platform, sentFlag(people));
    return viewSidebar(platform, null);
  });
}

/** Pulls, scores and publishes; long, the page asks `runState` meanwhile. */
export function runNow(): Reply<RunView> {
  const platform = googlePlatform();
  return attempt(platform, 'runNow', () => startRun(platform, 'person'));
}

/** The run under way or the last one. */
export function runState(): Reply<RunView | null> {
  const platform = googlePlatform();
  return attempt(platform, 'runState', () => lastRunView(platform));
}

/** Daily and hourly triggers on or off. */
export function switchSchedule(on: boolean): Reply<ScheduleView> {
  const platform = googlePlatform();
  return attempt(platform, 'switchSchedule', () => scheduleSwitched(platform, sentFlag(on)));
}

/** What the configuration tabs as they stand would do to the scores, or the one in force with `changes`; saves nothing. */
export function whatIf(changes: readonly CellChange[]): Reply<WhatIfView> {
  const platform = googlePlatform();
  return attempt(platform, 'whatIf', () => tryConfiguration(platform, sentChanges(changes)));
}

/**
 * Makes the configuration tabs as they stand a version; with `changes`, these cells are written first, if the tabs are
 * still the version `base`.
 */
export function saveConfiguration(
  comment: string,
  changes: readonly CellChange[] | null = null,
  base: string = '',
): Reply<SavedView> {
  const platform = googlePlatform();
  return attempt(platform, 'saveConfiguration', () =>
    saveVersion(platform, sentText(comment), changes && { cells: sentChanges(changes), base: sentText(base) }),
  );
}

/** The configuration and all readings, for a page that scores by itself while somebody tunes. */
export function tuningView(): Reply<TuningView> {
  const platform = googlePlatform();
  return attempt(platform, 'tuningView', () => viewTuning(platform));
}

/** Brings the configuration tabs back to a version; answers all versions. */
export function restoreConfiguration(versionId: string): Reply<readonly ConfigVersionView[]> {
  const platform = googlePlatform();
  return attempt(platform, 'restoreConfiguration', () => restoreVersion(platform, sentText(versionId)));
}

/** Kinds of sources, the sources and whether this person has their keys. */
export function sourceForms(): Reply<SourceFormsView> {
  const platform = googlePlatform();
  return attempt(platform, 'sourceForms', () => forms(platform));
}

/** Keeps keys of a source for this person, by field, once they are tried. */
export function keepSecrets(sourceId: string, values: Readonly<Record<string, string>>): Reply<SourceTestView> {
  const platform = googlePlatform();
  return attempt(platform, 'keepSecrets', () => keep(platform, sentText(sourceId), sentFields(values)));
}

/** Deletes a key. */
export function forgetSecret(sourceId: string, field: string): Reply<SourceTestView> {
  const platform = googlePlatform();
  return attempt(platform, 'forgetSecret', () => forget(platform, sentText(sourceId), sentText(field)));
}

/** Tries a source with the keys that are kept. */
export function testSource(sourceId: string): Reply<SourceTestView> {
  const platform = googlePlatform();
  return attempt(platform, 'testSource', () => test(platform, sentText(sourceId)));
}

/** Every version of the configuration, newest first. */
export function configurationVersions(): Reply<readonly ConfigVersionView[]> {
  const platform = googlePlatform();
  return attempt(platform, 'configurationVersions', () => viewVersions(platform));
}
