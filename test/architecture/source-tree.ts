import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from '@swc/core';

const ROOT = resolve(__dirname, '../..');

/** A node of the syntax tree; `span` counts bytes. */
export interface Node {
  readonly type: string;
  readonly span?: { readonly start: number };
  readonly [member: string]: unknown;
}

/** A source file as the rules see it. */
export interface Source {
  /** From the project's root: `src/domain/day.ts`. */
  readonly file: string;
  readonly tree: Node;
  /** Line of a node, 1 for the first. */
  lineOf(node: Node): number;
}

/** Every TypeScript file under a folder of the project. */
export function sourcesUnder(folder: string): readonly Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.split('\\').join('/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .sort()
    .map((file) => source(file, readFileSync(join(ROOT, file), 'utf8')));
}

/** Parses one file. An empty statement in front tells where the parser, which counts across files, begins. */
export function source(file: string, text: string): Source {
  const bytes = Buffer.from(`;${text}`);
  const tree = parseSync(bytes.toString(), { syntax: 'typescript', tsx: file.endsWith('.tsx') }) as unknown as Node;
  const first = (tree.body as readonly Node[])[0]?.span?.start ?? 0;
  return {
    file,
    tree,
    lineOf: (node) => lines(bytes.subarray(0, (node.span?.start ?? first) - first)),
  };
}

function lines(before: Buffer): number {
  return before.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 1);
}

/** Every node below and including `node`, parents first, with the members on the way that are not nodes skipped. */
export function* nodes(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) yield* nodes(child);
      else if (isNode((child as { expression?: unknown } | null)?.expression))
        yield* nodes((child as { expression: Node }).expression);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
