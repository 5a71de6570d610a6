import { BANDS, type Band, type Metric, type Segment } from '../domain/config/config';
import { isGone } from '../domain/gone';
import type { Text } from '../domain/text';
import type { BandMove, Distribution, MoveGroup, Skew } from '../domain/tuning-views';
import { type AccountScore, accountScore } from './account-score';
import { BAND_ORDER } from './bands';
import { earnsInstead, mostlyGrey, skewed } from './messages';
import { orNull } from './or-null';
import type { ScoredAccounts } from './score-accounts';
import { shownApart, shownNumber } from './shown-number';

/** An account whose score moves most, and what moves it. */
export interface Mover {
  readonly accountId: string;
  readonly scoreBefore: number;
  readonly scoreAfter: number;
  readonly change: number;
  /** The metric that does most in the direction of the change; null for a cap. */
  readonly metric: Metric | null;
  readonly why: Text;
}

/** The consequences of a changed configuration for the accounts of a day. */
export interface WhatIf {
  readonly accounts: number;
  /** Accounts whose score or band changes. */
  readonly touched: number;
  readonly before: Distribution;
  readonly after: Distribution;
  /** Largest MRR first. */
  readonly moves: readonly BandMove[];
  readonly bySegment: readonly MoveGroup[];
  readonly byOwner: readonly MoveGroup[];
  /** By quarters of the accounts, largest MRR first; the key is the lowest MRR of the range. */
  readonly byMrr: readonly MoveGroup[];
  /** Largest change first, at most ten. */
  readonly movers: readonly Mover[];
  readonly skew: readonly Skew[];
}

/** How many movers are explained. */
const MOVERS = 10;

/** Changes of score smaller than this are rounding. */
const SAME = 1e-9;

/**
 * Compares the scores of one day's accounts under the configuration in force with those under a changed one. Both
 * must list the same accounts in the same order; owner, MRR and who has left are read from `owner_email`, `mrr` and
 * `status` of `after`.
 */
export function whatIf(before: ScoredAccounts, after: ScoredAccounts): WhatIf {
  const { accountIds } = after.input.readings;
  const owner = after.input.attribute('owner_email');
  const mrr = after.input.attribute('mrr');
  const all = accountIds.map((accountId, account): BandMove => {
    const amount = mrr(account);
    return {
      accountId,
      segment: (after.scoring.segments[after.input.segments[account] as number] as Segment).id,
      ownerEmail: String(owner(account) ?? ''),
      mrr: typeof amount === 'number' ? amount : 0,
      from: BAND_ORDER[before.bands[account] as number] as Band,
      to: BAND_ORDER[after.bands[account] as number] as Band,
      scoreBefore: orNull(before.scores[account]),
      scoreAfter: orNull(after.scores[account]),
    };
  });
  const lowest = quarters(all.map((move) => move.mrr));
  const changes = Float64Array.from(after.scores, (score, account) => score - (before.scores[account] as number));
  const status = after.input.attribute('status');
  return {
    accounts: all.length,
    touched: all.filter(({ from, to }, account) => from !== to || isNotable(changes[account])).length,
    before: distributionOf(before.bands),
    after: distributionOf(after.bands),
    moves: all.filter(({ from, to }) => from !== to).sort((a, b) => b.mrr - a.mrr),
    bySegment: groups(all, ({ segment }) => segment),
    byOwner: groups(all, ({ ownerEmail }) => ownerEmail),
    byMrr: groups(all, (move) => String(lowest(move.mrr))).sort((a, b) => Number(b.key) - Number(a.key)),
    movers: movers(before, after, changes),
    // Who has left is held down by a cap as a rule, and would hide that the others are all of one colour.
    skew: skewOf(
      distributionOf(after.bands.filter((_, account) => !isGone(status(account)))),
      after.scoring.config.settings.skewWarningPercent,
    ),
  };
}

/** More than rounding; NaN, where either score is missing, is not. */
function isNotable(change: number | undefined): boolean {
  return Math.abs(change as number) > SAME;
}

