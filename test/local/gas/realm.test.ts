import { evaluate, failure, START, scriptRuntime } from './script-project';

describe('the global scope of a script (Apps Script guide, V8 runtime: no browser or Node objects)', () => {
  it.each([
    'setTimeout',
    'setInterval',
    'clearTimeout',
    'fetch',
    'URL',
    'URLSearchParams',
    'Headers',
    'Request',
    'Response',
    'FormData',
    'TextEncoder',
    'TextDecoder',
    'AbortController',
    'atob',
    'btoa',
    'crypto',
    'structuredClone',
    'queueMicrotask',
    'performance',
    'navigator',
    'window',
    'process',
    'Buffer',
    'require',
    'module',
  ])('has no %s', (name) => {
    expect(evaluate(`return typeof ${name}`)).toBe('undefined');
    expect(failure(`${name}.toString()`)).toBe(`${name} is not defined`);
  });

  it.each(['Promise', 'Intl', 'WebAssembly', 'JSON', 'Map', 'Proxy', 'globalThis', 'console', 'BigInt'])(
    'has %s',
    (name) => {
      expect(evaluate(`return typeof ${name} !== 'undefined'`)).toBe(true);
    },
  );

  it('lists the services among its own names (guide, migrating to V8)', () => {
    const names = evaluate('return Object.keys(globalThis)') as string[];
    expect(names).toEqual(expect.arrayContaining(['UrlFetchApp', 'PropertiesService', 'Utilities', 'ScriptApp']));
  });

  it('formats with full locale data', () => {
    expect(
      evaluate(`return new Intl.DateTimeFormat('de-DE', { month: 'long', timeZone: 'UTC' }).format(new Date(0))`),
    ).toBe('Januar');
  });

  it('keeps top-level let and const out of globalThis, and functions and var in it', () => {
    const runtime = scriptRuntime(
      'const a = 1; let b = 2; var c = 3; function main() { return [a, b, globalThis.a, globalThis.b, globalThis.c, typeof globalThis.main]; }',
    );
    expect(runtime.execute('main')).toEqual([1, 2, undefined, undefined, 3, 'function']);
  });
});

describe('values that cross the border of the context', () => {
  it('are the script own when a service makes them: instanceof holds', () => {
    expect(
      evaluate(`const p = PropertiesService.getScriptProperties();
        return [p.getKeys() instanceof Array, p.getProperties() instanceof Object,
          Utilities.parseCsv('a,b')[0] instanceof Array, Utilities.newBlob('x').getBytes() instanceof Array]`),
    ).toEqual([true, true, true, true]);
  });

  it('are Node own when an execution returns them, Dates within arrays and objects too', () => {
    const result = evaluate('return { list: [new Date(86400000)] }') as { list: Date[] };
    expect(result.list[0]).toBeInstanceOf(Date);
    expect(result.list[0]?.getTime()).toBe(86_400_000);
    expect(result.list).toBeInstanceOf(Array);
  });

  it('are the script own when they arrive as arguments: a Date is instanceof Date', () => {
    const runtime = scriptRuntime('function main(d) { return [d instanceof Date, d.getTime()]; }');
    expect(runtime.execute('main', [new Date(5)])).toEqual([true, 5]);
  });

  it('are Errors of the script when a service throws, named Exception (guide: only the message tells them apart)', () => {
    expect(
      evaluate(`try { Utilities.base64Decode('%'); } catch (e) { return [e instanceof Error, e.name, e.message]; }`),
    ).toEqual([true, 'Exception', 'Could not decode string.']);
  });

  it('keep a key named __proto__ as a key', () => {
    const runtime = scriptRuntime('function main(o) { return Object.keys(o); }');
    expect(runtime.execute('main', [JSON.parse('{"__proto__": 1, "a": 2}')])).toEqual(['__proto__', 'a']);
  });
});

