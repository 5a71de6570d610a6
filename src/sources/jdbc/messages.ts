import type { Text } from '../../domain/text';

export const notADatabase = (): Text => ({
  en: 'Write jdbc:postgresql://host:port/database (or mysql, sqlserver), with a port from 1025 on.',
  ja: 'jdbc:postgresql://ホスト:ポート/データベース（mysql、sqlserver も可）の形式で、ポートは1025以上を指定してください。',
});

export const signInElsewhere = (): Text => ({
  en: 'Take user and password out of the address; they are entered with the key.',
  ja: 'アドレスからユーザー名とパスワードを削除し、キーの登録で入力してください。',
});

export const sinceUnset = (): Text => ({
  en: 'The query has a ? but Options name no since_column to fill it.',
  ja: 'クエリに ? がありますが、Options に since_column がありません。',
});

export const rowsUnordered = (column: string, columns: readonly string[]): Text => ({
  en: `Going on needs the query ordered by ${column}, and ${column} among its columns: ${columns.join(', ')}.`,
  ja: `続きを取り込むには、クエリを ${column} で並べ替え、結果の列に含める必要があります。列：${columns.join('、')}`,
});

export const tooManyRows = (most: number): Text => ({
  en: `Only the first ${most} rows were read. Name a since_column in Options, and put ? where the query compares with it.`,
  ja: `最初の${most}行だけ取り込みました。Options に since_column を指定し、クエリの比較値を ? にしてください。`,
});

export const sinceColumn = (): Text => ({
  en: 'Column by which the query is ordered; its last value fills each ? of the next pull.',
  ja: 'クエリの並べ替えに使う列です。最後の値が、次回の取り込みで ? に入ります。',
});

export const firstSince = (): Text => ({
  en: 'What fills ? the first time; 1970-01-01 when empty.',
  ja: '初回に ? へ入れる値です。空欄なら 1970-01-01 です。',
});

export const pageSize = (): Text => ({
  en: 'Rows read at a time; 20000 when empty.',
  ja: '一度に読み込む行数です。空欄なら 20000 です。',
});

export const user = (): Text => ({ en: 'User', ja: 'ユーザー名' });
export const password = (): Text => ({ en: 'Password', ja: 'パスワード' });
