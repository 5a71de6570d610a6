import { type Locale, say } from '../../../../src/domain/text';
import type { DrawnTab, DrawnWorkbook } from '../drawn';
import type { Message, Screen } from '../screen';
import { WORDS } from '../words';
import { createSheetGrid } from './grid/grid';
import { addressOf, type Place } from './grid/place';
import { targetOf } from './links';
import { showCards } from './panel/cards';
import { showSent } from './panel/sent';
import { fetchScreen, nextDay, runMenu, select } from './server';

/** Milliseconds between two looks at whether the script changed something. */
const LOOK = 1_500;

const locale = document.documentElement.lang as Locale;
let screen: Screen | null = null;
let workbookId = '';
let tabName = '';
const told = new Set<string>();

const grid = createSheetGrid(
  at('.grid'),
  { grid: say(WORDS.cells, locale), rows: say(WORDS.rowNumbers, locale) },
  (cell) => {
    at('.address').textContent = addressOf(cell);
    at('.content').textContent = cell.text;
    void select(cell.workbook, cell.tab, cell.row, cell.column);
  },
  (link) => void follow(link),
);

const frame = at<HTMLIFrameElement>('iframe');
at('.close').addEventListener('click', () => showSidebar(false));
at<HTMLSelectElement>('.workbook').addEventListener('change', (event) => {
  workbookId = (event.target as HTMLSelectElement).value;
  tabName = '';
  void draw('top');
});
window.addEventListener('message', ({ data }) => {
  if (data === 'close sidebar') showSidebar(false);
});
at('.next-day').addEventListener('click', () => void working(nextDay()));
for (const button of document.querySelectorAll<HTMLElement>('.views button')) {
  button.addEventListener('click', () => void openView(button.dataset.view ?? ''));
}
label();
frame.src = '/sidebar';
void look();

/** Says that the script works, and looks at what it did. */
async function working<T>(asked: Promise<T>): Promise<T | null> {
  at('.working').textContent = say(WORDS.working, locale);
  const answer = await asked.catch(() => null);
  at('.working').textContent = answer === null ? say(WORDS.unreachable, locale) : '';
  return answer;
}

async function look(): Promise<void> {
  const before = screen;
  screen = await fetchScreen().catch(() => {
    at('.working').textContent = say(WORDS.unreachable, locale);
    return before;
  });
  if (screen && screen.version !== before?.version) void draw(before === null ? 'top' : 'kept');
  if (screen && before && screen.sidebars > before.sidebars) showSidebar(true);
  // What was said before the page opened is past.
  if (screen && !before) for (const { serial } of screen.messages) told.add(serial);
  if (screen) drawTop(screen);
  setTimeout(look, LOOK);
}

/** What stands beside the grid: the true sidebar, the cards, or what was sent. */
async function openView(view: string): Promise<void> {
  for (const button of document.querySelectorAll<HTMLElement>('.views button')) {
    button.setAttribute('aria-pressed', String(button.dataset.view === view));
  }
  frame.hidden = view !== 'page';
  const panel = at('.panel');
  panel.hidden = view === 'page';
  if (view === 'cards') await working(showCards(panel, locale));
  if (view === 'sent') await working(showSent(panel, locale));
}

function label(): void {
  at('h1 span').textContent = say(WORDS.preview, locale);
  at('.workbook').setAttribute('aria-label', say(WORDS.workbook, locale));
  at('main').setAttribute('aria-label', say(WORDS.cells, locale));
  at('.formula').setAttribute('aria-label', say(WORDS.chosenCell, locale));
  at('.tabs').setAttribute('aria-label', say(WORDS.tabs, locale));
  at('.sidebar').setAttribute('aria-label', say(WORDS.sidebar, locale));
  at('.close').setAttribute('aria-label', say(WORDS.closeSidebar, locale));
  // It scrolls, so a keyboard has to reach it.
  at('.panel').tabIndex = 0;
  at('[data-view=cards]').textContent = say(WORDS.cards, locale);
  at('[data-view=sent]').textContent = say(WORDS.sent, locale);
  at('.next-day').textContent = say(WORDS.nextDay, locale);
  at('.next-day').title = say(WORDS.nextDayHint, locale);
  at('.language').textContent = say(WORDS.language, locale);
}

