import type { ColumnWords } from '../../domain/words';
import type { WordsOf } from '../tab';
import type { CONFIG_VERSIONS, LISTS, PROBLEMS, RUNS } from './journal';

export const RUNS_WORDS: WordsOf<typeof RUNS> = {
  title: { en: 'Runs', ja: '実行記録' },
  note: {
    en: 'One row a run: what it did, what it left out.',
    ja: '実行ごとに 1 行。何をしたか、何を省いたかを残します。',
  },
  columns: {
    'Run ID': { ja: '実行ID', note: { en: 'Names the run in every tab.', ja: '各タブで使う実行の名前です。' } },
    Kind: { ja: '種類', note: { en: 'What was asked for.', ja: '実行の種類です。' } },
    State: { ja: '状態', note: { en: 'How it ended, or running.', ja: '終わり方です。実行中は running です。' } },
    'Started Timestamp': { ja: '開始日時', note: { en: 'When it started.', ja: '開始した日時です。' } },
    'Ended Timestamp': { ja: '終了日時', note: { en: 'When it ended.', ja: '終了した日時です。' } },
    'As Of Date': { ja: '基準日', note: { en: 'The day that was scored.', ja: '採点した日です。' } },
    'Account Count': { ja: '顧客数', note: { en: 'Accounts that were seen.', ja: '対象になった顧客数です。' } },
    'Scored Count': { ja: '採点数', note: { en: 'Accounts that got a score.', ja: 'スコアがついた顧客数です。' } },
    'Problem Count': { ja: '問題数', note: { en: 'Rows of Problems it left.', ja: 'Problems タブに残した件数です。' } },
    'Config Version': {
      ja: '設定バージョン',
      note: { en: 'Configuration that was in force.', ja: '使った設定のバージョンです。' },
    },
    'Slice Count': { ja: '分割数', note: { en: 'Executions it took.', ja: '何回の実行に分けたかです。' } },
    'Run Note': { ja: '説明', note: { en: 'What it did, in words.', ja: '実行内容の説明です。' } },
    'Left Out Note': {
      ja: '省いたもの',
      note: {
        en: 'What did not fit or was not reached, and where to find it.',
        ja: '収まらなかったものと、その見かたです。',
      },
    },
    'Starter Email': {
      ja: '実行者',
      note: { en: 'Who started it; empty for a time trigger.', ja: '開始した人です。時間トリガーなら空欄です。' },
    },
  },
};

export const PROBLEMS_WORDS: WordsOf<typeof PROBLEMS> = {
  title: { en: 'Problems', ja: '問題一覧' },
  note: {
    en: 'Everything that was refused or looks wrong, with its place and how to mend it. Written anew by every run.',
    ja: '受け付けられなかったもの、疑わしいものを、場所と直し方つきで示します。実行のたびに書き換わります。',
  },
  columns: {
    'Problem ID': { ja: '問題ID', note: { en: 'Number within the run.', ja: '実行内の通し番号です。' } },
    Severity: {
      ja: '重さ',
      note: {
        en: 'error: kept out. warning: used, but look at it.',
        ja: 'error は不採用、warning は採用したものの要確認です。',
      },
    },
    Source: {
      ja: '場所',
      note: {
        en: 'Source or tab it was found in. Where it is a tab of this spreadsheet, the link leads to the cell.',
        ja: '見つかったソースまたはタブです。このスプレッドシートのタブの場合は、リンクから該当のセルへ移動できます。',
      },
    },
    Place: {
      ja: 'セル・行',
      note: { en: 'Cell (P7) or row of a file.', ja: 'セル番地（P7 など）またはファイルの行です。' },
    },
    Column: { ja: '列', note: { en: 'Column or field.', ja: '列または項目です。' } },
    'Found Text': { ja: '見つかった値', note: { en: 'What stood there.', ja: 'そこにあった値です。' } },
    'Mend Note': {
      ja: '直し方',
      note: { en: 'What is wrong and how to mend it.', ja: '何が問題で、どう直すかです。' },
    },
    'Problem Code': {
      ja: 'コード',
      note: { en: 'Short name of the kind of problem.', ja: '問題の種類を表す短い名前です。' },
    },
    'Found Timestamp': { ja: '検出日時', note: { en: 'When it was found.', ja: '見つけた日時です。' } },
  },
};

const snapshot = (part: number): ColumnWords => ({
  ja: `控え ${part}`,
  note: {
    en: 'The configuration as text, for restoring; kept for the newest versions.',
    ja: '復元用に設定を文字列で保存したものです（新しい版のみ）。',
  },
});

export const CONFIG_VERSIONS_WORDS: WordsOf<typeof CONFIG_VERSIONS> = {
  title: { en: 'Config Versions', ja: '設定の履歴' },
  note: {
    en: 'One row a saved configuration: who, when, what changed. Any row that still keeps its tabs can be restored.',
    ja: '保存した設定ごとに 1 行。誰が・いつ・何を変えたかを残し、控えのある時点に戻せます。',
  },
  columns: {
    'Version ID': {
      ja: '履歴ID',
      note: { en: 'Version and moment of saving, parted by |.', ja: 'バージョンと保存日時を | でつないだものです。' },
    },
    'Config Version': {
      ja: '設定バージョン',
      note: { en: 'The version that scores carry.', ja: 'スコアに付くバージョンです。' },
    },
    'Saved Timestamp': { ja: '保存日時', note: { en: 'When it was saved.', ja: '保存した日時です。' } },
    'Author Email': { ja: '保存者', note: { en: 'Who saved it.', ja: '保存した人です。' } },
    Comment: { ja: 'コメント', note: { en: 'Why, in their words.', ja: '変更の理由です。' } },
    'Change Note': { ja: '変更点', note: { en: 'What changed, one a line.', ja: '変更点です（1 行に 1 件）。' } },
    'Snapshot 1': snapshot(1),
    'Snapshot 2': snapshot(2),
    'Snapshot 3': snapshot(3),
    'Snapshot 4': snapshot(4),
    'Snapshot 5': snapshot(5),
    'Snapshot 6': snapshot(6),
  },
};

export const LISTS_WORDS: WordsOf<typeof LISTS> = {
  title: { en: 'Lists', ja: '選択肢' },
  note: { en: 'One row an allowed word of each list.', ja: '選択肢ごとに 1 行です。' },
  columns: {
    'List ID': { ja: 'ID', note: { en: 'List and item, parted by |.', ja: 'リストと項目を | でつないだものです。' } },
    List: { ja: 'リスト', note: { en: 'Which list.', ja: 'どのリストかを示します。' } },
    Item: { ja: '項目', note: { en: 'The word as cells hold it.', ja: 'セルに入れる語です。' } },
    'Item Ja': { ja: '項目（日本語）', note: { en: 'The word in Japanese.', ja: '日本語での呼び名です。' } },
    'Sort Order': {
      ja: '並び順',
      note: { en: 'Place within the list, 1 first.', ja: 'リスト内の順番です（1 が先頭）。' },
    },
  },
};
