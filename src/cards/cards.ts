import type { Card, CardWidget } from '../domain/card';
import type { CardAccount, HomeView, PeopleView } from '../domain/card-views';
import type { Reply } from '../domain/reply';
import { type Locale, say } from '../domain/text';
import { changeOf, scoreOf } from './account-line';
import { says } from './messages';

/** The card of what went wrong, or what `draw` makes of the answer. `locale` is the person's, where there is no answer. */
export function cardOf<T extends { readonly locale: Locale }>(
  reply: Reply<T>,
  locale: Locale,
  draw: (view: T) => Card,
): Card {
  if (reply.ok) return draw(reply.data);
  const widgets = [reply.text, reply.next].map((text) => textOf(say(text, locale)));
  return { title: say(says.wrong(), locale), subtitle: '', sections: [{ header: '', widgets }] };
}

/** The homepage beside Sheets: the accounts at risk, the person's own where they have any, and the last run. */
export function homeCard(view: HomeView): Card {
  const { locale, url, asOf, run, own, atRisk, atRiskCount } = view;
  const accounts = atRisk.map((account): CardWidget => {
    const above = [scoreOf(account, locale), changeOf(account, view)].filter((part) => part !== '').join(' · ');
    return { kind: 'line', above, band: account.band, text: account.name, below: account.reasons[0] ?? '' };
  });
  if (atRisk.length === 0) accounts.push(textOf(say(asOf === '' ? says.notRun() : says.calm(), locale)));
  if (atRiskCount > atRisk.length) accounts.push(textOf(say(says.more(atRiskCount - atRisk.length), locale)));
  const below = run ? [textOf(`${say(says.lastRun(), locale)}: ${say(run, locale)}`)] : [];
  return {
    title: say(own ? says.myDay() : says.everybody(), locale),
    subtitle: asOf === '' ? '' : say(says.asOf(asOf), locale),
    sections: [
      { header: '', widgets: accounts },
      { header: '', widgets: [...below, { kind: 'link', text: say(says.open(), locale), url }] },
    ],
  };
}

/** The health of the accounts behind the addresses of a message or a meeting. */
export function peopleCard(view: PeopleView): Card {
  const { locale, url, asOf, domains } = view;
  const sections = domains.flatMap(({ domain, accounts }) =>
    accounts.length === 0
      ? [{ header: domain, widgets: [textOf(say(says.noAccount(domain), locale))] }]
      : accounts.map((account) => ({ header: account.name, widgets: explained(account, view) })),
  );
  if (sections.length === 0) sections.push({ header: '', widgets: [textOf(say(says.noDomain(), locale))] });
  return {
    title: say(says.health(), locale),
    subtitle: asOf === '' ? '' : say(says.asOf(asOf), locale),
    sections: [...sections, { header: '', widgets: [{ kind: 'link', text: say(says.open(), locale), url }] }],
  };
}

function explained(account: CardAccount, view: PeopleView): CardWidget[] {
  const { locale } = view;
  const { band, reasons, ownerEmail, renewalDate } = account;
  const facts: readonly (readonly [string, string])[] = [
    [say(says.owner(), locale), ownerEmail],
    [say(says.renewal(), locale), renewalDate],
  ];
  return [
    { kind: 'line', above: '', band, text: scoreOf(account, locale), below: changeOf(account, view) },
    ...reasons.map(textOf),
    ...facts
      .filter(([, text]) => text !== '')
      .map(([above, text]): CardWidget => ({ kind: 'line', above, band: null, text, below: '' })),
  ];
}

function textOf(text: string): CardWidget {
  return { kind: 'text', text };
}
