import type { AccountState } from './account';
import type { Clock } from './clock';
import type { Quotas } from './quota';
import { nextFiring, type TriggerRecord } from './trigger-times';
import { civilAt } from './zone';

/** The event object of a time trigger, without `authMode`. Source: Apps Script guide, event objects. */
export interface ClockEvent {
  readonly 'day-of-month': number;
  /** Monday is 1. */
  readonly 'day-of-week': number;
  readonly 'week-of-year': number;
  readonly year: number;
  readonly month: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly timezone: 'UTC';
  readonly triggerUid: string;
}

export interface Schedule {
  readonly until: number;
  readonly clock: Clock;
  readonly account: AccountState;
  readonly quotas: Quotas;
  readonly scriptZone: string;
  run(trigger: TriggerRecord, event: ClockEvent): void;
  /** The trigger does not start. */
  refuse(trigger: TriggerRecord, message: string): void;
}

const OVERSPENT = 'Service using too much computer time for one day.';

/**
 * Fires what is due, earliest first, each as its creator; one that fails mails its owner a summary. A run that takes
 * long makes the next ones late. Fired `after` and `at` triggers stay in the list (Apps Script guide, installable
 * triggers: delete them yourself).
 */
export function fireDueTriggers(schedule: Schedule): void {
  const { account, clock, until } = schedule;
  for (;;) {
    const trigger = earliest(account.triggers);
    if (!trigger || (trigger.next as number) > until) break;
    const due = trigger.next as number;
    clock.moveTo(due);
    trigger.next = trigger.rule && nextFiring(trigger.rule, trigger.id, due, schedule.scriptZone);
    fire(schedule, trigger);
  }
  clock.moveTo(until);
}

function earliest(triggers: readonly TriggerRecord[]): TriggerRecord | null {
  let found: TriggerRecord | null = null;
  for (const trigger of triggers) {
    if (trigger.next !== null && (found === null || trigger.next < (found.next as number))) found = trigger;
  }
  return found;
}

function fire(schedule: Schedule, trigger: TriggerRecord): void {
  const { clock, quotas } = schedule;
  if (quotas.remaining(trigger.user, 'triggerTime') === 0) {
    schedule.refuse(trigger, OVERSPENT);
    mailFailure(schedule, trigger, OVERSPENT);
    return;
  }
  const startedAt = clock.now();
  try {
    schedule.run(trigger, eventAt(startedAt, trigger.id));
  } catch (error) {
    mailFailure(schedule, trigger, (error as Error).message);
  }
  quotas.spend(trigger.user, 'triggerTime', clock.now() - startedAt);
}

/** Source: Apps Script guide, installable triggers ("Errors in triggers"). */
function mailFailure({ account, clock }: Schedule, trigger: TriggerRecord, message: string): void {
  account.outbox.push({
    kind: 'failure',
    at: clock.now(),
    from: 'noreply-apps-scripts-notifications@google.com',
    name: null,
    noReply: true,
    to: [trigger.user],
    cc: [],
    bcc: [],
    replyTo: null,
    subject: 'Summary of failures for Google Apps Script',
    body: `${trigger.handler}: ${message}`,
    htmlBody: null,
    attachments: 0,
  });
}

function eventAt(instant: number, id: string): ClockEvent {
  const civil = civilAt(instant, 'UTC');
  const start = Date.UTC(civil.year, 0, 1);
  const days = Math.floor((instant - start) / 86_400_000);
  return {
    'day-of-month': civil.day,
    'day-of-week': civil.weekday === 0 ? 7 : civil.weekday,
    'week-of-year': Math.floor((days + new Date(start).getUTCDay()) / 7) + 1,
    year: civil.year,
    month: civil.month + 1,
    hour: civil.hour,
    minute: civil.minute,
    second: civil.second,
    timezone: 'UTC',
    triggerUid: id,
  };
}
