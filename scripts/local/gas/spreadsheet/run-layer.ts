import type { Area } from './area';

/** One value over the rows `from` (included) to `to` (excluded) of a column. */
export interface Run<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

/**
 * A property of cells (a format, a note, a rule) kept sparsely: for each column the runs of rows that carry a value,
 * in order, without overlap. A whole formatted column is one run; cells without a value take no room.
 * Neighbouring runs of the same value (by identity) are joined.
 */
export class RunLayer<T> {
  private readonly columns: Run<T>[][] = [];

  /** The value at a cell, undefined for none. */
  at(row: number, column: number): T | undefined {
    const runs = this.columns[column];
    if (!runs || runs.length === 0) return undefined;
    const run = runs[firstEndingAfter(runs, row)];
    return run && run.from <= row ? run.value : undefined;
  }

  /** The runs of a column, in row order. */
  runs(column: number): readonly Run<T>[] {
    return this.columns[column] ?? [];
  }

  /** How many columns may carry runs; further ones are empty. */
  get width(): number {
    return this.columns.length;
  }

  get empty(): boolean {
    return this.columns.every((runs) => !runs || runs.length === 0);
  }

  /** One value for a rectangle; undefined takes it away. */
  fill(area: Area, value: T | undefined): void {
    const run = value === undefined ? [] : [{ from: area.row, to: area.row + area.rows, value }];
    for (let c = area.column; c < area.column + area.columns; c++) this.replace(c, area.row, area.row + area.rows, run);
  }

  /** A value of its own for each cell of a rectangle; `valueAt` gets offsets from the corner. */
  fillEach(area: Area, valueAt: (row: number, column: number) => T | undefined): void {
    for (let c = 0; c < area.columns; c++) {
      const runs: Run<T>[] = [];
      for (let r = 0; r < area.rows; r++) {
        const value = valueAt(r, c);
        if (value !== undefined) push(runs, { from: area.row + r, to: area.row + r + 1, value });
      }
      this.replace(area.column + c, area.row, area.row + area.rows, runs);
    }
  }

  /** Row after the last one with a value, 0 for none. */
  lastRow(): number {
    return this.columns.reduce((last, runs) => Math.max(last, runs?.[runs.length - 1]?.to ?? 0), 0);
  }

  /** Column after the last one with a value, 0 for none. */
  lastColumn(): number {
    for (let c = this.columns.length; c > 0; c--) if ((this.columns[c - 1]?.length ?? 0) > 0) return c;
    return 0;
  }

  /** Makes room for `count` rows before row `at`. They take the value of row `like`, or none where `like` is null. */
  insertRows(at: number, count: number, like: number | null): void {
    for (let c = 0; c < this.columns.length; c++) {
      const runs = this.columns[c];
      if (!runs || runs.length === 0) continue;
      const inherited = like === null ? undefined : this.at(like, c);
      const moved: Run<T>[] = [];
      for (const run of runs) {
        if (run.to <= at) push(moved, run);
        else if (run.from >= at) moved.push({ from: run.from + count, to: run.to + count, value: run.value });
        else {
          push(moved, { from: run.from, to: at, value: run.value });
          moved.push({ from: at + count, to: run.to + count, value: run.value });
        }
      }
      this.columns[c] = moved;
      if (inherited !== undefined) this.replace(c, at, at + count, [{ from: at, to: at + count, value: inherited }]);
    }
  }

  deleteRows(at: number, count: number): void {
    const end = at + count;
    for (let c = 0; c < this.columns.length; c++) {
      const left: Run<T>[] = [];
      for (const run of this.columns[c] ?? []) {
        const from = run.from < at ? run.from : Math.max(run.from, end) - count;
        const to = run.to <= at ? run.to : Math.max(run.to, end) - count;
        if (from < to) push(left, { from, to, value: run.value });
      }
      this.columns[c] = left;
    }
  }

  insertColumns(at: number, count: number, like: number | null): void {
    const model = like === null ? [] : this.runs(like);
    if (at >= this.columns.length && model.length === 0) return;
    while (this.columns.length < at) this.columns.push([]);
    this.columns.splice(at, 0, ...Array.from({ length: count }, () => [...model]));
  }

  deleteColumns(at: number, count: number): void {
    this.columns.splice(at, count);
  }

  /** The same layer with every value replaced; undefined takes it away. Equal values stay equal. */
  map(change: (value: T) => T | undefined): void {
    const known = new Map<T, T | undefined>();
    for (let c = 0; c < this.columns.length; c++) {
      const changed: Run<T>[] = [];
      for (const run of this.columns[c] ?? []) {
        if (!known.has(run.value)) known.set(run.value, change(run.value));
        const value = known.get(run.value);
        if (value !== undefined) push(changed, { from: run.from, to: run.to, value });
      }
      this.columns[c] = changed;
    }
  }

  clone(): RunLayer<T> {
    const copy = new RunLayer<T>();
    for (const runs of this.columns) copy.columns.push([...(runs ?? [])]);
    return copy;
  }

  private replace(column: number, from: number, to: number, fresh: readonly Run<T>[]): void {
    while (this.columns.length <= column) {
      if (fresh.length === 0) return;
      this.columns.push([]);
    }
    const runs = this.columns[column] ?? [];
    const result: Run<T>[] = [];
    let i = 0;
    for (; i < runs.length && (runs[i] as Run<T>).to <= from; i++) result.push(runs[i] as Run<T>);
    const first = runs[i];
    if (first && first.from < from) push(result, { from: first.from, to: from, value: first.value });
    for (const run of fresh) push(result, run);
    while (i < runs.length && (runs[i] as Run<T>).to <= to) i++;
    const last = runs[i];
    if (last && last.from < to) {
      push(result, { from: to, to: last.to, value: last.value });
      i++;
    }
    for (; i < runs.length; i++) push(result, runs[i] as Run<T>);
    this.columns[column] = result;
  }
}

/** Adds a run at the end, joined to the last one where they touch with the same value. */
function push<T>(runs: Run<T>[], run: Run<T>): void {
  const last = runs[runs.length - 1];
  if (last && last.to === run.from && last.value === run.value) {
    runs[runs.length - 1] = { from: last.from, to: run.to, value: run.value };
  } else runs.push(run);
}

function firstEndingAfter<T>(runs: readonly Run<T>[], row: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle] as Run<T>).to > row) high = middle;
    else low = middle + 1;
  }
  return low;
}
