import { START, scriptRuntime } from './script-project';

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
