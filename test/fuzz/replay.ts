import fc from 'fast-check';

/** Runs of a property unless KENSHIN_FUZZ_RUNS asks for more. */
const FEW = 60;

/**
 * Checks a property against random cases. KENSHIN_FUZZ_RUNS sets how many; KENSHIN_SEED replays the cases of a seed, and
 * with the path that a failure names (`KENSHIN_SEED=123:4:0`) the smallest failing one alone; `random` draws new ones.
 */
export function fuzz<Case>(arbitrary: fc.Arbitrary<Case>, holds: (drawn: Case) => void): void {
  const path = (process.env.KENSHIN_SEED ?? '').split(':').slice(1);
  const details = fc.check(
    fc.property(arbitrary, (drawn) => holds(drawn)),
    {
      numRuns: Number(process.env.KENSHIN_FUZZ_RUNS ?? FEW),
      ...(path.length > 0 ? { path: path.join(':') } : {}),
    },
  );
  if (!details.failed) return;
  const { counterexample, counterexamplePath, errorInstance } = details;
  const cause = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
  throw new Error(
    `KENSHIN_SEED=${details.seed}:${counterexamplePath ?? ''} fails with ${fc.stringify(counterexample)}\n${cause}`,
  );
}
