import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';

/** A script and the source map of it. */
export interface Mapped {
  readonly code: string;
  readonly map: string;
}

/** Text that takes the place of what stands from `start` to `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A script of one line with edits made, in the order of their places; without line ends in them. The map follows. */
export function edited({ code, map }: Mapped, edits: readonly Edit[]): Mapped {
  let text = '';
  let from = 0;
  for (const edit of edits) {
    text += code.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  let next = 0;
  let shift = 0;
  return {
    code: text + code.slice(from),
    map: remapped(map, (segments) =>
      segments.map(([column, ...rest]) => {
        for (; (edits[next]?.start ?? Number.POSITIVE_INFINITY) < column; next += 1) {
          const { start, end, text: put } = edits[next] as Edit;
          shift += put.length - (end - start);
        }
        return [column + shift, ...rest] as SourceMapSegment;
      }),
    ),
  };
}

/** A script of one line broken at places. The map follows. */
export function broken({ code, map }: Mapped, places: readonly number[]): Mapped {
  const pieces = [0, ...places].map((from, at) => code.slice(from, places[at] ?? code.length));
  const lines: SourceMapSegment[][] = pieces.map(() => []);
  let line = 0;
  const parsed = JSON.parse(map) as { mappings: string };
  for (const [column, ...rest] of decode(parsed.mappings)[0] ?? []) {
    while (column >= (places[line] ?? Number.POSITIVE_INFINITY)) line += 1;
    lines[line]?.push([column - (places[line - 1] ?? 0), ...rest] as SourceMapSegment);
  }
  return { code: pieces.join('\n'), map: JSON.stringify({ ...parsed, mappings: encode(lines) }) };
}

function remapped(map: string, change: (segments: readonly SourceMapSegment[]) => SourceMapSegment[]): string {
  const parsed = JSON.parse(map) as { mappings: string };
  return JSON.stringify({ ...parsed, mappings: encode([change(decode(parsed.mappings)[0] ?? [])]) });
}
