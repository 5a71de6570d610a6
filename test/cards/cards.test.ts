import { cardOf, homeCard, peopleCard } from '../../src/cards/cards';
import type { CardAccount, HomeView, PeopleView } from '../../src/domain/card-views';
import type { Locale } from '../../src/domain/text';

const ACCOUNT: CardAccount = {
  name: '株式会社<はやぶさ>',
  band: 'Red',
  shownScore: '38.2',
  change: -4.26,
  reasons: ['Logins fell.', 'No meeting since May.', 'Two invoices overdue.'],
  ownerEmail: 'aya@example.com',
  mrr: 1000,
  renewalDate: '2026-06-30',
};

const home = (change: Partial<HomeView> = {}): HomeView => ({
  locale: 'en',
  url: 'https://docs.google.com/spreadsheets/d/x/edit',
  asOf: '2026-03-31',
  changeDays: 7,
  run: { en: 'Done.', ja: '完了。' },
  own: true,
  atRisk: [ACCOUNT],
  atRiskCount: 1,
  ...change,
});

const people = (change: Partial<PeopleView> = {}): PeopleView => ({
  locale: 'en',
  url: 'https://docs.google.com/spreadsheets/d/x/edit',
  asOf: '2026-03-31',
  changeDays: 7,
  domains: [{ domain: 'hayabusa.example', accounts: [ACCOUNT] }],
  ...change,
});

describe('the home card', () => {
  it('shows each account at risk with band, score, change and the weightiest reason', () => {
    expect(homeCard(home())).toMatchObject({
      title: 'My day',
      subtitle: 'As of 2026-03-31',
      sections: [
        {
          widgets: [
            {
              kind: 'line',
              above: 'Red 38.2 · −4.3 in 7 days',
              band: 'Red',
              text: '株式会社<はやぶさ>',
              below: 'Logins fell.',
            },
          ],
        },
        {
          widgets: [
            { text: 'Last run: Done.' },
            { kind: 'link', url: 'https://docs.google.com/spreadsheets/d/x/edit' },
          ],
        },
      ],
    });
  });

  it('says how many more there are, that all is calm, and that nothing ran yet', () => {
    const first = (view: HomeView) => homeCard(view).sections[0]?.widgets;
    expect(first(home({ atRiskCount: 9 }))?.[1]).toEqual({ kind: 'text', text: '8 more in the Accounts tab' });
    expect(first(home({ atRisk: [], atRiskCount: 0 }))).toMatchObject([
      { kind: 'text', text: expect.stringMatching(/^No account in Red or Yellow/) as string },
    ]);
    expect(first(home({ atRisk: [], atRiskCount: 0, asOf: '' }))).toEqual([{ kind: 'text', text: 'Not run yet' }]);
  });

  it('does not call accounts of others my day', () => {
    expect(homeCard(home({ own: false })).title).toBe('Accounts to look at');
    const japanese = homeCard(home({ own: false, locale: 'ja' }));
    expect(japanese.title).toBe('確認したい顧客');
    expect(japanese.sections[0]?.widgets[0]).toMatchObject({
      above: 'レッド 38.2 · 7日間で −4.3',
      text: '株式会社<はやぶさ>',
    });
  });
});

describe('the card of a message or a meeting', () => {
  it('explains every account of a domain, each in a section of its own', () => {
    const twin = { ...ACCOUNT, name: 'Twin', band: 'Green' as const, change: null };
    const { sections } = peopleCard(people({ domains: [{ domain: 'hayabusa.example', accounts: [ACCOUNT, twin] }] }));
    expect(sections.map(({ header }) => header)).toEqual(['株式会社<はやぶさ>', 'Twin', '']);
    expect(sections[0]?.widgets).toEqual([
      { kind: 'line', above: '', band: 'Red', text: 'Red 38.2', below: '−4.3 in 7 days' },
      { kind: 'text', text: 'Logins fell.' },
      { kind: 'text', text: 'No meeting since May.' },
      { kind: 'text', text: 'Two invoices overdue.' },
      { kind: 'line', above: 'Owner', band: null, text: 'aya@example.com', below: '' },
      { kind: 'line', above: 'Renewal', band: null, text: '2026-06-30', below: '' },
    ]);
    expect(sections[1]?.widgets[0]).toMatchObject({ band: 'Green', below: '' });
  });

  it('says what is missing for a domain that nobody has, and where there is no company at all', () => {
    const texts = (view: PeopleView) => peopleCard(view).sections[0]?.widgets.map((widget) => widget.text);
    expect(texts(people({ domains: [{ domain: 'new.example', accounts: [] }] }))?.[0]).toContain('new.example');
    expect(texts(people({ domains: [] }))?.[0]).toBe('Nobody here writes from the domain of another company.');
  });
});

describe('the card of what went wrong', () => {
  it.each(['en', 'ja'] as const)('says in %s what happened and what to do', (locale: Locale) => {
    const reply = {
      ok: false,
      code: 'input',
      text: { en: 'Broken.', ja: '失敗' },
      next: { en: 'Mend it.', ja: '直す' },
    } as const;
    const card = cardOf(reply, locale, homeCard);
    expect(card.sections[0]?.widgets.map((widget) => widget.text)).toEqual([reply.text[locale], reply.next[locale]]);
  });
});
