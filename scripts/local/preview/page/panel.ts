import { type Locale, say } from '../../../../src/domain/text';
import type { SentMail } from '../../gas/mail-app';
import type { DrawnCards } from '../cards';
import { WORDS } from '../words';
import { fetchCards, fetchMails } from './server';

interface Widget {
  readonly textParagraph?: { readonly text: string };
  readonly decoratedText?: { readonly topLabel?: string; readonly text: string; readonly bottomLabel?: string };
  readonly buttonList?: {
    readonly buttons: readonly {
      readonly text: string;
      readonly onClick: { readonly openLink: { readonly url: string } };
    }[];
  };
}

interface PrintedCard {
  readonly header: { readonly title: string; readonly subtitle?: string };
  readonly sections: readonly { readonly header?: string; readonly widgets: readonly Widget[] }[];
}

/** Shows the cards of the product from the JSON that the platform would get; the addresses in the box say whose. */
export async function showCards(panel: HTMLElement, locale: Locale, asked = ''): Promise<void> {
  const { addresses, cards } = await fetchCards(asked);
  const form = element('form', 'asked', '');
  const name = element('label', '', say(WORDS.whoWrote, locale));
  const input = document.createElement('input');
  input.value = addresses;
  name.append(input);
  form.append(name);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void showCards(panel, locale, input.value);
  });
  const places = { sheets: WORDS.cardSheets, gmail: WORDS.cardGmail, calendar: WORDS.cardCalendar } as const;
  const [first, ...others] = cards.map((one) => {
    const part = element('section', 'card-place', '');
    part.append(element('h3', '', say(places[one.place], locale)), cardOf(one));
    return part;
  });
  panel.replaceChildren(...(first ? [first] : []), form, ...others);
}

function cardOf({ card, failed }: DrawnCards['cards'][number]): HTMLElement {
  const box = element('article', 'card', failed);
  if (card === null) return box;
  const { header, sections } = card as PrintedCard;
  const top = element('header', '', '');
  top.append(element('strong', '', header.title));
  if (header.subtitle) top.append(element('small', '', header.subtitle));
  box.append(top);
  for (const { header: title, widgets } of sections) {
    const section = element('div', 'section', '');
    if (title) section.append(marked('h4', title));
    section.append(...widgets.map(widgetOf));
    box.append(section);
  }
  return box;
}

function widgetOf({ textParagraph, decoratedText, buttonList }: Widget): HTMLElement {
  const widget = element('div', 'widget', '');
  if (textParagraph) widget.append(marked('p', textParagraph.text));
  if (decoratedText) {
    if (decoratedText.topLabel) widget.append(marked('small', decoratedText.topLabel));
    widget.append(marked('span', decoratedText.text));
    if (decoratedText.bottomLabel) widget.append(marked('small', decoratedText.bottomLabel));
  }
  for (const { text } of buttonList?.buttons ?? []) widget.append(element('span', 'button', text));
  return widget;
}

/** Text with the little HTML that a card reads: entities and coloured pieces. Anything else stays text. */
function marked(tag: string, html: string): HTMLElement {
  const place = document.createElement(tag);
  for (const piece of html.split(/(<font color="#[0-9a-f]{6}">[^<]*<\/font>)/)) {
    const colored = /^<font color="(#[0-9a-f]{6})">([^<]*)<\/font>$/.exec(piece);
    const part = document.createElement('span');
    part.textContent = (colored?.[2] ?? piece).replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
    if (colored?.[1]) part.style.color = colored[1];
    place.append(part);
  }
  return place;
}

/** Shows the mails that would have been sent, the newest first. */
export async function showMails(panel: HTMLElement, locale: Locale): Promise<void> {
  const mails = await fetchMails();
  if (mails.length === 0) return panel.replaceChildren(element('p', 'nothing', say(WORDS.noMails, locale)));
  panel.replaceChildren(...[...mails].reverse().map(mailOf));
}

function mailOf({ to, subject, body, at }: SentMail): HTMLElement {
  const mail = element('article', 'card mail', '');
  const top = element('header', '', '');
  top.append(
    element('strong', '', subject),
    element('small', '', `${to.join(', ')} · ${new Date(at).toLocaleString('sv-SE')}`),
  );
  mail.append(top, element('p', 'body', body));
  return mail;
}

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
