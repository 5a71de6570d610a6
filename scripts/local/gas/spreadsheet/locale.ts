/** How a spreadsheet locale reads and shows days and money. */
export interface SheetLocale {
  /** Order of day, month and year in `1/5/2026`. */
  readonly order: 'mdy' | 'dmy';
  /** Formats that typed days and times get. */
  readonly day: string;
  readonly dayAndTime: string;
  readonly time: string;
  /** Month names are read in this language beside numbers. */
  readonly language: 'en' | 'ja';
  readonly newTab: string;
  copyOf(tab: string): string;
}

const ENGLISH = { language: 'en', newTab: 'Sheet', copyOf: (tab: string) => `Copy of ${tab}` } as const;

const LOCALES: Readonly<Record<string, SheetLocale>> = {
  ja_JP: {
    order: 'mdy',
    day: 'yyyy/MM/dd',
    dayAndTime: 'yyyy/MM/dd H:mm:ss',
    time: 'H:mm:ss',
    language: 'ja',
    newTab: 'シート',
    copyOf: (tab) => `${tab} のコピー`,
  },
  en_US: { ...ENGLISH, order: 'mdy', day: 'M/d/yyyy', dayAndTime: 'M/d/yyyy H:mm:ss', time: 'h:mm:ss am/pm' },
  en_GB: { ...ENGLISH, order: 'dmy', day: 'dd/MM/yyyy', dayAndTime: 'dd/MM/yyyy HH:mm:ss', time: 'HH:mm:ss' },
};

/** The rules of a locale; null for one this runtime does not know. Bare languages mean their largest country. */
export function sheetLocale(locale: string): SheetLocale | null {
  const name = locale === 'ja' ? 'ja_JP' : locale === 'en' ? 'en_US' : locale;
  return LOCALES[name] ?? null;
}
