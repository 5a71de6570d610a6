import { parseArgs } from 'node:util';
import { type Day, parseDay } from '../../../src/domain/day';
import type { Locale } from '../../../src/domain/text';
import { vendorNames } from '../vendors/start';

/** What `npm start -- ...` was asked for. */
export interface StartOptions {
  /** Folder of CSV files named by dataset; null for the demo portfolio. */
  readonly data: string | null;
  /** Folder of CSV files named by configuration tab, each replacing the tab; null for the defaults. */
  readonly config: string | null;
  readonly out: string;
  /** Null: the newest day in the data. */
  readonly asOf: Day | null;
  readonly locale: Locale;
  /** End after the files are written, without the preview. */
  readonly once: boolean;
  readonly port: number;
  /** Vendors whose stand-ins are pulled from in place of files, as far as they have the data; null for files alone. */
  readonly sources: readonly string[] | 'all' | null;
}

/** The options in words, for a person who asked or erred. */
export const USAGE = `npm start -- [--data DIR] [--config DIR] [--out DIR] [--as-of YYYY-MM-DD] [--locale en|ja] [--once] [--port N] [--sources [VENDORS]]

  --data DIR    CSV files named by dataset (accounts.csv, usage.csv, ...); without it a demo portfolio
  --config DIR  CSV files named by configuration tab (Metrics.csv, Sources.csv, ...), each replacing the tab
  --out DIR     where health.xlsx, data.xlsx, tabs/*.csv and run.json go (default: out)
  --as-of DAY   the day to score (default: the newest day in the data)
  --locale L    en or ja (default: en)
  --once        write the files and end, without serving the preview
  --port N      port of the preview (default: 8321)
  --sources     pull the demo portfolio from stand-ins of the vendors over HTTP, in place of files; of all of them, or of
                those that are named, the first that has a dataset before the others: --sources hubspot,redash,zendesk`;

/** Reads the command line. Throws an Error with words for the person when it cannot be understood. */
export function readOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    // It may stand without a value.
    args: args.map((arg, at) => (arg === '--sources' && /^(?:-|$)/.test(args[at + 1] ?? '') ? '--sources=' : arg)),
    options: {
      data: { type: 'string' },
      config: { type: 'string' },
      out: { type: 'string', default: 'out' },
      'as-of': { type: 'string' },
      locale: { type: 'string', default: 'en' },
      once: { type: 'boolean', default: false },
      port: { type: 'string', default: '8321' },
      sources: { type: 'string' },
    },
  });
  const asOf = values['as-of'] === undefined ? null : parseDay(values['as-of']);
  if (values['as-of'] !== undefined && (asOf === null || values['as-of'].length !== 10)) {
    throw new Error(`--as-of ${values['as-of']}: write a day as YYYY-MM-DD`);
  }
  if (values.locale !== 'en' && values.locale !== 'ja') throw new Error(`--locale ${values.locale}: choose en or ja`);
  const sources = values.sources === undefined ? null : vendorsIn(values.sources);
  if (sources !== null && values.data !== undefined)
    throw new Error('--sources: the stand-ins have the demo portfolio; leave --data out');
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port ${values.port}: choose 0 to 65535`);
  return {
    data: values.data ?? null,
    config: values.config ?? null,
    out: values.out,
    asOf,
    locale: values.locale,
    once: values.once,
    sources,
    port,
  };
}

function vendorsIn(text: string): readonly string[] | 'all' {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  const unknown = names.find((name) => !vendorNames().includes(name));
  if (text !== '' && unknown !== undefined)
    throw new Error(`--sources ${text}: there is no stand-in "${unknown}"; choose from ${vendorNames().join(', ')}`);
  return text === '' ? 'all' : [...new Set(names)];
}
