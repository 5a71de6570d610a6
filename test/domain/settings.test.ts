import { initialSettings, meaningOf, SETTINGS } from '../../src/domain/settings';
import { SETTING_WORDS } from '../../src/domain/settings.words';

describe('settings', () => {
  it('are declared once each', () => {
    expect(new Set(SETTINGS.map(({ key }) => key)).size).toBe(SETTINGS.length);
    expect(new Set(SETTINGS.map(({ name }) => name.toLowerCase())).size).toBe(SETTINGS.length);
  });

  it('say in both languages what they are for', () => {
    for (const { why, ja } of Object.values(SETTING_WORDS)) {
      expect(why.en).toMatch(/\.$/);
      expect(why.ja + ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    }
  });

  it('start within their own limits', () => {
    for (const { name, type, initial, range, choices } of SETTINGS) {
      if (range)
        expect({ name, ok: Number(initial) >= range[0] && Number(initial) <= range[1] }).toEqual({ name, ok: true });
      if (choices) expect(choices.map(({ word }) => word)).toContain(initial);
      expect(range !== undefined).toBe(type === 'integer' || type === 'percent');
      expect(choices !== undefined).toBe(type === 'choice');
    }
  });

  it('give the program what their words mean', () => {
    expect(initialSettings()).toMatchObject({ mode: 'Scoring', language: 'en', pilotTeam: '' });
    const language = SETTINGS.find(({ key }) => key === 'language');
    expect(language && meaningOf(language, 'Japanese')).toBe('ja');
  });
});
