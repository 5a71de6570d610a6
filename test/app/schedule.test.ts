import { checkSchedule, dailyRunNoted, HANDLERS, switchOff, switchOn } from '../../src/app/schedule';
import { wholePlatform } from './ports/whole-platform';

const EVERY_DAY = { dailyHour: 6, hourly: true, zone: 'Asia/Tokyo' };
const HOUR = 3600 * 1000;

const handlers = (platform: ReturnType<typeof wholePlatform>) => platform.standing.map(({ handler }) => handler).sort();

describe('the schedule', () => {
  it('is off until somebody switches it on', () => {
    expect(checkSchedule(wholePlatform()).state).toBe('off');
  });

  it('has one daily and one hourly trigger, however often it is switched on', () => {
    const platform = wholePlatform();
    switchOn(platform, EVERY_DAY);
    switchOn(platform, EVERY_DAY);
    expect(handlers(platform)).toEqual([HANDLERS.daily, HANDLERS.hourly]);
    expect(checkSchedule(platform).state).toBe('on');
  });

  it('looks once more in the hour after the daily run where the setting says that nothing is pulled every hour', () => {
    const platform = wholePlatform();
    switchOn(platform, EVERY_DAY);
    const hourly = platform.standing.find(({ handler }) => handler === HANDLERS.hourly);
    const made: unknown[][] = [];
    const { daily } = platform.triggers;
    platform.triggers.daily = (...options) => {
      made.push(options);
      return daily(...options);
    };
    switchOn(platform, { ...EVERY_DAY, hourly: false });
    expect(handlers(platform)).toEqual([HANDLERS.daily, HANDLERS.hourly]);
    expect(platform.standing).not.toContain(hourly);
    expect(made).toEqual([[HANDLERS.hourly, 7, 'Asia/Tokyo']]);
    switchOn(platform, { dailyHour: 23, hourly: false, zone: 'Asia/Tokyo' });
    expect(made.slice(1)).toEqual([
      [HANDLERS.daily, 23, 'Asia/Tokyo'],
      [HANDLERS.hourly, 0, 'Asia/Tokyo'],
    ]);
    switchOn(platform, { ...EVERY_DAY, dailyHour: 23 });
    expect(made).toHaveLength(3);
    expect(handlers(platform)).toEqual([HANDLERS.daily, HANDLERS.hourly]);
    expect(checkSchedule(platform).state).toBe('on');
  });

  it('books the daily trigger anew when its hour changes, and only then', () => {
    const platform = wholePlatform();
    switchOn(platform, EVERY_DAY);
    const before = platform.standing.find(({ handler }) => handler === HANDLERS.daily)?.id;
    switchOn(platform, EVERY_DAY);
    expect(platform.standing.some(({ id }) => id === before)).toBe(true);
    switchOn(platform, { ...EVERY_DAY, dailyHour: 7 });
    expect(platform.standing.some(({ id }) => id === before)).toBe(false);
    expect(handlers(platform)).toEqual([HANDLERS.daily, HANDLERS.hourly]);
  });

  it('notices a trigger that somebody deleted, and mends it when switched on again', () => {
    const platform = wholePlatform();
    switchOn(platform, EVERY_DAY);
    platform.triggers.remove(platform.standing.find(({ handler }) => handler === HANDLERS.daily)?.id ?? '');
    expect(checkSchedule(platform).state).toBe('incomplete');
    switchOn(platform, EVERY_DAY);
    expect(checkSchedule(platform).state).toBe('on');
  });

  it('notices a trigger that stands twice, and mends it when switched on again', () => {
    const platform = wholePlatform();
    switchOn(platform, EVERY_DAY);
    platform.triggers.daily(HANDLERS.daily, 6, 'Asia/Tokyo');
    expect(checkSchedule(platform).state).toBe('duplicate');
    switchOn(platform, EVERY_DAY);
    expect(checkSchedule(platform).state).toBe('on');
    expect(platform.standing).toHaveLength(2);
  });

  it('leaves nothing behind when it is switched off, a booked continuation included', () => {
    const platform = wholePlatform();
    switchOn(platform, EVERY_DAY);
    platform.triggers.after(HANDLERS.resume, 1000);
    switchOff(platform);
    expect(platform.standing).toEqual([]);
    expect(checkSchedule(platform).state).toBe('off');
  });

  it('is late when no daily run began for more than a day', () => {
    const platform = wholePlatform();
    switchOn(platform, EVERY_DAY);
    platform.pass(25 * HOUR);
    expect(checkSchedule(platform).state).toBe('on');
    platform.store.set(dailyRunNoted(platform));
    platform.pass(27 * HOUR);
    expect(checkSchedule(platform).state).toBe('late');
  });

  it('is judged by its last run where another person owns it, for their triggers cannot be seen', () => {
    const platform = wholePlatform();
    switchOn(platform, EVERY_DAY);
    platform.standing.length = 0;
    platform.user = 'csm@example.com';
    expect(checkSchedule(platform)).toMatchObject({ state: 'on' });
    expect(checkSchedule(platform).said.en).toContain('ops@example.com');
    platform.pass(27 * HOUR);
    expect(checkSchedule(platform).state).toBe('late');
  });

  it('names a second owner, whose triggers would run everything twice', () => {
    const platform = wholePlatform();
    switchOn(platform, EVERY_DAY);
    platform.user = 'second@example.com';
    const view = checkSchedule(platform);
    expect(view.state).toBe('duplicate');
    expect(view.said.ja).toContain('ops@example.com');
  });
});
