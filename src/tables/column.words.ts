import type { ACCOUNT, VIEWERS } from './column';
import type { HeaderWords } from './tab';

export const ACCOUNT_WORDS: HeaderWords<readonly [typeof ACCOUNT]> = {
  Account: {
    ja: '顧客企業',
    note: { en: 'Account ID of the account.', ja: '顧客企業の Account ID です。' },
  },
};

export const LINKED_ACCOUNT_WORDS: HeaderWords<readonly [typeof ACCOUNT]> = {
  Account: {
    ja: '顧客企業',
    note: {
      en: 'Account ID of the account. The link leads to its row in Accounts.',
      ja: '顧客企業の Account ID です。リンクから Accounts のこの顧客の行へ移動できます。',
    },
  },
};

export const VIEWER_WORDS: HeaderWords<typeof VIEWERS> = {
  'Owner Email': {
    ja: '担当者メール',
    note: {
      en: 'The CSM who looks after the account. Use it in AppSheet security filters.',
      ja: 'この顧客を担当する CSM です。AppSheet のセキュリティ フィルタに使えます。',
    },
  },
  'Manager Email': {
    ja: 'マネージャーメール',
    note: {
      en: "The owner's manager. Use it in AppSheet security filters.",
      ja: '担当者の上長です。AppSheet のセキュリティ フィルタに使えます。',
    },
  },
};
