import { posix } from 'node:path';
import { type Node, nodes, type Source } from './source-tree';

/** What a part of src may import. */
interface Door {
  /** Parts of src whose values and types it may use. */
  readonly values: readonly string[];
  /** Parts of which it may use types only. */
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
}

/** The wall: which part may import which. Parts are the folders of src and the files that stand beside them. */
const WALL: Readonly<Record<string, Door>> = {
  domain: { values: [] },
  metrics: { values: ['domain'] },
  scoring: { values: ['domain'] },
  answers: { values: ['domain', 'scoring'] },
  plays: { values: ['domain'], types: ['scoring'] },
  warehouse: { values: ['domain'], types: ['scoring'] },
  tables: { values: ['domain'], types: ['ports.ts'] },
  'ports.ts': { values: [], types: ['domain'] },
  'errors.ts': { values: [], types: ['domain'] },
  sources: { values: ['domain', 'errors.ts'], types: ['ports.ts'] },
  app: {
    values: ['domain', 'metrics', 'scoring', 'answers', 'plays', 'sources', 'tables', 'warehouse', 'mail', 'errors.ts'],
    types: ['ports.ts'],
  },
  google: { values: ['domain', 'tables', 'errors.ts'], types: ['ports.ts'] },
  cards: { values: ['domain'] },
  mail: { values: ['domain', 'tables', 'cards'] },
  sidebar: { values: ['domain', 'scoring'], types: ['api.ts'], packages: ['preact'] },
  'api.ts': { values: ['app', 'google', 'domain', 'errors.ts'], types: ['ports.ts'] },
  'main.ts': { values: ['app', 'google', 'cards', 'domain', 'errors.ts'], types: ['ports.ts', 'api.ts'] },
};

/** Each import of `source` that goes through the wall, with the way out. */
export function wallBreaches(source: Source): readonly string[] {
  const part = partOf(source.file);
  const door = WALL[part];
  if (!door) return [`${source.file}:1: the wall knows no ${part} in src; give it a door in test/architecture/wall.ts`];
  return [...nodes(source.tree)].flatMap((node) => {
    const found = importIn(node);
    if (!found) return [];
    const refused = refusal(source.file, part, door, found);
    return refused ? [`${source.file}:${source.lineOf(node)}: ${refused}`] : [];
  });
}

function refusal(file: string, part: string, door: Door, { path, typeOnly }: Import): string | null {
  if (!path.startsWith('.')) {
    const name = path
      .split('/')
      .slice(0, path.startsWith('@') ? 2 : 1)
      .join('/');
    if (door.packages?.includes(name)) return null;
    return `${part} may not import the package ${name}; do it with what domain offers, or where the package is allowed`;
  }
  const target = posix.join(posix.dirname(file), path);
  if (!target.startsWith('src/')) return `what ships may not import ${target}; move it into src`;
  const other = partOf(target);
  if (other === part || door.values.includes(other)) return null;
  if (door.types?.includes(other))
    return typeOnly
      ? null
      : `${part} may only use types of ${other}; write import type, or take the value as an argument`;
  return `${part} may not know ${other}; take what it needs as an argument, or move the shared type to domain`;
}

/** `scoring` for src/scoring/kernel.ts and src/scoring, `ports.ts` for src/ports with or without its ending. */
function partOf(file: string): string {
  const [, first = '', ...rest] = file.split('/');
  if (rest.length > 0) return first;
  return first.endsWith('.ts') || first in WALL ? first : `${first}.ts`;
}

interface Import {
  readonly path: string;
  readonly typeOnly: boolean;
}

function importIn(node: Node): Import | null {
  const { type } = node;
  if (type === 'ImportDeclaration' || type === 'ExportNamedDeclaration' || type === 'ExportAllDeclaration') {
    const path = literal(node.source);
    if (path === null) return null;
    const specifiers = (node.specifiers ?? []) as readonly { readonly isTypeOnly?: boolean }[];
    const each = specifiers.length > 0 && specifiers.every((specifier) => specifier.isTypeOnly);
    return { path, typeOnly: node.typeOnly === true || each };
  }
  if (type === 'TsImportType') return withPath(literal(node.argument), true);
  if (type === 'CallExpression') {
    const callee = node.callee as Node;
    const called = callee.type === 'Import' || (callee.type === 'Identifier' && callee.value === 'require');
    const [first] = node.arguments as readonly { readonly expression: unknown }[];
    return called ? withPath(literal(first?.expression), false) : null;
  }
  return null;
}

function withPath(path: string | null, typeOnly: boolean): Import | null {
  return path === null ? null : { path, typeOnly };
}

function literal(node: unknown): string | null {
  const { type, value } = (node ?? {}) as { type?: string; value?: unknown };
  return type === 'StringLiteral' && typeof value === 'string' ? value : null;
}
