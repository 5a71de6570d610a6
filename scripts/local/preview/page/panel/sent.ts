import { type Locale, say } from '../../../../../src/domain/text';
import type { SentMessage } from '../../sent';
import { WORDS } from '../../words';
import { fetchSent } from '../server';
import { cardOf, type PrintedCard } from './card';
import { chatText } from './chat-text';
import { element } from './element';

/** Shows the mails and chat messages that would have been sent, the newest first. */
export async function showSent(panel: HTMLElement, locale: Locale): Promise<void> {
  const sent = await fetchSent();
  if (sent.length === 0) return panel.replaceChildren(element('p', 'nothing', say(WORDS.nothingSent, locale)));
  panel.replaceChildren(...sent.map((one) => (one.kind === 'mail' ? mailOf(one, locale) : chatOf(one, locale))));
}

function mailOf(
  { to, subject, body, when, page }: Extract<SentMessage, { kind: 'mail' }>,
  locale: Locale,
): HTMLElement {
  const mail = element('article', 'card mail', '');
  const top = element('header', '', '');
  top.append(
    element('small', 'kind', say(WORDS.mail, locale)),
    element('strong', '', subject),
    element('small', '', `${to} · ${when}`),
  );
  mail.append(top);
  if (page === null) mail.append(element('p', 'body', body));
  else mail.append(...htmlOf(page, subject, locale), plainOf(body, locale));
  return mail;
}

/** The mail as a mail program shows it: in a frame in which nothing runs; and the way to see it as wide as the window. */
function htmlOf(page: string, subject: string, locale: Locale): HTMLElement[] {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', '');
  frame.title = subject;
  frame.src = page;
  const wide = document.createElement('a');
  wide.href = page;
  wide.target = '_blank';
  wide.rel = 'noreferrer';
  wide.textContent = say(WORDS.wholeMail, locale);
  return [frame, wide];
}

function plainOf(body: string, locale: Locale): HTMLElement {
  const plain = document.createElement('details');
  plain.append(element('summary', '', say(WORDS.plainMail, locale)), element('p', 'body', body));
  return plain;
}

function chatOf({ space, message, when }: Extract<SentMessage, { kind: 'chat' }>, locale: Locale): HTMLElement {
  const chat = element('article', 'card chat', '');
  const top = element('header', '', '');
  top.append(element('small', 'kind', say(WORDS.chat, locale)), element('small', '', `${space} · ${when}`));
  chat.append(top);
  if (typeof message.text === 'string' && message.text !== '') {
    const bubble = element('p', 'bubble', '');
    bubble.append(...chatText(message.text));
    chat.append(bubble);
  }
  const cards = Array.isArray(message.cardsV2) ? (message.cardsV2 as readonly { readonly card?: PrintedCard }[]) : [];
  chat.append(...cards.map(({ card }) => cardOf(card ?? {})));
  return chat;
}
