import { oauthToken } from '../../scripts/local/gas/oauth-token';
import type { Grid } from '../../src/domain/cell';
import type { Http } from '../../src/ports';
import type { SourceContext, SourceDeclaration, SourceSetting } from '../../src/sources/source';
import { memoryPlatform } from '../app/ports/memory-platform';
import { memoryWorkbook } from '../app/ports/memory-workbook';
import { source } from '../app/pull/pulled';
import { realHttp } from './vendor-reading';

const AUTH = 'https://www.googleapis.com/auth/';
export const EMAIL = 'ops@kenshin.example';

/** How a source of one of Google's own hosts is read. */
export interface GoogleReading {
  readonly setting?: Partial<SourceSetting>;
  /** What Google's hosts lead to. */
  readonly origin: string;
  readonly scopes: readonly string[];
  readonly cursor?: string | null;
  readonly milliseconds?: number;
  readonly domains?: readonly string[];
  /** Tabs of the Health workbook. */
  readonly tabs?: Readonly<Record<string, Grid>>;
  /** The token in place of one that a local script would be given. */
  readonly token?: string;
}

/** Real HTTP to a stand-in in place of Google's hosts; any other host is a mistake. */
export function httpTo(origin: string): Http {
  return {
    fetchAll: (requests) =>
      realHttp.fetchAll(
        requests.map((request) => {
          const url = request.url.replace(/^https:\/\/[a-z]+\.googleapis\.com(?=\/)/, origin);
          if (url === request.url) throw new Error(`asked somebody else: ${url}`);
          return { ...request, url };
        }),
      ),
  };
}

export function googleContext(kind: string, given: GoogleReading) {
  const platform = memoryPlatform({
    milliseconds: given.milliseconds ?? 360000,
    domains: given.domains ?? [],
    health: memoryWorkbook({ id: 'health', tabs: given.tabs ?? {} }),
  });
  const problems: string[] = [];
  const rests: number[] = [];
  const context: SourceContext = {
    ...platform,
    http: httpTo(given.origin),
    token: () => given.token ?? oauthToken({ email: EMAIL, scopes: given.scopes.map((scope) => AUTH + scope) }),
    setting: source({ kind, id: kind, location: '', ...given.setting }),
    cursor: given.cursor ?? null,
    report: ({ severity, code, value }) => void problems.push(`${severity} ${code} ${value}`),
    pause: (until) => void rests.push(until),
  };
  return { context, platform, problems, rests };
}

/** One bite: rows by column, what is null left out. */
export function googleBite(declaration: SourceDeclaration, given: GoogleReading) {
  const { context, platform, problems, rests } = googleContext(declaration.kind, given);
  const pulled = declaration.read(context);
  const rows: Record<string, unknown>[] = [];
  pulled.each((cells) => {
    const entries = pulled.columns.map((column, at) => [column, cells[at]] as const);
    rows.push(Object.fromEntries(entries.filter(([, cell]) => cell !== null && cell !== undefined)));
    return true;
  });
  return {
    ...{ rows, problems, rests, columns: pulled.columns, removed: pulled.removed ?? [], sleeps: platform.sleeps },
    cursor: pulled.cursor ?? null,
    more: pulled.more === true,
  };
}
