import { evaluate, failure, START, scriptRuntime } from './script-project';

const KILLED = 'Exceeded maximum execution time';

describe('the end of time (guide, quotas: 6 minutes per execution, 30 seconds for simple triggers and card callbacks)', () => {
  const sleeper = 'function main() { for (;;) Utilities.sleep(1000); }';

  it.each([
    ['editor', 360_000],
    ['menu', 360_000],
    ['rpc', 360_000],
    ['trigger', 360_000],
    ['simple-trigger', 30_000],
    ['card', 30_000],
  ] as const)('comes for %s after %d virtual ms', (entry, limit) => {
    const runtime = scriptRuntime(sleeper);
    expect(() => runtime.execute('main', [], { entry })).toThrow(KILLED);
    const [record] = runtime.executions;
    expect(record).toMatchObject({ status: 'killed' });
    expect((record?.endedAt ?? 0) - (record?.startedAt ?? 0)).toBe(limit);
  });

  it('is survived by no catch and no finally: nothing they do has an effect', () => {
    const runtime = scriptRuntime(`function main() {
      const properties = PropertiesService.getScriptProperties();
      const lock = LockService.getScriptLock();
      lock.tryLock(0);
      try { for (;;) Utilities.sleep(60000); }
      catch (error) {
        try { properties.setProperty('caught', 'yes'); } catch (again) {}
        try { MailApp.sendEmail('a@example.com', 's', 'b'); } catch (again) {}
        try { ScriptApp.newTrigger('main').timeBased().after(1).create(); } catch (again) {}
        try { console.log('still here'); } catch (again) {}
        return 'survived';
      } finally {
        try { CacheService.getScriptCache().put('finally', 'yes'); } catch (again) {}
      }
    }`);
    expect(() => runtime.execute('main')).toThrow(KILLED);
    const { properties, outbox, triggers, caches } = runtime.snapshot();
    expect([properties.script, outbox, triggers, Object.values(caches).flat(), runtime.logs]).toEqual([
      {},
      [],
      [],
      [],
      [],
    ]);
    expect(runtime.locks.holds('script', 1)).toBe(false);
  });

  it('keeps what was done before', () => {
    const runtime = scriptRuntime(`function main() {
      PropertiesService.getScriptProperties().setProperty('before', 'yes');
      for (;;) Utilities.sleep(60000);
    }`);
    expect(() => runtime.execute('main')).toThrow(KILLED);
    expect(runtime.snapshot().properties.script).toEqual({ before: 'yes' });
  });

  it('refuses the call that would cross it, before its effect', () => {
    const runtime = scriptRuntime(`function main() {
      for (let n = 0; n < 6; n++) Utilities.sleep(59999);
      PropertiesService.getScriptProperties().setProperty('late', 'yes');
    }`);
    // 6 x 59,999 = 359,994 ms; the write costs 62.
    expect(() => runtime.execute('main')).toThrow(KILLED);
    expect(runtime.snapshot().properties.script).toEqual({});
  });

  it('comes for a loop that calls no service, in real time', () => {
    expect(failure('try { for (;;) {} } catch (e) {} finally { for (;;) {} }', { cpuLimitMs: 100 })).toBe(KILLED);
  });

  it('comes for an endless loop at the global level', () => {
    const runtime = scriptRuntime('for (;;) {} function main() {}', { cpuLimitMs: 100 });
    expect(() => runtime.execute('main')).toThrow(KILLED);
  });

  it('counts computing time only when asked to', () => {
    const busy = 'const end = []; for (let n = 0; n < 3e6; n++) end[n % 10] = n; Utilities.sleep(0); return Date.now()';
    expect(evaluate(busy)).toBe(START + 800);
    expect(evaluate(busy, { countCpu: true })).toBeGreaterThan(START + 800);
  });

  it('leaves the account usable', () => {
    const runtime = scriptRuntime(`${sleeper} function after() { return Utilities.getUuid().length; }`);
    expect(() => runtime.execute('main')).toThrow(KILLED);
    expect(runtime.execute('after')).toBe(36);
  });
});

describe('a crash at a service call', () => {
  const code = `function main() {
    const p = PropertiesService.getScriptProperties();
    p.setProperty('one', '1'); p.setProperty('two', '2'); p.setProperty('three', '3');
    return 'done';
  }`;

  it.each([
    ['kill', { one: '1' }],
    ['kill-after', { one: '1', two: '2' }],
  ] as const)('%s ends the execution there', (fault, kept) => {
    const runtime = scriptRuntime(code, { beforeCall: (call) => (call === 2 ? fault : undefined) });
    expect(() => runtime.execute('main')).toThrow(KILLED);
    expect(runtime.snapshot().properties.script).toEqual(kept);
    expect(runtime.executions).toMatchObject([{ status: 'killed' }]);
  });

  it.each([
    [false, { one: '1' }],
    [true, { one: '1', two: '2' }],
  ])(
    'throws an error of the service, after the effect: %s (field logs: errors can follow a write that went through)',
    (after, kept) => {
      const message = 'Service error: Spreadsheets';
      const runtime = scriptRuntime(code, { beforeCall: (call) => (call === 2 ? { message, after } : undefined) });
      expect(() => runtime.execute('main')).toThrow(message);
      expect(runtime.snapshot().properties.script).toEqual(kept);
      expect(runtime.executions).toMatchObject([{ status: 'failed' }]);
    },
  );

  it('can be caught when it is an error', () => {
    const runtime = scriptRuntime(
      'function main() { try { CacheService.getScriptCache().get("a"); } catch (e) { return e.name + ": " + e.message; } }',
      { beforeCall: () => ({ message: 'Service unavailable' }) },
    );
    expect(runtime.execute('main')).toBe('Exception: Service unavailable');
  });

  it('is told the number and name of each call, from 1 in each execution', () => {
    const seen: string[] = [];
    const runtime = scriptRuntime(code, {
      beforeCall: (number, name, execution) => {
        seen.push(`${execution}/${number} ${name}`);
        return undefined;
      },
    });
    runtime.execute('main');
    runtime.execute('main');
    expect(seen).toEqual([1, 2].flatMap((e) => [1, 2, 3].map((n) => `${e}/${n} Properties.setProperty`)));
  });
});
