import { attempt } from './app/attempt';
import { lastRunView } from './app/run/record';
import { startRun } from './app/run/run';
import { scheduleSwitched } from './app/schedule';
import { setUp } from './app/set-up';
import { viewAccount } from './app/views/account-view';
import { viewSidebar } from './app/views/sidebar-view';
import type { Reply } from './domain/reply';
import type { AccountView, RunView, ScheduleView, SidebarView } from './domain/views';
import { googlePlatform } from './google/platform';

/*
 * The functions the sidebar may call, each one line; JSON-safe both ways.
 */

/** Everything the page shows first. */
export function sidebarView(): Reply<SidebarView> {
  const platform = googlePlatform();
  return attempt(platform, () => viewSidebar(platform));
}

/** One account with every metric of it. */
export function accountView(accountId: string): Reply<AccountView> {
  const platform = googlePlatform();
  return attempt(platform, () => viewAccount(platform, accountId));
}

/** Makes both workbooks and their tabs, then shows the page anew. */
export function setUpProduct(): Reply<SidebarView> {
  const platform = googlePlatform();
  return attempt(platform, () => {
    setUp(platform);
    return viewSidebar(platform);
  });
}

/** Pulls, scores and publishes; long, the page asks `runState` meanwhile. */
export function runNow(): Reply<RunView> {
  const platform = googlePlatform();
  return attempt(platform, () => startRun(platform, 'person'));
}

/** The run under way or the last one. */
export function runState(): Reply<RunView | null> {
  const platform = googlePlatform();
  return attempt(platform, () => lastRunView(platform));
}

/** Daily and hourly triggers on or off. */
export function switchSchedule(on: boolean): Reply<ScheduleView> {
  const platform = googlePlatform();
  return attempt(platform, () => scheduleSwitched(platform, on));
}
