/** A number of an array as a value to hand on: null for NaN, or where the array has none. */
export function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
