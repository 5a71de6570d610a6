/** Modelled price of a service call: `ms` fixed, `perUnit` more for each unit named in `unit`. */
export interface Latency {
  readonly ms: number;
  readonly perUnit?: number;
  readonly unit?: string;
  /** Range seen in measurements. */
  readonly low?: number;
  readonly high?: number;
  /** Where the figure comes from, in key words to search for; Google publishes none. */
  readonly source: string;
}

/** Prices of every service but the spreadsheet's, which stand in spreadsheet/costs.ts. */
export const LATENCY = {
  executionStart: { ms: 800, low: 300, high: 2000, source: 'guess: no measurement published' },
  rpcRoundTrip: { ms: 1000, low: 500, high: 2500, source: 'guess: no measurement published' },
  urlFetch: {
    ms: 300,
    low: 100,
    high: 500,
    perUnit: 1e-4,
    unit: 'byte of the answer',
    source: 'tanaikech 2018-04-19, fetchAll against fetch; bandwidth is a guess (10 MB/s)',
  },
  urlFetchAll: { ms: 500, perUnit: 1e-4, unit: 'byte of the answers', source: 'tanaikech 2018-04-19' },
  propertyRead: { ms: 30, low: 20, high: 84, source: 'ziritione: Apps Script APIs performance, 100 runs' },
  propertyWrite: { ms: 62, low: 43, high: 231, source: 'ziritione: Apps Script APIs performance, 100 runs' },
  cacheRead: { ms: 20, low: 3, high: 28, source: 'qiita mitonattou919: CacheService timings; ziritione' },
  cacheWrite: { ms: 75, low: 51, high: 281, source: 'qiita mitonattou919; ziritione' },
  cacheRemove: { ms: 90, source: 'qiita mitonattou919: CacheService timings' },
  lockTake: { ms: 100, source: 'guess: no measurement published' },
  lockRelease: { ms: 50, source: 'guess: no measurement published' },
  triggerRead: { ms: 100, source: 'guess: no measurement published' },
  triggerWrite: { ms: 500, source: 'guess: no measurement published' },
  mailSend: { ms: 500, source: 'guess: no measurement published' },
  driveFile: { ms: 300, perUnit: 1e-4, unit: 'byte', source: 'guess: as one UrlFetch' },
  jdbcConnect: { ms: 250, source: 'justin.poehnelt.com: apps-script-postgresql' },
  jdbcStatement: { ms: 118, source: 'justin.poehnelt.com: apps-script-postgresql' },
  jdbcRows: { ms: 118, perUnit: 0.0085, unit: 'cell', source: 'guess: a statement, and cells as a sheet reads them' },
  formRead: { ms: 500, perUnit: 1, unit: 'answer', source: 'guess: no measurement published' },
  log: { ms: 4, source: 'tanaikech 2022-08-31: console.log' },
  htmlFile: { ms: 20, source: 'guess: no measurement published' },
  /** Session, Utilities, builders: nothing leaves the script. */
  local: { ms: 0, source: 'no service is called' },
} as const satisfies Readonly<Record<string, Latency>>;
