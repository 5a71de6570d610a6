import fs from 'node:fs';
import path from 'node:path';
import { createRuntime } from '../../../scripts/local/gas/runtime';
import { ScriptError } from '../../../scripts/local/gas/script-call';
import { evaluate, failure, START, scriptFolder, scriptRuntime } from './script-project';

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
