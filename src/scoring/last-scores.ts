import type { Cell, Row } from '../domain/cell';

/** The score of an account in the last snapshot; null where it had none. */
export type LastScores = (id: Cell | undefined) => number | null;

/**
 * Joins accounts with the last snapshot, rows of [id, score]. Asked in the snapshot's order, which is the rule from
 * day to day, it walks along; the index by id is built when an account first comes out of turn.
 */
export function lastScores(snapshot: readonly Row[]): LastScores {
  let next = 0;
  let places: Map<Cell | undefined, number> | null = null;
  return (id) => {
    let row = snapshot[next];
    // Past the end without an index every account of the snapshot had its turn: this one is new.
    if (row === undefined && places === null) return null;
    if (row === undefined || row[0] !== id) {
      places ??= new Map(snapshot.map((known, place) => [known[0], place]));
      const place = places.get(id);
      if (place === undefined) return null;
      next = place;
      row = snapshot[place] as Row;
    }
    next++;
    const score = row[1];
    return typeof score === 'number' ? score : null;
  };
}
