/** A rectangle of cells. Row and column count from 0; `rows` and `columns` are sizes, at least 1. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A rectangle on a named tab of the same workbook; null where deleting rows or columns swallowed it (`#REF!`). */
export interface SheetArea {
  readonly sheetId: number;
  readonly area: Area | null;
}

export function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

export function overlap(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    outer.row <= inner.row &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    outer.column <= inner.column &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/** What is left of `area` when `count` rows (or columns) are put in before index `at`: it moves, or grows around them. */
export function areaAfterInsert(area: Area, dimension: 'rows' | 'columns', at: number, count: number): Area {
  const start = dimension === 'rows' ? area.row : area.column;
  const size = dimension === 'rows' ? area.rows : area.columns;
  if (at <= start) return dimension === 'rows' ? { ...area, row: start + count } : { ...area, column: start + count };
  if (at >= start + size) return area;
  return dimension === 'rows' ? { ...area, rows: size + count } : { ...area, columns: size + count };
}

/** What is left of `area` when `count` rows (or columns) from index `at` are taken out; null when nothing is. */
export function areaAfterDelete(area: Area, dimension: 'rows' | 'columns', at: number, count: number): Area | null {
  const start = dimension === 'rows' ? area.row : area.column;
  const size = dimension === 'rows' ? area.rows : area.columns;
  const before = Math.max(0, Math.min(at + count, start) - at);
  const inside = Math.max(0, Math.min(at + count, start + size) - Math.max(at, start));
  if (inside === size) return null;
  return dimension === 'rows'
    ? { ...area, row: start - Math.min(before, start), rows: size - inside }
    : { ...area, column: start - Math.min(before, start), columns: size - inside };
}
