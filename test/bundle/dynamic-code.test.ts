import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'acorn';
import { build } from 'esbuild';
import { readManifest } from '../../scripts/build/manifest';
import { bundlePage } from '../../scripts/build/page';
import { bundleServer } from '../../scripts/build/server';

const ROOT = resolve(__dirname, '../..');

type Node = { readonly type: string; readonly [part: string]: unknown };

/** Members and attributes by which text becomes part of a page as HTML. */
const HTML = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'dangerouslySetInnerHTML',
  'srcdoc',
  'createContextualFragment',
];
const TIMERS = ['setTimeout', 'setInterval'];

/** Every place of a script where text becomes code or HTML, by what does it; sorted. */
function dynamicPlaces(script: string): string[] {
  const places: string[] = [];
  visit(parse(script, { ecmaVersion: 'latest' }) as unknown as Node);
  return places.sort();

  function visit(node: Node): void {
    const place = dynamic(node);
    if (place !== '') places.push(place);
    for (const part of Object.values(node))
      for (const child of Array.isArray(part) ? part : [part]) if (isNode(child)) visit(child);
  }
}

function dynamic(node: Node): string {
  if (node.type === 'ImportExpression') return 'import()';
  if (node.type === 'CallExpression' || node.type === 'NewExpression') {
    const called = nameOf(node.callee as Node);
    if (['eval', 'Function'].includes(called)) return called;
    const [first] = node.arguments as Node[];
    if (TIMERS.includes(called) && first && !/Function|Identifier|Member|Call/.test(first.type)) return called;
    if (['write', 'writeln'].includes(called) && nameOf((node.callee as { object?: Node }).object) === 'document')
      return called;
  }
  const named =
    node.type === 'MemberExpression' ? (node.property as Node) : node.type === 'Property' ? (node.key as Node) : null;
  return named && HTML.includes(nameOf(named)) ? nameOf(named) : '';
}

/** The last word of `a.b`, `a['b']`, `b` or `'b'`. */
function nameOf(node: Node | undefined): string {
  if (node?.type === 'MemberExpression') return nameOf(node.property as Node);
  return String(node?.name ?? node?.value ?? '');
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

describe('what ships', () => {
  it.each([
    ["eval('1')", 'eval'],
    ["window.eval('1')", 'eval'],
    ["new Function('return 1')", 'Function'],
    ["setTimeout('x()', 1)", 'setTimeout'],
    ['setTimeout("x" + y, 1)', 'setTimeout'],
    ["import('x')", 'import()'],
    ['a.innerHTML = b', 'innerHTML'],
    ["a['outerHTML'] = b", 'outerHTML'],
    ["a.insertAdjacentHTML('x', b)", 'insertAdjacentHTML'],
    ['jsx("p", { dangerouslySetInnerHTML: { __html: b } })', 'dangerouslySetInnerHTML'],
    ['document.write(b)', 'write'],
    ['setTimeout(() => x(), 1); file.write(b); a.textContent = eval', ''],
  ])('is searched for %s', (code, place) => expect(dynamicPlaces(code).join()).toBe(place));

  it('runs no text as code on the server', async () => {
    const { manifest } = readManifest(readFileSync(`${ROOT}/appsscript.json`, 'utf8'));
    expect(dynamicPlaces((await bundleServer(ROOT, manifest)).code)).toEqual([]);
  });

  it('makes no HTML of text in the page but for what its library can do and nobody asks it to', async () => {
    const { outputFiles } = await build({
      stdin: { contents: "export * from 'preact'; export * from 'preact/hooks';", resolveDir: ROOT },
      bundle: true,
      write: false,
      format: 'esm',
    });
    const script = /<script>([\s\S]*)<\/script>/.exec(await bundlePage(ROOT))?.[1] ?? '';
    const places = dynamicPlaces(script);
    expect(places.every((place) => ['innerHTML', 'dangerouslySetInnerHTML'].includes(place))).toBe(true);
    expect(places).toEqual(dynamicPlaces(outputFiles[0]?.text.replace(/^export[\s\S]*$/m, '') ?? ''));
  });
});
