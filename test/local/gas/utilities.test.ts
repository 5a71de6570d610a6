import { createHash, createHmac, createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto';
import { evaluate, failure, scriptRuntime } from './script-project';

/** Bytes as the platform shows them: -128 to 127. */
function signed(bytes: Uint8Array): number[] {
  return [...new Int8Array(bytes)];
}

describe('Utilities: bytes (Apps Script reference, Utilities: Byte[] is -128 to 127)', () => {
  it('computes digests as signed bytes', () => {
    expect(
      evaluate(`return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'abc', Utilities.Charset.UTF_8)`),
    ).toEqual(signed(createHash('sha256').update('abc').digest()));
    // RFC 1321: MD5("abc") = 900150983cd24fb0d6963f7d28e17f72.
    expect(evaluate(`return Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'abc').slice(0, 3)`)).toEqual([
      -112, 1, 80,
    ]);
  });

  it.each([
    ['SHA_1', 20],
    ['SHA_384', 48],
    ['SHA_512', 64],
  ])('knows %s', (name, length) => {
    expect(evaluate(`return Utilities.computeDigest(Utilities.DigestAlgorithm.${name}, [1, -1]).length`)).toBe(length);
  });

  it('reads text without a charset as US-ASCII, so Japanese needs UTF_8', () => {
    expect(evaluate(`return Utilities.base64Encode('健康')`)).toBe(Buffer.from('??').toString('base64'));
    expect(evaluate(`return Utilities.base64Encode('健康', Utilities.Charset.UTF_8)`)).toBe(
      Buffer.from('健康').toString('base64'),
    );
  });

  it('takes an enumeration, not its name', () => {
    expect(failure(`Utilities.computeDigest('SHA_256', 'a')`)).toBe(
      "The parameters (String,String) don't match the method signature for Utilities.computeDigest.",
    );
    expect(failure(`Utilities.base64Encode('a', 'UTF-8')`)).toContain("don't match the method signature");
  });

  it('signs with HMAC, text or bytes', () => {
    const expected = signed(createHmac('sha256', 'key').update('value').digest());
    expect(evaluate(`return Utilities.computeHmacSha256Signature('value', 'key')`)).toEqual(expected);
    expect(
      evaluate(`const b = (t) => Utilities.newBlob(t).getBytes();
        return Utilities.computeHmacSha256Signature(b('value'), b('key'))`),
    ).toEqual(expected);
    expect(
      evaluate(`return Utilities.computeHmacSignature(Utilities.MacAlgorithm.HMAC_SHA_1, 'value', 'key')`),
    ).toEqual(signed(createHmac('sha1', 'key').update('value').digest()));
  });

  it('signs with RSA, so that the public key verifies', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const bytes = evaluate(`return Utilities.computeRsaSha256Signature('text', ${JSON.stringify(pem)})`) as number[];
    const verify = createVerify('RSA-SHA256').update('text');
    expect(verify.verify(createPublicKey(privateKey), Int8Array.from(bytes))).toBe(true);
    expect(failure(`Utilities.computeRsaSha256Signature('text', 'no key')`)).toBe('Invalid argument: key');
  });

  it('encodes and decodes base64, web safe too', () => {
    expect(
      evaluate(`return [Utilities.base64Encode([-1, -2, -3]), Utilities.base64EncodeWebSafe([-1, -17, -1])]`),
    ).toEqual(['//79', '_-__']);
    expect(evaluate(`return [Utilities.base64Decode('//79'), Utilities.base64DecodeWebSafe('_-__')]`)).toEqual([
      [-1, -2, -3],
      [-1, -17, -1],
    ]);
    expect(failure(`Utilities.base64Decode('not base64!')`)).toBe('Could not decode string.');
  });

  it('packs and unpacks', () => {
    expect(
      evaluate(`const blob = Utilities.newBlob('squeeze me', 'text/plain', 'a.txt');
        const zipped = Utilities.zip([blob, Utilities.newBlob('b', null, 'b.txt')], 'both.zip');
        return [Utilities.ungzip(Utilities.gzip(blob)).getDataAsString(), zipped.getName(), zipped.getContentType(),
          Utilities.unzip(zipped).map((b) => b.getName() + '=' + b.getDataAsString())]`),
    ).toEqual(['squeeze me', 'both.zip', 'application/zip', ['a.txt=squeeze me', 'b.txt=b']]);
    expect(failure(`Utilities.ungzip(Utilities.newBlob('plain'))`)).toBe('Could not decompress gzip.');
  });
});

