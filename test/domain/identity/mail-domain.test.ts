import { domainOf, isFreemail } from '../../../src/domain/identity/mail-domain';

describe('the domain of a text', () => {
  it.each([
    ['taro@Acme.co.jp', 'acme.co.jp'],
    ['mailto:taro@acme.co.jp', 'acme.co.jp'],
    ['https://www.acme.co.jp/about?x=1#top', 'acme.co.jp'],
    ['http://user:pass@acme.co.jp:8443/', 'acme.co.jp'],
    ['ＡＣＭＥ．ｃｏ．ｊｐ', 'acme.co.jp'],
    [' acme.com. ', 'acme.com'],
    ['acme.com/jp', 'acme.com'],
    ['日本語.jp', '日本語.jp'],
    ['mail.acme.com', 'mail.acme.com'],
  ])('%s is %s', (text, domain) => expect(domainOf(text)).toBe(domain));

  it.each(['', 'acme', '1.5', '10.0.0.1', 'A-001', 'taro@', '@', 'Acme Inc.', 'a b.com', '.com', 'v1.2'])(
    '%p has none',
    (text) => expect(domainOf(text)).toBe(''),
  );

  it('may be one that anybody gets an address of', () => {
    for (const domain of ['gmail.com', 'yahoo.co.jp', 'docomo.ne.jp']) expect(isFreemail(domain)).toBe(true);
    expect(isFreemail('acme.co.jp')).toBe(false);
  });
});
