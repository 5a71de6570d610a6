import type { Problem } from '../../domain/problem';
import type { FaultView } from '../../domain/tuning-views';

/** What is wrong with a configuration, as the page lists it: errors first. */
export function faultViews(problems: readonly Problem[]): FaultView[] {
  const view = ({ severity, source, place, column, value, why }: Problem): FaultView => ({
    severity,
    tab: source,
    cell: place,
    column,
    value,
    why,
  });
  const of = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity).map(view);
  return [...of('error'), ...of('warning')];
}
