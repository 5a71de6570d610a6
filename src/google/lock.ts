import type { Lock } from '../ports';

/** The document's lock; outside a document the script's. Writes are committed before it is let go. */
export const googleLock: Lock = {
  hold: (waitMilliseconds, work) => {
    const lock = LockService.getDocumentLock() ?? LockService.getScriptLock();
    if (!lock.tryLock(waitMilliseconds)) return null;
    try {
      return { value: work() };
    } finally {
      SpreadsheetApp.flush();
      lock.releaseLock();
    }
  },
};
