import type { DatasetName } from '../../domain/datasets';
import type { Text } from '../../domain/text';

export const title = (): Text => ({ en: 'Set-up and operation', ja: '初期設定と運用' });
export const guide = (done: number, all: number): Text => ({
  en: `First steps: ${done} of ${all} done`,
  ja: `はじめの手順: ${all} 件中 ${done} 件完了`,
});
export const stepDone = (): Text => ({ en: 'done', ja: '完了' });
export const stepOpen = (): Text => ({ en: 'to do', ja: '未完了' });

export const languageStep = (): Text => ({ en: 'Language and time zone', ja: '言語とタイムゾーン' });
export const languageLabel = (): Text => ({ en: 'Language', ja: '言語' });
export const languageWord = (locale: 'en' | 'ja'): Text =>
  locale === 'en' ? { en: 'English', ja: 'English' } : { en: '日本語', ja: '日本語' };
export const zoneLabel = (): Text => ({ en: 'Time zone', ja: 'タイムゾーン' });
export const zoneNow = (zone: string): Text => ({
  en: `Days end at midnight in ${zone}.`,
  ja: `日付は ${zone} で区切ります。`,
});
export const changeLanguage = (): Text => ({ en: 'Change the language', ja: '言語を変更' });
export const changing = (): Text => ({ en: 'Changing…', ja: '変更しています…' });

export const dataStep = (): Text => ({ en: 'Bring data', ja: 'データを用意する' });
export const demoWhat = (): Text => ({
  en: 'Try it with a small made-up portfolio first: it stands in tabs of its own and can be taken out again.',
  ja: 'まずは架空の顧客データで試せます。専用のタブに入り、あとでまとめて削除できます。',
});
export const tryDemo = (): Text => ({ en: 'Try the demo portfolio', ja: 'デモデータで試す' });
export const loadingDemo = (): Text => ({ en: 'Writing the demo…', ja: 'デモデータを書き込んでいます…' });
export const demoThere = (): Text => ({
  en: 'The demo portfolio is loaded. Run once to see its scores.',
  ja: 'デモデータを読み込みました。一度実行するとスコアが表示されます。',
});
export const removeDemo = (): Text => ({ en: 'Take the demo out', ja: 'デモデータを削除' });
export const removeDemoWhat = (): Text => ({
  en: 'Taking it out removes its tabs and all that was pulled and scored; other sources are pulled anew by the next run.',
  ja: '削除すると、デモ用のタブと、取り込み済みのデータ・スコアが消えます。ほかの取得元は次回の実行で取り直します。',
});
export const removing = (): Text => ({ en: 'Removing…', ja: '削除しています…' });

export const connect = (): Text => ({ en: 'Connect a source', ja: '取得元を接続' });
export const kindLabel = (): Text => ({ en: 'Where from', ja: '取得元の種類' });
export const kindWord = (kind: string): Text => KINDS[kind] ?? { en: kind, ja: kind };
const KINDS: Readonly<Record<string, Text>> = {
  tab: { en: 'A spreadsheet tab', ja: 'シートのタブ' },
  csv: { en: 'A CSV file', ja: 'CSV ファイル' },
  json: { en: 'A JSON address', ja: 'JSON の API' },
  hubspot: { en: 'HubSpot', ja: 'HubSpot' },
  salesforce: { en: 'Salesforce', ja: 'Salesforce' },
  zendesk: { en: 'Zendesk', ja: 'Zendesk' },
  redash: { en: 'Redash', ja: 'Redash' },
  bigquery: { en: 'BigQuery', ja: 'BigQuery' },
  jdbc: { en: 'A database', ja: 'データベース' },
  calendar: { en: 'Google Calendar', ja: 'Google カレンダー' },
  gmail: { en: 'Gmail', ja: 'Gmail' },
  forms: { en: 'Google Forms', ja: 'Google フォーム' },
  webhook: { en: 'Webhook', ja: 'Webhook' },
};
export const datasetLabel = (): Text => ({ en: 'What it brings', ja: '取り込むデータ' });
export const datasetWord = (dataset: DatasetName): Text => DATASET_WORDS[dataset];
const DATASET_WORDS: Readonly<Record<DatasetName, Text>> = {
  accounts: { en: 'Accounts', ja: '顧客企業' },
  contacts: { en: 'Contacts', ja: '担当者' },
  usage: { en: 'Usage', ja: '利用状況' },
  touches: { en: 'Touches', ja: '接点' },
  surveys: { en: 'Surveys', ja: 'アンケート' },
  tickets: { en: 'Tickets', ja: '問い合わせ' },
  revenue: { en: 'Revenue', ja: '売上' },
  entitlements: { en: 'Entitlements', ja: '契約枠' },
  outcomes: { en: 'Outcomes', ja: '契約の結果' },
};
/** Datasets in the order in which people connect them. */
export const DATASETS = Object.keys(DATASET_WORDS) as readonly DatasetName[];
export const nameLabel = (): Text => ({ en: 'Name of the source', ja: '取得元の名前' });
export const locationLabel = (kind: string): Text =>
  kind === 'tab'
    ? { en: 'Spreadsheet (empty: this one)', ja: 'スプレッドシートの URL（空欄ならこのブック）' }
    : { en: 'Where it is', ja: '接続先' };
export const tabLabel = (kind: string): Text =>
  kind === 'tab' ? { en: 'Tab', ja: 'タブ名' } : { en: 'Tab that holds the query', ja: 'クエリを書いたタブ' };
export const rowsPathLabel = (kind: string): Text =>
  kind === 'json'
    ? { en: 'Path of the rows in the answer', ja: '応答の中の行の位置' }
    : { en: 'Cell of the query (empty: the whole tab)', ja: 'クエリのセル（空欄ならタブ全体）' };
