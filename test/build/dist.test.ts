import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { buildDist } from '../../scripts/build/dist';
import { BuildRefused } from '../../scripts/build/fault';
import { project, removeProjects } from './project';

afterEach(removeProjects);

function build(changed: Readonly<Record<string, string>> = {}) {
  const root = project(changed);
  return { root, outDir: `${root}/dist`, done: buildDist({ root, outDir: `${root}/dist` }) };
}

async function refused(changed: Readonly<Record<string, string>>): Promise<string> {
  const { done, outDir } = build(changed);
  const error = await done.then(
    () => new Error('the build passed'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BuildRefused)) throw error;
  expect(existsSync(outDir)).toBe(false);
  return error.message;
}

describe('a build', () => {
  it('puts what set-up alone needs into pages of their own, safe from their own words', async () => {
    const { done, outDir } = build();
    await done;
    const inPage = (name: string): unknown => {
      const page = readFileSync(`${outDir}/${name}`, 'utf8');
      expect(page.match(/<\/script>/g)).toHaveLength(1);
      return JSON.parse(page.slice(page.indexOf('>') + 1, page.lastIndexOf('<')));
    };
    const defaults = (locale: string) => ({ Bands: [[locale, '</script>']] });
    expect(inPage('defaults.html')).toEqual({ en: defaults('en'), ja: defaults('ja') });
    expect(inPage('words.html')).toEqual({ Bands: { columns: { Band: '</script>' } } });
  });

  it('writes the script with its map, the page and the manifest, and nothing else', async () => {
    const { done, outDir } = build();
    const dist = await done;
    expect(readdirSync(outDir).sort()).toEqual([
      'Code.js',
      'Code.js.map',
      'appsheet.html',
      'appsscript.json',
      'defaults.html',
      'demo.html',
      'sidebar.html',
      'texts.html',
      'words.html',
    ]);
    expect(dist.functions).toEqual(['onOpen', 'sidebarView']);
    expect(dist.files.map((file) => file.bytes)).toEqual(
      [
        'Code.js',
        'sidebar.html',
        'defaults.html',
        'words.html',
        'demo.html',
        'appsheet.html',
        'texts.html',
        'appsscript.json',
      ].map((name) => readFileSync(`${outDir}/${name}`).length),
    );
  });

  it('makes each export a declared function that passes its arguments on and answers', async () => {
    const { done, outDir } = build();
    await done;
    const context = createContext({ SpreadsheetApp: { getUi: () => null } });
    runInContext(readFileSync(`${outDir}/Code.js`, 'utf8'), context);
    expect(runInContext('onOpen({ authMode: 1 }).authMode', context)).toBe(1);
    expect(runInContext('sidebarView().ok', context)).toBe(true);
  });

  it('makes nothing public that the entries do not export', async () => {
    const { done, outDir } = build({
      'src/inner.ts': 'export function secret() { return 1; }',
      'src/api.ts': "import { secret } from './inner';\nexport function sidebarView() { return secret(); }",
    });
    await done;
    const context = createContext({ SpreadsheetApp: {} });
    runInContext(readFileSync(`${outDir}/Code.js`, 'utf8'), context);
    const functions = Object.keys(context).filter((key) => typeof context[key] === 'function');
    // A name that ends in _ is out of reach of google.script.run (Apps Script guide "HTML Service: Communicate with Server Functions").
    expect(functions.sort()).toEqual(['K_', 'onOpen', 'sidebarView']);
  });

  it('compiles newer syntax down to what Apps Script parses', async () => {
    const { done } = build({
      'src/api.ts': `class Box { static made = 0; #inner?: { n: number }; n() { Box.made++; return this.#inner?.n ?? 1; } }
        export function sidebarView() { return new Box().n(); }`,
    });
    await expect(done).resolves.toMatchObject({ functions: ['onOpen', 'sidebarView'] });
  });

  it('puts script and style into the page where the markers stood', async () => {
    const { done, outDir } = build();
    await done;
    const html = readFileSync(`${outDir}/sidebar.html`, 'utf8');
    expect(html).toMatch(
      /^<!doctype html><title>t<\/title><style>p\{color:red\}<\/style><p id="p"><\/p><script>.*"k"/s,
    );
    expect(html).not.toContain('<!--');
  });

  it('keeps texts of several lines out of template literals, in which HtmlService cuts', async () => {
    const { done, outDir } = build({
      'src/sidebar/main.tsx': 'document.title = "a\\nb // c\\nd\\ne $& $1"; document.body.className = `x` + `y\n`;',
    });
    await done;
    const html = readFileSync(`${outDir}/sidebar.html`, 'utf8');
    expect(html).toContain('// c');
    expect(html).toContain('$& $1');
    expect(html).not.toContain('`');
  });

  it('removes what an earlier build left, since clasp pushes the whole folder', async () => {
    const { root, outDir, done } = build();
    await done;
    writeFileSync(`${outDir}/Old.js`, 'function old() {}');
    await buildDist({ root, outDir });
    expect(readdirSync(outDir)).not.toContain('Old.js');
  });

  it('does not touch a folder that holds something else', async () => {
    const root = project();
    mkdirSync(`${root}/mine`);
    writeFileSync(`${root}/mine/letter.txt`, 'dear');
    await expect(buildDist({ root, outDir: `${root}/mine` })).rejects.toThrow('choose an empty folder');
    expect(readdirSync(`${root}/mine`)).toEqual(['letter.txt']);
  });
});

