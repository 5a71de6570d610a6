import { says } from '../../src/metrics/messages';

describe('messages of metrics', () => {
  const texts = {
    number: says.number('nps', 'A-1', 'score', 'lots'),
    day: says.day('nps', 'A-1', 'left_on', 'spring'),
    more: says.more(30),
    column: says.column('nps', 'scroe', 'Surveys'),
    measure: says.measure('logins'),
    field: says.field('nps', 'mean'),
    ratio: says.ratio('depth'),
    undated: says.undated('mrr', 'slope', 'CRM Accounts'),
    window: says.window('trend', 'own_previous'),
  };

  it.each(Object.entries(texts))('%s names what is meant in both languages', (name, { en, ja }) => {
    const named: Record<string, readonly string[]> = {
      number: ['nps', 'A-1', 'score', 'lots'],
      day: ['nps', 'A-1', 'left_on', 'spring', '2026-01-31'],
      more: ['30'],
      column: ['nps', 'scroe', 'Surveys', 'Field', 'Filter'],
      measure: ['logins', 'Usage'],
      field: ['nps', 'mean', 'Field'],
      ratio: ['depth', 'a / b', 'Field'],
      undated: ['mrr', 'slope', 'CRM Accounts', 'days_since_last'],
      window: ['trend', 'own_previous', 'Window Days'],
    };
    for (const word of named[name] ?? []) {
      expect(en).toContain(word);
      expect(ja).toContain(word);
    }
    expect(ja).toMatch(/[ぁ-んァ-ン一-龠]/);
    expect(en).toMatch(/^[\x20-\x7e]+\.$/);
  });

  it('has a test for every message', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(says).sort());
  });
});
