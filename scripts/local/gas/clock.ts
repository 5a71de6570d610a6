/** Time inside the simulated account; it moves only when something costs time or a test moves it. */
export interface Clock {
  /** Whole milliseconds since 1970. */
  now(): number;
  /** Moves on by `ms`, fractions included. */
  advance(ms: number): void;
  /** Moves to an instant; never backwards. */
  moveTo(instant: number): void;
  /** Puts it to the instant of a saved state, earlier ones included. */
  set(instant: number): void;
}

/** A clock that stands at `start` (milliseconds since 1970). */
export function createClock(start: number): Clock {
  let exact = start;
  return {
    now: () => Math.floor(exact),
    advance(ms) {
      exact += Math.max(0, ms);
    },
    moveTo(instant) {
      exact = Math.max(exact, instant);
    },
    set(instant) {
      exact = instant;
    },
  };
}
