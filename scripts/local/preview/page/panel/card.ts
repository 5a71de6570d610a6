import { element } from './element';

interface Widget {
  readonly textParagraph?: { readonly text: string };
  readonly decoratedText?: { readonly topLabel?: string; readonly text: string; readonly bottomLabel?: string };
  readonly buttonList?: { readonly buttons: readonly { readonly text: string }[] };
  readonly divider?: object;
}

/** A card as its JSON says it: of an add-on, or of a chat message. */
export interface PrintedCard {
  readonly header?: { readonly title: string; readonly subtitle?: string };
  readonly sections?: readonly { readonly header?: string; readonly widgets?: readonly Widget[] }[];
}

/** Draws a card. A widget that is not drawn shows its name, so that nothing is missed unseen. */
export function cardOf({ header, sections = [] }: PrintedCard): HTMLElement {
  const box = element('article', 'card', '');
  if (header) {
    const top = element('header', '', '');
    top.append(element('strong', '', header.title));
    if (header.subtitle) top.append(element('small', '', header.subtitle));
    box.append(top);
  }
  for (const { header: title, widgets = [] } of sections) {
    const section = element('div', 'section', '');
    if (title) section.append(marked('h4', title));
    section.append(...widgets.map(widgetOf));
    box.append(section);
  }
  return box;
}

function widgetOf(shown: Widget): HTMLElement {
  const { textParagraph, decoratedText, buttonList, divider } = shown;
  if (divider) return document.createElement('hr');
  const widget = element('div', 'widget', '');
  if (textParagraph) widget.append(marked('p', textParagraph.text));
  if (decoratedText) {
    if (decoratedText.topLabel) widget.append(marked('small', decoratedText.topLabel));
    widget.append(marked('span', decoratedText.text));
    if (decoratedText.bottomLabel) widget.append(marked('small', decoratedText.bottomLabel));
  }
  for (const { text } of buttonList?.buttons ?? []) widget.append(element('span', 'button', text));
  if (widget.childElementCount === 0) widget.append(element('small', '', Object.keys(shown).join(', ')));
  return widget;
}

/** Text with the little HTML that a card reads: entities, bold and coloured pieces. Anything else stays text. */
function marked(tag: string, html: string): HTMLElement {
  const place = document.createElement(tag);
  for (const piece of html.split(/(<font color="#[0-9a-f]{6}">[^<]*<\/font>|<b>[^<]*<\/b>|<br>)/)) {
    const [, color, colored] = /^<font color="(#[0-9a-f]{6})">([^<]*)<\/font>$/.exec(piece) ?? [];
    const bold = /^<b>([^<]*)<\/b>$/.exec(piece)?.[1];
    const part = element(
      bold === undefined ? 'span' : 'b',
      '',
      piece === '<br>' ? '\n' : decoded(colored ?? bold ?? piece),
    );
    if (color) part.style.color = color;
    place.append(part);
  }
  return place;
}

function decoded(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}