async function draw(start: 'top' | 'kept' | Place): Promise<void> {
  const workbook = screen?.workbooks.find(({ id }) => id === workbookId) ?? screen?.workbooks[0];
  if (!workbook) return;
  const tab = workbook.tabs.find(({ name }) => name === tabName) ?? workbook.tabs[0];
  const moved = workbook.id !== workbookId || tab?.name !== tabName;
  workbookId = workbook.id;
  tabName = tab?.name ?? '';
  drawTabs(workbook);
  if (tab) await grid.show(workbook.id, tab, start === 'kept' && moved ? 'top' : start);
}

function drawTop({ clock, menus, messages, workbooks }: Screen): void {
  at('time').textContent = clock;
  keep(at('.workbook'), JSON.stringify(workbooks.map(({ id, name }) => [id, name])), (place) =>
    place.replaceChildren(...workbooks.map(({ id, name }) => new Option(name, id, false, id === workbookId))),
  );
  keep(at('.menus'), JSON.stringify(menus), (place) => place.replaceChildren(...menus.map(menuOf)));
  for (const message of messages) if (!told.has(message.serial)) tell(message);
}

/** Draws a place only when what it shows has changed, so that an open list stays open. */
function keep(place: HTMLElement, shown: string, drawIt: (place: HTMLElement) => void): void {
  if (place.dataset.shown === shown) return;
  place.dataset.shown = shown;
  drawIt(place);
}

function menuOf({ name, lines }: Screen['menus'][number]): HTMLElement {
  const menu = document.createElement('details');
  const title = document.createElement('summary');
  title.textContent = name;
  const list = document.createElement('div');
  list.className = 'lines';
  list.append(
    ...lines.map(({ caption, functionName }) => {
      if (functionName === '') return document.createElement('hr');
      const line = document.createElement('button');
      line.type = 'button';
      line.textContent = caption;
      line.addEventListener('click', async () => {
        menu.open = false;
        const outcome = await working(runMenu(functionName));
        if (outcome && !outcome.ok) tell({ serial: '', kind: 'alert', title: caption, text: outcome.message });
      });
      return line;
    }),
  );
  menu.append(title, list);
  menu.addEventListener('focusout', (event) => {
    if (!menu.contains(event.relatedTarget as Node | null)) menu.open = false;
  });
  return menu;
}

function drawTabs({ tabs }: DrawnWorkbook): void {
  at('.tabs').replaceChildren(
    ...tabs.map((tab) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = tab.name;
      if (tab.color) button.style.setProperty('--mark', tab.color);
      if (tab.name === tabName) button.setAttribute('aria-current', 'true');
      button.addEventListener('click', () => openTab(tab));
      return button;
    }),
  );
  at('.tabs [aria-current]').scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function openTab({ name }: DrawnTab): void {
  tabName = name;
  void draw('top').then(() => grid.focus());
}

/** Goes where a link of a cell leads. */
async function follow(link: string): Promise<void> {
  const target = targetOf(link, workbookId, screen?.workbooks ?? []);
  if (!target) return tell({ serial: '', kind: 'toast', title: '', text: say(WORDS.noSuchCell, locale) });
  workbookId = target.workbook.id;
  tabName = target.tab.name;
  at<HTMLSelectElement>('.workbook').value = workbookId;
  await draw(target.place);
}

function tell({ serial, kind, title, text }: Message): void {
  if (serial) told.add(serial);
  const note = document.createElement('div');
  note.className = `message ${kind}`;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = 'OK';
  close.addEventListener('click', () => note.remove());
  const words = document.createElement('p');
  words.textContent = [title, text].filter(Boolean).join('\n');
  note.append(words, close);
  at('.messages').append(note);
  if (kind === 'toast') setTimeout(() => note.remove(), 8_000);
}

function showSidebar(shown: boolean): void {
  document.body.classList.toggle('no-sidebar', !shown);
  if (shown) {
    void openView('page');
    frame.src = '/sidebar';
  }
}

function at<T extends HTMLElement = HTMLElement>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`The page has no ${selector}.`);
  return element;
}
