import fc from 'fast-check';
import { foldCompany } from '../../../src/domain/identity/company-name';

/** Spellings of one company, the first as its register has it. */
const ALIKE: readonly (readonly string[])[] = [
  ['株式会社健診', '健診株式会社', '（株）健診', '(株) 健診', '㈱健診', '健診㈱', '健診　株式会社'],
  ['有限会社スズキ', 'ｽｽﾞｷ(有)', '㈲すずき', 'スズキ有限会社'],
  ['合同会社アクメ・ジャパン', 'アクメジャパン合同会社', 'あくめ ジャパン（同）'],
  ['Acme, Inc.', 'ACME INC', 'ａｃｍｅ Inc', 'Acme Incorporated', ' acme '],
  ['Acme Trading Co., Ltd.', 'Acme Trading', 'ACME-TRADING CO LTD', 'Acme Trading Limited'],
  ['Müller GmbH & Co. KG', 'Muller', 'MÜLLER GMBH'],
  ['Café Noir S.A.', 'cafe noir SA', 'Cafe Noir'],
  ['Kenshin K.K.', 'Kenshin KK', 'Kenshin Kabushiki Kaisha'],
  ['Example L.L.C.', 'Example, LLC'],
];

describe('names of companies', () => {
  it.each(ALIKE.map((names) => [names[0] as string, names] as const))('%s is one in all its spellings', (_, names) => {
    expect(new Set(names.map(foldCompany)).size).toBe(1);
    expect(foldCompany(names[0] as string)).not.toBe('');
  });

  it('parts companies that differ', () => {
    const folded = ALIKE.map(([name]) => foldCompany(name as string));
    expect(new Set(folded).size).toBe(ALIKE.length);
    expect(foldCompany('Acme Holdings')).not.toBe(foldCompany('Acme'));
    expect(foldCompany('ハト')).not.toBe(foldCompany('バト'));
    expect(foldCompany('キー')).not.toBe(foldCompany('キ'));
  });

  it('leaves nothing of a name without letters, and the legal form where it is the name', () => {
    expect(foldCompany('株式会社')).toBe('');
    expect(foldCompany(' - ')).toBe('');
    expect(foldCompany('Limited')).toBe('limited');
  });

  it('folds what is folded to itself', () => {
    fc.assert(fc.property(fc.string(), (name) => foldCompany(foldCompany(name)) === foldCompany(name)));
  });
});