describe('Date in a script (Session.getScriptTimeZone: the time zone of the script, whatever the machine says)', () => {
  const tokyo = (body: string): unknown => evaluate(body);
  const newYork = (body: string): unknown => evaluate(body, { files: { manifest: { timeZone: 'America/New_York' } } });

  it('tells virtual time', () => {
    expect(tokyo('return [Date.now(), new Date().getTime()]')).toEqual([START + 800, START + 800]);
    expect(tokyo('const a = Date.now(); Utilities.sleep(5000); return Date.now() - a')).toBe(5000);
  });

  it('speaks local time in the zone of the script', () => {
    // 2026-01-05T00:00:00Z is 09:00 on Monday in Tokyo and 19:00 on Sunday in New York.
    const body = `const d = new Date(${START}); return [d.getDate(), d.getHours(), d.getDay(), d.getTimezoneOffset()]`;
    expect(tokyo(body)).toEqual([5, 9, 1, -540]);
    expect(newYork(body)).toEqual([4, 19, 0, 300]);
  });

  it('reads a date and time without a zone as local, a date alone as UTC', () => {
    expect(tokyo(`return new Date('2026-01-02T00:00:00').toISOString()`)).toBe('2026-01-01T15:00:00.000Z');
    expect(tokyo(`return new Date('2026-01-02 00:00').toISOString()`)).toBe('2026-01-01T15:00:00.000Z');
    expect(tokyo(`return new Date('2026-01-02').toISOString()`)).toBe('2026-01-02T00:00:00.000Z');
    expect(tokyo(`return new Date('2026-01-02T00:00:00+02:00').toISOString()`)).toBe('2026-01-01T22:00:00.000Z');
    expect(tokyo(`return new Date('Jan 2, 2026').toISOString()`)).toBe('2026-01-01T15:00:00.000Z');
  });

  it('builds from local fields, two-digit years in the twentieth century', () => {
    expect(tokyo('return new Date(2026, 0, 2, 9).toISOString()')).toBe('2026-01-02T00:00:00.000Z');
    expect(newYork('return new Date(2026, 6, 4).toISOString()')).toBe('2026-07-04T04:00:00.000Z');
    expect(tokyo('return new Date(99, 0).getFullYear()')).toBe(1999);
  });

  it('sets local fields across a clock change', () => {
    // New York leaves winter time on 8 March 2026: 24 hours of wall clock from the 7th at noon are 23 hours.
    expect(
      newYork(
        `const d = new Date('2026-03-07T12:00:00'); const a = d.getTime(); d.setDate(8); return (d.getTime() - a) / 3600000`,
      ),
    ).toBe(23);
    expect(newYork('return new Date(2026, 2, 8, 2, 30).toISOString()')).toBe('2026-03-08T07:30:00.000Z');
  });

  it('prints local time', () => {
    expect(tokyo(`return new Date(${START}).toString()`)).toBe(
      'Mon Jan 05 2026 09:00:00 GMT+0900 (Japan Standard Time)',
    );
    expect(tokyo(`return new Date(${START}).toLocaleString('en-US')`)).toBe('1/5/2026, 9:00:00 AM');
    expect(tokyo(`return Date()`)).toBe('Mon Jan 05 2026 09:00:00 GMT+0900 (Japan Standard Time)');
    expect(tokyo(`return JSON.stringify(new Date(0))`)).toBe('"1970-01-01T00:00:00.000Z"');
  });

  it('formats in the zone of the script where none is named', () => {
    const text = `new Intl.DateTimeFormat('en-GB', { hour: '2-digit' }).format(new Date(${START}))`;
    expect([tokyo(`return ${text}`), newYork(`return ${text}`)]).toEqual(['09', '19']);
    expect(tokyo('return Intl.DateTimeFormat().resolvedOptions().timeZone')).toBe('Asia/Tokyo');
    expect(tokyo('return new Intl.DateTimeFormat() instanceof Intl.DateTimeFormat')).toBe(true);
  });

  it('carries an invalid date through', () => {
    expect(
      tokyo(`const d = new Date('never'); return [isNaN(d), isNaN(d.getHours()), String(d), isNaN(new Date(NaN, 1))]`),
    ).toEqual([true, true, 'Invalid Date', true]);
  });

  it('remains one class: instanceof, constructor and subclass', () => {
    expect(
      tokyo(`class Day extends Date {} const d = new Day(5);
        return [new Date() instanceof Date, new Date().constructor === Date, d instanceof Date, d.getTime()]`),
    ).toEqual([true, true, true, 5]);
  });
});
