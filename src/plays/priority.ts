import { BANDS, type Band } from '../domain/config/config';

/** What decides how early an account is looked at. */
export interface Urgency {
  readonly band: Band;
  /** 0 to 100, null where not scored. */
  readonly score: number | null;
  /** Points since the comparison day, null where unknown. */
  readonly change: number | null;
  /** Monthly recurring revenue, null where unknown. */
  readonly mrr: number | null;
  /** The customer has left: nobody calls them first. */
  readonly gone: boolean;
}

/** Bands from the one to look at first; an account that cannot be scored comes before those known to be well. */
const ORDER: readonly Band[] = [...BANDS]
  .reverse()
  .flatMap((band) => (band === 'Lime' ? ['Grey' as const, band] : [band]));

/**
 * The indices of accounts in the order to look at them: worst band first; within a band by revenue at risk (MRR times
 * the share of points lost), then by the larger fall, then in the given order. Accounts that left come last.
 */
export function priorityOrder(accounts: readonly Urgency[]): number[] {
  const keys = accounts.map((account) => ({
    gone: account.gone ? 1 : 0,
    band: ORDER.indexOf(account.band),
    atRisk: (account.mrr ?? 0) * (100 - (account.score ?? 50)),
    change: account.change ?? 0,
  }));
  return accounts
    .map((_, index) => index)
    .sort((left, right) => {
      const a = keys[left] as (typeof keys)[number];
      const b = keys[right] as (typeof keys)[number];
      return a.gone - b.gone || a.band - b.band || b.atRisk - a.atRisk || a.change - b.change || left - right;
    });
}
