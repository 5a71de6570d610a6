import { says } from '../../../src/domain/expression/messages';

describe('messages of the filter language', () => {
  const texts = {
    empty: says.empty(),
    long: says.long(2000),
    deep: says.deep(12, 40),
    unexpected: says.unexpected(12, '%'),
    incomplete: says.incomplete(12),
    unclosed: says.unclosed(12, '('),
    call: says.call(12, 'sum'),
    chained: says.chained(12),
    list: says.list(12),
    number: says.number(12),
  };

  it.each(Object.entries(texts))('%s is said in both languages, with its place', (name, { en, ja }) => {
    const words = {
      empty: ['plan'],
      long: ['2000'],
      deep: ['12', '40'],
      unexpected: ['12', '%'],
      unclosed: ['12', '('],
    };
    for (const word of (words as Record<string, string[]>)[name] ?? ['12']) {
      expect(en).toContain(word);
      expect(ja).toContain(word);
    }
    expect(ja).toMatch(/[ぁ-んァ-ン一-龠]/);
    expect(en).toMatch(/\.$/);
  });

  it('has a test for every message', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(says).sort());
  });
});
