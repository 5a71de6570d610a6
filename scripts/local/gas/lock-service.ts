import type { Clock } from './clock';
import type { CoreHost } from './core-host';
import { LATENCY } from './latency';

export type LockKind = 'document' | 'script' | 'user';

interface Holder {
  readonly owner: number | 'elsewhere';
  readonly until: number;
}

/** Who holds which lock now. Executions are known by number; `elsewhere` stands for one outside the simulation. */
export interface LockTable {
  /** Pretends that another execution holds the lock until an instant. */
  holdElsewhere(kind: LockKind, until: number, user?: string): void;
  /** Milliseconds until the execution can have the lock; Infinity while another execution holds it. */
  waitFor(key: string, owner: number): number;
  /** Takes the lock; false when another holds it now. */
  take(key: string, owner: number): boolean;
  holds(key: string, owner: number): boolean;
  release(key: string, owner: number): void;
  /** Everything an execution holds: it ended, or an alert suspended it. */
  releaseAll(owner: number): void;
}

export function createLockTable(clock: Clock): LockTable {
  const holders = new Map<string, Holder>();
  const holder = (key: string): Holder | null => {
    const found = holders.get(key);
    return found && found.until > clock.now() ? found : null;
  };
  return {
    holdElsewhere: (kind, until, user = '') => {
      holders.set(lockKey(kind, user), { owner: 'elsewhere', until });
    },
    waitFor(key, owner) {
      const found = holder(key);
      return found && found.owner !== owner ? found.until - clock.now() : 0;
    },
    take(key, owner) {
      const found = holder(key);
      if (found && found.owner !== owner) return false;
      holders.set(key, { owner, until: Number.POSITIVE_INFINITY });
      return true;
    },
    holds: (key, owner) => holder(key)?.owner === owner,
    release(key, owner) {
      if (holder(key)?.owner === owner) holders.delete(key);
    },
    releaseAll(owner) {
      for (const [key, found] of holders) if (found.owner === owner) holders.delete(key);
    },
  };
}

function lockKey(kind: LockKind, user: string): string {
  return kind === 'user' ? `user ${user}` : kind;
}

/** `LockService`. The document lock is null in a script that is bound to nothing. Source: Apps Script reference, LockService. */
export function createLockService(host: CoreHost, table: LockTable, bound: boolean): object {
  const open = (kind: LockKind): object => createLock(host, table, lockKey(kind, host.user.email));
  return host.strict('LockService', {
    getDocumentLock: () => (bound ? open('document') : null),
    getScriptLock: () => open('script'),
    getUserLock: () => open('user'),
  });
}

/** Nothing is held until `tryLock` or `waitLock`; taking a held lock again changes nothing. */
function createLock(host: CoreHost, table: LockTable, key: string): object {
  const take = (call: string, patienceMs: number): boolean => {
    const wait = table.waitFor(key, host.executionId);
    host.charge(call, LATENCY.lockTake.ms + Math.min(wait, patienceMs));
    return wait <= patienceMs && table.take(key, host.executionId);
  };
  return host.strict('Lock', {
    tryLock: (waitMs: unknown) => take('Lock.tryLock', Number(waitMs)),
    waitLock(waitMs: unknown) {
      if (!take('Lock.waitLock', Number(waitMs))) {
        host.fail('Lock timeout: another process was holding the lock for too long.');
      }
    },
    hasLock: () => table.holds(key, host.executionId),
    releaseLock() {
      host.charge('Lock.releaseLock', LATENCY.lockRelease.ms);
      table.release(key, host.executionId);
    },
  });
}
