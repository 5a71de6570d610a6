import { exchange } from '../../scripts/local/gas/http-client';
import type { Problem } from '../../src/domain/problem';
import { isKenshinError, KenshinError } from '../../src/errors';
import type { Http, HttpResponse } from '../../src/ports';
import { secretKey } from '../../src/sources/secret-key';
import type { SourceContext, SourceDeclaration, SourceSetting } from '../../src/sources/source';
import { textContent } from '../app/ports/bytes';
import { memoryPlatform } from '../app/ports/memory-platform';
import { source } from '../app/pull/pulled';

export const KEY = 'the-key-0123456789';

/** What one bite of a source brought. */
export interface Bite {
  readonly columns: readonly string[];
  /** Rows by column; what is null is left out. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly problems: readonly string[];
  readonly removed: readonly string[];
  readonly cursor: string | null;
  readonly more: boolean;
  /** Milliseconds waited, and until when the source rests. */
  readonly sleeps: readonly number[];
  readonly rests: readonly number[];
}

export interface Reading {
  readonly cursor?: string | null;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly milliseconds?: number;
}

/** Real HTTP behind the port, as the platform would do it: redirects are not followed. */
export const realHttp: Http = {
  fetchAll: (requests) =>
    exchange(
      requests.map(({ url, method, headers, body, timeoutSeconds }) => ({
        url,
        method: method.toUpperCase() as 'GET',
        headers: Object.entries(headers),
        body: body === null ? null : Buffer.from(body),
        followRedirects: false,
        validateCertificates: true,
        timeoutMs: timeoutSeconds * 1000,
        maxBytes: 50 * 1024 * 1024,
      })),
    ).map((answer): HttpResponse | Error => {
      if (!('status' in answer)) return new KenshinError('network', { en: 'no answer', ja: '' }, { en: '', ja: '' });
      const headers = Object.fromEntries(answer.headers.map(([name, value]) => [name.toLowerCase(), value]));
      return { status: answer.status, headers, content: textContent(Buffer.from(answer.body).toString('utf8')) };
    }),
};

/** A source of `kind` against an address, its secret being `KEY` unless given; time is the test's own. */
export function contextOf(kind: string, changes: Partial<SourceSetting>, given: Reading = {}) {
  const setting = source({ kind, id: kind, ...changes });
  const secrets = given.secrets ?? { [secretKey(kind)]: KEY };
  const platform = memoryPlatform({ secrets, milliseconds: given.milliseconds ?? 360000 });
  const problems: string[] = [];
  const rests: number[] = [];
  const context = {
    ...platform,
    http: realHttp,
    setting,
    cursor: given.cursor ?? null,
    report: ({ severity, code, value }: Omit<Problem, 'source'>) => void problems.push(`${severity} ${code} ${value}`),
    pause: (until: number) => void rests.push(until),
  } as unknown as SourceContext;
  return { context, platform, problems, rests };
}

/** One bite, from the cursor on. */
export function bite(declaration: SourceDeclaration, changes: Partial<SourceSetting>, given: Reading = {}): Bite {
  const { context, platform, problems, rests } = contextOf(declaration.kind, changes, given);
  const pulled = declaration.read(context);
  const rows: Record<string, unknown>[] = [];
  pulled.each((cells) => {
    const entries = pulled.columns.map((column, at) => [column, cells[at]]);
    rows.push(Object.fromEntries(entries.filter(([, cell]) => cell !== null && cell !== undefined && cell !== '')));
    return true;
  });
  return {
    columns: pulled.columns,
    rows,
    problems,
    removed: pulled.removed ?? [],
    cursor: pulled.cursor ?? null,
    more: pulled.more === true,
    sleeps: platform.sleeps,
    rests,
  };
}

/** What the source says in place of bringing anything. */
export function failureOf(work: () => unknown): { readonly kind: string; readonly words: string } {
  try {
    work();
  } catch (error) {
    if (isKenshinError(error)) return { kind: error.kind, words: `${error.text.en} ${error.next.en}` };
    throw error;
  }
  throw new Error('nothing was refused');
}