describe('Utilities: the rest', () => {
  it('sleep moves the virtual clock and is part of the run time', () => {
    const runtime = scriptRuntime('function main() { Utilities.sleep(1500); }');
    runtime.execute('main');
    expect(runtime.meter.total.ms).toBe(1500);
  });

  it('sleep takes at most 300,000 ms', () => {
    expect(failure('Utilities.sleep(300000)')).toBe('');
    expect(failure('Utilities.sleep(300001)')).toBe('Invalid argument: milliseconds. 300001');
    expect(failure('Utilities.sleep(-1)')).toContain('Invalid argument');
  });

  it('getUuid gives version 4 identifiers, the same ones for the same seed', () => {
    const uuids = (seed: number): unknown => evaluate('return [Utilities.getUuid(), Utilities.getUuid()]', { seed });
    const [first, second] = uuids(1) as string[];
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(second).not.toBe(first);
    expect(uuids(1)).toEqual([first, second]);
    expect(uuids(2)).not.toEqual([first, second]);
  });

  it.each([
    [
      `'a,b\\nc,d'`,
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      `'a,"b,""c""\\nd"\\r\\n1,2\\r\\n'`,
      [
        ['a', 'b,"c"\nd'],
        ['1', '2'],
      ],
    ],
    [`'a;b', ';'`, [['a', 'b']]],
    [`'健康,スコア'`, [['健康', 'スコア']]],
    [`''`, []],
  ])('parseCsv(%s)', (args, rows) => {
    expect(evaluate(`return Utilities.parseCsv(${args})`)).toEqual(rows);
  });

  it('parseCsv refuses a quote that never closes', () => {
    expect(failure(`Utilities.parseCsv('a,"b')`)).toBe('Could not parse text.');
  });

  it('has no jsonParse any more', () => {
    expect(failure(`Utilities.jsonParse('{}')`)).toBe('not implemented: Utilities.jsonParse');
  });

  it.each([
    [`'%s is %d', 'n', 5`, 'n is 5'],
    [`'%05.2f|%-5s|%5s|', 3.14159, 'ab', 'cd'`, '03.14|ab   |   cd|'],
    [`'%x %X %o %e', 255, 255, 8, 12345.678`, 'ff FF 10 1.234568e+04'],
    [`'%+d %,d %%', 5, 1234567`, '+5 1,234,567 %'],
    [`'%2$s %1$s', 'a', 'b'`, 'b a'],
    [`'%f', 1`, '1.000000'],
    [`'%c%b', 'xyz', true`, 'xtrue'],
    [`'%08d', -42`, '-0000042'],
  ])('formatString(%s)', (args, text) => {
    expect(evaluate(`return Utilities.formatString(${args})`)).toBe(text);
  });

  it('formatString follows Java: there is no %j, and no missing value', () => {
    expect(failure(`Utilities.formatString('%j', {})`)).toContain('%j');
    expect(failure(`Utilities.formatString('%s %s', 'a')`)).toBe("Format specifier '%s'");
  });
});

describe('Blob (Apps Script reference, Blob)', () => {
  it('holds bytes, a type and a name', () => {
    expect(
      evaluate(`const b = Utilities.newBlob('é', 'text/plain', 'a.txt');
        return [b.getBytes(), b.getContentType(), b.getName(), b.isGoogleType(), b.copyBlob().setName('b').getName(), b.getName()]`),
    ).toEqual([[-61, -87], 'text/plain', 'a.txt', false, 'b', 'a.txt']);
  });

  it.each([
    ['UTF-8', 'e581a5'],
    ['Shift_JIS', '8c92'],
    ['EUC-JP', 'b7f2'],
    ['UTF-16LE', '6550'],
    ['UTF-16BE', '5065'],
    ['UTF-16', 'feff5065'],
    ['UTF-16', 'fffe6550'],
  ])('decodes %s', (charset, hex) => {
    // 健 is U+5065.
    const bytes = JSON.stringify(signed(Buffer.from(hex, 'hex')));
    expect(evaluate(`return Utilities.newBlob(${bytes}).getDataAsString('${charset}')`)).toBe('健');
  });

  it.each(['UTF-8', 'Shift_JIS', 'EUC-JP', 'UTF-16', 'UTF-16LE', 'UTF-16BE'])(
    'writes what it reads in %s',
    (charset) => {
      const text = '健診 スコア abc ｱ';
      expect(
        evaluate(
          `return Utilities.newBlob('').setDataFromString('${text}', '${charset}').getDataAsString('${charset}')`,
        ),
      ).toBe(text);
    },
  );

  it('keeps a byte order mark in UTF-8 text, as Java does', () => {
    expect(evaluate(`return Utilities.newBlob([-17, -69, -65, 97]).getDataAsString().length`)).toBe(2);
  });

  it('shows broken bytes as U+FFFD, and refuses an unknown charset', () => {
    expect(evaluate(`return Utilities.newBlob([-1, 97]).getDataAsString()`)).toBe('\ufffda');
    expect(failure(`Utilities.newBlob('a').getDataAsString('KLINGON')`)).toBe('Invalid argument: charset KLINGON');
  });

  it('guesses its type from the name', () => {
    expect(evaluate(`return Utilities.newBlob('', null, 'a.CSV').setContentTypeFromExtension().getContentType()`)).toBe(
      'text/csv',
    );
  });
});

describe('enumerations (Apps Script guide, migrating to V8: JSON.stringify gives the name)', () => {
  it('know their name, place and text', () => {
    expect(
      evaluate(`const u = Utilities.Charset.UTF_8;
        return [u.name(), u.ordinal(), String(u), JSON.stringify({ u }), u.compareTo(Utilities.Charset.US_ASCII)]`),
    ).toEqual(['UTF_8', 1, 'UTF_8', '{"u":"UTF_8"}', 1]);
  });

  it('have no other members', () => {
    expect(failure('Utilities.Charset.LATIN_1')).toBe('not implemented: Utilities.Charset.LATIN_1');
  });
});
