/** A stream of chance that depends on its seed alone. */
export interface Random {
  /** 0 <= x < 1. */
  next(): number;
  /** low <= x < high. */
  between(low: number, high: number): number;
  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** A copy in another order. */
  shuffled<T>(items: readonly T[]): T[];
  /** Around 1, never negative: the sum of four uniform numbers stands in for a bell curve (Irwin-Hall). */
  noise(spread: number): number;
  /** A whole number whose mean is `value`, so that small expectations do not all round to nothing. */
  round(value: number): number;
}

// Taken once: looking a global up is dear inside a test's sandbox, and this is called millions of times.
const { floor, imul, max } = Math;

/**
 * A stream of its own for every label, so that one account's numbers do not depend on how many others were drawn.
 * Generator: mulberry32 (T. Ettinger); the label is folded by FNV-1a.
 */
export function random(seed: number, label: string): Random {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < label.length; i++) hash = imul(hash ^ label.charCodeAt(i), 0x01000193);
  let state = hash >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + (high - low) * next();
  const whole = (low: number, high: number): number => low + floor((high - low + 1) * next());
  const shuffled = <T>(items: readonly T[]): T[] => {
    const copy = [...items];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = whole(0, i);
      [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
    }
    return copy;
  };
  return {
    next,
    between,
    whole,
    chance: (probability) => next() < probability,
    pick: <T>(from: readonly T[]): T => from[whole(0, from.length - 1)] as T,
    shuffled,
    noise: (spread) => max(0, 1 + spread * (next() + next() + next() + next() - 2)),
    round: (value) => floor(value + next()),
  };
}
