import { quote } from '../../domain/problem';
import type { Text } from '../../domain/text';
import { KenshinError, withoutAddresses } from '../../errors';
import { addressFault } from '../address';
import { askOne, type Call, type Manners, RESERVE } from '../ask';
import { jsonCall, jsonOf, listIn } from '../json/answer';
import { tableOf } from '../json/table';
import * as shared from '../messages';
import { wholeNumber } from '../option';
import { bodyOf, refusalOf } from '../refusal';
import { secretOf } from '../secret-key';
import type { Pulled, SourceContext, SourceDeclaration, SourceSetting } from '../source';
import * as messages from './messages';

const REDASH = 'Redash';
/** Seconds that a result may be old unless the options say otherwise. */
const MAX_AGE = 3600;
/** Longest pause between two looks at a job. */
const LONGEST_PAUSE = 10;
/** What `max_age` says for any result there is. */
const ANY = -1;

interface Job {
  readonly id?: unknown;
  readonly status?: unknown;
  readonly error?: unknown;
}

/** A result, or the job that makes one. */
interface Answer {
  readonly result: { readonly data?: unknown } | undefined;
  readonly job: Job;
}

/** A job under way, and how often it was left for later. */
interface Cursor {
  readonly job: string;
  readonly slices: number;
}

/**
 * The result of a saved Redash query, for any dataset. Sources: Redash, "API", "Working with API results"; the handlers
 * query_results.py and the Job model of getredash/redash.
 */
export const redashSource: SourceDeclaration = {
  kind: 'redash',
  options: [
    wholeNumber('query', { en: 'Number of the query.', ja: 'クエリ番号です。' }, 1, 2147483647),
    wholeNumber(
      'max_age',
      {
        en: 'Seconds a result may be old; 3600. 0 always runs it.',
        ja: '再利用してよい結果の経過秒数です。既定は3600、0なら毎回実行します。',
      },
      0,
      31536000,
    ),
    {
      name: 'parameters',
      note: { en: 'Values of its parameters, as JSON.', ja: 'パラメータの値です（JSON）。' },
      check: (value) => (parametersIn(value) ? null : messages.notParameters()),
    },
  ],
  credential: [{ name: '', label: { en: 'API key', ja: 'APIキー' }, needed: () => true }],
  streams: null,
  check: ({ location, options }) => {
    const wrong = location === '' ? messages.addressMissing() : addressFault(location);
    return [
      ...(wrong ? [{ column: 'Location', why: wrong }] : []),
      ...(options.query ? [] : [{ column: 'Options', why: messages.queryMissing() }]),
    ];
  },
  test: (context) => {
    return shared.found(REDASH, columnsOf(execute(context, ANY)));
  },
  read,
};

function read(context: SourceContext): Pulled {
  const before: Cursor | null = context.cursor ? JSON.parse(context.cursor) : null;
  let answer: Answer = before
    ? { result: undefined, job: { id: before.job } }
    : execute(context, Number(context.setting.options.max_age || MAX_AGE));
  // A job that Redash no longer knows (they are kept for hours) is begun anew, once.
  for (let runs = before ? 0 : 1; !answer.result; runs += 1) {
    const job = String(answer.job.id);
    const state = finished(context, job);
    if (state === 'waiting') {
      const cursor: Cursor = { job, slices: before ? before.slices + 1 : 1 };
      return { ...tableOf(context, REDASH, []), cursor: JSON.stringify(cursor), more: true };
    }
    if (runs > 1) throw unusable(messages.noResult());
    // By its number a result is not given to the key of a query with parameters; as the newest one it is given to every key.
    answer = execute(context, state === 'done' ? ANY : 0);
  }
  const { rows } = Object(answer.result.data) as { rows?: unknown };
  if (!Array.isArray(rows)) throw unusable(shared.notJson(REDASH));
  return tableOf(context, REDASH, rows, undefined, columnsOf(answer));
}

function columnsOf({ result }: Answer): readonly string[] {
  return [...new Set(listIn(Object(result).data, 'columns').map(({ name }) => String(name)))];
}

function unusable(why: Text): KenshinError {
  return new KenshinError('source', why, shared.tryLater());
}

/** Asks for the result; a job stands in its place where the query has to run first. */
function execute(context: SourceContext, maxAge: number): Answer {
  const { options } = context.setting;
  const body = { parameters: parametersIn(options.parameters || '{}'), max_age: maxAge, apply_auto_limit: false };
  const answer = answerTo(context, jsonCall(redashUrl(context.setting, 'results'), body), mannersOf(context));
  if (!answer.result && !answer.job.id) throw unusable(shared.notJson(REDASH));
  return answer;
}

/** Looks at a job until it is done or this execution's time is; `gone` where Redash knows it no longer. */
function finished(context: SourceContext, job: string): 'done' | 'waiting' | 'gone' {
  const { clock } = context;
  const call = { url: redashUrl(context.setting, `jobs/${encodeURIComponent(job)}`) };
  let gone = false;
  const manners: Manners = {
    ...mannersOf(context),
    judge: ({ status }) => {
      // A job that is not known: Redash fails, or says so.
      gone = status === 404 || status === 500;
      return gone ? { failure: unusable(messages.noResult()), again: false } : null;
    },
  };
  try {
    for (let pause = 1; ; pause = Math.min(LONGEST_PAUSE, pause + 1)) {
      if (answerTo(context, call, manners).job.status === 3) return 'done';
      if (clock.remaining() < RESERVE * 2 + pause * 1000) return 'waiting';
      clock.sleep(pause * 1000);
    }
  } catch (error) {
    if (gone) return 'gone';
    throw error;
  }
}

/** What Redash answers. A job that failed (4) or was cancelled (5) says why. */
function answerTo(context: SourceContext, call: Call, manners: Manners): Answer {
  const body = Object(jsonOf(askOne(context, call, manners), REDASH)) as Record<string, unknown>;
  const job = Object(body.job) as Job;
  if (job.status === 4 || job.status === 5) throw failureOf(job.error);
  return { result: body.query_result as Answer['result'], job };
}

function failureOf(reason: unknown): KenshinError {
  const words = quote(withoutAddresses(String(reason || '')));
  return new KenshinError('source', messages.queryFailed(words), messages.mendQuery());
}

function mannersOf(context: SourceContext): Manners {
  return {
    atOnce: 1,
    sign: () => ({ authorization: `Key ${secretOf(context, '')}` }),
    judge: (answer) => {
      if (answer.status === 404) {
        const words = messages.keyOrQuery(String(context.setting.options.query));
        return { failure: new KenshinError('credential', words, messages.checkKeyAndQuery()), again: false };
      }
      const { job, message } = bodyOf(answer);
      // Parameters that do not fit and sources that are paused come as 400, 401 and 403 with a job that failed.
      const failed = answer.status >= 400 && answer.status < 500 && (Object(job) as Job).error;
      return failed ? { failure: failureOf(failed), again: false } : refusalOf(REDASH, answer, message);
    },
  };
}

function redashUrl({ location, options }: SourceSetting, path: string): string {
  return `${location.replace(/\/+$/, '')}/api/queries/${options.query}/${path}`;
}

function parametersIn(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
