import type { Fault } from './fault';
import type { Surroundings } from './platform';

/** The parts of appsscript.json that the build looks at. */
export interface Manifest extends Surroundings {
  /** Functions that Google calls because the manifest names them. */
  readonly called: readonly string[];
}

const FILE = 'appsscript.json';

/** Keys of the manifest whose value is the name of a function (manifest reference, add-on triggers). */
const FUNCTION_KEYS = ['runFunction', 'onTriggerFunction'];

/** Reads the manifest, or says what in it keeps the script from working as built. */
export function readManifest(text: string): { readonly manifest: Manifest; readonly faults: readonly Fault[] } {
  let json: Record<string, unknown>;
  try {
    json = JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    const what = `is not JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { manifest: { scopes: [], advanced: [], called: [] }, faults: [{ file: FILE, line: 0, what }] };
  }
  const scopes = Array.isArray(json.oauthScopes) ? json.oauthScopes.map(String) : [];
  const services = (json.dependencies as { enabledAdvancedServices?: { userSymbol: string }[] } | undefined)
    ?.enabledAdvancedServices;
  const faults: Fault[] = [];
  if (scopes.length === 0)
    faults.push({ file: FILE, line: 0, what: 'has no oauthScopes; list them, or Google guesses them from the code.' });
  if (json.runtimeVersion !== 'V8')
    faults.push({ file: FILE, line: 0, what: 'needs "runtimeVersion": "V8"; the default is a runtime that is gone.' });
  return {
    manifest: { scopes, advanced: (services ?? []).map((service) => service.userSymbol), called: functionsIn(json) },
    faults,
  };
}

function functionsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    FUNCTION_KEYS.includes(key) && typeof inner === 'string' ? [inner] : functionsIn(inner),
  );
}
