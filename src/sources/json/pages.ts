import { KenshinError } from '../../errors';
import type { HttpResponse } from '../../ports';
import { addressFault, hostOf, isAddress, resolveLink, withParameter } from '../address';
import { get, refuseLarge } from '../fetch';
import * as messages from '../messages';
import type { SourceContext, SourceSetting } from '../source';
import { readJson, textOf } from './answer';
import { at, describe } from './path';

/** Pages of one pull unless the options say otherwise. */
const PAGES = 500;
/** Rows of a page asked for by offset unless the options say otherwise. */
const PAGE_SIZE = 100;
/** Time left for storing what came. */
const RESERVE = 60000;

/** One page: the parsed answer's rows and what leads on. */
interface Page {
  readonly rows: readonly unknown[];
  readonly body: unknown;
  readonly text: string;
  readonly answer: HttpResponse;
}

/**
 * Every row of every page. A page that comes twice, a cursor that comes twice, or a lack of time end the pull with a
 * KenshinError, so that half an answer never passes for a whole one; a bound that the options set is reported instead.
 */
export function allRows(context: SourceContext): readonly unknown[] {
  const { setting } = context;
  const most = Number(setting.options.max_pages ?? PAGES);
  const host = hostOf(setting.location);
  const asked = new Set<string>();
  const rows: unknown[] = [];
  let address = firstAddress(setting);
  let last = '';
  let characters = 0;
  for (let pages = 1; ; pages += 1) {
    asked.add(address);
    const page = readPage(context, address);
    characters += page.text.length;
    refuseLarge(characters, host);
    if (page.rows.length > 0 && page.text === last) {
      throw new KenshinError('source', messages.pageRepeated(host), messages.correctPaging());
    }
    last = page.text;
    for (const row of page.rows) rows.push(row);
    const next = nextAddress(setting, address, page, pages, rows.length);
    if (next === null) return rows;
    refuseDetour(setting, next);
    if (asked.has(next)) throw new KenshinError('source', messages.pageRepeated(host), messages.correctPaging());
    if (pages >= most) {
      const why = messages.tooManyPages(pages);
      context.report({ severity: 'error', code: 'pages.bound', place: '', column: '', value: String(pages), why });
      return rows;
    }
    if (context.clock.remaining() < RESERVE) {
      throw new KenshinError('limit', messages.outOfTime(pages), messages.fewerPages());
    }
    address = next;
  }
}

/** The first page alone. */
export function firstPage(context: SourceContext): Page {
  return readPage(context, firstAddress(context.setting));
}

function readPage(context: SourceContext, address: string): Page {
  const answer = get(context, address, 'application/json');
  const host = hostOf(address);
  const text = textOf(answer, host);
  const body = readJson(text, host);
  const { rowsPath } = context.setting;
  const rows = at(body, rowsPath);
  if (!Array.isArray(rows)) {
    const found = describe(rows === undefined ? body : rows);
    throw new KenshinError('config', messages.rowsPathWrong(rowsPath, found), messages.correctRowsPath());
  }
  return { rows, body, text, answer };
}

function firstAddress(setting: SourceSetting): string {
  const { options, paging, location } = setting;
  const sized = options.size_parameter
    ? withParameter(location, options.size_parameter, options.page_size ?? String(PAGE_SIZE))
    : location;
  if (paging === 'page') return withParameter(sized, options.page_parameter ?? 'page', options.first_page ?? '1');
  if (paging === 'offset') return withParameter(sized, options.offset_parameter ?? 'offset', '0');
  return sized;
}

/** Null after the last page. By page and offset that is the first empty one: a server may send less than it was asked for. */
function nextAddress(
  setting: SourceSetting,
  address: string,
  page: Page,
  pages: number,
  rowsSoFar: number,
): string | null {
  const { options } = setting;
  switch (setting.paging) {
    case 'none':
      return null;
    case 'page': {
      const next = Number(options.first_page ?? 1) + pages;
      return page.rows.length === 0 ? null : withParameter(address, options.page_parameter ?? 'page', String(next));
    }
    case 'offset':
      return page.rows.length === 0
        ? null
        : withParameter(address, options.offset_parameter ?? 'offset', String(rowsSoFar));
    case 'link': {
      const link = nextLink(page.answer.headers.link ?? '');
      return link === null ? null : resolveLink(address, link);
    }
    case 'cursor': {
      const cursor = at(page.body, options.cursor_path ?? '');
      if (cursor === null || cursor === undefined || cursor === '' || cursor === false) return null;
      const text = String(cursor);
      if (options.cursor_parameter) return withParameter(address, options.cursor_parameter, text);
      return resolveLink(address, text);
    }
  }
}

/** The address of rel="next" in a Link header (RFC 8288). */
function nextLink(header: string): string | null {
  const links = /<([^>]*)>([^<]*)/g;
  for (let match = links.exec(header); match; match = links.exec(header)) {
    if (/;\s*rel\s*=\s*"?(?:[^";]*\s)?next(?:\s[^";]*)?"?\s*(?:[;,]|$)/i.test(match[2] as string))
      return match[1] as string;
  }
  return null;
}

/** The secret goes to the host it was meant for, to those that the options name, and nowhere else. */
function refuseDetour(setting: SourceSetting, next: string): void {
  const [host, other] = [hostOf(setting.location), hostOf(next)];
  const wrong = isAddress(next) ? addressFault(next) : messages.notAnAddress();
  if (wrong) throw new KenshinError('source', wrong, messages.correctPaging());
  if (other === host) return;
  const named = (setting.options.next_hosts ?? '').toLowerCase().split(/[\s,]+/);
  if (!named.includes(other) || !/^https:/i.test(next))
    throw new KenshinError('source', messages.otherHost(host, other), messages.correctPaging());
}