export const moreOptions = (): Text => ({ en: 'More options', ja: '詳細オプション' });
export const headerLabel = (): Text => ({
  en: 'Header that carries the key, e.g. Authorization: Bearer',
  ja: 'キーを送るヘッダー（例: Authorization: Bearer）',
});
export const secretLabel = (): Text => ({ en: 'Name of the key', ja: 'キーの名前' });
export const saveAndTest = (): Text => ({ en: 'Save and test', ja: '保存して接続を確認' });
export const testing = (): Text => ({ en: 'Asking the source…', ja: '接続を確認しています…' });
export const testAgain = (): Text => ({ en: 'Test', ja: '接続を確認' });
/** A key that is kept is known by its end, as far as that may be shown. */
export const keptKey = (label: string, end: string): Text => ({
  en: `${label} (kept${end && `, ends in ${end}`})`,
  ja: `${label}（保存済み${end && `、末尾 ${end}`}）`,
});
export const deleteKey = (): Text => ({ en: 'Delete the key', ja: 'キーを削除' });
export const keepKeys = (): Text => ({ en: 'Keep the key and test', ja: 'キーを保存して接続を確認' });
export const mapTitle = (): Text => ({ en: 'Which column is what', ja: '列の対応' });
export const mapFields = (): Text => ({ en: 'Map columns', ja: '列の対応付け' });
export const mapNothing = (): Text => ({ en: '(not there)', ja: '（なし）' });
export const required = (name: string): Text => ({ en: `${name} (required)`, ja: `${name}（必須）` });
export const saveMap = (): Text => ({ en: 'Save the mapping', ja: '対応を保存' });
export const mapSaved = (): Text => ({
  en: 'Saved. The next run reads the source so.',
  ja: '保存しました。次回の実行から反映されます。',
});
export const sample = (): Text => ({ en: 'First rows', ja: '先頭の行' });

export const runStep = (): Text => ({ en: 'See the first result', ja: '最初の結果を見る' });
export const runWhat = (): Text => ({
  en: 'A run pulls every source and scores every account. You may close the sidebar meanwhile; it goes on.',
  ja: '実行すると、全データを取り込み、全顧客のスコアを計算します。サイドバーを閉じても処理は続きます。',
});
export const runFirst = (): Text => ({ en: 'Run now', ja: '今すぐ実行' });
export const firstResult = (scored: number, accounts: number): Text => ({
  en: `${scored} of ${accounts} ${accounts === 1 ? 'account' : 'accounts'} scored.`,
  ja: `${accounts} 社中 ${scored} 社を採点しました。`,
});
export const seePortfolio = (): Text => ({ en: 'See the portfolio', ja: '全体の状況を見る' });

export const scheduleStep = (): Text => ({ en: 'Let it run by itself', ja: '自動で実行する' });
export const switchOn = (): Text => ({ en: 'Switch on', ja: 'オンにする' });

export const teamStep = (): Text => ({ en: 'Bring in the team', ja: 'チームで使う' });
export const teamWhat = (): Text => ({
  en: 'Enter everybody with a role in the Members tab, and share both spreadsheets: Kenshin Data only to view.',
  ja: 'Members タブに全員の役割を登録し、2つのスプレッドシートを共有します（Kenshin Data は閲覧権限で十分です）。',
});

export const sourcesTitle = (): Text => ({ en: 'Sources', ja: '取得元' });
export const noSource = (): Text => ({ en: 'No source yet.', ja: 'まだ登録されていません。' });
export const lastGood = (moment: string): Text => ({
  en: moment ? `last data ${moment}` : 'no data yet',
  ja: moment ? `最終取得 ${moment}` : '未取得',
});
export const switchedOff = (): Text => ({ en: 'off', ja: '停止中' });
export const sourceProblems = (count: number): Text => ({
  en: `${count} ${count === 1 ? 'problem' : 'problems'}`,
  ja: `問題 ${count} 件`,
});
export const problemsTitle = (count: number): Text => ({ en: `Problems (${count})`, ja: `問題（${count}）` });
export const noProblem = (): Text => ({ en: 'Nothing is wrong.', ja: '問題はありません。' });
export const problemsCut = (shown: number, all: number): Text => ({
  en: `The first ${shown} of ${all}; the Problems tab has them all.`,
  ja: `${all} 件中、先頭の ${shown} 件です。すべては Problems タブにあります。`,
});
export const severity = (level: 'error' | 'warning'): Text =>
  level === 'error' ? { en: 'error', ja: 'エラー' } : { en: 'remark', ja: '注意' };

export const removeTitle = (): Text => ({ en: 'Remove everything', ja: 'すべて削除' });
export const removeWhat = (): Text => ({
  en: 'Removes your triggers, your keys and every tab that Kenshin made. The spreadsheet "Kenshin Data" stays in Drive until you delete it there.',
  ja: 'あなたのトリガーとキー、Kenshin が作成したすべてのタブを削除します。「Kenshin Data」スプレッドシートはドライブに残るため、不要な場合はドライブで削除してください。',
});
export const removePeople = (): Text => ({
  en: 'Also Pulses, Goals and Action Updates, which people wrote',
  ja: '人が記入した Pulses・Goals・Action Updates も削除する',
});
export const removeWord = (): Text => ({ en: 'REMOVE', ja: '削除' });
export const removeConfirm = (word: string): Text => ({
  en: `Type ${word} to confirm`,
  ja: `確認のため「${word}」と入力`,
});
export const removeAll = (): Text => ({ en: 'Remove everything', ja: 'すべて削除する' });
export const check = (): Text => ({ en: 'Test and set up', ja: '確認・設定' });
