import { quote } from '../../domain/problem';
import { KenshinError } from '../../errors';
import type { Content } from '../../ports';
import { addressFault, hostOf, isAddress } from '../address';
import { charsetNamed } from '../charset';
import { decode } from '../decode';
import { get, refuseLarge } from '../fetch';
import * as messages from '../messages';
import { HEADER_SECRET } from '../secret-key';
import type { Pulled, SourceContext, SourceDeclaration } from '../source';
import { refuseWebPage } from '../web-page';
import { delimiterNamed, guessDelimiter } from './delimiter';
import { eachRecord } from './records';

const SPREADSHEET = /^https:\/\/docs\.google\.com\/spreadsheets\/d\/(?!e\/)[^/]+\/(?!export|gviz)/;
const DRIVE = /^https:\/\/(?:drive|docs)\.google\.com\/(?!spreadsheets\/)/;
/** How a zip file begins, and so every .xlsx. */
const ZIP = 'PK\u0003\u0004';
/** Excel's way to name the delimiter in the first line. */
const SEPARATOR_LINE = /^sep=(.)(?:\r\n|\n|\r)/i;

/** A CSV file in Drive or at an https address. */
export const csvSource: SourceDeclaration = {
  kind: 'csv',
  options: [
    {
      name: 'delimiter',
      note: messages.delimiterNote,
      check: (value) => (delimiterNamed(value) ? null : messages.unknownDelimiter()),
    },
    {
      name: 'charset',
      note: messages.charsetNote,
      check: (value) => (charsetNamed(value) ? null : messages.unknownCharset()),
    },
  ],
  check: ({ location }) => {
    if (location === '') return [{ column: 'Location', why: messages.locationMissing() }];
    if (SPREADSHEET.test(location)) return [{ column: 'Location', why: messages.spreadsheetAsFile() }];
    const why = isAddress(location) ? addressFault(location) : null;
    return why ? [{ column: 'Location', why }] : [];
  },
  credential: HEADER_SECRET,
  streams: null,
  test: (context) => {
    const { name, columns } = readFile(context);
    return messages.found(name, columns);
  },
  read: readFile,
};

function readFile(context: SourceContext): Pulled {
  const file = open(context);
  const { text, charset, damaged } = decode(file.content, context.setting.options.charset ?? file.charset);
  refuseLarge(text.length, file.name);
  refuseWebPage(text, file.contentType, file.name);
  if (text.startsWith(ZIP)) throw new KenshinError('source', messages.excelFile(file.name), messages.saveAsCsv());
  if (damaged > 0) {
    context.report({
      severity: 'warning',
      code: 'text.damaged',
      place: '',
      column: '',
      value: file.name,
      why: messages.damagedText(damaged, charset),
    });
  }
  return readCsv(context, file.name, text);
}

interface OpenFile {
  readonly name: string;
  readonly content: Content;
  /** As the other side names them; '' where it does not. */
  readonly charset: string;
  readonly contentType: string;
}

function open(context: SourceContext): OpenFile {
  const { location } = context.setting;
  if (!isAddress(location) || DRIVE.test(location)) {
    return { ...context.files.read(location), charset: '', contentType: '' };
  }
  const answer = get(context, location, 'text/csv, text/plain, */*');
  const contentType = answer.headers['content-type'] ?? '';
  const charset = /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? '';
  return { name: hostOf(location), content: answer.content, charset, contentType };
}

/** The rows under the header, each told where it does not fit the header. */
function readCsv(context: SourceContext, name: string, text: string): Pulled {
  const separator = SEPARATOR_LINE.exec(text);
  const body = separator ? text.slice(separator[0].length) : text;
  if (body.trim() === '') throw new KenshinError('source', messages.emptyFile(name), messages.addHeader());
  const named = delimiterNamed(context.setting.options.delimiter ?? '') ?? separator?.[1];
  const delimiter = named ?? guessDelimiter(body);
  // Rows are counted as the file has them, the line that names the separator included.
  const skipped = separator ? 1 : 0;
  let headerRecord = 0;
  let columns: readonly string[] = [];
  eachRecord(body, delimiter, (fields, record) => {
    if (isBlank(fields)) return true;
    headerRecord = record;
    columns = trimmedHeader(fields);
    return false;
  });
  return {
    name,
    columns,
    headerRow: headerRecord + skipped,
    addressing: 'row',
    each: (visit) => {
      const width = columns.length;
      const { strayQuotes } = eachRecord(body, delimiter, (fields, record) => {
        if (record <= headerRecord || isBlank(fields)) return true;
        const row = record + skipped;
        if (fields.length !== width && !fits(context, fields, width, row)) return true;
        return visit(fields, row);
      });
      for (const record of strayQuotes) {
        context.report({
          severity: 'warning',
          code: 'csv.quote',
          place: `row ${record + skipped}`,
          column: '',
          value: '',
          why: messages.strayQuote(),
        });
      }
    },
  };
}

/** Trailing delimiters make no columns. */
function trimmedHeader(fields: readonly string[]): readonly string[] {
  let width = fields.length;
  while (width > 1 && fields[width - 1]?.trim() === '') width -= 1;
  return fields.slice(0, width);
}

function isBlank(fields: readonly string[]): boolean {
  return fields.every((field) => field.trim() === '');
}

/** False for a row whose values cannot all belong to a column. */
function fits(context: SourceContext, fields: readonly string[], width: number, row: number): boolean {
  const surplus = fields.slice(width).some((field) => field.trim() !== '');
  if (!surplus && fields.length >= width) return true;
  context.report({
    severity: surplus ? 'error' : 'warning',
    code: surplus ? 'row.long' : 'row.short',
    place: `row ${row}`,
    column: '',
    value: quote(fields.join(' | ')),
    why: surplus ? messages.rowTooLong(fields.length, width) : messages.rowTooShort(fields.length, width),
  });
  return !surplus;
}
