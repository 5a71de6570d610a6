import { attempt } from './app/attempt';
import { lastRunView } from './app/run/record';
import { startRun } from './app/run/run';
import { scheduleSwitched } from './app/schedule';
import { sentChanges, sentFlag, sentText } from './app/sent';
import { setUp } from './app/set-up';
import { restoreVersion, saveVersion, viewVersions } from './app/tune/versions';
import { tryConfiguration } from './app/tune/what-if';
import { viewAccount } from './app/views/account-view';
import { viewSidebar } from './app/views/sidebar-view';
import type { Reply } from './domain/reply';
import type { CellChange, ConfigVersionView, SavedView, WhatIfView } from './domain/tuning-views';
import type { AccountView, RunView, ScheduleView, SidebarView } from './domain/views';
import { googlePlatform } from './google/platform';

/*
 * The functions the sidebar may call, each one line; JSON-safe both ways. What is sent is looked at before it is used.
 */

/** Everything the page shows first. */
export function sidebarView(): Reply<SidebarView> {
  const platform = googlePlatform();
  return attempt(platform, 'sidebarView', () => viewSidebar(platform));
}

/** One account with every metric of it. */
export function accountView(accountId: string): Reply<AccountView> {
  const platform = googlePlatform();
  return attempt(platform, 'accountView', () => viewAccount(platform, sentText(accountId)));
}

/** Makes both workbooks and their tabs, then shows the page anew. */
export function setUpProduct(): Reply<SidebarView> {
  const platform = googlePlatform();
  return attempt(platform, 'setUpProduct', () => {
    setUp(platform);
    return viewSidebar(platform);
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

/** Makes the configuration tabs as they stand a version. */
export function saveConfiguration(comment: string): Reply<SavedView> {
  const platform = googlePlatform();
  return attempt(platform, 'saveConfiguration', () => saveVersion(platform, sentText(comment)));
}

/** Brings the configuration tabs back to a version; answers all versions. */
export function restoreConfiguration(versionId: string): Reply<readonly ConfigVersionView[]> {
  const platform = googlePlatform();
  return attempt(platform, 'restoreConfiguration', () => restoreVersion(platform, sentText(versionId)));
}

/** Every version of the configuration, newest first. */
export function configurationVersions(): Reply<readonly ConfigVersionView[]> {
  const platform = googlePlatform();
  return attempt(platform, 'configurationVersions', () => viewVersions(platform));
}
