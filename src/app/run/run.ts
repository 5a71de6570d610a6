import { parseDay } from '../../domain/day';
import { type Locale, same, say, sentences } from '../../domain/text';
import type { RunView } from '../../domain/views';
import { isKenshinError, refusal } from '../../errors';
import type { Platform, Workbook } from '../../ports';
import { saidOf } from '../attempt';
import { lastConfig } from '../configuration';
import { holding } from '../holding';
import * as messages from '../messages';
import { readSourceSettings } from '../pull/source-settings';
import { dailyRunNoted, HANDLERS, isDailyBegun, isDailyDue, pullsHourly } from '../schedule';
import { isSetUp } from '../workbooks';
import { noteRun } from './journal';
import { openProgress, type Progress } from './progress';
import { ATTEMPTS, type Cause, type RunRecord, readRun, runView, saveRun } from './record';
import { runStep } from './steps';
import {
  isTriggerTimeShort,
  noteTriggerEnd,
  type TriggerTime,
  tellOnce,
  triggerBegun,
  triggerTime,
} from './trigger-time';

/** A step is not begun with less than this left of an execution's six minutes. */
const MARGIN_MILLISECONDS = 90 * 1000;

/** A run that was stopped by the platform is picked up by a trigger booked this long after it began. */
const WATCHDOG_MILLISECONDS = 8 * 60 * 1000;

/** A run that stopped by itself goes on after this. */
const PAUSE_MILLISECONDS = 60 * 1000;

/** A daily trigger fires within an hour; only later is its run missed. */
const GRACE_MILLISECONDS = 3600 * 1000;

/**
 * Starts a run, or goes on with one that was interrupted. A daily run that has begun on this day already, for another
 * owner's trigger or to make up for a lost one, is not begun again. Throws KenshinError: `busy` while another execution
 * works, `input` before set-up.
 */
export function startRun(platform: Platform, cause: Cause): RunView {
  if (!isSetUp(platform)) {
    throw refusal('input', messages.notSetUp());
  }
  return holding(platform, () => {
    const standing = readRun(platform);
    if (standing?.state === 'running') return goOn(platform, standing);
    if (cause === 'daily' && standing?.state === 'done' && isDailyBegun(platform)) {
      return runView(platform, standing, platform.workbooks.health().zone);
    }
    return proceed(platform, newRun(platform, cause));
  });
}

/**
 * What the hourly trigger does: picks up an interrupted run, makes up for a daily one that was lost before it began, or
 * pulls the hourly sources; without any, nothing.
 */
export function startHourlyRun(platform: Platform): void {
  if (readRun(platform)?.state === 'running') startRun(platform, 'hourly');
  else if (isDailyDue(platform, GRACE_MILLISECONDS)) startRun(platform, 'daily');
  else if (pullsHourly(platform) && hasHourlySource(platform)) {
    const time = triggerTime(platform);
    if (isTriggerTimeShort(time)) tellSkipped(platform, time);
    else startRun(platform, 'hourly');
  }
}

/** A row in Runs, once a day: the hourly pulls wait because the platform's time for triggers runs out. */
function tellSkipped(platform: Platform, time: TriggerTime): void {
  holding(platform, () => {
    if (!tellOnce(platform)) return;
    const health = platform.workbooks.health();
    const skipped: RunRecord = {
      ...newRun(platform, 'hourly'),
      state: 'done',
      endedAt: platform.clock.now(),
      said: messages.hourlySkipped(),
      leftOut: messages.triggerMinutes(time),
    };
    noteRun(platform, health, skipped, lastConfig(health)?.settings.language ?? 'en');
  });
}

function hasHourlySource(platform: Platform): boolean {
  const { settings } = readSourceSettings(platform.workbooks.health().read('Sources'));
  return settings.some(({ every }) => every === 'hourly');
}

/** Goes on with an interrupted run, or begins the daily one whose trigger found another run under way. */
export function resumeRun(platform: Platform): void {
  holding(platform, () => {
    const standing = readRun(platform);
    if (standing?.state === 'running') goOn(platform, standing);
    else if (isDailyDue(platform, 0)) proceed(platform, newRun(platform, 'daily'));
    else clearContinuations(platform);
    return null;
  });
}

/** Ends the interrupted run; a daily run whose hour came meanwhile follows it in an execution of its own. */
function goOn(platform: Platform, standing: RunRecord): RunView {
  const view = proceed(platform, standing);
  if (view.state !== 'running' && isDailyDue(platform, 0)) book(platform, PAUSE_MILLISECONDS);
  return view;
}

