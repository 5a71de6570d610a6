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
  return attempt(googlePlatform(), 'sidebarView', (platform) => viewSidebar(platform, sentTextOrNull(known)));
}

/** Every account, for a page that opened on one. */
export function bookView(): Reply<BookView> {
  return attempt(googlePlatform(), 'bookView', viewOwnBook);
}

/** Bands as they moved, and who was spoken with since. */
export function weekView(): Reply<WeekView> {
  return attempt(googlePlatform(), 'weekView', viewWeek);
}

/** What the tabs tell of an account beside its score. */
export function storyView(accountId: string): Reply<StoryView> {
  return attempt(googlePlatform(), 'storyView', (platform) => viewStory(platform, sentText(accountId)));
}

/** Sources with their last good pull, and what stands in Problems. */
export function operationsView(): Reply<OperationsView> {
  return attempt(googlePlatform(), 'operationsView', viewOperations);
}

/** Puts the cursor on a cell. */
export function showCell(tab: string, cell: string): Reply<null> {
  return attempt(googlePlatform(), 'showCell', (platform) => goToCell(platform, sentText(tab), sentText(cell)));
}

/** Adds a person's own judgement of an account; answers all of the account's. */
export function recordPulse(pulse: NewPulse): Reply<readonly PulseView[]> {
  return attempt(googlePlatform(), 'recordPulse', (platform) => addPulse(platform, sentPulse(pulse)));
}

/** One account with every metric of it. */
export function accountView(accountId: string): Reply<AccountView> {
  return attempt(googlePlatform(), 'accountView', (platform) => viewAccount(platform, sentText(accountId)));
}

/**
 * Makes both workbooks and their tabs, then shows the page anew. A language and a time zone are given to the spreadsheet
 * first, where they are sent.
 */
export function setUpProduct(locale: string | null = null, zone: string | null = null): Reply<SidebarView> {
  return attempt(googlePlatform(), 'setUpProduct', (platform) => {
    settle(platform, sentTextOrNull(locale), sentTextOrNull(zone));
    setUp(platform);
    return viewSidebar(platform, null);
  });
}

/** Puts a row into the Sources tab, cells by header. */
export function saveSource(fields: Readonly<Record<string, string>>): Reply<SavedSourceView> {
  return attempt(googlePlatform(), 'saveSource', (platform) => putSource(platform, sentFields(fields)));
}

/** What a source has, and what its columns are taken for. */
export function sampleSource(sourceId: string): Reply<SourceSampleView> {
  return attempt(googlePlatform(), 'sampleSource', (platform) => sample(platform, sentText(sourceId)));
}

/** Makes the demo portfolio a source of its own. */
export function loadDemo(): Reply<null> {
  return attempt(googlePlatform(), 'loadDemo', addDemo);
}

/** Takes the demo out, and what came of it. */
export function removeDemo(): Reply<SidebarView> {
  return attempt(googlePlatform(), 'removeDemo', (platform) => {
    dropDemo(platform);
    return viewSidebar(platform, null);
  });
}

/** Takes the product out of the spreadsheet, with what people wrote where `people` says so. */
export function removeProduct(people: boolean): Reply<SidebarView> {
  return attempt(googlePlatform(), 'removeProduct', (platform) => {
    dropProduct(platform, sentFlag(people));
    return viewSidebar(platform, null);
  });
}

/** Pulls, scores and publishes; long, the page asks `runState` meanwhile. */
export function runNow(): Reply<RunView> {
  return attempt(googlePlatform(), 'runNow', (platform) => startRun(platform, 'person'));
}

/** The run under way or the last one. */
export function runState(): Reply<RunView | null> {
  return attempt(googlePlatform(), 'runState', lastRunView);
}

/** Daily and hourly triggers on or off. */
export function switchSchedule(on: boolean): Reply<ScheduleView> {
  return attempt(googlePlatform(), 'switchSchedule', (platform) => scheduleSwitched(platform, sentFlag(on)));
}

/** What the configuration tabs as they stand would do to the scores, or the one in force with `changes`; saves nothing. */
export function whatIf(changes: readonly CellChange[]): Reply<WhatIfView> {
  return attempt(googlePlatform(), 'whatIf', (platform) => tryConfiguration(platform, sentChanges(changes)));
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
  return attempt(googlePlatform(), 'saveConfiguration', (platform) =>
    saveVersion(platform, sentText(comment), changes && { cells: sentChanges(changes), base: sentText(base) }),
  );
}

/** The configuration and all readings, for a page that scores by itself while somebody tunes. */
export function tuningView(): Reply<TuningView> {
  return attempt(googlePlatform(), 'tuningView', viewTuning);
}

/** Brings the configuration tabs back to a version; answers all versions. */
export function restoreConfiguration(versionId: string): Reply<readonly ConfigVersionView[]> {
  return attempt(googlePlatform(), 'restoreConfiguration', (platform) => restoreVersion(platform, sentText(versionId)));
}

/** Kinds of sources, the sources and whether this person has their keys. */
export function sourceForms(): Reply<SourceFormsView> {
  return attempt(googlePlatform(), 'sourceForms', forms);
}

/** Keeps keys of a source for this person, by field, once they are tried. */
export function keepSecrets(sourceId: string, values: Readonly<Record<string, string>>): Reply<SourceTestView> {
  return attempt(googlePlatform(), 'keepSecrets', (platform) => keep(platform, sentText(sourceId), sentFields(values)));
}

/** Deletes a key. */
export function forgetSecret(sourceId: string, field: string): Reply<SourceTestView> {
  return attempt(googlePlatform(), 'forgetSecret', (platform) => forget(platform, sentText(sourceId), sentText(field)));
}

/** Tries a source with the keys that are kept. */
export function testSource(sourceId: string): Reply<SourceTestView> {
  return attempt(googlePlatform(), 'testSource', (platform) => test(platform, sentText(sourceId)));
}

/** Every version of the configuration, newest first. */
export function configurationVersions(): Reply<readonly ConfigVersionView[]> {
  return attempt(googlePlatform(), 'configurationVersions', viewVersions);
}
