/** Change in percent of a value against an earlier one; 0 against 0 is no change, anything else against 0 is missing. */
export function percentChange(value: number, before: number): number {
  if (before === 0) return value === 0 ? 0 : Number.NaN;
  return finite(((value - before) / Math.abs(before)) * 100);
}

/** The number, or NaN where it is beyond what a number holds. */
export function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}

/** The middle value of those present (the mean of the two middle ones); NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] as number;
  return sorted.length === 0 ? Number.NaN : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/**
 * Percentile rank of each value among those of its group: the share in percent that is lower, with half of those that
 * are equal, itself included; a value alone is 50; NaN stays NaN. `groups` says which group a value belongs to.
 * Source: percentile rank as statistics define it, (lower + equal / 2) / count.
 */
export function peerRanks(values: Float64Array, groups: Int32Array): Float64Array {
  const members = new Map<number, number[]>();
  values.forEach((value, at) => {
    if (Number.isNaN(value)) return;
    const group = groups[at] as number;
    const list = members.get(group);
    if (list) list.push(at);
    else members.set(group, [at]);
  });
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  for (const list of members.values()) rankGroup(list, values, ranks);
  return ranks;
}

function rankGroup(list: number[], values: Float64Array, ranks: Float64Array): void {
  list.sort((a, b) => (values[a] as number) - (values[b] as number));
  const count = list.length;
  for (let start = 0; start < count; ) {
    let end = start + 1;
    while (end < count && values[list[end] as number] === values[list[start] as number]) end += 1;
    const rank = ((start + end) / 2 / count) * 100;
    for (let at = start; at < end; at++) ranks[list[at] as number] = rank;
    start = end;
  }
}
