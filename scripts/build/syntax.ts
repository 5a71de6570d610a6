import { parse } from 'acorn';

/** A construct of the language that Apps Script does not parse, and where it stands (line from 1, column from 0). */
export interface Refused {
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

/** The language level of the server script: what Google's own parser is known to take at save and at push. */
const LEVEL = 2019;

type Node = { readonly type: string; readonly loc?: { readonly start: { line: number; column: number } } } & Record<
  string,
  unknown
>;

/** Newer constructs by the name of their node, said as a person would look for them. */
const NEWER: Readonly<Record<string, (node: Node) => string | null>> = {
  PrivateIdentifier: () => 'a private member (#name); use a closure or a plain property',
  PropertyDefinition: (node) => {
    if (node.static) return 'a static class field; use a constant beside the class';
    return (node.key as Node).type === 'PrivateIdentifier' ? null : 'a class field; assign it in the constructor';
  },
  StaticBlock: () => 'a static class block; use a statement beside the class',
  ImportDeclaration: () => 'import; everything must be bundled',
  ImportExpression: () => 'a dynamic import; everything must be bundled',
  ExportNamedDeclaration: () => 'export; everything must be bundled',
  ExportDefaultDeclaration: () => 'export; everything must be bundled',
  ExportAllDeclaration: () => 'export; everything must be bundled',
  AwaitExpression: () => 'await outside an async function; there is no event loop to wait for',
  ChainExpression: () => 'optional chaining (?.), which must be compiled for es2019',
  LogicalExpression: (node) => (node.operator === '??' ? 'the ?? operator, which must be compiled for es2019' : null),
  AssignmentExpression: (node) =>
    ['??=', '||=', '&&='].includes(String(node.operator)) ? `the ${node.operator} operator, newer than es2019` : null,
  Literal: (node) => {
    if (typeof node.bigint === 'string') return 'a BigInt literal; use a number';
    const flags = (node.regex as { flags: string } | undefined)?.flags ?? '';
    return /[dv]/.test(flags) ? `the flag ${flags} of a regular expression, newer than es2019` : null;
  },
};

/** The first thing in `code` that Apps Script would refuse to parse; null where there is none. */
export function refusedSyntax(code: string): Refused | null {
  try {
    parse(code, { ecmaVersion: LEVEL, sourceType: 'script' });
    return null;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'SyntaxError') throw error;
    const { loc, message } = error as Error & { loc: { line: number; column: number } };
    const known = firstNewer(code);
    return known ?? { ...loc, what: `Apps Script cannot parse this: ${message.replace(/ \(\d+:\d+\)$/, '')}.` };
  }
}

/** Reads the code with everything allowed and finds the newer construct that stands first. */
function firstNewer(code: string): Refused | null {
  let tree: unknown;
  try {
    tree = parse(code, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      locations: true,
      allowImportExportEverywhere: true,
      allowAwaitOutsideFunction: true,
    });
  } catch {
    return null;
  }
  let first: Refused | null = null;
  visit(tree as Node, false);
  return first;

  function visit(node: Node, inAsync: boolean): void {
    const named = node.type === 'AwaitExpression' && inAsync ? null : NEWER[node.type]?.(node);
    const start = node.loc?.start;
    if (
      named &&
      start &&
      (!first || start.line < first.line || (start.line === first.line && start.column < first.column))
    )
      first = { ...start, what: `Apps Script cannot parse ${named}.` };
    const async = /Function/.test(node.type) ? node.async === true : inAsync;
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, async);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
