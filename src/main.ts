import { type Door, permitTrigger } from './app/access';
import { attempt, attemptOnScreen } from './app/attempt';
import { viewHome, viewPeople } from './app/cards/card-views';
import { checkAppSheet } from './app/check-app-sheet';
import { MENU } from './app/menu';
import { setUpDone } from './app/messages';
import { resumeRun as resume, startHourlyRun, startRun } from './app/run/run';
import { checkSchedule, scheduleSwitched } from './app/schedule';
import { setUp } from './app/set-up';
import { checkConfiguration } from './app/tune/check';
import { cardOf, homeCard, peopleCard } from './cards/cards';
import { buildCard } from './google/card';
import { type CardEvent, guestsOf, senderOf } from './google/card-events';
import { addMenu, openSidebar } from './google/menu';
import { googlePlatform, userLocale } from './google/platform';

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
  attemptOnScreen(googlePlatform(), 'menuSetUp', (platform) => {
    setUp(platform);
    return setUpDone();
  });
}

/** Menu: pull, score and publish. */
export function menuRunNow(): void {
  attemptOnScreen(googlePlatform(), 'menuRunNow', (platform) => startRun(platform, 'person').said);
}

/** Menu: the daily and hourly triggers. */
export function menuScheduleOn(): void {
  attemptOnScreen(googlePlatform(), 'menuScheduleOn', (platform) => scheduleSwitched(platform, true).said);
}

export function menuScheduleOff(): void {
  attemptOnScreen(googlePlatform(), 'menuScheduleOff', (platform) => scheduleSwitched(platform, false).said);
}

export function menuCheckSchedule(): void {
  attemptOnScreen(googlePlatform(), 'menuCheckSchedule', (platform) => checkSchedule(platform).said);
}

/** Menu: lists what is wrong with the configuration tabs as they stand. */
export function menuCheckConfiguration(): void {
  attemptOnScreen(googlePlatform(), 'menuCheckConfiguration', checkConfiguration);
}

/** Menu: holds the tabs against the rules of AppSheet. */
export function menuCheckAppSheet(): void {
  attemptOnScreen(googlePlatform(), 'menuCheckAppSheet', checkAppSheet);
}

/** Card beside Sheets: the person's day. */
export function homepage() {
  return buildCard(cardOf(attempt(googlePlatform(), 'homepage', viewHome), userLocale(), homeCard));
}

/** Card beside an open message: the accounts of who sent it. */
export function messageOpened(event: CardEvent) {
  return peopleShown('messageOpened', () => senderOf(event));
}

/** Card beside an open calendar event: the accounts of its guests. */
export function eventOpened(event: CardEvent) {
  return peopleShown('eventOpened', () => guestsOf(event));
}

function peopleShown(door: Door, mails: () => string[]) {
  return buildCard(
    cardOf(
      attempt(googlePlatform(), door, (platform) => viewPeople(platform, mails())),
      userLocale(),
      peopleCard,
    ),
  );
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
