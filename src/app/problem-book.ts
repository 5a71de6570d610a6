import type { Cell, Row } from '../domain/cell';
import type { Problem } from '../domain/problem';
import { type Locale, same, say } from '../domain/text';
import type { Workbook } from '../ports';
import { PROBLEMS } from '../tables/health/journal';
import { layoutOf } from '../tables/layout';
import { readTab, type TabRecord, toRow } from '../tables/rows';
import { withJumps } from './publish/jumps';

/**
 * The Problems tab as a book of what stands unsolved. Each part of a run replaces what it said before, so that a run
 * which only pulls one source leaves the others' problems standing, and a solved problem disappears.
 */
export interface ProblemBook {
  /** Puts these in place of the standing problems that `supersedes` picks. */
  replace(problems: readonly Problem[], supersedes: (standing: Problem) => boolean): void;
  /** Writes the tab if anything changed, in the given language. */
  commit(locale: Locale): void;
  readonly count: number;
}

/** `found` is the wall clock that new problems carry; one that stood before keeps its own. */
export function openProblemBook(health: Workbook, found: string): ProblemBook {
  let standing: readonly Standing[] = readTab(PROBLEMS, health.read(PROBLEMS.name)).records.map(({ values }) => ({
    problem: problemOf(values),
    found: String(values['Found Timestamp'] ?? found),
  }));
  let book = standing;
  const since = new Map(standing.map((entry) => [identity(entry.problem), entry.found]));
  return {
    replace: (problems, supersedes) => {
      book = [
        ...book.filter(({ problem }) => !supersedes(problem)),
        ...problems.map((problem) => ({ problem, found: since.get(identity(problem)) ?? found })),
      ];
    },
    commit: (locale) => {
      const rows = rowsOf(book, locale);
      if (JSON.stringify(rows) === JSON.stringify(rowsOf(standing, locale))) return;
      health.replace(withJumps(layoutOf(PROBLEMS, locale, 0), PROBLEMS, []), rows);
      standing = book;
    },
    get count() {
      return book.length;
    },
  };
}

interface Standing {
  readonly problem: Problem;
  readonly found: string;
}

function rowsOf(book: readonly Standing[], locale: Locale): Row[] {
  return book.map(({ problem, found }, index) =>
    toRow(PROBLEMS, { ...recordOf(problem, locale), 'Problem ID': `P${index + 1}`, 'Found Timestamp': found }),
  );
}

/** A problem as the tab tells it; its words are in one language there. */
function problemOf(record: TabRecord): Problem {
  const text = (name: string): string => String(record[name] ?? '');
  return {
    severity: text('Severity') === 'warning' ? 'warning' : 'error',
    code: text('Problem Code'),
    source: text('Source'),
    place: text('Place'),
    column: text('Column'),
    value: text('Found Text'),
    why: same(text('Mend Note')),
  };
}

function recordOf(problem: Problem, locale: Locale): Record<string, Cell> {
  return {
    Severity: problem.severity,
    Source: problem.source,
    Place: problem.place === '' ? null : problem.place,
    Column: problem.column === '' ? null : problem.column,
    'Found Text': problem.value === '' ? null : problem.value,
    'Mend Note': say(problem.why, locale),
    'Problem Code': problem.code,
  };
}

function identity({ source, code, place, column, value }: Problem): string {
  return JSON.stringify([source, code, place, column, value]);
}
