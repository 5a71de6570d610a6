import { createHash, createHmac, createSign } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import Papa from 'papaparse';
import { type BlobFace, blobBytes, createBlob, signedBytes, unsignedBytes } from './blob';
import { encode } from './charset';
import type { CoreHost } from './core-host';
import { createEnum, nameIn } from './enums';
import { formatByPattern } from './format-date';
import { formatString } from './format-string';
import { LATENCY } from './latency';
import { isDate } from './realm';
import { refuseArguments } from './signature';
import { isZone } from './zone';

const LONGEST_SLEEP = 300_000;
const DIGESTS = {
  MD2: null,
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
} as const;
const MACS = {
  HMAC_MD5: 'md5',
  HMAC_SHA_1: 'sha1',
  HMAC_SHA_256: 'sha256',
  HMAC_SHA_384: 'sha384',
  HMAC_SHA_512: 'sha512',
} as const;
type DigestName = keyof typeof DIGESTS;
type MacName = keyof typeof MACS;

/** `Utilities`. Bytes are arrays of -128..127 both ways. Source: Apps Script reference, Utilities. */
export function createUtilities(host: CoreHost): object {
  const Charset = createEnum(host, 'Utilities.Charset', ['US_ASCII', 'UTF_8']);
  const DigestAlgorithm = createEnum(host, 'Utilities.DigestAlgorithm', Object.keys(DIGESTS) as DigestName[]);
  const MacAlgorithm = createEnum(host, 'Utilities.MacAlgorithm', Object.keys(MACS) as MacName[]);
  const RsaAlgorithm = createEnum(host, 'Utilities.RsaAlgorithm', ['RSA_SHA_1', 'RSA_SHA_256']);

  /**
   * Text or bytes. Text without a charset is taken as US-ASCII, in which every other character is `?`: what scripts
   * saw when they forgot the charset.
   */
  const bytesOf = (method: string, value: unknown, charset: unknown, args: readonly unknown[]): Uint8Array => {
    if (Array.isArray(value)) return unsignedBytes(value as number[]);
    const name = charset === undefined ? 'US_ASCII' : nameIn(Charset, charset);
    if (typeof value !== 'string' || name === null) return refuseArguments(host, `Utilities.${method}`, args);
    return encode(value, name === 'UTF_8' ? 'utf-8' : 'us-ascii') as Uint8Array;
  };
  const sign = (method: string, mac: MacName, args: readonly unknown[]): number[] => {
    const [value, key, charset] = args;
    const signer = createHmac(MACS[mac], bytesOf(method, key, charset, args));
    return signedBytes(host, signer.update(bytesOf(method, value, charset, args)).digest());
  };
  const signRsa = (method: string, hash: string, args: readonly unknown[]): number[] => {
    const [value, key, charset] = args;
    const signer = createSign(hash).update(bytesOf(method, value, charset, args));
    try {
      return signedBytes(host, signer.sign(String(key)));
    } catch {
      return host.fail('Invalid argument: key');
    }
  };
  const decodeBase64 = (method: string, text: unknown): number[] => {
    if (typeof text !== 'string') return refuseArguments(host, `Utilities.${method}`, [text]);
    const standard = text.replace(/-/g, '+').replace(/_/g, '/').replace(/\s/g, '');
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(standard)) return host.fail('Could not decode string.');
    return signedBytes(host, Buffer.from(standard, 'base64'));
  };

  return host.strict('Utilities', {
    Charset,
    DigestAlgorithm,
    MacAlgorithm,
    RsaAlgorithm,
    base64Encode: (...args: unknown[]) =>
      Buffer.from(bytesOf('base64Encode', args[0], args[1], args)).toString('base64'),
    base64EncodeWebSafe(...args: unknown[]) {
      const text = Buffer.from(bytesOf('base64EncodeWebSafe', args[0], args[1], args)).toString('base64');
      return text.replace(/\+/g, '-').replace(/\//g, '_');
    },
    base64Decode: (text: unknown) => decodeBase64('base64Decode', text),
    base64DecodeWebSafe: (text: unknown) => decodeBase64('base64DecodeWebSafe', text),
    computeDigest(...args: unknown[]) {
      const [algorithm, value, charset] = args;
      const name = nameIn(DigestAlgorithm, algorithm);
      if (name === null) return refuseArguments(host, 'Utilities.computeDigest', args);
      const hash = DIGESTS[name];
      if (hash === null) throw new host.realm.Error('not implemented: Utilities.computeDigest with MD2');
      return signedBytes(
        host,
        createHash(hash)
          .update(bytesOf('computeDigest', value, charset, args))
          .digest(),
      );
    },
    computeHmacSignature(...args: unknown[]) {
      const name = nameIn(MacAlgorithm, args[0]);
      if (name === null) return refuseArguments(host, 'Utilities.computeHmacSignature', args);
      return sign('computeHmacSignature', name, args.slice(1));
    },
    computeHmacSha256Signature: (...args: unknown[]) => sign('computeHmacSha256Signature', 'HMAC_SHA_256', args),
    computeRsaSha1Signature: (...args: unknown[]) => signRsa('computeRsaSha1Signature', 'RSA-SHA1', args),
    computeRsaSha256Signature: (...args: unknown[]) => signRsa('computeRsaSha256Signature', 'RSA-SHA256', args),
    computeRsaSignature(...args: unknown[]) {
      const name = nameIn(RsaAlgorithm, args[0]);
      if (name === null) return refuseArguments(host, 'Utilities.computeRsaSignature', args);
      return signRsa('computeRsaSignature', name === 'RSA_SHA_1' ? 'RSA-SHA1' : 'RSA-SHA256', args.slice(1));
    },
    formatDate(...args: unknown[]) {
      const [date, zone, pattern] = args;
      if (!isDate(date) || typeof pattern !== 'string') return refuseArguments(host, 'Utilities.formatDate', args);
      if (typeof zone !== 'string') return host.fail('Invalid argument: timeZone. Should be of type: String');
      if (!isZone(zone)) return host.fail(`Invalid argument: timeZone. ${zone} is no time zone`);
      if (Number.isNaN(date.getTime())) return refuseArguments(host, 'Utilities.formatDate', [null, zone, pattern]);
      try {
        return formatByPattern(date.getTime(), zone, pattern);
      } catch (error) {
        return host.fail((error as Error).message);
      }
    },
    formatString: (template: unknown, ...values: unknown[]) => formatString(host, String(template), values),
    getUuid() {
      const digits = Array.from({ length: 32 }, () => Math.floor(host.random() * 16).toString(16));
      digits[12] = '4';
      digits[16] = ((Number.parseInt(digits[16] as string, 16) & 3) | 8).toString(16);
      return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
    newBlob(data: unknown, contentType: unknown = null, name: unknown = null) {
      const bytes = Array.isArray(data) ? unsignedBytes(data as number[]) : Buffer.from(String(data), 'utf8');
      return createBlob(host, bytes, contentType as string | null, name as string | null);
    },
    parseCsv(...args: unknown[]) {
      const [csv, delimiter = ','] = args;
      if (typeof csv !== 'string') return refuseArguments(host, 'Utilities.parseCsv', args);
      const { data, errors } = Papa.parse<string[]>(csv.replace(/\r?\n$/, ''), { delimiter: String(delimiter) });
      if (errors.some((error) => error.type === 'Quotes')) return host.fail('Could not parse text.');
      return host.into(csv === '' ? [] : data);
    },
    sleep(milliseconds: unknown) {
      const wait = Number(milliseconds);
      if (!(wait >= 0 && wait <= LONGEST_SLEEP)) host.fail(`Invalid argument: milliseconds. ${String(milliseconds)}`);
      host.charge('Utilities.sleep', wait);
    },
    gzip(blob: unknown, name: unknown = null) {
      host.charge('Utilities.gzip', LATENCY.local.ms);
      const bytes = blobOf(host, 'gzip', blob);
      return createBlob(host, gzipSync(bytes), 'application/x-gzip', (name as string | null) ?? 'archive.gz');
    },
    ungzip(blob: unknown) {
      host.charge('Utilities.ungzip', LATENCY.local.ms);
      const bytes = blobOf(host, 'ungzip', blob);
      const name = (blob as BlobFace).getName()?.replace(/\.gz$/, '') ?? null;
      return createBlob(
        host,
        attempt(host, 'Could not decompress gzip.', () => gunzipSync(bytes)),
        null,
        name,
      );
    },
    zip(blobs: unknown, name: unknown = 'archive.zip') {
      host.charge('Utilities.zip', LATENCY.local.ms);
      const files: Record<string, Uint8Array> = {};
      for (const blob of blobs as BlobFace[]) files[blob.getName() ?? 'Untitled'] = blobOf(host, 'zip', blob);
      return createBlob(host, zipSync(files, { mtime: new Date(host.now()) }), 'application/zip', String(name));
    },
    unzip(blob: unknown) {
      host.charge('Utilities.unzip', LATENCY.local.ms);
      const bytes = blobOf(host, 'unzip', blob);
      const files = attempt(host, 'Invalid argument', () => unzipSync(bytes));
      return host.into(Object.entries(files).map(([name, content]) => createBlob(host, content, null, name)));
    },
  });
}

function blobOf(host: CoreHost, method: string, value: unknown): Uint8Array {
  return blobBytes(value) ?? refuseArguments(host, `Utilities.${method}`, [value]);
}

function attempt<T>(host: CoreHost, message: string, work: () => T): T {
  try {
    return work();
  } catch {
    return host.fail(message);
  }
}
