import { permitTrigger } from './app/access';
import { attemptOnScreen } from './app/attempt';
import { checkAppSheet } from './app/check-app-sheet';
import { MENU } from './app/menu';
import { setUpDone } from './app/messages';
import { resumeRun as resume, startHourlyRun, startRun } from './app/run/run';
import { checkSchedule, scheduleSwitched } from './app/schedule';
import { setUp } from './app/set-up';
import { storeSecret } from './app/store-secret';
import { checkConfiguration } from './app/tune/check';
import { addMenu, openSidebar } from './google/menu';
import { googlePlatform } from './google/platform';

/*
 * The functions Google calls by name. Each wires the platform to a use case and decides nothing.
 */

/** Simple trigger: the spreadsheet was opened. Touches no service that needs a right. */
export function onOpen(): void {
  addMenu(MENU);
}

/** The add-on was installed into the spreadsheet that is open: the menu would otherwise wait for the next opening. */
export function onInstall(): void {
  onOpen();
}

/** Menu: the sidebar. */
export function showSidebar(): void {
  openSidebar();
}

/** Menu: makes both workbooks and their tabs, keeping whatever stands. */
export function menuSetUp(): void {
  const platform = googlePlatform();
  attemptOnScreen(platform, 'menuSetUp', () => {
    setUp(platform);
    return setUpDone();
  });
}

/** Menu: pull, score and publish. */
export function menuRunNow(): void {
  const platform = googlePlatform();
  attemptOnScreen(platform, 'menuRunNow', () => startRun(platform, 'person').said);
}

/** Menu: the keys that sources sign with. */
export function menuStoreSecret(): void {
  const platform = googlePlatform();
  attemptOnScreen(platform, 'menuStoreSecret', () => storeSecret(platform));
}

/** Menu: the daily and hourly triggers. */
export function menuScheduleOn(): void {
  const platform = googlePlatform();
  attemptOnScreen(platform, 'menuScheduleOn', () => scheduleSwitched(platform, true).said);
}

export function menuScheduleOff(): void {
  const platform = googlePlatform();
  attemptOnScreen(platform, 'menuScheduleOff', () => scheduleSwitched(platform, false).said);
}

export function menuCheckSchedule(): void {
  const platform = googlePlatform();
  attemptOnScreen(platform, 'menuCheckSchedule', () => checkSchedule(platform).said);
}

/** Menu: lists what is wrong with the configuration tabs as they stand. */
export function menuCheckConfiguration(): void {
  const platform = googlePlatform();
  attemptOnScreen(platform, 'menuCheckConfiguration', () => checkConfiguration(platform));
}

/** Menu: holds the tabs against the rules of AppSheet. */
export function menuCheckAppSheet(): void {
  const platform = googlePlatform();
  attemptOnScreen(platform, 'menuCheckAppSheet', () => checkAppSheet(platform));
}

/** Time trigger, once a day. */
export function dailyRun(): void {
  const platform = googlePlatform();
  permitTrigger(platform, 'dailyRun');
  startRun(platform, 'daily');
}

/** Time trigger, once an hour: the sources that ask for it. */
export function hourlyRun(): void {
  const platform = googlePlatform();
  permitTrigger(platform, 'hourlyRun');
  startHourlyRun(platform);
}

/** Time trigger that a run books for itself: goes on where the last execution stopped, or was stopped. */
export function resumeRun(): void {
  const platform = googlePlatform();
  permitTrigger(platform, 'resumeRun');
  resume(platform);
}
