import { column } from '../column';
import type { Tab } from '../tab';

export const RUNS: Tab = {
  name: 'Runs',
  title: { en: 'Runs', ja: '実行記録' },
  note: {
    en: 'One row a run: what it did, what it left out.',
    ja: '実行ごとに 1 行。何をしたか、何を省いたかを残します。',
  },
  workbook: 'health',
  writer: 'script',
  kind: 'table',
  key: 'Run ID',
  columns: [
    column('Run ID', '実行ID', 'id', 'Names the run in every tab.', '各タブで使う実行の名前です。'),
    column('Kind', '種類', 'choice', 'What was asked for.', '実行の種類です。', {
      choices: ['daily', 'hourly', 'manual', 'backfill', 'setup'],
    }),
    column('State', '状態', 'choice', 'How it ended, or running.', '終わり方です。実行中は running です。', {
      choices: ['running', 'done', 'failed'],
    }),
    column('Started Timestamp', '開始日時', 'timestamp', 'When it started.', '開始した日時です。'),
    column('Ended Timestamp', '終了日時', 'timestamp', 'When it ended.', '終了した日時です。'),
    column('As Of Date', '基準日', 'date', 'The day that was scored.', '採点した日です。'),
    column('Account Count', '顧客数', 'integer', 'Accounts that were seen.', '対象になった顧客数です。'),
    column('Scored Count', '採点数', 'integer', 'Accounts that got a score.', 'スコアがついた顧客数です。'),
    column('Problem Count', '問題数', 'integer', 'Rows of Problems it left.', 'Problems タブに残した件数です。'),
    column(
      'Config Version',
      '設定バージョン',
      'text',
      'Configuration that was in force.',
      '使った設定のバージョンです。',
    ),
    column('Slice Count', '分割数', 'integer', 'Executions it took.', '何回の実行に分けたかです。'),
    column('Run Note', '説明', 'longText', 'What it did, in words.', '実行内容の説明です。'),
    column(
      'Left Out Note',
      '省いたもの',
      'longText',
      'What did not fit or was not reached, and where to find it.',
      '収まらなかったものと、その見かたです。',
    ),
    column(
      'Starter Email',
      '実行者',
      'email',
      'Who started it; empty for a time trigger.',
      '開始した人です。時間トリガーなら空欄です。',
    ),
  ],
};

export const PROBLEMS: Tab = {
  name: 'Problems',
  title: { en: 'Problems', ja: '問題一覧' },
  note: {
    en: 'Everything that was refused or looks wrong, with its place and how to mend it. Written anew by every run.',
    ja: '受け付けられなかったもの、疑わしいものを、場所と直し方つきで示します。実行のたびに書き換わります。',
  },
  workbook: 'health',
  writer: 'script',
  kind: 'table',
  key: 'Problem ID',
  columns: [
    column('Problem ID', '問題ID', 'id', 'Number within the run.', '実行内の通し番号です。'),
    column(
      'Severity',
      '重さ',
      'choice',
      'error: kept out. warning: used, but look at it.',
      'error は不採用、warning は採用したものの要確認です。',
      {
        choices: ['error', 'warning'],
      },
    ),
    column('Source', '場所', 'text', 'Source or tab it was found in.', '見つかったソースまたはタブです。'),
    column('Place', 'セル・行', 'text', 'Cell (P7) or row of a file.', 'セル番地（P7 など）またはファイルの行です。'),
    column('Column', '列', 'text', 'Column or field.', '列または項目です。'),
    column('Found Text', '見つかった値', 'text', 'What stood there.', 'そこにあった値です。'),
    column('Mend Note', '直し方', 'longText', 'What is wrong and how to mend it.', '何が問題で、どう直すかです。'),
    column('Problem Code', 'コード', 'text', 'Short name of the kind of problem.', '問題の種類を表す短い名前です。'),
    column('Found Timestamp', '検出日時', 'timestamp', 'When it was found.', '見つけた日時です。'),
  ],
};

/** Cells that the text of one configuration may take in Config Versions. */
export const SNAPSHOT_PARTS = 6;

export const CONFIG_VERSIONS: Tab = {
  name: 'Config Versions',
  title: { en: 'Config Versions', ja: '設定の履歴' },
  note: {
    en: 'One row a saved configuration: who, when, what changed. Any row that still keeps its tabs can be restored.',
    ja: '保存した設定ごとに 1 行。誰が・いつ・何を変えたかを残し、控えのある時点に戻せます。',
  },
  workbook: 'health',
  writer: 'script',
  kind: 'table',
  key: 'Version ID',
  columns: [
    column(
      'Version ID',
      '履歴ID',
      'id',
      'Version and moment of saving, parted by |.',
      'バージョンと保存日時を | でつないだものです。',
    ),
    column(
      'Config Version',
      '設定バージョン',
      'text',
      'The version that scores carry.',
      'スコアに付くバージョンです。',
    ),
    column('Saved Timestamp', '保存日時', 'timestamp', 'When it was saved.', '保存した日時です。'),
    column('Author Email', '保存者', 'email', 'Who saved it.', '保存した人です。'),
    column('Comment', 'コメント', 'longText', 'Why, in their words.', '変更の理由です。'),
    column('Change Note', '変更点', 'longText', 'What changed, one a line.', '変更点です（1 行に 1 件）。'),
    ...Array.from({ length: SNAPSHOT_PARTS }, (_, index) =>
      column(
        `Snapshot ${index + 1}`,
        `控え ${index + 1}`,
        'text',
        'The configuration as text, for restoring; kept for the newest versions.',
        '復元用に設定を文字列で保存したものです（新しい版のみ）。',
      ),
    ),
  ],
};

export const LISTS: Tab = {
  name: 'Lists',
  title: { en: 'Lists', ja: '選択肢' },
  note: { en: 'One row an allowed word of each list.', ja: '選択肢ごとに 1 行です。' },
  workbook: 'health',
  writer: 'script',
  kind: 'table',
  key: 'List ID',
  columns: [
    column('List ID', 'ID', 'id', 'List and item, parted by |.', 'リストと項目を | でつないだものです。'),
    column('List', 'リスト', 'text', 'Which list.', 'どのリストかを示します。'),
    column('Item', '項目', 'text', 'The word as cells hold it.', 'セルに入れる語です。'),
    column('Item Ja', '項目（日本語）', 'text', 'The word in Japanese.', '日本語での呼び名です。'),
    column('Sort Order', '並び順', 'integer', 'Place within the list, 1 first.', 'リスト内の順番です（1 が先頭）。'),
  ],
};
