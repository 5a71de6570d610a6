import type { WordsOf } from '../tab';
import type { EXPORT_TAB, WRITE_BACK_LEDGER, WRITE_BACK_PREVIEW } from './write-back';

const ACCOUNT = { ja: '顧客ID', note: { en: 'Account ID of the account.', ja: '顧客の Account ID です。' } };
const AS_OF = { ja: '基準日', note: { en: 'The day it is computed as of.', ja: 'いつ時点のスコアかです。' } };

const ACCOUNTS = {
  account_id: ACCOUNT,
  external_ids: {
    ja: '外部ID',
    note: { en: 'Its ids in other tools, parted by ;', ja: '他ツールでの ID です（; 区切り）。' },
  },
  name: { ja: '顧客名', note: { en: 'Name of the account.', ja: '顧客の名称です。' } },
  owner_email: { ja: '担当者', note: { en: 'The CSM.', ja: '担当の CSM です。' } },
  score: {
    ja: 'スコア',
    note: {
      en: 'As shown in Accounts; empty where there is none.',
      ja: 'Accounts タブと同じスコアです。なければ空欄です。',
    },
  },
  band: {
    ja: 'バンド',
    note: { en: 'Green, Lime, Yellow, Red or Grey.', ja: 'Green・Lime・Yellow・Red・Grey のいずれかです。' },
  },
  score_change: { ja: '変化', note: { en: 'Against the comparison day.', ja: '比較日からの変化です。' } },
  reasons: { ja: '理由', note: { en: 'Why, one reason a line.', ja: 'スコアの理由です（1行に1つ）。' } },
  as_of: AS_OF,
};

export const EXPORT_WORDS: WordsOf<typeof EXPORT_TAB> = {
  title: { en: 'Export', ja: 'エクスポート' },
  note: {
    en: 'The published scores for other tools, one row an account; filled while the setting Export Tab says so.',
    ja: '他のツール向けの公開スコアです（1社1行）。設定 Export Tab が TRUE の間、更新されます。',
  },
  columns: ACCOUNTS,
};

export const WRITE_BACK_PREVIEW_WORDS: WordsOf<typeof WRITE_BACK_PREVIEW> = {
  title: { en: 'Write Back Preview', ja: '書き戻しの確認' },
  note: {
    en: 'What would be sent, while the setting Write Back is Dry Run; nothing was.',
    ja: '設定 Write Back が Dry Run のとき、送る予定の内容です。実際には送っていません。',
  },
  columns: {
    preview_id: { ja: '行ID', note: { en: 'Target and record.', ja: '送信先とレコードです。' } },
    target: { ja: '送信先', note: { en: 'Source ID, or webhook.', ja: 'Source ID または webhook です。' } },
    record_id: { ja: 'レコードID', note: { en: 'Their id.', ja: '送信先での ID です。' } },
    ...ACCOUNTS,
    note: {
      ja: '備考',
      note: { en: 'Why it would not be sent; empty where it would.', ja: '送らない理由です。送る場合は空欄です。' },
    },
  },
};

export const WRITE_BACK_LEDGER_WORDS: WordsOf<typeof WRITE_BACK_LEDGER> = {
  title: { en: 'Write Back Ledger', ja: '書き戻しの控え' },
  note: {
    en: 'What was accepted last. Delete rows to have them sent again.',
    ja: '最後に受け付けられた内容の控えです。行を消すと次回送り直します。',
  },
  columns: {
    ledger_id: { ja: '行ID', note: { en: 'Target and record.', ja: '送信先とレコードです。' } },
    account_id: ACCOUNT,
    fingerprint: {
      ja: '内容の印',
      note: { en: 'Differs where what is sent differs.', ja: '送る内容が変わると変わる値です。' },
    },
    as_of: AS_OF,
    sent_at: { ja: '送信日時', note: { en: 'When it was accepted.', ja: '受け付けられた日時です。' } },
  },
};
