import { decode, encode } from './charset';
import type { Host } from './host';
import { refuseArguments } from './signature';

/** A blob's face, as far as other services read it. */
export interface BlobFace {
  getBytes(): number[];
  getName(): string | null;
  getContentType(): string | null;
  getDataAsString(charset?: string): string;
}

/** Bytes 0..255 as the platform shows them, -128..127, in an array of the script's own. */
export function signedBytes(host: Host, bytes: Uint8Array): number[] {
  const signed = new host.realm.Array<number>(bytes.length);
  for (let index = 0; index < bytes.length; index++) signed[index] = ((bytes[index] as number) << 24) >> 24;
  return signed;
}

/** Bytes a script hands over, signed or not. */
export function unsignedBytes(bytes: ArrayLike<number>): Uint8Array {
  const plain = new Uint8Array(bytes.length);
  for (let index = 0; index < bytes.length; index++) plain[index] = (bytes[index] as number) & 0xff;
  return plain;
}

const contents = new WeakMap<object, () => Uint8Array>();

/** The bytes of a blob made here; null for anything else. */
export function blobBytes(value: unknown): Uint8Array | null {
  return typeof value === 'object' && value !== null ? (contents.get(value)?.() ?? null) : null;
}

/** `Blob`. Source: Apps Script reference, Blob. */
export function createBlob(
  host: Host,
  content: Uint8Array,
  contentType: string | null,
  fileName: string | null,
): BlobFace {
  let bytes = content;
  let type = contentType;
  let name = fileName;
  const text = (charset: unknown): string =>
    decode(bytes, String(charset)) ?? host.fail(`Invalid argument: charset ${String(charset)}`);
  const blob: BlobFace = host.strict('Blob', {
    getBytes: () => signedBytes(host, bytes),
    getDataAsString: (charset: unknown = 'UTF-8') => text(charset),
    getContentType: () => type,
    getName: () => name,
    isGoogleType: () => type?.startsWith('application/vnd.google-apps') ?? false,
    copyBlob: () => createBlob(host, bytes, type, name),
    setBytes(data: unknown) {
      if (!Array.isArray(data)) refuseArguments(host, 'Blob.setBytes', [data]);
      bytes = unsignedBytes(data as number[]);
      return blob;
    },
    setDataFromString(data: unknown, charset: unknown = 'UTF-8') {
      bytes = encode(String(data), String(charset)) ?? host.fail(`Invalid argument: charset ${String(charset)}`);
      return blob;
    },
    setContentType(value: string | null) {
      type = value;
      return blob;
    },
    setContentTypeFromExtension() {
      type = TYPES[name?.split('.').pop()?.toLowerCase() ?? ''] ?? null;
      return blob;
    },
    setName(value: string | null) {
      name = value;
      return blob;
    },
  });
  contents.set(blob, () => bytes);
  return blob;
}

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  gif: 'image/gif',
  html: 'text/html',
  jpg: 'image/jpeg',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml',
  zip: 'application/zip',
};
