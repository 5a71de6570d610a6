import type { Charset, Content } from '../../../src/ports';

/** Bytes as a Content; decoded by the platform of the tests, which replaces what it cannot read by U+FFFD. */
export function contentOf(bytes: Uint8Array): Content {
  return {
    size: bytes.length,
    head: (count) => [...bytes.subarray(0, count)],
    text: (charset: Charset) => new TextDecoder(charset.toLowerCase(), { ignoreBOM: true }).decode(bytes),
  };
}

/** UTF-8 bytes of a text as a Content. */
export function textContent(text: string): Content {
  return contentOf(new TextEncoder().encode(text));
}

/** The bytes of a text in a charset that has no encoder here, found by asking the decoder for every pair of bytes. */
export function encode(text: string, charset: 'Shift_JIS' | 'EUC-JP'): Uint8Array {
  const table = encodingTable(charset);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`${charset} has no ${character}`);
      return bytes;
    }),
  );
}

const tables = new Map<string, Map<string, number[]>>();

function encodingTable(charset: string): Map<string, number[]> {
  const known = tables.get(charset);
  if (known) return known;
  const decoder = new TextDecoder(charset.toLowerCase());
  const table = new Map<string, number[]>();
  const add = (bytes: number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && !text.includes('\ufffd') && !table.has(text)) table.set(text, bytes);
  };
  for (let first = 0; first < 256; first += 1) add([first]);
  for (let first = 0x81; first < 0xff; first += 1) {
    for (let second = 0x40; second < 0xff; second += 1) add([first, second]);
  }
  tables.set(charset, table);
  return table;
}
