type Encoding =
  | 'utf-8'
  | 'shift_jis'
  | 'euc-jp'
  | 'utf-16'
  | 'utf-16le'
  | 'utf-16be'
  | 'us-ascii'
  | 'iso-8859-1'
  | 'windows-1252';

const NAMES: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  shift_jis: 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  ms932: 'shift_jis',
  'windows-31j': 'shift_jis',
  'euc-jp': 'euc-jp',
  eucjp: 'euc-jp',
  'utf-16': 'utf-16',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'us-ascii': 'us-ascii',
  ascii: 'us-ascii',
  'iso-8859-1': 'iso-8859-1',
  latin1: 'iso-8859-1',
  'windows-1252': 'windows-1252',
};

function encodingOf(charset: string): Encoding | null {
  return NAMES[charset.trim().toLowerCase()] ?? null;
}

/**
 * Bytes as text, the way Java decodes them: unknown bytes become U+FFFD, a byte order mark stays in the text except
 * in `UTF-16`, where it tells the order (big-endian without one). Null for a charset nobody knows.
 */
export function decode(bytes: Uint8Array, charset: string): string | null {
  const encoding = encodingOf(charset);
  if (encoding === null) return null;
  if (encoding === 'iso-8859-1') return Buffer.from(bytes).toString('latin1');
  if (encoding === 'us-ascii')
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\u0080-\u00ff]/g, '\ufffd');
  if (encoding !== 'utf-16') return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(bytes);
}

/** Text as bytes; a character the charset lacks becomes `?`. Null for a charset nobody knows. */
export function encode(text: string, charset: string): Uint8Array | null {
  const encoding = encodingOf(charset);
  switch (encoding) {
    case null:
      return null;
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'utf-16':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    default:
      return encodeByTable(text, encoding);
  }
}

const tables = new Map<Encoding, Map<string, readonly number[]>>();

function encodeByTable(text: string, encoding: Encoding): Uint8Array {
  let table = tables.get(encoding);
  if (!table) {
    table = reversedTable(encoding);
    tables.set(encoding, table);
  }
  const bytes: number[] = [];
  for (const character of text) bytes.push(...(table.get(character) ?? [0x3f]));
  return Uint8Array.from(bytes);
}

/** Every one- and two-byte sequence decoded, first one wins. */
function reversedTable(encoding: Encoding): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const note = (sequence: readonly number[]): void => {
    const text = decode(Uint8Array.from(sequence), encoding) ?? '';
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, sequence);
  };
  for (let first = 0; first < 256; first++) note([first]);
  if (encoding === 'shift_jis' || encoding === 'euc-jp') {
    for (let first = 0x80; first < 256; first++) for (let second = 0x40; second < 256; second++) note([first, second]);
  }
  return table;
}
