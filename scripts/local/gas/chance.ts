/** Pseudo-random numbers whose whole state is one integer, so that a run can be resumed exactly. */
export interface Chance {
  /** 0 inclusive to 1 exclusive. */
  next(): number;
  state(): number;
}

/** Mulberry32 (Tommy Ettinger, public domain): small, fast, 2^32 long. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  return {
    state: () => state,
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    },
  };
}

/** The same number, 0 inclusive to 1 exclusive, for the same text: fixed jitter of a trigger. FNV-1a, then mixed. */
export function chanceOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return createChance(hash).next();
}
