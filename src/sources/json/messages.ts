import type { Text } from '../../domain/text';

export const cursorPath = (): Text => ({
  en: 'Where the cursor to the next page stands in the answer, e.g. meta.next.',
  ja: '応答の中で、次のページのカーソルがある位置です（例 meta.next）。',
});

export const cursorParameter = (): Text => ({
  en: 'Query parameter that carries the cursor; none when the cursor is an address.',
  ja: 'カーソルを渡すクエリパラメータです。カーソルがアドレスなら不要です。',
});

export const pageParameter = (): Text => ({
  en: 'Query parameter of the page; page when empty.',
  ja: 'ページ番号のクエリパラメータです。空欄なら page です。',
});

export const firstPage = (): Text => ({
  en: 'Number of the first page; 1 when empty.',
  ja: '最初のページ番号です。空欄なら1です。',
});

export const offsetParameter = (): Text => ({
  en: 'Query parameter of the offset; offset when empty.',
  ja: 'オフセットのクエリパラメータです。空欄なら offset です。',
});

export const sizeParameter = (): Text => ({
  en: 'Query parameter of the page size; none when empty.',
  ja: 'ページの件数を指定するクエリパラメータです。空欄なら指定しません。',
});

export const pageSize = (): Text => ({
  en: 'Rows of a page; 100 when empty.',
  ja: '1ページの件数です。空欄なら100です。',
});

export const maxPages = (): Text => ({
  en: 'Pages of one pull; 500 when empty.',
  ja: '1回に取得するページ数の上限です。空欄なら500です。',
});

export const nextHosts = (): Text => ({
  en: 'Other hosts that the next page may stand on, parted by spaces; the secret is sent there too.',
  ja: '次のページとして許可する別のホストです（空白区切り）。シークレットもそこに送られます。',
});
