import { decode } from '../../src/sources/decode';
import { contentOf, encode, textContent } from '../app/ports/bytes';

const TEXT = '顧客ID,会社名\nA-1,株式会社テスト・東京都港区\nA-2,ｶﾌﾞｼｷ会社ソ表能\n';

function utf16(text: string, little: boolean): number[] {
  return [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });
}

describe('text from bytes', () => {
  it('has hand-made Shift_JIS bytes to rely on', () => {
    // JIS X 0208: 表 is 95 5C, whose second byte is a backslash in ASCII.
    expect([...encode('A表', 'Shift_JIS')]).toEqual([0x41, 0x95, 0x5c]);
    expect([...encode('あ', 'EUC-JP')]).toEqual([0xa4, 0xa2]);
  });

  it('reads UTF-8 without and with its mark, which is dropped', () => {
    expect(decode(textContent(TEXT), '')).toEqual({ text: TEXT, charset: 'UTF-8', damaged: 0 });
    expect(decode(textContent(`\ufeff${TEXT}`), '').text).toBe(TEXT);
  });

  it('tells Shift_JIS from EUC-JP', () => {
    expect(decode(contentOf(encode(TEXT, 'Shift_JIS')), '')).toEqual({ text: TEXT, charset: 'Shift_JIS', damaged: 0 });
    const euc = TEXT.replace('ｶﾌﾞｼｷ', 'カブシキ');
    expect(decode(contentOf(encode(euc, 'EUC-JP')), '')).toEqual({ text: euc, charset: 'EUC-JP', damaged: 0 });
  });

  it('reads one Japanese word in a long ASCII file', () => {
    const text = `${'id,name\n'.repeat(5000)}1,東京\n`;
    expect(decode(contentOf(encode(text, 'Shift_JIS')), '').text).toBe(text);
    expect(decode(contentOf(encode(text, 'EUC-JP')), '').text).toBe(text);
  });

  it.each([true, false])('reads UTF-16 with its mark (little endian: %p)', (little) => {
    const mark = little ? [0xff, 0xfe] : [0xfe, 0xff];
    expect(decode(contentOf(Uint8Array.from([...mark, ...utf16(TEXT, little)])), '').text).toBe(TEXT);
  });

  it.each([true, false])('reads UTF-16 without a mark where it begins in ASCII (little endian: %p)', (little) => {
    expect(decode(contentOf(Uint8Array.from(utf16(`id,${TEXT}`, little))), '').text).toBe(`id,${TEXT}`);
  });

  it('does not believe a server that names UTF-8 for a Shift_JIS file', () => {
    expect(decode(contentOf(encode(TEXT, 'Shift_JIS')), 'utf-8').text).toBe(TEXT);
  });

  it('believes a charset that was named where it fits', () => {
    expect(decode(contentOf(encode('会社', 'EUC-JP')), 'euc-jp')).toMatchObject({ text: '会社', charset: 'EUC-JP' });
    expect(decode(contentOf(encode('会社', 'Shift_JIS')), 'Windows-31J')).toMatchObject({ text: '会社' });
  });

  it('keeps a UTF-8 file with one broken byte in UTF-8, and counts the damage', () => {
    const bytes = new TextEncoder().encode(TEXT);
    const broken = Uint8Array.from([...bytes, 0xff]);
    expect(decode(contentOf(broken), '')).toEqual({ text: `${TEXT}\ufffd`, charset: 'UTF-8', damaged: 1 });
  });

  it('reads an empty file', () => expect(decode(textContent(''), '').text).toBe(''));
});
