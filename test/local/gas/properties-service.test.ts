import { createSpreadsheetState } from '../../../scripts/local/gas/spreadsheet/state';
import { evaluate, failure, scriptRuntime } from './script-project';

const store = 'const p = PropertiesService.getScriptProperties();';

describe('PropertiesService (Apps Script reference, Properties; guide, quotas: 9 KB a value, 500 KB a store)', () => {
  it('gives null for a name that is not there', () => {
    expect(evaluate(`${store} return [p.getProperty('none'), p.getProperty('toString'), p.getKeys()]`)).toEqual([
      null,
      null,
      [],
    ]);
  });

  it('reads back what was set, and chains', () => {
    expect(
      evaluate(`${store} return p.setProperty('a', '1').setProperties({ b: '2' }).deleteProperty('a').getProperties()`),
    ).toEqual({ b: '2' });
  });

  it('drops the others when setProperties says so', () => {
    expect(evaluate(`${store} p.setProperty('a', '1'); p.setProperties({ b: '2' }, true); return p.getKeys()`)).toEqual(
      ['b'],
    );
  });

  it('forgets everything', () => {
    expect(evaluate(`${store} p.setProperty('a', '1'); p.deleteAllProperties(); return p.getKeys()`)).toEqual([]);
  });

  it('hands out copies', () => {
    expect(evaluate(`${store} p.setProperty('a', '1'); p.getProperties().a = 'x'; return p.getProperty('a')`)).toBe(
      '1',
    );
  });

  it('takes 9,216 bytes as a value and no more, counting bytes', () => {
    expect(evaluate(`${store} p.setProperty('a', 'x'.repeat(9216)); return p.getProperty('a').length`)).toBe(9216);
    expect(failure(`${store} p.setProperty('a', 'x'.repeat(9217))`)).toBe('Argument too large: value');
    expect(failure(`${store} p.setProperty('a', '健'.repeat(3073))`)).toBe('Argument too large: value');
  });

  it('refuses an empty name in the words measured on the service', () => {
    const text = 'When setting or getting a property value, the property name must not be null or empty.';
    expect(failure(`${store} p.setProperty('', 'x')`)).toBe(text);
    expect(failure(`${store} p.getProperty(null)`)).toBe(text);
  });

  it('refuses a name over 8,066 bytes (measured)', () => {
    expect(failure(`${store} p.setProperty('k'.repeat(8067), 'x')`)).toBe('Data storage error');
    expect(failure(`${store} p.setProperty('k'.repeat(8066), 'x')`)).toBe('');
  });

  it('refuses more than 500 KB in a store, and changes nothing then', () => {
    expect(
      evaluate(`${store} let n = 0;
        try { for (;;) { p.setProperty('k' + n, 'x'.repeat(9000)); n += 1; } } catch (e) { return [n, e.message, p.getKeys().length]; }`),
    ).toEqual([
      // 512,000 bytes hold 56 values of 9,000 with names of two or three letters: 56 x 9,003 = 504,168.
      56,
      'You have exceeded the property storage quota. Please remove some properties and try again.',
      56,
    ]);
  });

  it('sets all or nothing', () => {
    expect(
      evaluate(`${store} try { p.setProperties({ a: '1', b: 'x'.repeat(9217) }); } catch (e) {} return p.getKeys()`),
    ).toEqual([]);
  });

  it('takes text only', () => {
    expect(failure(`${store} p.setProperty('a', 1)`)).toBe(
      "The parameters (String,number) don't match the method signature for PropertiesService.Properties.setProperty.",
    );
    expect(failure(`${store} p.setProperties({ a: null })`)).toContain("don't match the method signature");
  });

  it('keeps three stores apart, and users apart', () => {
    const runtime = scriptRuntime(
      `function write(v) {
        PropertiesService.getScriptProperties().setProperty('k', 'script ' + v);
        PropertiesService.getDocumentProperties().setProperty('k', 'document ' + v);
        PropertiesService.getUserProperties().setProperty('k', 'user ' + v);
      }
      function read() {
        return [PropertiesService.getScriptProperties(), PropertiesService.getDocumentProperties(),
          PropertiesService.getUserProperties()].map((p) => p.getProperty('k'));
      }`,
      {
        users: [
          { email: 'a@example.com', locale: 'en' },
          { email: 'b@example.com', locale: 'en' },
        ],
      },
    );
    runtime.execute('write', ['a']);
    runtime.execute('write', ['b'], { user: 'b@example.com' });
    expect(runtime.execute('read')).toEqual(['script b', 'document b', 'user a']);
  });

  it('has no document store in a script that is bound to nothing', () => {
    const spreadsheets = createSpreadsheetState({ containerId: null });
    expect(evaluate('return PropertiesService.getDocumentProperties()', { spreadsheets })).toBeNull();
  });

  it('ends the day at 50,000 reads and writes for a consumer account, ten times that for Workspace', () => {
    const runtime = scriptRuntime(`function main() { PropertiesService.getScriptProperties().getProperty('a'); }`);
    const saved = runtime.snapshot();
    saved.quotas['owner@example.com properties'] = { since: saved.now, used: 49_999 };
    runtime.restore(saved);
    runtime.execute('main');
    expect(() => runtime.execute('main')).toThrow('Service invoked too many times for one day: properties.');
    const workspace = scriptRuntime(`function main() { PropertiesService.getScriptProperties().getProperty('a'); }`, {
      account: 'workspace',
    });
    workspace.restore(saved);
    workspace.execute('main');
    expect(() => workspace.execute('main')).not.toThrow();
  });
});
