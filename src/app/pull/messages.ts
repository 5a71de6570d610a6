import type { Text } from '../../domain/text';

export const sourceTwice = (): Text => ({
  en: 'Another row has this Source ID. Give each source an id of its own.',
  ja: 'この Source ID は別の行でも使われています。取得元ごとに異なる ID を付けてください。',
});

export const notAPair = (line: number): Text => ({
  en: `Line ${line} is not of the form name = value.`,
  ja: `${line} 行目が「名前 = 値」の形式になっていません。`,
});

export const unknownOption = (
  name: string,
  known: readonly { readonly name: string; readonly note: Text }[],
): Text => ({
  en: `This kind has no option "${name}". Options: ${known.map((option) => `${option.name} (${option.note.en})`).join(' ')}`,
  ja: `この種類に「${name}」というオプションはありません。使えるもの：${known.map((option) => `${option.name}（${option.note.ja}）`).join('')}`,
});

export const secretWithoutHeader = (): Text => ({
  en: 'Header Name and Secret Name belong together: fill both or neither.',
  ja: 'Header Name と Secret Name は、両方入力するか両方空欄にしてください。',
});

export const headerNameWrong = (): Text => ({
  en: 'A header name holds letters, digits and - only, e.g. X-Api-Key.',
  ja: 'ヘッダー名に使えるのは英数字と - だけです（例 X-Api-Key）。',
});

export const mappedColumnMissing = (
  theirs: string,
  ours: string,
  seen: readonly string[],
  last: string | null,
): Text => ({
  en: `Field Map takes ${ours} from "${theirs}", but there is no such column${last ? ` (last seen ${last})` : ''}. Columns: ${seen.join(', ')}. Correct Field Map in the Sources tab; the last good values stay.`,
  ja: `Field Map では ${ours} を「${theirs}」から取り込む設定ですが、その列がありません${last ? `（最終取得 ${last}）` : ''}。ある列：${seen.join('、')}。Sources タブの Field Map を修正してください（前回の値は残ります）。`,
});

export const columnGone = (last: string): Text => ({
  en: `The source no longer brings this, or its values are of another type; last read ${last}. The last good values stay. Mend the source, or Field Map in the Sources tab.`,
  ja: `この項目が取得元からなくなったか、値の型が変わりました（最終取得 ${last}）。前回の値は残ります。取得元か Sources タブの Field Map を修正してください。`,
});

export const paused = (): Text => ({
  en: 'The request limit of the other side is used up.',
  ja: '取得元のリクエスト上限に達しています。',
});

export const waits = (): Text => ({
  en: 'It is asked again once the limit is renewed; the last good data stay in use.',
  ja: '上限がリセットされた後に再開します。前回取り込んだデータを引き続き使います。',
});

export const requiredColumnsMissing = (
  file: string,
  dataset: string,
  missing: readonly string[],
  seen: readonly string[],
): Text => ({
  en: `${file} cannot be read as ${dataset}: it lacks ${missing.join(', ')}. Columns: ${seen.join(', ')}.`,
  ja: `${file} を ${dataset} として取り込めません。${missing.join('、')} 列がありません。ある列：${seen.join('、')}。`,
});

export const mapColumn = (field: string): Text => ({
  en: `Rename the column, or write "${field} = their column" in Field Map of the Sources tab. The last good data stay in use.`,
  ja: `列名を変更するか、Sources タブの Field Map に「${field} = 取得元の列名」と書いてください。前回取り込んだデータを引き続き使います。`,
});

export const blankHeader = (column: number): Text => ({
  en: `Column ${column} has no name, so it was left out. Name it in the header row.`,
  ja: `${column}列目に見出しがないため取り込みませんでした。見出しを入力してください。`,
});

export const duplicateHeader = (name: string): Text => ({
  en: `The header has "${name}" twice; the first was read, this one left out. Rename one of them.`,
  ja: `見出し「${name}」が重複しています。最初の列だけを取り込みました。どちらかの列名を変更してください。`,
});

export const valueMissing = (field: string): Text => ({
  en: `A row needs ${field}; the row was left out. Fill it in the source.`,
  ja: `${field} が空のため、この行は取り込みませんでした。取得元で入力してください。`,
});

export const rowLeftOut = (why: Text): Text => ({
  en: `${why.en} The row was left out.`,
  ja: `${why.ja}この行は取り込みませんでした。`,
});

