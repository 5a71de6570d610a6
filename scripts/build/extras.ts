const SCOPE = 'https://www.googleapis.com/auth/';

/** What a feature that few need asks Google for. */
interface Extra {
  readonly scope: string;
  /** Switches the API on in the script's own Cloud project (Apps Script guide, advanced services). */
  readonly service?: { readonly userSymbol: string; readonly serviceId: string; readonly version: string };
}

/** By the word after `--with`. Without it nobody is asked for more than the manifest in the repository says. */
const EXTRAS: ReadonlyMap<string, Extra> = new Map<string, Extra>([
  [
    'bigquery',
    {
      scope: `${SCOPE}bigquery.readonly`,
      service: { userSymbol: 'BigQuery', serviceId: 'bigquery', version: 'v2' },
    },
  ],
  [
    'calendar',
    {
      scope: `${SCOPE}calendar.events.readonly`,
      service: { userSymbol: 'Calendar', serviceId: 'calendar', version: 'v3' },
    },
  ],
  ['gmail', { scope: `${SCOPE}gmail.metadata`, service: { userSymbol: 'Gmail', serviceId: 'gmail', version: 'v1' } }],
  ['forms', { scope: `${SCOPE}forms` }],
]);

interface ManifestJson {
  readonly oauthScopes?: readonly string[];
  readonly dependencies?: { readonly enabledAdvancedServices?: readonly unknown[] };
}

/** The words after `--with` in a command line: `--with bigquery,calendar`. Throws for one that is unknown. */
export function extrasIn(args: readonly string[]): readonly string[] {
  const at = args.indexOf('--with');
  const words = at < 0 ? [] : (args[at + 1] ?? '').split(',').map((word) => word.trim());
  const unknown = words.filter((word) => !EXTRAS.has(word));
  if (unknown.length > 0)
    throw new Error(`--with takes ${[...EXTRAS.keys()].join(', ')}; "${unknown.join(', ')}" is none of them.`);
  return words;
}

/** The manifest's text with the scopes and services of the extras. */
export function withExtras(manifest: string, extras: readonly string[]): string {
  if (extras.length === 0) return manifest;
  const json = JSON.parse(manifest) as ManifestJson;
  const chosen = extras.map((word) => EXTRAS.get(word)).filter((extra): extra is Extra => extra !== undefined);
  const scopes = [...(json.oauthScopes ?? []), ...chosen.map(({ scope }) => scope)];
  const services = [
    ...(json.dependencies?.enabledAdvancedServices ?? []),
    ...chosen.flatMap(({ service }) => (service ? [service] : [])),
  ];
  const dependencies = services.length > 0 ? { ...json.dependencies, enabledAdvancedServices: services } : undefined;
  return `${JSON.stringify({ ...json, dependencies, oauthScopes: [...new Set(scopes)] }, null, 2)}\n`;
}
