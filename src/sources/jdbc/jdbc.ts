import { KenshinError } from '../../errors';
import type { DatabaseRows } from '../../ports';
import { RESERVE } from '../ask';
import { correctQuery, found } from '../messages';
import { wholeNumber, words } from '../option';
import { queryFaults, queryText } from '../query-text';
import { secretOf } from '../secret-key';
import type { Pulled, SourceContext, SourceDeclaration } from '../source';
import * as messages from './messages';

/** Ports below are closed to the Jdbc service (Apps Script guide, JDBC). */
const LOWEST_PORT = 1025;
const ADDRESS = /^jdbc:(?:postgresql|mysql|sqlserver|oracle:thin):(?:\/\/|@)([^\s/:;?@,]+):(\d{1,5})(?:[/;?].*)?$/i;
const SIGN_IN = /@[^/]*:\d|[?&;](?:user|username|password|pwd)=/i;
/** Rows of one bite unless `page_size` says otherwise. */
const ROWS = 20000;
const SECONDS = 120;
const YES = /^(?:t|true|1)$/i;

/** Rows of a query to a database that Apps Script reaches over JDBC. */
export const jdbcSource: SourceDeclaration = {
  kind: 'jdbc',
  options: [
    words('since_column', messages.sinceColumn),
    words('first_since', messages.firstSince),
    wholeNumber('page_size', messages.pageSize, 1, 100000),
  ],
  credential: [
    { name: 'user', label: messages.user, needed: () => true },
    { name: 'password', label: messages.password, needed: () => true },
  ],
  streams: null,
  query: queryText,
  check: (setting) => {
    const port = Number((ADDRESS.exec(setting.location) || [])[2]);
    const wrong = SIGN_IN.test(setting.location)
      ? messages.signInElsewhere()
      : port >= LOWEST_PORT && port < 65536
        ? null
        : messages.notADatabase();
    return [...(wrong ? [{ column: 'Location', why: wrong }] : []), ...queryFaults(setting)];
  },
  test: (context) => {
    const { columns } = ask(context, 1, firstSince(context));
    return found(
      nameOf(context),
      columns.map(({ name }) => name),
    );
  },
  read: (context) => {
    const most = Number(context.setting.options.page_size || ROWS);
    const since = context.cursor ?? firstSince(context);
    const { columns, rows } = ask(context, most, since);
    const names = columns.map(({ name }) => name);
    const flags = columns.map(({ flag }) => flag);
    const column = context.setting.options.since_column;
    return {
      name: nameOf(context),
      columns: names,
      headerRow: 0,
      addressing: 'row',
      ...(column ? goingOn(context, column, names, rows, most) : whole(context, rows, most)),
      each: (visit) => {
        for (let at = 0; at < rows.length; at += 1) {
          const cells = (rows[at] as DatabaseRows['rows'][number]).map((cell, place) =>
            flags[place] && cell !== null ? YES.test(cell) : cell,
          );
          if (!visit(cells, at + 1)) return;
        }
      },
    };
  },
};

function ask(context: SourceContext, most: number, since: string): DatabaseRows {
  const { setting, clock, databases } = context;
  const sql = queryText(context);
  const places = placeholders(sql);
  if (places > 0 && !setting.options.since_column)
    throw new KenshinError('config', messages.sinceUnset(), correctQuery(setting.tabName));
  return databases.ask({
    url: setting.location,
    user: secretOf(context, 'user'),
    password: secretOf(context, 'password'),
    sql,
    values: new Array<string>(places).fill(since),
    most,
    seconds: Math.max(1, Math.min(SECONDS, Math.floor((clock.remaining() - RESERVE) / 1000))),
  });
}

/** Question marks outside quotes and comments. */
function placeholders(sql: string): number {
  return sql.replace(/'[^']*'|"[^"]*"|`[^`]*`|--[^\n]*|\/\*[\s\S]*?\*\//g, '').split('?').length - 1;
}

/** Where the next pull begins: at the last row, which is read once more, since others may share its value. */
function goingOn(
  { setting, cursor }: SourceContext,
  column: string,
  names: readonly string[],
  rows: DatabaseRows['rows'],
  most: number,
): Pick<Pulled, 'cursor' | 'more'> {
  const at = names.indexOf(column);
  const [first, last] = [rows[0]?.[at], rows[rows.length - 1]?.[at]];
  const more = rows.length >= most;
  if (at < 0 || (more && (last === null || last === undefined || first === last)))
    throw new KenshinError('config', messages.rowsUnordered(column, names), correctQuery(setting.tabName));
  const end = last ?? cursor;
  return { ...(end === null ? {} : { cursor: end }), more };
}

function whole({ report }: SourceContext, rows: DatabaseRows['rows'], most: number): Pick<Pulled, 'more'> {
  if (rows.length >= most)
    report({
      ...{ severity: 'error', code: 'pages.bound', place: '', column: '' },
      value: String(most),
      why: messages.tooManyRows(most),
    });
  return { more: false };
}

const firstSince = ({ setting }: SourceContext): string => setting.options.first_since || '1970-01-01';
const nameOf = ({ setting }: SourceContext): string => (ADDRESS.exec(setting.location) as RegExpExecArray)[1] as string;
