import type { Problem } from '../../domain/problem';
import * as messages from './messages';

/** Problems of one kind and source that are listed one by one. */
const LISTED = 200;

/** Gathers problems so that a file that is wrong throughout does not drown the others. */
export interface ProblemList {
  add(problem: Problem): void;
  /** What was gathered, in order; for each kind and source beyond the limit one problem that counts the rest. */
  all(): readonly Problem[];
}

export function problemList(limit: number = LISTED): ProblemList {
  const listed: Problem[] = [];
  const alike = new Map<string, { count: number; first: Problem }>();
  return {
    add: (problem) => {
      const key = `${problem.source}\u0000${problem.code}`;
      const known = alike.get(key);
      if (known) known.count += 1;
      else alike.set(key, { count: 1, first: problem });
      if ((known?.count ?? 1) <= limit) listed.push(problem);
    },
    all: () => {
      const rest = [...alike.values()].filter(({ count }) => count > limit);
      return [
        ...listed,
        ...rest.map(({ count, first }) => ({
          ...first,
          place: '',
          column: '',
          value: '',
          why: messages.moreAlike(count - limit),
        })),
      ];
    },
  };
}
