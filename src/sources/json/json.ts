import { KenshinError } from '../../errors';
import { addressFault, hostOf } from '../address';
import * as messages from '../messages';
import { wholeNumber, words } from '../option';
import { HEADER_SECRET } from '../secret-key';
import type { SourceDeclaration, SourceOption } from '../source';
import * as notes from './messages';
import { allRows, firstPage } from './pages';
import { tableOf } from './table';

const OPTIONS: readonly SourceOption[] = [
  words('cursor_path', notes.cursorPath),
  words('cursor_parameter', notes.cursorParameter),
  words('page_parameter', notes.pageParameter),
  wholeNumber('first_page', notes.firstPage, 0, 1),
  words('offset_parameter', notes.offsetParameter),
  words('size_parameter', notes.sizeParameter),
  wholeNumber('page_size', notes.pageSize, 1, 100000),
  wholeNumber('max_pages', notes.maxPages, 1, 10000),
  words('next_hosts', notes.nextHosts),
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
