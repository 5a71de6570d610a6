import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';

/** Where a place of the script comes from: its offset, then what a segment of a source map says of it. */
type Mark = readonly [offset: number, ...rest: number[]];

/** A script whose source map counts characters from its beginning, so that it can be put together anew. */
export interface Script {
  readonly code: string;
  readonly marks: readonly Mark[];
  /** The map but for its mappings. */
  readonly map: object;
}

/** A part of a new script: text of its own, or what stands from one place to another of the old one. */
export type Piece = string | readonly [start: number, end: number];

/** Text that takes the place of what stands from `start` to `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A script with its source map as JSON. */
export function opened(code: string, json: string): Script {
  const { mappings, ...map } = JSON.parse(json) as { mappings: string };
  const starts = lineStarts(code);
  const marks = decode(mappings).flatMap((line, at) =>
    line.map(([column, ...rest]): Mark => [(starts[at] ?? 0) + column, ...rest]),
  );
  return { code, marks, map };
}

/** The source map of a script as JSON. */
export function mapOf({ code, marks, map }: Script): string {
  const starts = lineStarts(code);
  const lines: SourceMapSegment[][] = starts.map(() => []);
  let line = 0;
  for (const [offset, ...rest] of marks) {
    while (offset >= (starts[line + 1] ?? Number.POSITIVE_INFINITY)) line += 1;
    lines[line]?.push([offset - (starts[line] ?? 0), ...rest] as SourceMapSegment);
  }
  return JSON.stringify({ ...map, mappings: encode(lines) });
}

/** A script put together anew from pieces of it, in any order. */
export function assembled({ code, marks, map }: Script, pieces: readonly Piece[]): Script {
  const moved: Mark[] = [];
  let made = '';
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      const [start, end] = piece;
      for (let at = firstFrom(marks, start); (marks[at]?.[0] ?? end) < end; at += 1) {
        const [offset, ...rest] = marks[at] as Mark;
        moved.push([made.length + offset - start, ...rest]);
      }
    }
    made += typeof piece === 'string' ? piece : code.slice(...piece);
  }
  return { code: made, marks: moved, map };
}

/** A script with edits made, in the order of their places. */
export function edited(script: Script, edits: readonly Edit[]): Script {
  let from = 0;
  const pieces: Piece[] = [];
  for (const { start, end, text } of edits) {
    pieces.push([from, start], text);
    from = end;
  }
  return assembled(script, [...pieces, [from, script.code.length]]);
}

/** Place in the list of the first mark from an offset on. */
function firstFrom(marks: readonly Mark[], offset: number): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle] as Mark)[0] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Offsets at which the lines of a text begin. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