describe('a build is refused, and nothing is written,', () => {
  it('when both entries export one name', async () => {
    expect(await refused({ 'src/api.ts': 'export function onOpen() {}' })).toBe(
      'src/api.ts: exports onOpen, and so does src/main.ts; rename one.',
    );
  });

  it('when an exported name could never be called', async () => {
    expect(await refused({ 'src/api.ts': 'export function hidden_() {}' })).toMatch(
      /^src\/api.ts: exports hidden_, but/,
    );
    expect(await refused({ 'src/api.ts': 'export default function view() {}' })).toMatch(/default export/);
  });

  it('when a name is used that Apps Script lacks, by file and line', async () => {
    const inner = 'export function parse(text: string) {\n  return new URL(text).host;\n}';
    const api = "import { parse } from './deep/inner';\nexport function sidebarView() { return parse('x'); }";
    expect(await refused({ 'src/deep/inner.ts': inner, 'src/api.ts': api })).toBe(
      'src/deep/inner.ts:2: Apps Script has no `URL`; take the text apart with a pattern.',
    );
  });

  it('when a service is used whose scope the manifest does not ask for', async () => {
    expect(await refused({ 'src/api.ts': 'export function a() { MailApp.sendEmail("", "", ""); }' })).toMatch(
      /^src\/api.ts:1: MailApp needs a scope .*script\.send_mail/,
    );
  });

  it('when the manifest asks for a scope that nothing uses', async () => {
    const scopes = ['spreadsheets', 'drive.readonly'].map((name) => `https://www.googleapis.com/auth/${name}`);
    const manifest = JSON.stringify({ runtimeVersion: 'V8', oauthScopes: scopes });
    expect(await refused({ 'appsscript.json': manifest })).toMatch(
      /^appsscript.json: nothing .*auth\/drive\.readonly; remove/,
    );
  });

  it('when the manifest leaves scopes or the runtime open, or calls a function that is not there', async () => {
    expect(await refused({ 'appsscript.json': '{' })).toMatch(/^appsscript.json: is not JSON/);
    expect(await refused({ 'appsscript.json': '{}' })).toMatch(/has no oauthScopes.*\n.*"runtimeVersion": "V8"/);
    const calls = {
      runtimeVersion: 'V8',
      oauthScopes: ['https://www.googleapis.com/auth/spreadsheets'],
      addOns: { common: { homepageTrigger: { runFunction: 'onHome' } } },
    };
    expect(await refused({ 'appsscript.json': JSON.stringify(calls) })).toMatch(/calls the function onHome, which/);
  });

  it('when the page lost a marker, or holds what HtmlService would change', async () => {
    expect(await refused({ 'src/sidebar/index.html': '<p></p><!-- style -->' })).toMatch(/needs the markers/);
    expect(await refused({ 'src/sidebar/main.tsx': 'document.title = "<?= x ?>";' })).toMatch(
      /would run as a scriptlet/,
    );
  });

  it('when a file grew over its limit', async () => {
    const noise = Array.from({ length: 40_000 }, (_, index) => `"${index.toString(36)}-${index}"`).join(',');
    expect(await refused({ 'src/api.ts': `export function a(n: number) { return [${noise}][n]; }` })).toMatch(
      /^dist\/Code.js: has \d+ bytes, \d+ more than allowed/,
    );
  });
});
