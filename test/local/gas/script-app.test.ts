import type { Runtime, RuntimeOptions } from '../../../scripts/local/gas/runtime';
import { evaluate, failure, START, scriptRuntime } from './script-project';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const users = [
  { email: 'a@example.com', locale: 'en' },
  { email: 'b@example.com', locale: 'en' },
];

/** A runtime whose `plan` books triggers for `tick`, which notes when it runs. */
function planned(plan: string, options: Partial<RuntimeOptions> & { zone?: string } = {}): Runtime {
  const { zone, ...rest } = options;
  return scriptRuntime(
    `function plan() { ${plan} } function tick(e) { console.log(String(Date.now())); return e; }
     function fail() { throw new Error('broken'); }
     function long() { for (let n = 0; n < 5; n++) Utilities.sleep(60000); }
     function clear() { ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)); }
     function list() { return ScriptApp.getProjectTriggers().map((t) => t.getHandlerFunction()); }`,
    { ...rest, ...(zone ? { files: { manifest: { timeZone: zone } } } : {}) },
  );
}

/** Instants at which executions started, without the start-up time. */
function firings(runtime: Runtime, until: number): number[] {
  return runtime.fireTriggers(until).map((record) => record.startedAt - 800);
}

function wall(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(instant);
}

describe('ScriptApp triggers (Apps Script reference, ScriptApp and Trigger)', () => {
  it('tell their handler, type, source and id', () => {
    expect(
      evaluate(`const t = ScriptApp.newTrigger('tick').timeBased().everyHours(1).create();
        return [t.getHandlerFunction(), t.getEventType() === ScriptApp.EventType.CLOCK, String(t.getTriggerSource()),
          t.getTriggerSourceId(), t.getUniqueId() === ScriptApp.getProjectTriggers()[0].getUniqueId()]`),
    ).toEqual(['tick', true, 'CLOCK', null, true]);
  });

  it('on the spreadsheet name it', () => {
    expect(
      evaluate(`const t = ScriptApp.newTrigger('tick').forSpreadsheet('sheet-id').onEdit().create();
        return [String(t.getEventType()), String(t.getTriggerSource()), t.getTriggerSourceId()]`),
    ).toEqual(['ON_EDIT', 'SPREADSHEETS', 'sheet-id']);
  });

  it('are listed and deleted for the current user only (guide: installable triggers run as their creator)', () => {
    const runtime = planned(`ScriptApp.newTrigger('tick').timeBased().everyHours(1).create()`, { users });
    runtime.execute('plan');
    runtime.execute('plan', [], { user: 'b@example.com' });
    expect(runtime.execute('list')).toEqual(['tick']);
    runtime.execute('clear');
    expect(runtime.execute('list')).toEqual([]);
    expect(runtime.execute('list', [], { user: 'b@example.com' })).toEqual(['tick']);
    runtime.fireTriggers(START + 2 * HOUR);
    expect(runtime.executions.at(-1)).toMatchObject({ functionName: 'tick', user: 'b@example.com', entry: 'trigger' });
  });

  it('number at most 20 per user', () => {
    const runtime = planned(
      `for (let n = 0; n < 20; n++) ScriptApp.newTrigger('tick').timeBased().everyHours(1).create()`,
      { users },
    );
    runtime.execute('plan');
    runtime.execute('plan', [], { user: 'b@example.com' });
    expect(() => runtime.execute('plan')).toThrow(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  });

  it('deleteTrigger takes triggers only', () => {
    expect(failure(`ScriptApp.deleteTrigger('id')`)).toBe(
      "The parameters (String) don't match the method signature for ScriptApp.deleteTrigger.",
    );
  });

  it.each([1, 5, 10, 15, 30])('everyMinutes takes %d', (n) => {
    expect(failure(`ScriptApp.newTrigger('f').timeBased().everyMinutes(${n})`)).toBe('');
  });

  it.each([0, 2, 7, 20, 60, '"5"'])('everyMinutes refuses %s', (n) => {
    expect(failure(`ScriptApp.newTrigger('f').timeBased().everyMinutes(${n})`)).toContain('everyMinutes() is invalid');
  });

  it.each([
    ['atHour(24)', 'atHour() is invalid'],
    ['nearMinute(60)', 'nearMinute() is invalid'],
    ['everyDays(0)', 'everyDays() is invalid'],
    ['onMonthDay(32)', 'onMonthDay() is invalid'],
    ['atHour("9")', "don't match the method signature"],
    ['onWeekDay("MONDAY")', "don't match the method signature"],
    ['at(5)', "don't match the method signature"],
    ['inTimezone("Mars/Base")', 'Invalid time zone: Mars/Base'],
    ['create()', 'The trigger has no time.'],
  ])('%s is refused', (call, text) => {
    expect(failure(`ScriptApp.newTrigger('f').timeBased().${call}`)).toContain(text);
  });

  it('answers the rest of what a script asks', () => {
    expect(
      evaluate(`return [ScriptApp.getScriptId(), typeof ScriptApp.getOAuthToken(), ScriptApp.getService().isEnabled(),
        String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus()),
        JSON.stringify(ScriptApp.WeekDay.MONDAY), ScriptApp.AuthMode.FULL.ordinal()]`),
    ).toEqual(['local-script', 'string', false, 'NOT_REQUIRED', '"MONDAY"', 3]);
  });

  it('requireScopes refuses a scope that is not in the manifest', () => {
    const scope = 'https://www.googleapis.com/auth/';
    expect(failure(`ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${scope}spreadsheets'])`)).toBe('');
    expect(failure(`ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${scope}calendar'])`)).toContain(
      `${scope}calendar`,
    );
  });
});

describe('time triggers on the virtual clock (Apps Script reference, ClockTriggerBuilder)', () => {
  it('everyHours fires each so many hours from its creation', () => {
    const runtime = planned(`ScriptApp.newTrigger('tick').timeBased().everyHours(6).create()`);
    runtime.execute('plan');
    const created = runtime.triggers()[0]?.created ?? 0;
    expect(firings(runtime, START + DAY)).toEqual([6, 12, 18].map((hours) => created + hours * HOUR));
  });

  it('everyMinutes fires each so many minutes', () => {
    const runtime = planned(`ScriptApp.newTrigger('tick').timeBased().everyMinutes(30).create()`);
    runtime.execute('plan');
    expect(firings(runtime, START + 2 * HOUR)).toHaveLength(3);
  });

  it('everyDays with atHour fires at a minute of that hour that stays the same', () => {
    const runtime = planned(`ScriptApp.newTrigger('tick').timeBased().everyDays(1).atHour(9).create()`);
    runtime.execute('plan');
    const times = firings(runtime, START + 5 * DAY).map((instant) => wall(instant, 'Asia/Tokyo'));
    // START is 09:00 in Tokyo on the 5th, so the first day depends on the minute.
    expect(times.length).toBeGreaterThanOrEqual(4);
    const clocks = new Set(times.map((time) => time.slice(11)));
    expect(clocks.size).toBe(1);
    expect([...clocks][0]).toMatch(/^09:/);
  });

  it('nearMinute keeps within fifteen minutes', () => {
    for (let more = 0; more < 12; more++) {
      const runtime = planned(
        `for (let n = 0; n <= ${more}; n++) ScriptApp.newTrigger('tick').timeBased().everyDays(1).atHour(15).nearMinute(30).create()`,
      );
      runtime.execute('plan');
      const last = runtime.triggers().at(-1);
      const minute = Number(wall(last?.next ?? 0, 'Asia/Tokyo').slice(14));
      expect(Math.abs(minute - 30)).toBeLessThanOrEqual(15);
    }
  });

  it('everyDays(3) leaves two days out', () => {
    const runtime = planned(`ScriptApp.newTrigger('tick').timeBased().everyDays(3).atHour(12).create()`);
    runtime.execute('plan');
    const days = firings(runtime, START + 10 * DAY).map((instant) => wall(instant, 'Asia/Tokyo').slice(8, 10));
    expect(days).toEqual(['05', '08', '11', '14']);
  });

  it('stays on the wall clock over both clock changes of New York', () => {
    const runtime = planned(
      `ScriptApp.newTrigger('tick').timeBased().everyDays(1).atHour(6).inTimezone('America/New_York').create()`,
      {
        start: Date.UTC(2026, 2, 6, 12),
      },
    );
    runtime.execute('plan');
    const spring = firings(runtime, Date.UTC(2026, 2, 10));
    expect(spring.map((instant) => wall(instant, 'America/New_York').slice(0, 13))).toEqual([
      '2026-03-07 06',
      '2026-03-08 06',
      '2026-03-09 06',
    ]);
    // The night from the 7th to the 8th of March has 23 hours.
    expect(spring.map((instant, index) => instant - (spring[index - 1] ?? instant))).toEqual([0, 23 * HOUR, 24 * HOUR]);
    runtime.clock.moveTo(Date.UTC(2026, 9, 31, 12));
    const fall = firings(runtime, Date.UTC(2026, 10, 3)).slice(-2);
    expect((fall[1] ?? 0) - (fall[0] ?? 0)).toBe(24 * HOUR);
  });

  it('fires once in an hour that occurs twice, and in one that does not exist right after it', () => {
    const twice = planned(`ScriptApp.newTrigger('tick').timeBased().everyDays(1).atHour(1).create()`, {
      zone: 'America/New_York',
      start: Date.UTC(2026, 9, 31, 12),
    });
    twice.execute('plan');
    // 1 November 2026: 01:00 to 02:00 occurs at 05:00 and again at 06:00 UTC.
    const fall = firings(twice, Date.UTC(2026, 10, 2, 0));
    expect(fall).toHaveLength(1);
    expect(new Date(fall[0] ?? 0).getUTCHours()).toBe(5);
    const never = planned(`ScriptApp.newTrigger('tick').timeBased().everyDays(1).atHour(2).create()`, {
      zone: 'America/New_York',
      start: Date.UTC(2026, 2, 7, 12),
    });
    never.execute('plan');
    const spring = firings(never, Date.UTC(2026, 2, 8, 12));
    expect(spring.map((instant) => wall(instant, 'America/New_York').slice(0, 13))).toEqual(['2026-03-08 03']);
  });

  it('uses the time zone of the manifest unless told otherwise', () => {
    const plan = `ScriptApp.newTrigger('tick').timeBased().everyDays(1).atHour(12).create()`;
    const tokyo = planned(plan, { zone: 'Asia/Tokyo' });
    const london = planned(plan, { zone: 'Europe/London' });
    for (const runtime of [tokyo, london]) runtime.execute('plan');
    expect(new Date(tokyo.triggers()[0]?.next ?? 0).getUTCHours()).toBe(3);
    expect(new Date(london.triggers()[0]?.next ?? 0).getUTCHours()).toBe(12);
  });

  it('onWeekDay and onMonthDay fire on their day', () => {
    const weekly = planned(
      `ScriptApp.newTrigger('tick').timeBased().onWeekDay(ScriptApp.WeekDay.WEDNESDAY).atHour(12).create()`,
    );
    weekly.execute('plan');
    expect(firings(weekly, START + 15 * DAY).map((instant) => wall(instant, 'Asia/Tokyo').slice(0, 10))).toEqual([
      '2026-01-07',
      '2026-01-14',
    ]);
    const monthly = planned(`ScriptApp.newTrigger('tick').timeBased().onMonthDay(31).atHour(12).create()`);
    monthly.execute('plan');
    // February has no 31st.
    expect(firings(monthly, START + 90 * DAY).map((instant) => wall(instant, 'Asia/Tokyo').slice(0, 10))).toEqual([
      '2026-01-31',
      '2026-03-31',
    ]);
  });

  it('everyWeeks(2) leaves a week out', () => {
    const runtime = planned(
      `ScriptApp.newTrigger('tick').timeBased().everyWeeks(2).onWeekDay(ScriptApp.WeekDay.FRIDAY).atHour(12).create()`,
    );
    runtime.execute('plan');
    expect(firings(runtime, START + 30 * DAY).map((instant) => wall(instant, 'Asia/Tokyo').slice(5, 10))).toEqual([
      '01-09',
      '01-23',
    ]);
  });

  it('after is a lower bound, fires once, and the trigger stays in the list', () => {
    const runtime = planned(`ScriptApp.newTrigger('tick').timeBased().after(60000).create()`);
    runtime.execute('plan');
    const created = runtime.triggers()[0]?.created ?? 0;
    const times = firings(runtime, START + DAY);
    expect(times).toHaveLength(1);
    expect((times[0] ?? 0) - created).toBeGreaterThanOrEqual(60_000);
    expect((times[0] ?? 0) - created).toBeLessThan(120_000);
    expect(runtime.execute('list')).toEqual(['tick']);
    expect(firings(runtime, START + 9 * DAY)).toEqual([]);
  });

  it('at fires at the instant, atDate within fifteen minutes of midnight', () => {
    const runtime = planned(`ScriptApp.newTrigger('tick').timeBased().at(new Date(${START + HOUR})).create();
      ScriptApp.newTrigger('tick').timeBased().atDate(2026, 1, 7).create()`);
    runtime.execute('plan');
    const [at, onDate] = firings(runtime, START + 5 * DAY);
    expect(at).toBe(START + HOUR);
    // Midnight of 7 January in Tokyo is 15:00 of the 6th in UTC.
    expect(Math.abs((onDate ?? 0) - Date.UTC(2026, 0, 6, 15))).toBeLessThanOrEqual(15 * 60_000);
  });

  it('fire in order of time whoever made them, and the clock ends where it was sent', () => {
    const runtime = planned(`ScriptApp.newTrigger('tick').timeBased().everyHours(2).create();
      ScriptApp.newTrigger('list').timeBased().everyHours(3).create()`);
    runtime.execute('plan');
    expect(runtime.fireTriggers(START + 7 * HOUR).map((record) => record.functionName)).toEqual([
      'tick',
      'list',
      'tick',
      'tick',
      'list',
    ]);
    expect(runtime.clock.now()).toBe(START + 7 * HOUR);
  });

  it('hand over an event object in UTC (guide, event objects)', () => {
    const runtime = scriptRuntime(
      `function plan() { ScriptApp.newTrigger('note').timeBased().at(new Date(Date.UTC(2026, 0, 11, 22, 5, 7))).create(); }
       function note(e) { console.log(JSON.stringify(e)); }`,
    );
    runtime.execute('plan');
    runtime.fireTriggers(START + 10 * DAY);
    expect(JSON.parse(runtime.logs[0]?.text ?? '')).toEqual({
      authMode: 'FULL',
      'day-of-month': 11,
      // A Sunday: Monday is 1.
      'day-of-week': 7,
      'week-of-year': 3,
      year: 2026,
      month: 1,
      hour: 22,
      minute: 5,
      second: 7,
      timezone: 'UTC',
      triggerUid: runtime.triggers()[0]?.id,
    });
  });

  it('mail their owner a summary when they fail, and go on (guide, installable triggers)', () => {
    const runtime = planned(`ScriptApp.newTrigger('fail').timeBased().everyHours(1).create()`);
    runtime.execute('plan');
    expect(runtime.fireTriggers(START + 3 * HOUR - 1).map((record) => record.status)).toEqual(['failed', 'failed']);
    expect(runtime.outbox()).toMatchObject([
      {
        kind: 'failure',
        from: 'noreply-apps-scripts-notifications@google.com',
        to: ['owner@example.com'],
        body: 'fail: broken',
      },
      { kind: 'failure' },
    ]);
  });

  it('whose function is gone fail by name', () => {
    const runtime = planned(`ScriptApp.newTrigger('removed').timeBased().everyHours(1).create()`);
    runtime.execute('plan');
    expect(runtime.fireTriggers(START + HOUR + 5_000)).toMatchObject([{ error: 'Script function not found: removed' }]);
  });

  it('stop for the day when 90 minutes are spent, and start again a day later (guide, quotas)', () => {
    const runtime = planned(`ScriptApp.newTrigger('long').timeBased().everyMinutes(30).create()`);
    runtime.execute('plan');
    const day = runtime.fireTriggers(START + DAY - 60_000);
    const ran = day.filter((record) => record.status === 'completed');
    // Each run takes 300.8 s with its start: 17 runs are 85 minutes, the 18th crosses 90.
    expect(ran).toHaveLength(18);
    expect(day.at(-1)).toMatchObject({ status: 'failed', error: 'Service using too much computer time for one day.' });
    const next = runtime.fireTriggers(START + DAY + 2 * HOUR);
    expect(next.some((record) => record.status === 'completed')).toBe(true);
  });

  it('of a Workspace account have six hours', () => {
    const runtime = planned(`ScriptApp.newTrigger('long').timeBased().everyMinutes(30).create()`, {
      account: 'workspace',
    });
    runtime.execute('plan');
    expect(runtime.fireTriggers(START + DAY - 60_000).every((record) => record.status === 'completed')).toBe(true);
  });
});
