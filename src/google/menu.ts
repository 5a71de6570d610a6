import type { Text } from '../domain/text';
import { type Locale, say } from '../domain/text';

/** One line of the menu: its words and the function of main.ts that it calls. */
export interface MenuItem {
  readonly label: Text;
  readonly handler: string;
}

/**
 * The product's menu. Words follow the person's own language where the platform tells it; before an add-on is enabled
 * it tells nothing else either, and the menu must still appear (Apps Script, editor add-on authorization).
 */
export function addMenu(items: readonly (MenuItem | 'line')[]): void {
  const locale: Locale = Session.getActiveUserLocale().slice(0, 2) === 'ja' ? 'ja' : 'en';
  const ui = SpreadsheetApp.getUi();
  const menu = ui.createMenu('Kenshin');
  for (const item of items) {
    if (item === 'line') menu.addSeparator();
    else menu.addItem(say(item.label, locale), item.handler);
  }
  menu.addToUi();
}

/** Opens the page built into sidebar.html. */
export function openSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Kenshin'));
}
