import { ACCOUNT_WORDS } from '../column.words';
import type { WordsOf } from '../tab';
import type { IDENTITIES, IDENTITY_REPORT, IDENTITY_SUGGESTIONS } from './identities';

export const IDENTITIES_WORDS: WordsOf<typeof IDENTITIES> = {
  title: { en: 'Identities', ja: '名寄せの判断' },
  note: {
    en: 'What you decided about ids, domains and addresses: copy Found and Account from Identity Suggestions, or add any. Delete a row to take it back. A decision counts for all days, past ones too.',
    ja: 'ID・ドメイン・メールアドレスがどの顧客のものかの判断です。Identity Suggestions から Found と Account を写すか、自由に追加してください。行を消せば取り消せます。判断は過去の日にもさかのぼって効きます。',
  },
  columns: {
    'Decision ID': {
      ja: '判断ID',
      note: {
        en: 'Any text that no other row has (AppSheet: UNIQUEID()).',
        ja: '他の行と重ならない任意の文字です（AppSheet では UNIQUEID()）。',
      },
    },
    Found: {
      ja: '対象',
      note: {
        en: 'An id, domain or mail address as the data have it, or the Account ID of the account that is to go.',
        ja: 'データにある ID・ドメイン・メールアドレス、または統合されてなくなる側の Account ID です。',
      },
    },
    Decision: {
      ja: '判断',
      note: {
        en: 'same: it belongs to Account (two accounts: they are one, Account stays). not same: it does not, and is not suggested again. split: it is a customer of its own. The newest row on a pair counts.',
        ja: 'same: Account のものです（顧客どうしなら統合し、Account を残します）。not same: 別です。以後は提案しません。split: 独立した別の顧客です。同じ組み合わせは新しい行が有効です。',
      },
    },
    ...ACCOUNT_WORDS,
    Comment: { ja: 'コメント', note: { en: 'How you know.', ja: 'そう判断した根拠です。' } },
    'Author Email': { ja: '記入者', note: { en: 'Who decided.', ja: '判断した人です。' } },
    'Decided Timestamp': {
      ja: '判断日時',
      note: {
        en: 'When. Rows count in this order; without it, in the order of the tab.',
        ja: '判断した日時です。この順に適用します。空欄の行は並び順に従います。',
      },
    },
  },
};

export const IDENTITY_SUGGESTIONS_WORDS: WordsOf<typeof IDENTITY_SUGGESTIONS> = {
  title: { en: 'Identity Suggestions', ja: '名寄せの候補' },
  note: {
    en: 'What may belong together and is not taken for granted, the largest accounts first. Decide in Identities; what is decided leaves this tab with the next run.',
    ja: '同じ顧客かもしれないが自動では決めないものを、金額の大きい顧客から並べます。判断は Identities タブに書いてください。判断済みのものは次の実行で消えます。',
  },
  columns: {
    'Suggestion ID': { ja: '候補ID', note: { en: 'Account and what was found.', ja: '顧客と対象の組み合わせです。' } },
    Found: {
      ja: '対象',
      note: {
        en: 'An id, domain or address in the data, or another account.',
        ja: 'データにある ID・ドメイン・アドレス、または別の顧客です。',
      },
    },
    ...ACCOUNT_WORDS,
    'Account Name': { ja: '顧客名', note: { en: 'Name of the account.', ja: '顧客の名称です。' } },
    'Evidence Note': { ja: '根拠', note: { en: 'What speaks for it.', ja: 'そう考えられる根拠です。' } },
    'Found In': {
      ja: '見つかった場所',
      note: { en: 'Tabs of the Data workbook that have it.', ja: 'この対象を含む Data ファイルのタブです。' },
    },
    'Row Count': {
      ja: '行数',
      note: { en: 'Rows that count nowhere until it is decided.', ja: '判断されるまで集計されない行の数です。' },
    },
    MRR: { ja: '月額', note: { en: 'Of the account.', ja: 'その顧客の月額です。' } },
  },
};

export const IDENTITY_REPORT_WORDS: WordsOf<typeof IDENTITY_REPORT> = {
  title: { en: 'Identity Report', ja: '名寄せの状況' },
  note: {
    en: 'By what the rows of each dataset found their account, what found none, and which accounts have no rows.',
    ja: 'データの種類ごとに、行が何を手がかりに顧客と結び付いたか、結び付かなかったもの、行のない顧客を示します。',
  },
  columns: {
    'Identity Report ID': { ja: '行ID', note: { en: 'Dataset and Matched By.', ja: 'データの種類と手がかりです。' } },
    Dataset: { ja: 'データ', note: { en: 'Tab of the Data workbook.', ja: 'Data ファイルのタブです。' } },
    'Matched By': {
      ja: '手がかり',
      note: {
        en: 'account id, decision (yours), external id, contact (a known person), domain; ambiguous fits several accounts, unmatched none; no rows: accounts without any.',
        ja: 'account id（顧客ID）、decision（人の判断）、external id（外部ID）、contact（登録済みの担当者）、domain（ドメイン）。ambiguous は複数に該当、unmatched は該当なし、no rows はデータのない顧客です。',
      },
    },
    'Id Count': { ja: 'ID数', note: { en: 'Different ids.', ja: '異なる ID の数です。' } },
    'Row Count': {
      ja: '行数',
      note: { en: 'Rows; for usage series of values.', ja: '行の数です（利用状況は系列の数）。' },
    },
    'Account Count': {
      ja: '顧客数',
      note: { en: 'Accounts they belong to or may belong to.', ja: '該当する（可能性のある）顧客の数です。' },
    },
    MRR: { ja: '月額', note: { en: 'Of these accounts together.', ja: 'それらの顧客の月額の合計です。' } },
  },
};