export const duplicateKey = (row: number): Text => ({
  en: `Row ${row} has the same id; the later row counts. Remove one of them in the source.`,
  ja: `${row} 行目と ID が重複しています。後の行を採用しました。取得元でどちらかを削除してください。`,
});

export const duplicateUsage = (): Text => ({
  en: 'This account, day, measure and user came before; the later value counts. Add them up in the source if both are meant.',
  ja: '同じ顧客・日付・指標・ユーザーの値が重複しています。後の値を採用しました。合計したい場合は取得元で集計してください。',
});

export const columnUnused = (name: string): Text => ({
  en: `Usage has no place for the column "${name}", so it was left out. If it is a measure, name it in Measures of the Sources tab.`,
  ja: `利用状況には「${name}」列を取り込む場所がないため、取り込みませんでした。指標であれば、Sources タブの Measures に列名を書いてください。`,
});

export const columnShadowed = (name: string): Text => ({
  en: `The column "${name}" was left out, because Field Map takes this value from another column.`,
  ja: `Field Map で別の列から取り込む設定のため、「${name}」列は取り込みませんでした。`,
});

export const noDay = (): Text => ({
  en: 'The date is empty. Fill it in the source.',
  ja: '日付が空です。取得元で入力してください。',
});

export const implausibleDay = (): Text => ({
  en: 'Usage is kept for days from 2000 to 2099. Check the date.',
  ja: '利用状況の日付は2000年から2099年までです。日付を確認してください。',
});

export const noMeasures = (file: string, seen: readonly string[]): Text => ({
  en: `${file} has no column with numbers that could be a measure. Columns: ${seen.join(', ')}.`,
  ja: `${file} に、指標として使える数値の列がありません。ある列：${seen.join('、')}。`,
});

export const correctMeasures = (): Text => ({
  en: 'Correct Measures in the Sources tab. The last good data stay in use.',
  ja: 'Sources タブの Measures を修正してください。前回取り込んだデータを引き続き使います。',
});

export const noRows = (name: string): Text => ({
  en: `${name} has a header but no rows. What was pulled before stays in use.`,
  ja: `${name} にはデータ行がありません。以前に取り込んだデータを引き続き使います。`,
});

export const rowsPulled = (rows: number, kept: number, changed: number, extras: readonly string[]): Text => ({
  en: `${rows} rows, ${kept} kept, ${changed} new or changed.${extras.length > 0 ? ` Also kept as attributes: ${extras.join(', ')}.` : ''}`,
  ja: `${rows}行を読み込み、${kept}行を採用（追加・変更 ${changed}行）。${extras.length > 0 ? `独自の列も属性として取り込みました：${extras.join('、')}。` : ''}`,
});

export const usagePulled = (rows: number, kept: number): Text => ({
  en: `${rows} rows, ${kept} values kept.`,
  ja: `${rows}行を読み込み、${kept}件の値を採用しました。`,
});

export const unexpected = (): Text => ({
  en: 'Something unexpected went wrong while reading this source. The last good data stay in use; please report the value beside this line.',
  ja: 'この取得元の読み込み中に想定外のエラーが発生しました。前回取り込んだデータを引き続き使います。隣の値を添えて報告してください。',
});

export const beyondScale = (dataset: Text, what: string, most: number): Text => ({
  en: `${dataset.en}: ${what} is a number from 0 to ${most}. This value was left empty, the rest of the row was kept. Correct it in the source.`,
  ja: `${dataset.ja}の ${what} は 0～${most} の数値です。この値だけ空欄とし、行のほかの値は取り込みました。取得元で修正してください。`,
});

export const closedFirst = (): Text => ({
  en: 'The ticket is closed before it was opened, so it counts as closed on the day it was opened. Correct one of the dates in the source.',
  ja: '起票日より前に完了しているため、起票日に完了したものとして扱います。取得元でどちらかの日付を修正してください。',
});

export const renewalFirst = (): Text => ({
  en: 'The renewal lies before the start of the contract. Both dates are used as they are; check them in the source.',
  ja: '更新日が契約開始日より前です。どちらもそのまま使います。取得元で確認してください。',
});

export const farAhead = (): Text => ({
  en: 'This day is more than two years ahead, and the row counts only from then on. Check the year in the source.',
  ja: '2年以上先の日付です。その日になるまで、この行は計算に使われません。取得元で年を確認してください。',
});

export const belowZero = (): Text => ({
  en: 'This number is below zero. It is used as it is; check it in the source.',
  ja: 'マイナスの数値です。そのまま計算に使います。取得元で確認してください。',
});
