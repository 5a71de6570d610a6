import type { Charset, Content } from '../ports';

/** Bytes of a fetched answer or a Drive file. Apps Script hands bytes out signed. */
export function googleContent(source: { getContent(): number[]; text(charset: Charset): string }): Content {
  let bytes: number[] | null = null;
  const all = (): number[] => {
    bytes = bytes ?? source.getContent();
    return bytes;
  };
  return {
    get size() {
      return all().length;
    },
    head: (count) =>
      all()
        .slice(0, count)
        .map((byte) => byte & 0xff),
    text: (charset) => source.text(charset),
  };
}
