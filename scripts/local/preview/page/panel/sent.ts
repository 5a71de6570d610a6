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

function mailOf({ to, subject, body, when }: Extract<SentMessage, { kind: 'mail' }>, locale: Locale): HTMLElement {
  const mail = element('article', 'card mail', '');
  const top = element('header', '', '');
  top.append(
    element('small', 'kind', say(WORDS.mail, locale)),
    element('strong', '', subject),
    element('small', '', `${to} · ${when}`),
  );
  mail.append(top, element('p', 'body', body));
  return mail;
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
