import { createSpreadsheetState } from '../../../scripts/local/gas/spreadsheet/state';
import { evaluate, START, scriptRuntime } from './script-project';

const code = `
  function tryFor(ms) { const l = LockService.getDocumentLock(); return [l.tryLock(ms), l.hasLock()]; }
  function waitFor(ms) { LockService.getDocumentLock().waitLock(ms); return Date.now(); }`;

describe('LockService (Apps Script reference, Lock)', () => {
  it('holds nothing until it is told to', () => {
    expect(evaluate('return LockService.getScriptLock().hasLock()')).toBe(false);
  });

  it('takes, keeps when taken again, and releases', () => {
    expect(
      evaluate(`const l = LockService.getScriptLock();
        const seen = [l.tryLock(0), l.tryLock(0), l.hasLock()]; l.releaseLock(); seen.push(l.hasLock()); return seen`),
    ).toEqual([true, true, true, false]);
  });

  it('frees every lock when the execution ends', () => {
    const runtime = scriptRuntime(code);
    expect([runtime.execute('tryFor', [0]), runtime.execute('tryFor', [0])]).toEqual([
      [true, true],
      [true, true],
    ]);
  });

  it('frees them when it fails, too', () => {
    const runtime = scriptRuntime(
      `${code} function fail() { LockService.getDocumentLock().tryLock(0); throw new Error('x'); }`,
    );
    expect(() => runtime.execute('fail')).toThrow('x');
    expect(runtime.execute('tryFor', [0])).toEqual([true, true]);
  });

  it('tryLock gives false when its time is up, having waited', () => {
    const runtime = scriptRuntime(code);
    runtime.locks.holdElsewhere('document', START + 60_000);
    expect(runtime.execute('tryFor', [5_000])).toEqual([false, false]);
    // 800 to start, 100 for the call, 5,000 of waiting.
    expect(runtime.clock.now()).toBe(START + 5_900);
  });

  it('waitLock throws when its time is up', () => {
    const runtime = scriptRuntime(code);
    runtime.locks.holdElsewhere('document', START + 60_000);
    expect(() => runtime.execute('waitFor', [1_000])).toThrow(
      'Lock timeout: another process was holding the lock for too long.',
    );
  });

  it('is had as soon as the other execution lets go', () => {
    const runtime = scriptRuntime(code);
    runtime.locks.holdElsewhere('document', START + 10_000);
    const at = runtime.execute('waitFor', [30_000]) as number;
    expect(at).toBe(START + 10_100);
  });

  it('keeps two executions apart that overlap', () => {
    let inner: unknown;
    const runtime = scriptRuntime(
      `${code} function outer() { const l = LockService.getDocumentLock(); l.tryLock(0); Utilities.sleep(1); return l.hasLock(); }`,
      {
        beforeCall: (_number, name) => {
          if (name === 'Utilities.sleep') inner = runtime.execute('tryFor', [1_000]);
          return undefined;
        },
      },
    );
    expect(runtime.execute('outer')).toBe(true);
    expect(inner).toEqual([false, false]);
  });

  it('is per document, per script and per user', () => {
    const runtime = scriptRuntime(`function all() {
      return [LockService.getDocumentLock(), LockService.getScriptLock(), LockService.getUserLock()].map((l) => l.tryLock(0)); }`);
    runtime.locks.holdElsewhere('script', START + 60_000);
    runtime.locks.holdElsewhere('user', START + 60_000, 'someone@example.com');
    expect(runtime.execute('all')).toEqual([true, false, true]);
  });

  it('has no document lock in a script that is bound to nothing', () => {
    const spreadsheets = createSpreadsheetState({ containerId: null });
    expect(evaluate('return LockService.getDocumentLock()', { spreadsheets })).toBeNull();
  });

  it('waiting beyond six minutes kills', () => {
    const runtime = scriptRuntime(code);
    runtime.locks.holdElsewhere('document', START + 3_600_000);
    expect(() => runtime.execute('tryFor', [600_000])).toThrow('Exceeded maximum execution time');
  });
});
