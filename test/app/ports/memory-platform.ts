import { KenshinError } from '../../../src/errors';
import type { Content, HttpRequest, HttpResponse, Platform, Store, Workbook } from '../../../src/ports';
import { textContent } from './bytes';
import { type MemoryWorkbook, memoryWorkbook } from './memory-workbook';

type PullPorts = Pick<
  Platform,
  | 'clock'
  | 'workbooks'
  | 'http'
  | 'files'
  | 'secrets'
  | 'store'
  | 'installation'
  | 'token'
  | 'webToken'
  | 'databases'
  | 'forms'
>;

export type Answer = { status?: number; headers?: Record<string, string>; body?: string; content?: Content } | Error;

/** Ports with real memory. An address, file or spreadsheet that was not put there is an error, as it would be. */
export interface MemoryPlatform extends PullPorts {
  readonly health: MemoryWorkbook;
  readonly requests: HttpRequest[];
  readonly sleeps: number[];
  /** What sources know of accounts' domains. */
  domains(): readonly string[];
  /** Moves the clock. */
  pass(milliseconds: number): void;
}

/** As Google's tokens look. */
const TOKEN = 'ya29.token-of-the-person';

export const NOW = Date.UTC(2026, 0, 31, 0, 30);

export function memoryPlatform(
  given: {
    files?: Readonly<Record<string, string | Content>>;
    books?: Readonly<Record<string, Workbook>>;
    health?: MemoryWorkbook;
    answer?: (request: HttpRequest, count: number) => Answer;
    secrets?: Readonly<Record<string, string>>;
    milliseconds?: number;
    databases?: Platform['databases'];
    forms?: Platform['forms'];
    domains?: readonly string[];
  } = {},
): MemoryPlatform {
  const health = given.health ?? memoryWorkbook();
  const requests: HttpRequest[] = [];
  const sleeps: number[] = [];
  let now = NOW;
  const end = NOW + (given.milliseconds ?? 360000);
  return {
    health,
    requests,
    sleeps,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    clock: {
      now: () => now,
      remaining: () => end - now,
      sleep: (milliseconds) => {
        sleeps.push(milliseconds);
        now += milliseconds;
      },
    },
    workbooks: {
      health: () => health,
      open: (id) => {
        const book = given.books?.[id];
        if (book) return book;
        throw new KenshinError('input', { en: 'No such spreadsheet.', ja: '' }, { en: 'Check the link.', ja: '' });
      },
      settle: () => undefined,
      obtain: () => {
        throw new Error('a pull makes no workbook');
      },
    },
    http: {
      fetchAll: (asked) =>
        asked.map((request): HttpResponse | Error => {
          requests.push(request);
          if (!given.answer) throw new Error(`no answer was put at ${request.url}`);
          const answer = given.answer(request, requests.length);
          if (answer instanceof Error) return answer;
          const content = answer.content ?? textContent(answer.body ?? '');
          return { status: answer.status ?? 200, headers: answer.headers ?? {}, content };
        }),
    },
    files: {
      read: (id) => {
        const file = given.files?.[id];
        if (file === undefined) {
          throw new KenshinError('input', { en: 'No such file.', ja: '' }, { en: 'Check the link.', ja: '' });
        }
        return { name: id, content: typeof file === 'string' ? textContent(file) : file };
      },
    },
    secrets: memoryStore(given.secrets),
    store: memoryStore(),
    installation: memoryStore(),
    token: () => TOKEN,
    webToken: (claims, privateKey) => `signed(${claims}) by ${privateKey}`,
    databases: given.databases ?? { ask: () => refuse('no database') },
    forms: given.forms ?? { read: () => refuse('no form') },
    domains: () => given.domains ?? [],
  };
}

function memoryStore(values: Readonly<Record<string, string>> = {}): Store {
  const kept = new Map(Object.entries(values));
  return {
    get: (key) => kept.get(key) ?? null,
    getAll: () => Object.fromEntries(kept),
    set: (added) => {
      for (const [key, value] of Object.entries(added)) kept.set(key, value);
    },
    remove: (key) => void kept.delete(key),
  };
}

function refuse(why: string): never {
  throw new Error(`${why} was put there`);
}
