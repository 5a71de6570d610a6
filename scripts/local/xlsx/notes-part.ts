import { a1Of } from '../gas/spreadsheet/a1';
import type { SheetModel } from '../gas/spreadsheet/model';
import { XML_HEAD, xmlText } from './xml';

interface Note {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The notes of a tab as the two parts that make comments: their text, and the boxes that show it. Null for none. */
export function noteParts(sheet: SheetModel): { comments: string; drawing: string } | null {
  const notes = notesOf(sheet);
  if (notes.length === 0) return null;
  return { comments: commentsXml(notes), drawing: boxesXml(notes) };
}

/** In reading order. */
function notesOf(sheet: SheetModel): Note[] {
  const notes: Note[] = [];
  for (let column = 0; column < sheet.notes.width; column++) {
    for (const { from, to, value } of sheet.notes.runs(column)) {
      for (let row = from; row < to; row++) notes.push({ row, column, text: value });
    }
  }
  return notes.sort((a, b) => a.row - b.row || a.column - b.column);
}

function commentsXml(notes: readonly Note[]): string {
  const comments = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${a1Of({ row, column, rows: 1, columns: 1 })}" authorId="0"><text>` +
      `<r><rPr><sz val="9"/><rFont val="Arial"/></rPr><t xml:space="preserve">${xmlText(text)}</t></r></text></comment>`,
  );
  return (
    `${XML_HEAD}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    `<authors><author></author></authors><commentList>${comments.join('')}</commentList></comments>`
  );
}

/** Boxes are hidden until the pointer rests on their cell. */
function boxesXml(notes: readonly Note[]): string {
  const boxes = notes.map(({ row, column, text }, i) => {
    const lines = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 28), 0);
    const bottom = row + Math.min(20, lines + 1);
    return (
      `<v:shape id="_x0000_s${1025 + i}" type="#_x0000_t202" fillcolor="#ffffe1" style="position:absolute;visibility:hidden">` +
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
      '<v:textbox style="mso-direction-alt:auto"/>' +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>` +
      `<x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 3}, 40, ${bottom}, 4</x:Anchor>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>' +
    '</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${boxes.join('')}</xml>`
  );
}
