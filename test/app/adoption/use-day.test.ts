import { pendingDays } from '../../../src/app/adoption/use-day';
import { DETAILED, fresh, passDays, use, waiting } from './adopted';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('a use', () => {
  it('costs one small read and one small write, and no tab', () => {
    const platform = fresh();
    const calls: string[] = [];
    const { store } = platform;
    const noted = <A extends unknown[], R>(name: string, call: (...args: A) => R) => {
      return (...args: A): R => {
        calls.push(name);
        return call(...args);
      };
    };
    Object.assign(platform, {
      store: {
        get: noted('get', store.get),
        getAll: noted('getAll', store.getAll),
        set: noted('set', store.set),
        remove: noted('remove', store.remove),
      },
    });
    use(platform, 'aya@example.com', 'A1');
    expect(calls).toEqual(['get', 'set']);
    expect([...platform.health.reads, ...platform.health.writes, ...platform.data.writes]).toEqual([]);
  });

  it('is counted for its person and day, an account once however often it is looked at', () => {
    const platform = fresh();
    use(platform, 'Aya@Example.com', null);
    for (const id of ['A1', 'A2', 'A1']) use(platform, 'aya@example.com', id);
    use(platform, 'ben@example.com', 'A1');
    const days = pendingDays(platform).map(({ email, uses, marks }) => [email, uses, marks.length]);
    expect(days).toEqual([
      ['aya@example.com', 4, 2],
      ['ben@example.com', 1, 1],
    ]);
  });

  it('leaves no trace of the account, and marks it otherwise for another person and on another day', () => {
    const platform = fresh();
    use(platform, 'aya@example.com', 'ACCOUNT-77');
    use(platform, 'ben@example.com', 'ACCOUNT-77');
    passDays(platform, 1);
    use(platform, 'aya@example.com', 'ACCOUNT-77');
    expect(JSON.stringify(platform.store.getAll())).not.toContain('ACCOUNT');
    const marks = pendingDays(platform).flatMap((day) => day.marks);
    expect(new Set(marks).size).toBe(3);
  });

  it('tells time and account where the setting asks for it', () => {
    const platform = fresh();
    use(platform, 'aya@example.com', 'A1', DETAILED);
    platform.pass(61_000);
    use(platform, 'aya@example.com', null, DETAILED);
    expect(pendingDays(platform)[0]?.log).toEqual([
      ['09:30:00', 'A1'],
      ['09:31:01', ''],
    ]);
  });

  it('fits a property after a thousand accounts in a day, in any script, and counts every use', () => {
    const platform = fresh();
    for (let at = 0; at < 1000; at++) use(platform, 'aya@example.com', `顧客企業の識別子-${at}`, DETAILED);
    const [key] = waiting(platform) as [string];
    expect(bytes(key) + bytes(platform.store.get(key) as string)).toBeLessThan(9 * 1024);
    const day = pendingDays(platform)[0];
    expect([day?.uses, day?.marks.length]).toEqual([1000, 300]);
    expect(day?.log.slice(-1)[0]?.[1]).toBe('顧客企業の識別子-999');
  });

  it('waits two weeks for a run; later days take the place of the oldest, so that what waits stays bounded', () => {
    const platform = fresh();
    for (let day = 0; day < 40; day++) {
      use(platform, 'aya@example.com', 'A1');
      passDays(platform, 1);
    }
    expect(waiting(platform)).toHaveLength(14);
    expect(pendingDays(platform).every(({ uses }) => uses === 1)).toBe(true);
  });

  it('of somebody Google does not name is counted under one name', () => {
    const platform = fresh();
    use(platform, '', 'A1');
    expect(pendingDays(platform).map(({ email }) => email)).toEqual(['(unknown)']);
  });

  it('that cannot be noted is said in the log, and the person has their answer', () => {
    const platform = fresh();
    const lines: string[] = [];
    Object.assign(platform, {
      log: { line: (text: string) => void lines.push(text) },
      store: {
        ...platform.store,
        set: () => {
          throw new Error('quota');
        },
      },
    });
    use(platform, 'aya@example.com', 'A1');
    expect(lines).toEqual(['use not noted: Error: quota']);
  });
});
