import type { Curve } from '../domain/config/config';

/** The readings that earn the most points a curve gives; null is no limit on that side. */
export interface Expectation {
  readonly from: number | null;
  readonly to: number | null;
  /** True where `to` itself earns less: the curve steps down there. */
  readonly below: boolean;
  /** The points earned there, 100 for full. */
  readonly points: number;
}

/** What a curve asks for: of several stretches with the most points the first; null where every reading earns the same. */
export function expectation(curve: Curve): Expectation | null {
  const points = Math.max(...curve.map((point) => point.points));
  if (curve.every((point) => point.points === points)) return null;
  const first = curve.findIndex((point) => point.points === points);
  let last = first;
  while (curve[last + 1]?.points === points) last++;
  const to = curve[last]?.reading ?? null;
  const open = last === curve.length - 1;
  return {
    from: first === 0 ? null : (curve[first]?.reading ?? null),
    to: open ? null : to,
    below: !open && curve[last + 1]?.reading === to,
    points,
  };
}
