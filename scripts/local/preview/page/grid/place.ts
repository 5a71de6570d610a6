/** A cell of a tab; both count from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** `B4` of row 3, column 1. */
export function addressOf({ row, column }: Place): string {
  return `${letterOf(column)}${row + 1}`;
}

/** `A` of 0, `AA` of 26. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}