function distributionOf(bands: Uint8Array): Distribution {
  const counts: Record<Band, number> = { Green: 0, Lime: 0, Yellow: 0, Red: 0, Grey: 0 };
  for (const band of bands) counts[BAND_ORDER[band] as Band] += 1;
  return counts;
}

function groups(all: readonly BandMove[], keyOf: (move: BandMove) => string): MoveGroup[] {
  const found = new Map<string, { -readonly [Name in keyof MoveGroup]: MoveGroup[Name] }>();
  for (const move of all) {
    const key = keyOf(move);
    let group = found.get(key);
    if (!group) {
      group = { key, accounts: 0, up: 0, down: 0, intoGrey: 0, outOfGrey: 0, mrrUp: 0, mrrDown: 0 };
      found.set(key, group);
    }
    group.accounts += 1;
    const step = BAND_ORDER.indexOf(move.from) - BAND_ORDER.indexOf(move.to);
    if (step === 0) continue;
    if (move.to === 'Grey') group.intoGrey += 1;
    else if (move.from === 'Grey') group.outOfGrey += 1;
    else if (step > 0) {
      group.up += 1;
      group.mrrUp += move.mrr;
    } else {
      group.down += 1;
      group.mrrDown += move.mrr;
    }
  }
  return Array.from(found.values());
}

/** Finds the lower end of the quarter of the values in which a value lies. */
function quarters(values: readonly number[]): (value: number) => number {
  const sorted = [...values].sort((a, b) => a - b);
  const ends = [3, 2, 1].map((quarter) => sorted[Math.floor((quarter * sorted.length) / 4)] as number);
  return (value) => ends.find((end) => value >= end) ?? (sorted[0] as number);
}

function movers(before: ScoredAccounts, after: ScoredAccounts, changes: Float64Array): Mover[] {
  return Array.from(changes.keys())
    .filter((account) => isNotable(changes[account]))
    .sort((a, b) => Math.abs(changes[b] as number) - Math.abs(changes[a] as number))
    .slice(0, MOVERS)
    .map((account) => {
      const change = changes[account] as number;
      const { metric, points } = mainDifference(accountScore(before, account), accountScore(after, account), change);
      return {
        accountId: after.input.readings.accountIds[account] as string,
        scoreBefore: before.scores[account] as number,
        scoreAfter: after.scores[account] as number,
        change,
        metric,
        why: earnsInstead(metric?.name ?? null, shownNumber(Math.abs(points), 1), points > 0),
      };
    });
}

/** What of one day's two scores differs most in the direction of the change: a metric, or the cap (null). */
function mainDifference(
  before: AccountScore,
  after: AccountScore,
  change: number,
): { metric: Metric | null; points: number } {
  const earned = new Map(before.metrics.map(({ metric, earned: points }) => [metric.id, { metric, points: -points }]));
  for (const { metric, earned: points } of after.metrics)
    earned.set(metric.id, { metric, points: points + (earned.get(metric.id)?.points ?? 0) });
  const cap = { metric: null, points: (after.cap?.points ?? 0) - (before.cap?.points ?? 0) };
  const parts: { metric: Metric | null; points: number }[] = [cap, ...Array.from(earned.values())];
  return parts.reduce((most, part) =>
    part.points * Math.sign(change) > most.points * Math.sign(change) ? part : most,
  );
}

/** Colours are weighed against the scored accounts, Grey against all. */
function skewOf(distribution: Distribution, limit: number): Skew[] {
  const scored = BANDS.reduce((sum, band) => sum + distribution[band], 0);
  const shares = BAND_ORDER.map((band) => {
    const of = band === 'Grey' ? scored + distribution.Grey : scored;
    return { band, percent: of > 0 ? (distribution[band] / of) * 100 : 0 };
  });
  return shares
    .filter(({ percent }) => percent > limit)
    .map(({ band, percent }) => {
      const [shown, most] = shownApart(percent, limit) as [string, string];
      return {
        band,
        percent,
        warning: band === 'Grey' ? mostlyGrey(shown, most) : skewed(band, shown, most),
      };
    });
}
