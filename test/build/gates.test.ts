import { inlineFaults, pageFaults } from '../../scripts/build/page-gate';
import { scopeFaults, scriptFaults } from '../../scripts/build/script-gate';

const NO_SCOPES = { scopes: [], advanced: [] };

function said(code: string, { scopes = [] as string[], advanced = [] as string[] } = {}): readonly string[] {
  const around = { scopes: scopes.map((name) => `https://www.googleapis.com/auth/${name}`), advanced };
  return scriptFaults(code, around, (line) => ({ file: 'Code.js', line })).map(
    (fault) => `${fault.line}: ${fault.what}`,
  );
}

describe('the script gate lets through', () => {
  it.each([
    ['plain functions', 'function f(a = {}) { const { b, ...rest } = a; return [...Object.keys(rest), b ** 2]; }'],
    ['classes without fields', 'class A { constructor() { this.n = 1; } get m() { return this.n; } }'],
    ['built-ins and the log', 'console.log(new Map([[1, new Set()]]), JSON, Math.max(1), Intl.NumberFormat)'],
    ['async functions', 'async function f() { await f(); }'],
    ['a lookbehind', 'function f(s) { return /(?<=a)b/s.test(s); }'],
    ['services that need no scope', 'function f() { return Utilities.getUuid() + PropertiesService + ScriptApp; }'],
    ['the absent names as members and keys', 'function f(x) { return { URL: x.fetch, process: x.Buffer }; }'],
    ['a declared name that the platform lacks', 'function fetch() {} function f() { return fetch(); }'],
  ])('%s', (_, code) => {
    expect(said(code)).toEqual([]);
  });
});

describe('the script gate refuses syntax that Apps Script does not parse:', () => {
  it.each([
    ['class A { #p = 1 }', 'private member'],
    ['class A { static n = 1 }', 'static class field'],
    ['class A { n = 1 }', 'class field'],
    ['class A { static { f(); } }', 'static class block'],
    ['const a = b ?? c;', 'the ?? operator'],
    ['const a = b?.c;', 'optional chaining'],
    ['a ||= b;', '||= operator'],
    ['import a from "b";', 'import; everything'],
    ['import("b");', 'dynamic import'],
    ['export const a = 1;', 'export; everything'],
    ['export default 1;', 'export; everything'],
    ['await f();', 'await outside'],
    ['const n = 10n;', 'BigInt literal'],
    ['const r = /a/v;', 'the flag v'],
    ['const n = 1_000;', 'cannot parse this'],
    ['function (', 'cannot parse this'],
  ])('%s', (code, what) => {
    const [fault, ...more] = said(`function ok() {}\n\n${code}`);
    expect(more).toEqual([]);
    expect(fault).toMatch(/^3: /);
    expect(fault).toContain(what);
  });

  it('names the first of several', () => {
    expect(said('const a = b?.c;\nclass A { #p = 1 }')).toEqual([expect.stringMatching(/^1: .*optional chaining/)]);
  });

  it('tells await in an async function from await outside', () => {
    expect(said('async function f() { await 1; }\nawait f();')).toEqual([expect.stringMatching(/^2: .*await outside/)]);
  });
});

describe('the script gate refuses names that Apps Script lacks:', () => {
  it.each([
    ...['URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'fetch', 'XMLHttpRequest', 'Headers', 'Request'],
    ...['Response', 'FormData', 'Blob', 'File', 'FileReader', 'AbortController', 'Event', 'EventTarget'],
    ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'queueMicrotask'],
    ...['requestAnimationFrame', 'structuredClone', 'atob', 'btoa', 'crypto', 'performance', 'navigator', 'window'],
    ...['document', 'self', 'location', 'localStorage', 'process', 'Buffer', 'require', 'module', 'exports', 'global'],
    ...['__dirname', '__filename', 'eval'],
  ])('%s', (name) => {
    expect(said(`function f(x) {\n  return x(${name});\n}`)).toEqual([
      expect.stringMatching(new RegExp(`^2: Apps Script has no \`${name}\`; `)),
    ]);
  });

  it('any other name that nothing declares', () => {
    expect(said('function f() { return onOpne(); }')).toEqual([expect.stringMatching(/`onOpne` is declared nowhere/)]);
    expect(said('function f() { return toString + constructor; }')).toHaveLength(2);
  });

  it('at every place where it stands', () => {
    expect(said('function f() { fetch(1);\nfetch(2); }').map((line) => line.slice(0, 2))).toEqual(['1:', '2:']);
  });
});

describe('services', () => {
  it.each([
    ['SpreadsheetApp', 'spreadsheets'],
    ['SpreadsheetApp', 'spreadsheets.currentonly'],
    ['UrlFetchApp', 'script.external_request'],
    ['DriveApp', 'drive.readonly'],
    ['MailApp', 'script.send_mail'],
    ['CalendarApp', 'calendar.readonly'],
  ])('%s needs a scope such as %s', (service, scope) => {
    const code = `function f() { return ${service}; }`;
    expect(said(code)).toEqual([expect.stringMatching(new RegExp(`${service} needs a scope`))]);
    expect(said(code, { scopes: [scope] })).toEqual([]);
  });

  it('of the advanced kind are known by the name the manifest gives them', () => {
    const code = 'function f() { return BigQuery.Jobs; }';
    expect(said(code)).toHaveLength(1);
    expect(said(code, { advanced: ['BigQuery'] })).toEqual([]);
  });

  it('justify the scopes they use, and no others', () => {
    const scopes = ['spreadsheets', 'script.send_mail', 'userinfo.email'].map(
      (name) => `https://www.googleapis.com/auth/${name}`,
    );
    const code = 'function f() { return SpreadsheetApp.getActive() + Session.getActiveUser(); }';
    expect(scopeFaults(code, { scopes, advanced: [] }).map((fault) => fault.what)).toEqual([
      expect.stringContaining('auth/script.send_mail; remove it'),
    ]);
  });
});

describe('the page gate', () => {
  it.each([
    ['a scriptlet', '<p>\n<?= x ?></p>', 'scriptlet'],
    ['a backtick', '<script>\nlet a = `b`.length</script>', 'backtick'],
    ['a script from elsewhere', '<p>\n<script defer src="x.js"></script>', 'a script from elsewhere'],
    ['a style sheet from elsewhere', '<p>\n<link rel="stylesheet" href="x.css">', 'a style sheet from elsewhere'],
    ['a marker left', '<p>\n<!-- script -->', 'a marker'],
  ])('refuses %s', (_, html, what) => {
    const [fault] = pageFaults(html, 'page.html');
    expect(fault).toMatchObject({ file: 'page.html', line: 2 });
    expect(fault?.what).toContain(what);
  });

  it('counts each place', () => {
    expect(pageFaults('``\n<?', 'page.html').map((fault) => fault.line)).toEqual([2, 1, 1]);
  });

  it('lets an ordinary page through', () => {
    expect(pageFaults('<!doctype html><style>p{}</style><script>"a?b<c"</script>', 'page.html')).toEqual([]);
  });

  it.each(['"</script>"', '"<!-- a"', '"<SCRIPT>"'])('refuses %s inside the script', (text) => {
    expect(inlineFaults(`let a =\n${text}`, 'page.html')).toEqual([expect.objectContaining({ line: 2 })]);
  });
});

it('the gate reports the place the origin gives', () => {
  const faults = scriptFaults('fetch()', NO_SCOPES, () => ({ file: 'src/a.ts', line: 70 }));
  expect(faults).toEqual([expect.objectContaining({ file: 'src/a.ts', line: 70 })]);
});
