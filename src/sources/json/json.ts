import { KenshinError } from '../../errors';
import { addressFault, hostOf } from '../address';
import * as messages from '../messages';
import { wholeNumber, words } from '../option';
import { HEADER_SECRET } from '../secret-key';
import type { SourceDeclaration, SourceOption } from '../source';
import { allRows, firstPage } from './pages';
import { tableOf } from './table';

const OPTIONS: readonly SourceOption[] = [
  words('cursor_path', {
    en: 'Where the cursor to the next page stands in the answer, e.g. meta.next.',
    ja: '応答の中で、次のページのカーソルがある位置です（例 meta.next）。',
  }),
  words('cursor_parameter', {
    en: 'Query parameter that carries the cursor; none when the cursor is an address.',
    ja: 'カーソルを渡すクエリパラメータです。カーソルがアドレスなら不要です。',
  }),
  words('page_parameter', {
    en: 'Query parameter of the page; page when empty.',
    ja: 'ページ番号のクエリパラメータです。空欄なら page です。',
  }),
  wholeNumber(
    'first_page',
    { en: 'Number of the first page; 1 when empty.', ja: '最初のページ番号です。空欄なら1です。' },
    0,
    1,
  ),
  words('offset_parameter', {
    en: 'Query parameter of the offset; offset when empty.',
    ja: 'オフセットのクエリパラメータです。空欄なら offset です。',
  }),
  words('size_parameter', {
    en: 'Query parameter of the page size; none when empty.',
    ja: 'ページの件数を指定するクエリパラメータです。空欄なら指定しません。',
  }),
  wholeNumber(
    'page_size',
    { en: 'Rows of a page; 100 when empty.', ja: '1ページの件数です。空欄なら100です。' },
    1,
    100000,
  ),
  wholeNumber(
    'max_pages',
    { en: 'Pages of one pull; 500 when empty.', ja: '1回に取得するページ数の上限です。空欄なら500です。' },
    1,
    10000,
  ),
  words('next_hosts', {
    en: 'Other hosts that the next page may stand on, parted by spaces; the secret is sent there too.',
    ja: '次のページとして許可する別のホストです（空白区切り）。シークレットもそこに送られます。',
  }),
];

/** A list of records answered as JSON by an https address, whole or page by page. */
export const jsonSource: SourceDeclaration = {
  kind: 'json',
  options: OPTIONS,
  check: ({ location, paging, options }) => {
    const wrong = location === '' ? messages.addressMissing() : addressFault(location);
    return [
      ...(wrong ? [{ column: 'Location', why: wrong }] : []),
      ...(paging === 'cursor' && !options.cursor_path ? [{ column: 'Options', why: messages.cursorUnset() }] : []),
    ];
  },
  credential: HEADER_SECRET,
  streams: null,
  test: (context) => {
    const name = hostOf(context.setting.location);
    return messages.found(name, tableOf(context, name, firstPage(context).rows).columns);
  },
  read: (context) => {
    const name = hostOf(context.setting.location);
    const records = allRows(context);
    const table = tableOf(context, name, records);
    if (records.length > 0 && table.columns.length === 0) {
      throw new KenshinError('source', messages.emptyFile(name), messages.correctRowsPath());
    }
    return table;
  },
};
