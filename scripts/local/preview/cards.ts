import { contentRows, valueAt } from '../gas/spreadsheet/cells';
import type { PreviewRuntime } from './runtime';

/** The three cards as the platform prints them, and whose they are; a card that failed has the words of its failure. */
export interface DrawnCards {
  readonly addresses: string;
  readonly cards: readonly {
    readonly place: 'sheets' | 'gmail' | 'calendar';
    readonly card: unknown;
    readonly failed: string;
  }[];
}

/** Cards beside the spreadsheet, a message from the first of the addresses, and an event with all of them. */
export function drawCards(runtime: PreviewRuntime, asked: string): DrawnCards {
  const addresses = asked.trim() || someone(runtime);
  const mails = addresses.split(/[\s,;]+/).filter((mail) => mail !== '');
  const print = (place: DrawnCards['cards'][number]['place'], name: string, event: object) => {
    try {
      const card = runtime.execute(name, [event], { entry: 'card' }) as { printJson(): string };
      return { place, card: JSON.parse(card.printJson()) as unknown, failed: '' };
    } catch (error) {
      return { place, card: null, failed: error instanceof Error ? error.message : String(error) };
    }
  };
  return {
    addresses,
    cards: [
      print('sheets', 'homepage', {}),
      print('gmail', 'messageOpened', { gmail: runtime.openMessage(mails[0] ?? '') }),
      print('calendar', 'eventOpened', { calendar: { attendees: mails.map((email) => ({ email })) } }),
    ],
  };
}

/** People at the first two customers whose domain is known. */
function someone({ spreadsheets }: PreviewRuntime): string {
  for (const workbook of spreadsheets.workbooks.values()) {
    const sheet = workbook.sheets.find(({ name }) => name === 'CRM Accounts');
    const column = sheet?.values.findIndex((cells) => cells[0] === 'domains') ?? -1;
    if (!sheet || column < 0) continue;
    const domains: string[] = [];
    for (let row = 1; row < contentRows(sheet) && domains.length < 2; row++) {
      const [domain] = String(valueAt(sheet, row, column) ?? '').split(';');
      if (domain) domains.push(domain);
    }
    return domains.map((domain, at) => `${at === 0 ? 'hanako' : 'taro'}@${domain}`).join(', ');
  }
  return '';
}
