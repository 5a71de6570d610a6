import { evaluate, failure, scriptRuntime } from './script-project';

describe('an execution', () => {
  it('calls a top-level function with its arguments and returns its value', () => {
    expect(scriptRuntime('function add(a, b) { return a + b; }').execute('add', [1, 2])).toBe(3);
  });

  it('evaluates the files from scratch: no variable survives', () => {
    const runtime = scriptRuntime('let count = 0; function next() { count += 1; return count; }');
    expect([runtime.execute('next'), runtime.execute('next')]).toEqual([1, 1]);
  });

  it('keeps properties between executions', () => {
    const runtime = scriptRuntime(`
      function write() { PropertiesService.getScriptProperties().setProperty('a', '1'); }
      function read() { return PropertiesService.getScriptProperties().getProperty('a'); }`);
    runtime.execute('write');
    expect(runtime.execute('read')).toBe('1');
  });

  it('is killed at six virtual minutes, and catch and finally change nothing', () => {
    const runtime = scriptRuntime(`function main() {
      const properties = PropertiesService.getScriptProperties();
      try { for (;;) Utilities.sleep(60000); }
      catch (error) { properties.setProperty('caught', 'yes'); }
      finally { properties.setProperty('finally', 'yes'); }
    }`);
    expect(() => runtime.execute('main')).toThrow('Exceeded maximum execution time');
    expect(runtime.snapshot().properties.script).toEqual({});
    expect(runtime.executions[0]).toMatchObject({ status: 'killed' });
  });

  it('ends an endless loop that calls no service', () => {
    expect(failure('for (;;) {}', { cpuLimitMs: 100 })).toBe('Exceeded maximum execution time');
  });

  it('tells a Date of the script from one of the outside only by its realm', () => {
    expect(evaluate('return new Date() instanceof Date && new Date().getHours()')).toBe(9);
  });

  it('names a member that is not implemented', () => {
    expect(failure('CardService.newCardBuilder()')).toBe('not implemented: CardService.newCardBuilder');
  });
});
