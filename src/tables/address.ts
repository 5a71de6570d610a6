/** Letters of a column, 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** A1 address of a cell: column 0 first, row 1 first (the header's row). */
export function address(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}
