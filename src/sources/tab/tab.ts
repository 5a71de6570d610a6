import { KenshinError } from '../../errors';
import * as messages from '../messages';
import { wholeNumber } from '../option';
import type { Pulled, SourceContext, SourceDeclaration } from '../source';

/** Rows above the header a sheet may have. */
const LOWEST_HEADER = 1000;

/** A tab of any spreadsheet the person may open, this one included. */
export const tabSource: SourceDeclaration = {
  kind: 'tab',
  options: [wholeNumber('header_row', messages.headerRowNote, 1, LOWEST_HEADER)],
  credential: [],
  streams: null,
  check: () => [],
  test: (context) => {
    const { name, columns } = readTab(context);
    return messages.found(
      name,
      columns.filter((column) => column !== ''),
    );
  },
  read: readTab,
};

function readTab({ setting, workbooks }: SourceContext): Pulled {
  const book = setting.location === '' ? workbooks.health() : workbooks.open(setting.location);
  const tabs = book.tabs();
  const name = setting.tabName === '' ? (tabs[0] ?? '') : setting.tabName;
  const grid = book.read(name);
  if (grid === null) throw new KenshinError('config', messages.tabMissing(name, tabs), messages.correctTabName());
  const headerRow = Number(setting.options.header_row ?? 1);
  const header = grid[headerRow - 1];
  if (!header?.some((cell) => cell !== null && cell !== '')) {
    throw new KenshinError('source', messages.emptyFile(name), messages.addHeader());
  }
  return {
    name,
    columns: header.map((cell) => (cell === null ? '' : String(cell))),
    headerRow,
    addressing: 'cell',
    each: (visit) => {
      for (let at = headerRow; at < grid.length; at += 1) {
        const row = grid[at] ?? [];
        if (row.some((cell) => cell !== null && cell !== '') && !visit(row, at + 1)) return;
      }
    },
  };
}
