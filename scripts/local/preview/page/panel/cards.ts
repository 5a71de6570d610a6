import { type Locale, say } from '../../../../../src/domain/text';
import { WORDS } from '../../words';
import { fetchCards } from '../server';
import { cardOf, type PrintedCard } from './card';
import { element } from './element';

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
  const [first, ...others] = cards.map(({ place, card, failed }) => {
    const part = element('section', 'card-place', '');
    const drawn = card === null ? element('article', 'card', failed) : cardOf(card as PrintedCard);
    part.append(element('h3', '', say(places[place], locale)), drawn);
    return part;
  });
  panel.replaceChildren(...(first ? [first] : []), form, ...others);
}
