import type { Band } from '../../src/domain/config/config';
import type { Letter, LetterAccount } from '../../src/mail/letter';

const SHEET = 'https://docs.google.com/spreadsheets/d/health/edit';

/** An account that stands as it stood, unless said otherwise. */
export function account(name: string, band: Band, more: Partial<LetterAccount> = {}): LetterAccount {
  return {
    name,
    band,
    before: band,
    shownScore: band === 'Grey' ? '–' : '41.5',
    change: null,
    reasons: [`Reason of ${name}.`],
    ownerEmail: 'aya@example.com',
    owner: 'Aya',
    mrr: null,
    renewalDate: '',
    url: `${SHEET}#gid=5&range=A2:Z2`,
    ...more,
  };
}

export function letter(accounts: readonly LetterAccount[], more: Partial<Letter> = {}): Letter {
  return {
    locale: 'en',
    scope: 'own',
    url: SHEET,
    accountsUrl: `${SHEET}#gid=5`,
    asOf: '2026-03-30',
    since: '2026-03-23',
    changeDays: 7,
    accounts,
    late: [],
    when: { en: 'every Monday', ja: '毎週月曜日' },
    ...more,
  };
}

/** So many accounts, a fifth in each band, each in the band that follows on what it was in before. */
export function many(count: number): LetterAccount[] {
  const bands: readonly Band[] = ['Red', 'Yellow', 'Lime', 'Green', 'Grey'];
  return Array.from({ length: count }, (_, at) =>
    account(`Account ${at}`, bands[at % 5] as Band, { before: bands[(at + 1) % 5] as Band }),
  );
}
