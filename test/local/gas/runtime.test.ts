import fs from 'node:fs';
import path from 'node:path';
import { createRuntime } from '../../../scripts/local/gas/runtime';
import { ScriptError } from '../../../scripts/local/gas/script-call';
import { evaluate, failure, START, scriptFolder, scriptRuntime } from './script-project';

const KILLED = 'Exceeded maximum execution time';

describe('an execution (Apps Script guide, V8 runtime: all files are evaluated from scratch each time)', () => {
  it('calls a top-level function with its arguments and returns its value', () => {
    expect(scriptRuntime('function add(a, b) { return a + b; }').execute('add', [1, 2])).toBe(3);
  });

  it('keeps no variable', () => {
    const runtime = scriptRuntime('let count = 0; function next() { count += 1; return count; }');
    expect([runtime.execute('next'), runtime.execute('next')]).toEqual([1, 1]);
  });

  it('keeps no change to a built-in', () => {
    const runtime = scriptRuntime(`
      function spoil() { Array.prototype.spoiled = true; Date.now = () => 0; Utilities2 = 1; }
      function look() { return [[].spoiled, Date.now() > 0, typeof Utilities2]; }`);
    runtime.execute('spoil');
    expect(runtime.execute('look')).toEqual([undefined, true, 'undefined']);
  });

  it('sees a rebuilt file at once', () => {
    const folder = scriptFolder('function main() { return 1; }');
    const runtime = createRuntime({ folder, start: START });
    fs.writeFileSync(
      path.join(folder, 'Code.js'),
      'function main() { return other(); } function other() { return 22; }',
    );
    expect(runtime.execute('main')).toBe(22);
  });

  it('calls functions held by var, let and const, and methods of a top-level object (guide: callable by name)', () => {
    const runtime = scriptRuntime(
      'const arrow = () => 1; let later = function () { return 2; }; const menu = { n: 3, run() { return this.n; } };',
    );
    expect(['arrow', 'later', 'menu.run'].map((name) => runtime.execute(name, [], { entry: 'menu' }))).toEqual([
      1, 2, 3,
    ]);
  });

  it('does not find what is only assigned at run time', () => {
    const runtime = scriptRuntime('globalThis.hidden = () => 1;');
    expect(() => runtime.execute('hidden')).toThrow('Script function not found: hidden');
  });

  it('fails at the global level as in a function', () => {
    const runtime = scriptRuntime('throw new RangeError("early"); function main() {}');
    expect(() => runtime.execute('main')).toThrow('early');
    expect(runtime.executions).toMatchObject([{ status: 'failed', error: 'early' }]);
  });

  it('reports what was thrown: message, name, place; a thrown text as it is', () => {
    const runtime = scriptRuntime(
      'function main() { throw new TypeError("wrong"); } function text() { throw "plain"; }',
    );
    let caught: unknown;
    try {
      runtime.execute('main');
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(ScriptError);
    expect(caught).toMatchObject({ message: 'wrong', scriptName: 'TypeError' });
    expect((caught as ScriptError).scriptStack).toContain('Code.js:1');
    expect(() => runtime.execute('text')).toThrow('plain');
  });

  it('runs promise jobs before it ends, and hears no rejection of an async entry point', () => {
    const runtime = scriptRuntime(`
      async function main() {
        await null;
        PropertiesService.getScriptProperties().setProperty('reached', 'yes');
        throw new Error('unheard');
      }`);
    expect(runtime.execute('main')).toBeUndefined();
    expect(runtime.snapshot().properties.script).toEqual({ reached: 'yes' });
    expect(runtime.executions).toMatchObject([{ status: 'completed' }]);
  });

  it('is recorded with virtual times, calls and modelled time', () => {
    const runtime = scriptRuntime(`function main() {
      const p = PropertiesService.getScriptProperties();
      p.getProperty('a'); p.getProperty('b'); p.setProperty('c', '1');
    }`);
    runtime.execute('main', [], { entry: 'menu' });
    // 800 to start; two reads of 30 and a write of 62.
    expect(runtime.executions).toEqual([
      {
        id: 1,
        functionName: 'main',
        entry: 'menu',
        user: 'owner@example.com',
        startedAt: START + 800,
        endedAt: START + 922,
        status: 'completed',
        error: null,
        spent: { calls: 3, cells: 0, ms: 122 },
        byCall: {
          'Properties.getProperty': { calls: 2, cells: 0, ms: 60 },
          'Properties.setProperty': { calls: 1, cells: 0, ms: 62 },
        },
      },
    ]);
    expect(runtime.meter.total).toEqual({ calls: 3, cells: 0, ms: 122 });
  });

  it('names a member that is not implemented, but lets the language look for toJSON and then', () => {
    expect(failure('CardService.newDatePicker()')).toBe('not implemented: CardService.newDatePicker');
    expect(failure('PropertiesService.getScriptProperties().getAll()')).toBe('not implemented: Properties.getAll');
    expect(failure('Utilities.foo = 1')).toBe('not implemented: setting Utilities.foo');
    expect(evaluate('return [typeof Utilities.toJSON, String(Utilities), Utilities.then === undefined]')).toEqual([
      'undefined',
      'Utilities',
      true,
    ]);
  });

  it.each(['BigQuery', 'CalendarApp', 'CardService', 'GmailApp', 'Jdbc', 'XmlService'])('has a strict %s', (name) => {
    expect(failure(`${name}.anything()`)).toBe(`not implemented: ${name}.anything`);
  });

  it('runs as the user named', () => {
    const runtime = scriptRuntime('function main() { return Session.getEffectiveUser().getEmail(); }', {
      users: [
        { email: 'a@example.com', locale: 'en' },
        { email: 'b@example.com', locale: 'ja' },
      ],
    });
    expect([runtime.execute('main'), runtime.execute('main', [], { user: 'b@example.com' })]).toEqual([
      'a@example.com',
      'b@example.com',
    ]);
    expect(() => runtime.execute('main', [], { user: 'c@example.com' })).toThrow('no user c@example.com');
  });
});

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

describe('google.script.run (Apps Script guide, client-server communication)', () => {
  const rpc = (body: string, args: readonly unknown[] = []): unknown =>
    scriptRuntime(`function call(...args) { ${body} }`).execute('call', args, { entry: 'rpc' });

  it('copies arguments and results: primitives, null, plain objects and arrays', () => {
    const given = { text: 'a', list: [1, true, null], deep: { x: 0.5 } };
    const result = rpc('args[0].list.push(2); return args[0]', [given]) as typeof given;
    expect(result).toEqual({ text: 'a', list: [1, true, null, 2], deep: { x: 0.5 } });
    expect(given.list).toHaveLength(3);
  });

  it('makes undefined null in arrays, and drops it from objects', () => {
    expect(rpc('return { list: [undefined], gone: undefined }')).toEqual({ list: [null] });
    expect(rpc('')).toBeNull();
  });

  it.each([
    ['a Date', [new Date(0)], 'arguments[0] (Date'],
    ['a Date inside', [{ rows: [['x', new Date(0)]] }], 'arguments[0].rows[0][1] (Date'],
    ['a function', [1, () => 1], 'arguments[1] (function'],
    ['a Map', [new Map()], 'arguments[0] ([object Map]'],
    ['a symbol', [Symbol('s')], 'arguments[0] (symbol'],
  ])('refuses %s as an argument and names the place', (_what, args, text) => {
    expect(() => rpc('return 1', args)).toThrow(`illegal value in property: ${text}`);
  });

  it.each([
    ['a Date', 'return [new Date(0)]', 'result[0] (Date'],
    ['a function', 'return { f() {} }', 'result.f (function'],
    ['a circle', 'const o = {}; o.o = o; return o', 'result.o (circular reference'],
    ['a service', 'return { p: Utilities.newBlob("x") }', 'result.p'],
  ])('refuses %s as a result', (_what, body, text) => {
    expect(() => rpc(body)).toThrow(text);
  });

  it('sees no function whose name ends in an underscore, and none that is not at the top level', () => {
    const runtime = scriptRuntime(`function secret_() {} const box = { open() {} };
      (function () { function inner() {} globalThis.later = inner; })();`);
    for (const name of ['secret_', 'box.open', 'inner', 'later', 'toString', 'constructor']) {
      expect(() => runtime.execute(name, [], { entry: 'rpc' })).toThrow(`google.script.run.${name} is not a function`);
    }
  });

  it('carries only the message of an error', () => {
    const runtime = scriptRuntime('function main() { const e = new RangeError("too far"); e.code = 7; throw e; }');
    expect(() => runtime.execute('main', [], { entry: 'rpc' })).toThrow('too far');
  });

  it('costs a round trip', () => {
    const runtime = scriptRuntime('function main() { return 1; }');
    runtime.execute('main', [], { entry: 'rpc' });
    expect(runtime.clock.now()).toBe(START + 1000);
  });
});

describe('permissions (Apps Script guide, authorization: explicit oauthScopes switch the automatic scan off)', () => {
  const bare = { files: { manifest: { oauthScopes: ['https://www.googleapis.com/auth/userinfo.email'] } } };

  it.each([
    ['UrlFetchApp.fetch("http://127.0.0.1:1")', 'UrlFetchApp.fetch', 'script.external_request'],
    ['UrlFetchApp.fetchAll([])', 'UrlFetchApp.fetchAll', 'script.external_request'],
    ['ScriptApp.getProjectTriggers()', 'ScriptApp.getProjectTriggers', 'script.scriptapp'],
    ['ScriptApp.newTrigger("f").timeBased().after(1).create()', 'ScriptApp.newTrigger', 'script.scriptapp'],
  ])('%s tells the scope it lacks', (body, call, scope) => {
    expect(failure(body, bare)).toBe(
      `You do not have permission to call ${call}. Required permissions: https://www.googleapis.com/auth/${scope}`,
    );
  });

  it('lists alternatives', () => {
    expect(failure('DriveApp.getFileById("x")', bare)).toBe(
      'You do not have permission to call DriveApp.getFileById. Required permissions: ' +
        '(https://www.googleapis.com/auth/drive.readonly || https://www.googleapis.com/auth/drive)',
    );
  });

  it('are all there when the manifest names no scopes', () => {
    expect(
      evaluate('return ScriptApp.getProjectTriggers()', { files: { manifest: { oauthScopes: undefined } } }),
    ).toEqual([]);
  });

  it('are missing in a simple trigger, which may read properties but not fetch or mail (guide, simple triggers)', () => {
    const runtime = scriptRuntime(`
      function onOpen(e) { return [PropertiesService.getDocumentProperties().getProperty('a'), String(e.authMode)]; }
      function onEdit() { UrlFetchApp.fetch('http://127.0.0.1:1'); }
      function mail() { MailApp.sendEmail('a@example.com', 's', 'b'); }`);
    expect(runtime.execute('onOpen', [{}], { entry: 'simple-trigger' })).toEqual([null, 'LIMITED']);
    expect(() => runtime.execute('onEdit', [{}], { entry: 'simple-trigger' })).toThrow('You do not have permission');
    expect(() => runtime.execute('mail', [{}], { entry: 'simple-trigger' })).toThrow('You do not have permission');
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

describe('state that is saved and taken up again', () => {
  it('goes on in a new runtime as if nothing had happened', () => {
    const code = `
      function fill() {
        PropertiesService.getUserProperties().setProperty('k', 'v');
        CacheService.getScriptCache().put('c', 'w', 600);
        ScriptApp.newTrigger('tick').timeBased().everyHours(1).create();
        MailApp.sendEmail('a@example.com', 's', 'b');
        return Utilities.getUuid();
      }
      function look() {
        return [PropertiesService.getUserProperties().getProperty('k'), CacheService.getScriptCache().get('c'),
          ScriptApp.getProjectTriggers().length, MailApp.getRemainingDailyQuota(), Utilities.getUuid()];
      }
      function tick() {}`;
    const first = scriptRuntime(code);
    first.drive.add('a.txt', 'text', 'text/plain');
    first.execute('fill');
    const saved = JSON.parse(JSON.stringify(first.snapshot()));
    const second = scriptRuntime(code);
    second.restore(saved);
    expect(second.clock.now()).toBe(first.clock.now());
    expect(second.execute('look')).toEqual(first.execute('look'));
    expect(second.fireTriggers(START + 2 * 3_600_000).map((record) => record.functionName)).toEqual(['tick']);
    expect(second.outbox()).toHaveLength(1);
  });

  it('is a copy: later runs do not change it', () => {
    const runtime = scriptRuntime(`function main() { PropertiesService.getScriptProperties().setProperty('a', '1'); }`);
    const before = runtime.snapshot();
    runtime.execute('main');
    expect(before.properties.script).toEqual({});
  });
});

describe('prices', () => {
  it('are the same in every run without jitter, and differ with it by at most a factor of two', () => {
    const price = (jitterSeed?: number): number => {
      const runtime = scriptRuntime(
        `function main() { CacheService.getScriptCache().get('a'); }`,
        jitterSeed === undefined ? {} : { jitterSeed },
      );
      runtime.execute('main');
      return runtime.meter.total.ms;
    };
    expect([price(), price()]).toEqual([20, 20]);
    expect(price(7)).toBe(price(7));
    expect(new Set([1, 2, 3, 4].map(price)).size).toBe(4);
    for (const seed of [1, 2, 3, 4]) {
      expect(price(seed)).toBeGreaterThanOrEqual(10);
      expect(price(seed)).toBeLessThanOrEqual(40);
    }
  });
});
