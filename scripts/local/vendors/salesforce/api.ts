import type { Cell } from '../../../../src/domain/cell';
import type { VendorAnswer, VendorRequest } from '../vendor';
import type { Org } from './org';
import type { Row } from './records';
import { SCHEMA } from './schema';
import { SoqlError } from './soql';

/** Rows of a page unless Sforce-Query-Options asks for less (REST API Developer Guide, Query Options Header). */
const PAGE = 2000;
const MOST_RECORDS = 200;
const MOST_BATCHED = 25;
const ROOT = /^\/services\/data\/v\d+\.0/;

interface Job {
  readonly id: string;
  readonly soql: string;
  readonly all: boolean;
  polls: number;
  state: 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed';
}

/** The REST API below `/services/data/vXX.0` (REST API Developer Guide; Bulk API 2.0 and Bulk API Developer Guide). */
export interface Api {
  answer(request: Pick<VendorRequest, 'method' | 'path' | 'query' | 'headers' | 'body'>): VendorAnswer;
}

/** `polls` times a bulk job is still under way when it is asked about; `failing` jobs fail. */
export function restApi(org: Org, options: { polls?: number; failing?: boolean }): Api {
  const locators = new Map<string, { readonly soql: string; readonly all: boolean; readonly size: number }>();
  const jobs = new Map<string, Job>();

  const page = (soql: string, all: boolean, from: number, size: number): VendorAnswer => {
    const { parsed, rows, shown } = org.query(soql, all);
    const verb = all ? 'queryAll' : 'query';
    const modelledMs = 300 + Math.min(size, rows.length) / 10;
    if (parsed.fields[0] === 'COUNT()')
      return { body: { totalSize: rows.length, done: true, records: [] }, modelledMs: 300 };
    const records = rows.slice(from, from + size).map(shown);
    const done = from + size >= rows.length;
    const locator = `01g5g00000Q${locators.size}AAA`;
    if (!done && from === 0) locators.set(locator, { soql, all, size });
    const name = from === 0 ? locator : ([...locators].find(([, known]) => known.soql === soql)?.[0] ?? locator);
    const next = done ? {} : { nextRecordsUrl: `/services/data/v66.0/${verb}/${name}-${from + size}` };
    return { body: { totalSize: rows.length, done, ...next, records }, modelledMs };
  };

  const query: Api['answer'] = ({ path, query: asked, headers }) => {
    const [, verb, locator] = /\/(query|queryAll)(?:\/(.+))?$/i.exec(path.replace(/\/$/, '')) ?? [];
    const all = verb?.toLowerCase() === 'queryall';
    if (locator !== undefined) {
      const [, name = '', from] = /^(.+)-(\d+)$/.exec(locator) ?? [];
      const known = locators.get(name);
      return known
        ? page(known.soql, known.all, Number(from), known.size)
        : failure(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
    }
    const soql = asked.get('q');
    if (soql === null) return failure(400, 'MALFORMED_QUERY', 'A query string has to be specified');
    const wanted = Number(/batchSize=(\d+)/.exec(headers['sforce-query-options'] ?? '')?.[1] ?? PAGE);
    return page(soql, all, 0, Math.min(PAGE, Math.max(200, wanted)));
  };

  const bulk: Api['answer'] = ({ method, path, query: asked, body }) => {
    const [, id, results] = /\/jobs\/query(?:\/(\w+))?(\/results)?$/.exec(path) ?? [];
    if (id === undefined) {
      const { operation, query: soql, contentType = 'CSV' } = JSON.parse(body) as Record<string, string>;
      if (soql === undefined || !/^query(All)?$/.test(operation ?? ''))
        return failure(400, 'INVALIDJOB', 'Unsupported operation');
      org.query(soql, true);
      const job: Job = {
        ...{ id: `7505g00000J${jobs.size}AAA`, soql, all: operation === 'queryAll', polls: 0 },
        state: 'UploadComplete',
      };
      jobs.set(job.id, job);
      return { body: { ...jobView(job), contentType }, modelledMs: 400 };
    }
    const job = jobs.get(id);
    if (!job) return failure(404, 'NOT_FOUND', 'The requested resource does not exist');
    if (results === undefined) {
      if (method === 'DELETE') {
        jobs.delete(id);
        return { status: 204 };
      }
      job.polls += 1;
      job.state = job.polls <= (options.polls ?? 1) ? 'InProgress' : options.failing ? 'Failed' : 'JobComplete';
      return { body: jobView(job), modelledMs: 200 };
    }
    if (job.state !== 'JobComplete') return failure(400, 'INVALIDJOBSTATE', 'Results are not available yet');
    const { parsed, rows, text } = org.query(job.soql, job.all);
    const from = Number(asked.get('locator') ?? 0);
    const most = Number(asked.get('maxRecords') ?? rows.length);
    const some = rows.slice(from, from + most);
    const lines = some.map((row) => parsed.fields.map((path) => csv(text(row, path))).join(','));
    const next = from + most < rows.length ? String(from + most) : 'null';
    return {
      headers: {
        ...{ 'content-type': 'text/csv; charset=UTF-8', 'sforce-locator': next },
        'sforce-numberofrecords': String(some.length),
      },
      body: `${[parsed.fields.map(csv).join(','), ...lines].join('\n')}\n`,
      modelledMs: 500 + some.length / 20,
    };
  };

  const collections: Api['answer'] = ({ method, path, body }) => {
    const { records = [] } = JSON.parse(body) as { records?: readonly Record<string, unknown>[] };
    if (records.length > MOST_RECORDS)
      return failure(
        400,
        'EXCEEDED_ID_LIMIT',
        `record limit reached. cannot submit more than ${MOST_RECORDS} records into this call`,
      );
    const [, object, external] = /\/composite\/sobjects(?:\/(\w+)\/(\w+))?$/.exec(path) ?? [];
    const types = records.map(({ attributes }) => String((attributes as { type?: string } | undefined)?.type ?? ''));
    if (types.some((type) => !SCHEMA[type]))
      return failure(400, 'INVALID_TYPE', 'The type of the record must be specified in attributes.type');
    if (object !== undefined && types.some((type) => type !== object))
      return failure(400, 'INVALID_TYPE', 'all records must be of the type of the address');
    const results = records.map(({ attributes: _, ...values }, at) =>
      save(types[at] as string, values, method === 'POST' ? 'add' : (external ?? 'change')),
    );
    return { body: results, modelledMs: 300 + records.length * 5 };
  };

  const save = (object: string, sent: Record<string, unknown>, how: string): object => {
    const fields = org.describe(object)?.fields ?? [];
    const values: Row = {};
    for (const [name, value] of Object.entries(sent)) {
      if (name.toLowerCase() === 'id') continue;
      const field = fields.find((known) => known.name.toLowerCase() === name.toLowerCase());
      if (!field) return refusal('INVALID_FIELD', `No such column '${name}' on sobject of type ${object}`, []);
      if (!field.updateable && how !== 'add')
        return refusal('INVALID_FIELD_FOR_INSERT_UPDATE', `Unable to create/update fields: ${field.name}.`, [
          field.name,
        ]);
      if (field.type === 'double' && value !== null && typeof value !== 'number' && Number.isNaN(Number(value)))
        return refusal('JSON_PARSER_ERROR', `Cannot deserialize instance of double from VALUE_STRING value ${value}`, [
          field.name,
        ]);
      if (typeof value === 'string' && field.length > 0 && value.length > field.length)
        return refusal('STRING_TOO_LONG', `${field.label}: data value too large (max length=${field.length})`, [
          field.name,
        ]);
      values[field.name] = value as Cell;
    }
    if (how === 'add') return { id: org.add(object, values), success: true, errors: [] };
    if (how === 'change') {
      const id = String(sent.id ?? sent.Id ?? '');
      const changed = org.change(object, id, values);
      return changed
        ? { id: changed.Id, success: true, errors: [] }
        : refusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
    }
    const known = org.find(object, how, values[how] ?? null);
    if (!known) return { id: org.add(object, values), success: true, errors: [], created: true };
    org.change(object, String(known.Id), values);
    return { id: known.Id, success: true, errors: [], created: false };
  };

  const sobject: Api['answer'] = ({ method, path, body }) => {
    const [, name, rest] = /\/sobjects(?:\/(\w+))?(?:\/(\w+))?/.exec(path) ?? [];
    if (name === undefined)
      return {
        body: { encoding: 'UTF-8', maxBatchSize: 200, sobjects: Object.keys(SCHEMA).map((one) => ({ name: one })) },
      };
    const object = org.describe(name);
    if (!object) return failure(404, 'NOT_FOUND', 'The requested resource does not exist');
    if (rest === 'describe')
      return {
        body: { name: object.name, label: object.name, fields: object.fields, childRelationships: [] },
        modelledMs: 400,
      };
    if (rest === undefined) return { status: 201, body: save(object.name, JSON.parse(body), 'add') };
    const row = org.find(object.name, 'Id', rest);
    if (!row) return failure(404, 'NOT_FOUND', 'Provided external ID field does not exist or is not accessible');
    if (method === 'GET') return { body: { attributes: { type: object.name }, ...row } };
    if (method === 'DELETE') {
      org.change(object.name, rest, { IsDeleted: true });
      return { status: 204 };
    }
    const saved = save(object.name, { ...JSON.parse(body), id: rest }, 'change') as {
      errors: readonly { statusCode: string; message: string; fields: readonly string[] }[];
    };
    const [wrong] = saved.errors;
    return wrong
      ? { status: 400, body: [{ message: wrong.message, errorCode: wrong.statusCode, fields: wrong.fields }] }
      : { status: 204 };
  };

  const batch: Api['answer'] = ({ headers, body }) => {
    const { batchRequests } = JSON.parse(body) as { batchRequests: readonly { method: string; url: string }[] };
    if (batchRequests.length > MOST_BATCHED) return failure(400, 'BATCH_TOO_LARGE', 'limit of 25');
    const results = batchRequests.map(({ method, url }) => {
      const { pathname, searchParams } = new URL(
        `/services/data/${url.replace(/^\/?(services\/data\/)?/, '')}`,
        'http://org',
      );
      const { status = 200, body: result } = route({
        ...{ method, path: decodeURIComponent(pathname), query: searchParams, headers, body: '' },
      });
      return { statusCode: status, result };
    });
    return { body: { hasErrors: results.some(({ statusCode }) => statusCode >= 400), results }, modelledMs: 600 };
  };

  const route: Api['answer'] = (request) => {
    const path = request.path.replace(ROOT, '');
    try {
      if (/^\/query(All)?(\/|$)/i.test(path)) return query(request);
      if (/^\/jobs\/query/.test(path)) return bulk(request);
      if (/^\/composite\/sobjects/.test(path)) return collections(request);
      if (/^\/composite\/batch$/.test(path)) return batch(request);
      if (/^\/sobjects/.test(path)) return sobject(request);
    } catch (error) {
      if (error instanceof SoqlError) return failure(400, error.errorCode, error.message);
      if (error instanceof SyntaxError) return failure(400, 'JSON_PARSER_ERROR', error.message);
      throw error;
    }
    return failure(404, 'NOT_FOUND', 'The requested resource does not exist');
  };
  return { answer: route };
}

function jobView({ id, state, all, soql }: Job): object {
  const object = /\bfrom\s+(\w+)/i.exec(soql)?.[1] ?? '';
  return {
    ...{ id, operation: all ? 'queryAll' : 'query', object, state, apiVersion: 66, lineEnding: 'LF' },
    ...{ columnDelimiter: 'COMMA', concurrencyMode: 'Parallel' },
    ...(state === 'Failed' ? { errorMessage: 'InternalServerError: the query was given up' } : {}),
  };
}

function csv(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Errors of a request are a list (REST API Developer Guide, Status Codes and Error Responses). */
export function failure(status: number, errorCode: string, message: string): VendorAnswer {
  return { status, body: [{ message, errorCode }] };
}

function refusal(statusCode: string, message: string, fields: readonly string[]): object {
  return { success: false, errors: [{ statusCode, message, fields }] };
}
