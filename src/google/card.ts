import type { Card, CardWidget } from '../domain/card';
import { BAND_COLORS } from '../tables/band-colors';

type Widget = GoogleAppsScript.Card_Service.Widget;

/** What a card may hold (Google Workspace add-ons, "Restrictions": widgets and sections of a card). */
const MOST = 100;

/** The card as the platform shows it. Texts are escaped: a card reads some HTML. */
export function buildCard({ title, subtitle, sections }: Card): GoogleAppsScript.Card_Service.Card {
  const builder = CardService.newCardBuilder().setHeader(
    CardService.newCardHeader().setTitle(title).setSubtitle(subtitle),
  );
  let room = MOST;
  for (const { header, widgets } of sections.slice(0, MOST)) {
    const shown = widgets.slice(0, room);
    if (shown.length === 0) continue;
    room -= shown.length;
    const section = CardService.newCardSection();
    if (header !== '') section.setHeader(escaped(header));
    for (const widget of shown) section.addWidget(widgetOf(widget));
    builder.addSection(section);
  }
  return builder.build();
}

function widgetOf(widget: CardWidget): Widget {
  if (widget.kind === 'text') return CardService.newTextParagraph().setText(escaped(widget.text));
  if (widget.kind === 'link') {
    const link = CardService.newOpenLink().setUrl(widget.url);
    return CardService.newButtonSet().addButton(CardService.newTextButton().setText(widget.text).setOpenLink(link));
  }
  const { above, band, text, below } = widget;
  const color = BAND_COLORS.find((one) => one.band === band)?.background;
  const mark = color ? `<font color="${color}">●</font> ` : '';
  const line = CardService.newDecoratedText()
    .setText(mark + escaped(text))
    .setWrapText(true);
  if (above !== '') line.setTopLabel(escaped(above));
  if (below !== '') line.setBottomLabel(escaped(below));
  return line;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
