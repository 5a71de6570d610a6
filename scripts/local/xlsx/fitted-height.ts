/** Pixels of an em: Arial, 10 points, 96 dots an inch. */
const EM = 40 / 3;
/** What a cell keeps free at both sides, in pixels. */
const PADDING = 6;
/** Points of a line, of one with East Asian characters, which other fonts bring, and of what all of them leave free. */
const LINE = 12.8;
const WIDE_LINE = 15.2;
const MARGIN = 2.95;

/** Widths of characters in ems: East Asian ones are square, the others as Arial has them, by kind. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const NARROW = /[\s!'(),./:;[\]fijlrt|-]/;
const LARGE = /[A-Zmw%@&]/;
const BOLD = 1.08;

/** A stretch that is not broken: a character of the wide kind, or a word with the space behind it. */
const PIECE = new RegExp(`${WIDE.source}|(?:(?!${WIDE.source})\\S)+\\s*|\\s+`, 'g');

/** Points of the height in which a wrapped text shows whole, estimated: other programs do not fit rows on opening. */
export function fittedHeight(text: string, pixels: number, bold: boolean): number {
  return MARGIN + (WIDE.test(text) ? WIDE_LINE : LINE) * lineCount(text, (pixels - PADDING) / (EM * (bold ? BOLD : 1)));
}

function lineCount(text: string, ems: number): number {
  return text.split('\n').reduce((lines, line) => lines + linesOf(line, ems), 0);
}

function linesOf(text: string, ems: number): number {
  let lines = 1;
  let used = 0;
  for (const [piece] of text.matchAll(PIECE)) {
    const needed = widthOf(piece.trimEnd());
    if (used > 0 && used + needed > ems) {
      lines++;
      used = 0;
    }
    // A word that is longer than a line goes on in the next ones.
    lines += Math.max(0, Math.ceil(needed / ems) - 1);
    used = (needed > ems ? needed % ems : used + needed) + widthOf(piece.slice(piece.trimEnd().length));
  }
  return lines;
}

function widthOf(text: string): number {
  let ems = 0;
  for (const character of text) {
    ems += WIDE.test(character) ? 1 : NARROW.test(character) ? 0.29 : LARGE.test(character) ? 0.74 : 0.55;
  }
  return ems;
}
