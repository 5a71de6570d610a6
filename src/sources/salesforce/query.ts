import { KenshinError } from '../../errors';
import type { HttpResponse } from '../../ports';
import { ask, askOne, type Call } from '../ask';
import { eachRecord } from '../csv/records';
import type { Page } from '../gather';
import { jsonOf, textOf } from '../json/answer';
import * as shared from '../messages';
import type { SourceContext } from '../source';
import * as messages from './messages';
import type { SalesforceObject } from './objects';
import type { Plan } from './plan';
import { type OrgSession, verdictOnFault } from './session';

/** Longest address that is asked for; the platform's own limit is 2,048 characters. */
const LONGEST_ADDRESS = 2000;
/** Rows of one result of a bulk query; held in memory at once. */
const BULK_ROWS = 50000;
const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };

/** The first page of a query with the size of the whole result. */
export interface FirstPage extends Page {
  readonly size: number;
}

interface Answered {
  readonly totalSize: number;
  readonly records: readonly unknown[];
  readonly nextRecordsUrl?: string;
}

/** The query for what changed since an instant, or for everything that is not deleted. */
export function soqlOf(
  { object, where }: SalesforceObject,
  plan: Plan,
  condition: string,
  since: number | null,
): string {
  const paths = ['Id', 'IsDeleted', 'SystemModstamp', ...plan.besides, ...plan.columns.map(([, , path]) => path)];
  const conditions = [
    since === null ? 'IsDeleted = false' : `SystemModstamp >= ${new Date(since).toISOString()}`,
    // What no longer meets the object's own conditions is asked for too, so that it can go.
    since === null ? (where ?? '') : '',
    condition === '' ? '' : `(${condition})`,
  ].filter((text) => text !== '');
  return `SELECT ${[...new Set(paths)].join(',')} FROM ${object} WHERE ${conditions.join(' AND ')}`;
}

/**
 * Asks a query, deleted and archived records included. One too long for an address goes as a batch of one in the body of a
 * request. Source: Salesforce, REST API Developer Guide, QueryAll and Composite Batch.
 */
export function firstPage(context: SourceContext, session: OrgSession, soql: string): FirstPage {
  const path = `queryAll?q=${encodeURIComponent(soql).replace(/'/g, '%27')}`;
  const url = session.url(path);
  if (url.length <= LONGEST_ADDRESS) return pageOf(jsonOf(askOne(context, { url }, session.manners), session.name));
  const version = /v[\d.]+/.exec(session.url(''))?.[0] ?? '';
  const body = JSON.stringify({ batchRequests: [{ method: 'GET', url: `${version}/${path}` }] });
  const call: Call = { url: session.url('composite/batch'), method: 'post', headers: HEADERS, body };
  const { results } = jsonOf(askOne(context, call, session.manners), session.name) as {
    readonly results: readonly { readonly statusCode: number; readonly result: unknown }[];
  };
  const [only] = results;
  if (only && only.statusCode < 300) return pageOf(only.result);
  const [fault = {}] = (only?.result ?? []) as readonly { errorCode?: string; message?: string }[];
  const verdict = verdictOnFault(session.name, only?.statusCode ?? 500, fault, context.clock.now());
  if (verdict.until !== undefined) context.pause(verdict.until);
  throw verdict.failure;
}

/** A further page, by the path the one before named; null where it has been forgotten meanwhile. */
export function nextPage(context: SourceContext, session: OrgSession, path: string): Page | null {
  session.refuseBeyondShare();
  const [answer] = ask(context, [{ url: session.url(path) }], { ...session.manners, accepts: [400, 404] });
  if (!answer || answer.status >= 400) return null;
  return pageOf(jsonOf(answer, session.name));
}

function pageOf(answered: unknown): FirstPage {
  const { totalSize, records, nextRecordsUrl } = answered as Answered;
  return { size: totalSize, records, next: nextRecordsUrl ?? null };
}

/** Begins a bulk query; answers its id. Source: Salesforce, Bulk API 2.0 Developer Guide, Query Jobs. */
export function beginBulk(context: SourceContext, session: OrgSession, soql: string): string {
  const body = JSON.stringify({
    ...{ operation: 'queryAll', query: soql, contentType: 'CSV' },
    ...{ columnDelimiter: 'COMMA', lineEnding: 'LF' },
  });
  const call: Call = { url: session.url('jobs/query'), method: 'post', headers: HEADERS, body };
  return (jsonOf(askOne(context, call, session.manners), session.name) as { id: string }).id;
}

/** How a bulk query stands: it works, it is done, or it failed with these words ('' where it is no longer known). */
export function bulkState(
  context: SourceContext,
  session: OrgSession,
  job: string,
): { readonly state: 'working' | 'done' } | { readonly state: 'failed'; readonly words: string } {
  session.refuseBeyondShare();
  const [answer] = ask(context, [{ url: session.url(`jobs/query/${job}`) }], { ...session.manners, accepts: [404] });
  if (!answer || answer.status === 404) return { state: 'failed', words: '' };
  const { state, errorMessage } = jsonOf(answer, session.name) as { state: string; errorMessage?: string };
  if (state === 'JobComplete') return { state: 'done' };
  return state === 'Failed' || state === 'Aborted'
    ? { state: 'failed', words: errorMessage ?? state }
    : { state: 'working' };
}

/** Some of a bulk query's rows, each by the paths of the query, and where the next ones are. */
export function bulkPage(context: SourceContext, session: OrgSession, job: string, locator: string): Page {
  session.refuseBeyondShare();
  const place = locator === '' ? '' : `&locator=${encodeURIComponent(locator)}`;
  const url = session.url(`jobs/query/${job}/results?maxRecords=${BULK_ROWS}${place}`);
  const answer = askOne(context, { url, headers: { accept: 'text/csv' } }, session.manners);
  const next = answer.headers['sforce-locator'] ?? 'null';
  return { records: csvRecords(answer, session.name), next: next === 'null' ? null : next };
}

function csvRecords(answer: HttpResponse, name: string): readonly unknown[] {
  const records: Record<string, string | null>[] = [];
  let header: readonly string[] = [];
  let whole = true;
  eachRecord(textOf(answer, name), ',', (cells, number) => {
    if (number === 1) header = cells;
    else if (cells.length === header.length) {
      const record: Record<string, string | null> = {};
      header.forEach((path, at) => {
        record[path] = cells[at] === '' ? null : (cells[at] as string);
      });
      records.push(record);
    } else whole = false;
    return true;
  });
  // The vendor counts its rows: fewer came of an answer that was cut off.
  const told = answer.headers['sforce-numberofrecords'];
  if (!whole || header.length === 0 || (told !== undefined && Number(told) !== records.length))
    throw new KenshinError('network', messages.bulkCut(name), shared.tryLater());
  return records;
}
