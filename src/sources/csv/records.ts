const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

/** How the records of a text were handed out. */
export interface RecordsRead {
  /** Numbers of the records (first is 1) in which a quote was left open or followed by text. */
  readonly strayQuotes: readonly number[];
}

/**
 * Hands out the records of a CSV text (RFC 4180: quoted fields may hold delimiters, line ends and doubled quotes; lines
 * end in CRLF, LF or CR), with their number, until `visit` answers false. An open quote is taken as text, so that it never
 * swallows the rest of the file.
 */
export function eachRecord(
  text: string,
  delimiter: string,
  visit: (fields: string[], record: number) => boolean,
): RecordsRead {
  const cut = delimiter.charCodeAt(0);
  const strayQuotes: number[] = [];
  const end = text.length;
  let at = 0;
  let record = 0;
  while (at < end) {
    record += 1;
    const fields: string[] = [];
    let stray = false;
    for (let open = true; open; ) {
      let field = '';
      let quoted = false;
      if (text.charCodeAt(at) === QUOTE) {
        const close = closingQuote(text, at + 1);
        if (close < 0) {
          stray = true;
        } else {
          quoted = true;
          field = text.slice(at + 1, close);
          if (field.includes('"')) field = field.replace(/""/g, '"');
          at = close + 1;
        }
      }
      const start = at;
      let code = text.charCodeAt(at);
      while (at < end && code !== cut && code !== LINE_FEED && code !== RETURN) {
        at += 1;
        code = text.charCodeAt(at);
      }
      if (!quoted) {
        field = text.slice(start, at);
      } else if (at > start && text.slice(start, at).trim() !== '') {
        // Blanks after a closing quote are harmless; anything else is not.
        stray = true;
        field += text.slice(start, at);
      }
      fields.push(field);
      open = at < end && code === cut;
      if (open) at += 1;
    }
    if (stray) strayQuotes.push(record);
    if (text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === LINE_FEED) at += 2;
    else at += 1;
    if (!visit(fields, record)) break;
  }
  return { strayQuotes };
}

/** Place of the quote that closes a field, doubled ones passed over; -1 where there is none. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
  return -1;
}