function newRun(platform: Platform, cause: Cause): RunRecord {
  const now = platform.clock.now();
  const started = platform.wallClock(now, platform.workbooks.health().zone);
  return {
    id: `${cause} ${started}`,
    cause,
    startedBy: cause === 'person' ? platform.person.email() : '',
    startedAt: now,
    endedAt: null,
    asOf: parseDay(started) as number,
    state: 'running',
    step: 'pull',
    cursor: 0,
    attempts: 0,
    slices: 0,
    said: messages.pulling(),
    next: null,
    accounts: 0,
    scored: 0,
    problems: 0,
    configVersion: '',
    leftOut: null,
  };
}

/**
 * Works through the steps until the run has ended, the execution's time is nearly up, or a step failed. The continuation
 * is booked before the run is noted: whatever the platform stops, somebody comes back to it.
 */
function proceed(platform: Platform, from: RunRecord): RunView {
  const health = platform.workbooks.health();
  book(platform, WATCHDOG_MILLISECONDS);
  const progress = openProgress(platform, health, from.asOf);
  // A person's own executions take nothing of what triggers may run a day.
  const triggered = from.cause !== 'person' || from.slices > 0;
  let noted = {
    ...(from.slices === 0 && from.cause === 'daily' ? dailyRunNoted(platform) : {}),
    ...(triggered ? triggerBegun(platform) : {}),
  };
  let run: RunRecord = { ...from, slices: from.slices + 1 };
  let failedBefore: boolean;
  do {
    const begun: RunRecord = { ...run, attempts: run.attempts + 1 };
    saveRun(platform, begun, noted);
    noted = {};
    run = attemptStep(platform, begun, progress);
    failedBefore = run.attempts > 0;
  } while (run.state === 'running' && !failedBefore && platform.clock.remaining() > MARGIN_MILLISECONDS);
  if (run.state === 'running') {
    saveRun(platform, run);
    book(platform, PAUSE_MILLISECONDS);
  } else {
    end(platform, health, run, progress);
  }
  if (triggered) noteTriggerEnd(platform);
  return runView(platform, run, health.zone);
}

/**
 * One try of a step: the run moved on, or counted as tried, or failed for good. A step that the platform stopped every
 * time fails too.
 */
function attemptStep(platform: Platform, run: RunRecord, progress: Progress): RunRecord {
  if (run.attempts > ATTEMPTS) return failed(platform, run, messages.stoppedInVain());
  try {
    const moved = runStep(platform, run, progress, MARGIN_MILLISECONDS);
    // What the step wrote must stand before the run is noted as beyond it.
    progress.health.flush();
    return { ...moved, attempts: 0 };
  } catch (error) {
    const said = saidOf(platform, error);
    const hopeless = isKenshinError(error) && !error.retried;
    if (!hopeless && run.attempts < ATTEMPTS) return run;
    return failed(platform, run, said);
  }
}

function failed(platform: Platform, run: RunRecord, { text, next }: messages.Said): RunRecord {
  return { ...run, state: 'failed', endedAt: platform.clock.now(), said: text, next };
}

/**
 * Writes the run's row, then marks it as ended: one that is stopped in between is resumed and ends again. A failed run is
 * marked first, for what made it fail may keep its row from being written too.
 */
function end(platform: Platform, health: Workbook, run: RunRecord, progress: Progress): void {
  const locale = progress.locale();
  if (run.state === 'failed') {
    saveRun(platform, run);
    clearContinuations(platform);
    if (run.cause !== 'person') mailFailure(platform, health, run, locale);
  }
  const time = triggerTime(platform);
  const minutes = time.spent > time.budget / 2 ? messages.triggerMinutes(time) : null;
  noteRun(platform, health, { ...run, said: sentences([run.said, minutes]) ?? run.said }, locale);
  if (run.state === 'failed') return;
  health.flush();
  saveRun(platform, run);
  clearContinuations(platform);
}

/**
 * Books the run's own continuation, then removes any that stood before, so that there is one at every moment; fired ones
 * stay in the list until removed.
 */
function book(platform: Platform, milliseconds: number): void {
  const { id } = platform.triggers.after(HANDLERS.resume, milliseconds);
  clearContinuations(platform, id);
}

function clearContinuations(platform: Platform, kept: string = ''): void {
  for (const trigger of platform.triggers.list()) {
    if (trigger.handler === HANDLERS.resume && trigger.id !== kept) platform.triggers.remove(trigger.id);
  }
}

/** Add-on triggers send no failure mail of their own (Apps Script, editor add-on triggers), so this one does. */
function mailFailure(platform: Platform, health: Workbook, run: RunRecord, locale: Locale): void {
  const to = platform.person.email();
  if (to === '' || platform.mail.remaining() < 1) return;
  const { subject, body } = messages.failureMail(health.url, { text: run.said, next: run.next ?? same('') });
  platform.mail.send(to, say(subject, locale), say(body, locale));
}
