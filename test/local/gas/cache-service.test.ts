import { createSpreadsheetState } from '../../../scripts/local/gas/spreadsheet/state';
import { evaluate, failure, scriptRuntime } from './script-project';

const cache = 'const c = CacheService.getScriptCache();';

describe('CacheService (Apps Script reference, Cache)', () => {
  it('gives null for what is not there', () => {
    expect(evaluate(`${cache} return c.get('none')`)).toBeNull();
  });

  it('puts, reads, removes, one or many', () => {
    expect(
      evaluate(
        `${cache} c.put('a', '1'); c.putAll({ b: '2', d: '4' }); c.remove('b'); return c.getAll(['a', 'b', 'd', 'x'])`,
      ),
    ).toEqual({ a: '1', d: '4' });
    expect(
      evaluate(`${cache} c.putAll({ a: '1', b: '2' }); c.removeAll(['a', 'b']); return c.getAll(['a', 'b'])`),
    ).toEqual({});
  });

  it('forgets after 600 seconds unless told otherwise', () => {
    const later = (put: string, seconds: number): unknown =>
      evaluate(
        `${cache} ${put}; for (let s = 0; s < ${seconds * 1000}; s += 100000) Utilities.sleep(Math.min(100000, ${seconds * 1000} - s)); return c.get('a')`,
      );
    // The read itself costs 20 ms, so the clock stands a little after the sleep.
    const runtime = (put: string) =>
      scriptRuntime(`function put() { ${cache} ${put} } function get() { ${cache} return c.get('a'); }`);
    const standard = runtime(`c.put('a', '1');`);
    standard.execute('put');
    standard.clock.advance(598_000);
    expect(standard.execute('get')).toBe('1');
    standard.clock.advance(2_000);
    expect(standard.execute('get')).toBeNull();
    expect(later(`c.put('a', '1', 10)`, 9)).toBe('1');
    expect(later(`c.put('a', '1', 10)`, 10)).toBeNull();
  });

  it('keeps a value at most six hours', () => {
    expect(failure(`${cache} c.put('a', '1', 21600)`)).toBe('');
    expect(failure(`${cache} c.put('a', '1', 21601)`)).toBe('Invalid argument: expirationInSeconds');
  });

  it('takes a negative life, which is over at once (measured)', () => {
    expect(evaluate(`${cache} c.put('a', '1', -1); return c.get('a')`)).toBeNull();
  });

  it('takes 102,400 bytes and no more', () => {
    expect(evaluate(`${cache} c.put('a', 'x'.repeat(102400)); return c.get('a').length`)).toBe(102_400);
    expect(failure(`${cache} c.put('a', 'x'.repeat(102401))`)).toBe('Argument too large: value');
  });

  it('takes keys of 250 characters and no more, and none that are empty', () => {
    expect(failure(`${cache} c.put('k'.repeat(250), 'x')`)).toBe('');
    expect(failure(`${cache} c.put('k'.repeat(251), 'x')`)).toBe('Argument too large: key');
    expect(failure(`${cache} c.get('')`)).toBe('Invalid argument: key');
    expect(failure(`${cache} c.put(null, 'x')`)).toBe('Invalid argument: key');
  });

  it('makes text of everything (measured)', () => {
    expect(
      evaluate(`${cache} c.put('n', 1); c.put('o', {}); c.put('z', null); return [c.get('n'), c.get('o'), c.get('z')]`),
    ).toEqual(['1', '[object Object]', 'null']);
  });

  it('drops the 100 oldest written when item 1,001 arrives; reading protects nothing (measured)', () => {
    expect(
      evaluate(`${cache}
        const all = {}; for (let n = 0; n < 1000; n++) all['k' + n] = 'v'; c.putAll(all);
        c.get('k0'); c.put('k5', 'again'); c.put('one more', 'v');
        return [c.get('k0'), c.get('k5'), c.get('k100'), c.get('k101'), c.get('one more')]`),
      // Written again, k5 is young: the hundred oldest are k0 to k100 without k5.
    ).toEqual([null, 'again', null, 'v', 'v']);
  });

  it('holds 1,000 items', () => {
    expect(
      evaluate(
        `${cache} const all = {}; for (let n = 0; n < 1000; n++) all['k' + n] = 'v'; c.putAll(all); return c.get('k0')`,
      ),
    ).toBe('v');
  });

  it('is one per script, document and user', () => {
    const runtime = scriptRuntime(
      `function put() { CacheService.getScriptCache().put('k', 's'); CacheService.getDocumentCache().put('k', 'd'); CacheService.getUserCache().put('k', 'u'); }
       function get() { return [CacheService.getScriptCache(), CacheService.getDocumentCache(), CacheService.getUserCache()].map((c) => c.get('k')); }`,
      {
        users: [
          { email: 'a@example.com', locale: 'en' },
          { email: 'b@example.com', locale: 'en' },
        ],
      },
    );
    runtime.execute('put');
    expect(runtime.execute('get')).toEqual(['s', 'd', 'u']);
    expect(runtime.execute('get', [], { user: 'b@example.com' })).toEqual(['s', 'd', null]);
  });

  it('has no document cache in a script that is bound to nothing', () => {
    const spreadsheets = createSpreadsheetState({ containerId: null });
    expect(evaluate('return CacheService.getDocumentCache()', { spreadsheets })).toBeNull();
  });
});
