/**
 * What a script finds around it when Apps Script evaluates it on V8, and what it looks for in vain.
 * Sources: Apps Script guides "V8 Runtime Overview" (absent APIs) and "Authorization Scopes".
 */

/** ECMAScript's own names, up to what the compiler's `lib` (es2019) lets through, and the log. */
const BUILT_INS: readonly string[] = [
  ...['this', 'globalThis', 'undefined', 'NaN', 'Infinity', 'arguments', 'console', 'Intl'],
  ...['Object', 'Function', 'Boolean', 'Symbol', 'Number', 'Math', 'Date', 'String', 'RegExp', 'JSON', 'BigInt'],
  ...['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Promise', 'Proxy', 'Reflect', 'ArrayBuffer', 'DataView'],
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['Float32Array', 'Float64Array'],
  ...['parseInt', 'parseFloat', 'isNaN', 'isFinite'],
  ...['encodeURI', 'encodeURIComponent', 'decodeURI', 'decodeURIComponent'],
];

/** Services that need no scope to exist; what they do may need one. */
const FREE_SERVICES: readonly string[] = [
  // Without its scope it refuses each call, which the script tells in words.
  'FormApp',
  ...['Utilities', 'Logger', 'Session', 'PropertiesService', 'CacheService', 'LockService', 'ScriptApp'],
  ...['HtmlService', 'CardService', 'ContentService', 'XmlService', 'MimeType'],
];

/** For each service that needs one of these scopes before it does anything: the scopes, without their prefix. */
const SCOPED_SERVICES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    SpreadsheetApp: ['spreadsheets', 'spreadsheets.currentonly'],
    UrlFetchApp: ['script.external_request'],
    Jdbc: ['script.external_request'],
    DriveApp: ['drive', 'drive.readonly', 'drive.file'],
    MailApp: ['script.send_mail'],
    GmailApp: ['gmail.addons.current.message.metadata', 'gmail.addons.current.message.readonly', 'gmail.modify'],
    CalendarApp: ['calendar', 'calendar.readonly'],
  }),
);

/** Which names in a script justify a scope, for scopes that no entry of SCOPED_SERVICES uses. */
const SCOPE_USERS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'script.container.ui': ['SpreadsheetApp', 'HtmlService'],
    'script.scriptapp': ['ScriptApp'],
    'userinfo.email': ['Session'],
    'script.locale': ['CardService'],
    'gmail.addons.execute': ['CardService'],
    'calendar.addons.execute': ['CardService'],
    'calendar.addons.current.event.read': ['CardService'],
    forms: ['FormApp'],
  }),
);

/** For scopes under which Google's hosts are asked with the person's own token: the address that the script must name. */
const SCOPE_HOSTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'bigquery.readonly': 'bigquery.googleapis.com/',
    'calendar.events.readonly': 'www.googleapis.com/calendar/',
    'gmail.metadata': 'gmail.googleapis.com/',
  }),
);

/** Names that people expect and Apps Script lacks, and what to use instead. */
const ABSENT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    URL: 'take the text apart with a pattern',
    URLSearchParams: 'join the pairs with encodeURIComponent',
    TextEncoder: 'use Utilities.newBlob(text).getBytes() in src/google',
    TextDecoder: 'use Blob.getDataAsString(charset) in src/google',
    fetch: 'use the Http port',
    XMLHttpRequest: 'use the Http port',
    Headers: 'use a plain object',
    Request: 'use the Http port',
    Response: 'use the Http port',
    FormData: 'write the body as text',
    Blob: 'use Utilities.newBlob in src/google',
    File: 'use the Files port',
    FileReader: 'use the Files port',
    AbortController: 'give the request a timeout',
    Event: 'call the function',
    EventTarget: 'call the function',
    setTimeout: 'use the Clock port to sleep, or a trigger',
    setInterval: 'use a trigger',
    setImmediate: 'call the function',
    clearTimeout: 'there are no timers',
    clearInterval: 'there are no timers',
    queueMicrotask: 'call the function',
    requestAnimationFrame: 'there is no page',
    structuredClone: 'copy by JSON, or build a new value',
    atob: 'use Utilities.base64Decode in src/google',
    btoa: 'use Utilities.base64Encode in src/google',
    crypto: 'use the digest of the platform port',
    performance: 'use the Clock port',
    navigator: 'there is no browser',
    window: 'there is no page',
    document: 'there is no page',
    self: 'there is no page',
    location: 'there is no page',
    localStorage: 'use the Store port',
    process: 'there is no Node',
    Buffer: 'there is no Node',
    require: 'import it, so that it is bundled',
    module: 'import it, so that it is bundled',
    exports: 'export it, so that it is bundled',
    global: 'use globalThis',
    __dirname: 'there is no Node',
    __filename: 'there is no Node',
    eval: 'parse the text instead of running it',
  }),
);

const SCOPE_PREFIX = 'https://www.googleapis.com/auth/';

/** What the manifest says about the script's surroundings. */
export interface Surroundings {
  /** OAuth scopes, whole. */
  readonly scopes: readonly string[];
  /** Names by which the manifest's advanced services are called, e.g. `BigQuery`. */
  readonly advanced: readonly string[];
}

/** True where a script with this manifest may name `name`. */
export function admitted(name: string, around: Surroundings): boolean {
  if (BUILT_INS.includes(name) || FREE_SERVICES.includes(name) || around.advanced.includes(name)) return true;
  const scopes = SCOPED_SERVICES.get(name) ?? [];
  return scopes.some((scope) => around.scopes.includes(SCOPE_PREFIX + scope));
}

/** Why `name` was refused and the way out. */
export function refusal(name: string): string {
  const scopes = SCOPED_SERVICES.get(name);
  if (scopes) {
    const wanted = scopes.map((scope) => `"${SCOPE_PREFIX}${scope}"`).join(' or ');
    return `${name} needs a scope that appsscript.json does not ask for; add ${wanted}.`;
  }
  const instead = ABSENT.get(name);
  return instead
    ? `Apps Script has no \`${name}\`; ${instead}.`
    : `\`${name}\` is declared nowhere and is no service of Apps Script; import it or correct its name.`;
}

/** Scopes that the manifest asks for although nothing in the script, whose names are `named`, can use them. */
export function idleScopes(code: string, named: readonly string[], around: Surroundings): readonly string[] {
  return around.scopes.filter((scope) => {
    const short = scope.startsWith(SCOPE_PREFIX) ? scope.slice(SCOPE_PREFIX.length) : scope;
    const host = SCOPE_HOSTS.get(short);
    // Long lines are broken within words.
    if (host) return !code.replace(/\\\n/g, '').includes(host);
    const users =
      SCOPE_USERS.get(short) ??
      [...SCOPED_SERVICES].filter(([, scopes]) => scopes.includes(short)).map(([name]) => name);
    return ![...users, ...around.advanced].some((user) => named.includes(user));
  });
}
