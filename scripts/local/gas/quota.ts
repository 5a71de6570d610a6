import type { QuotaName } from './core-host';

/** What a user has spent since the first request of the running window. */
export interface QuotaWindow {
  since: number;
  used: number;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Per user and day; consumer accounts, then Workspace. Source: Apps Script guide, quotas and limits. */
const LIMITS: Readonly<Record<QuotaName, readonly [number, number]>> = {
  urlfetch: [20_000, 100_000],
  email: [100, 1_500],
  properties: [50_000, 500_000],
  triggerTime: [90 * MINUTE, 360 * MINUTE],
  jdbc: [10_000, 50_000],
  jdbcFailures: [100, 500],
};

/** Daily quotas of users: a window rolls over 24 hours after its first request, not at midnight. */
export interface Quotas {
  remaining(user: string, quota: QuotaName): number;
  /** Books `count` and returns true; false, booking nothing, when that is more than remains. */
  use(user: string, quota: QuotaName, count: number): boolean;
  /** Books what was spent already, past the limit if need be. */
  spend(user: string, quota: QuotaName, count: number): void;
}

/** `windows` is the state that outlives executions, by `user quota`. */
export function createQuotas(
  windows: Record<string, QuotaWindow>,
  account: 'consumer' | 'workspace',
  now: () => number,
): Quotas {
  const windowOf = (user: string, quota: QuotaName): QuotaWindow => {
    const key = `${user} ${quota}`;
    let window = windows[key];
    if (!window || now() - window.since >= DAY) {
      window = { since: now(), used: 0 };
      windows[key] = window;
    }
    return window;
  };
  const limit = (quota: QuotaName): number => LIMITS[quota][account === 'consumer' ? 0 : 1];
  return {
    remaining: (user, quota) => Math.max(0, limit(quota) - windowOf(user, quota).used),
    use(user, quota, count) {
      const window = windowOf(user, quota);
      if (window.used + count > limit(quota)) return false;
      window.used += count;
      return true;
    },
    spend(user, quota, count) {
      windowOf(user, quota).used += count;
    },
  };
}
