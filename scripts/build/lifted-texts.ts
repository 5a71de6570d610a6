import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AnyNode, parse } from 'acorn';
import { type Plugin, transform } from 'esbuild';

/** Files whose texts are lifted. Reasons of scores stay in the script: nearly every call says some. */
const MESSAGES = /^(?!scoring[\\/]|sidebar[\\/]).*\bmessages\.ts$/;
/** What the script reads a lifted text by. */
const READER = 'src/google/lifted-texts.ts';
/** Text that costs less where it stands. */
const SHORT = 12;

/** The messages as the script ships them, and the texts that were taken out. */
export interface LiftedTexts {
  /** Puts the lifted form in place of each file of messages. */
  readonly plugin: Plugin;
  /** By number: a text, or the parts of one between which values stand. */
  readonly texts: readonly (string | readonly string[])[];
}

/**
 * Takes the English and Japanese texts out of the messages: they are needed only when something is to be said, and the
 * script is evaluated whole on every call. `` ja: `${n} 行` `` becomes `ja: lifted(7, n)`, and page texts.html has the
 * parts. What is said while the script is evaluated stays.
 */
export async function liftTexts(root: string): Promise<LiftedTexts> {
  const files = (await readdir(`${root}/src`, { recursive: true })).filter((file) => MESSAGES.test(file));
  const texts: (string | readonly string[])[] = [];
  const contents = new Map<string, string>();
  for (const file of files.sort().map((name) => join(root, 'src', name)))
    contents.set(file, await liftedFile(file, texts));
  const plugin: Plugin = {
    name: 'lifted texts',
    setup: ({ onLoad }) => {
      onLoad({ filter: /[\\/]messages\.ts$/ }, ({ path }) => {
        const code = contents.get(path);
        return code === undefined ? undefined : { contents: code, loader: 'js' };
      });
    },
  };
  return { plugin, texts };

  async function liftedFile(file: string, into: (string | readonly string[])[]): Promise<string> {
    const { code } = await transform(await readFile(file, 'utf8'), { loader: 'ts', target: 'es2022', charset: 'utf8' });
    const before = into.length;
    const program = parse(code, { ecmaVersion: 2022, sourceType: 'module' });
    const lifted = replaced(program, code, into, { inFunction: false, inText: false });
    return into.length === before ? code : `import { lifted } from ${JSON.stringify(`${root}/${READER}`)};\n${lifted}`;
  }
}

interface Where {
  readonly inFunction: boolean;
  /** Within the value of a property `en` or `ja`. */
  readonly inText: boolean;
}

/** The source of a node with its texts lifted. */
function replaced(node: AnyNode, code: string, into: (string | readonly string[])[], where: Where): string {
  const own = liftable(node, where);
  if (own) {
    const values = own.values.map((value) => replaced(value, code, into, where));
    into.push(own.parts.length === 1 ? (own.parts[0] as string) : own.parts);
    return `lifted(${[into.length - 1, ...values].join(', ')})`;
  }
  let text = '';
  let at = node.start;
  for (const child of childrenOf(node)) {
    text += code.slice(at, child.start) + replaced(child, code, into, whereIn(node, child, where));
    at = child.end;
  }
  return text + code.slice(at, node.end);
}

function liftable(node: AnyNode, { inFunction, inText }: Where) {
  if (!inFunction || !inText) return null;
  if (node.type === 'Literal' && typeof node.value === 'string' && node.value.length >= SHORT)
    return { parts: [node.value], values: [] };
  if (node.type !== 'TemplateLiteral') return null;
  const parts = node.quasis.map(({ value }) => value.cooked ?? '');
  return parts.join('').length >= SHORT ? { parts, values: node.expressions } : null;
}

function whereIn(node: AnyNode, child: AnyNode, where: Where): Where {
  const inFunction = where.inFunction || /Function/.test(node.type);
  const isText =
    node.type === 'Property' &&
    child === node.value &&
    node.key.type === 'Identifier' &&
    /^(en|ja)$/.test(node.key.name);
  return { inFunction, inText: where.inText || isText };
}

/** The nodes directly below, in the order of the source; the name in `{ name }` counts once. */
function childrenOf(node: AnyNode): readonly AnyNode[] {
  return Object.values(node)
    .flat()
    .filter((value): value is AnyNode => typeof value === 'object' && value !== null && 'type' in value)
    .sort((one, other) => one.start - other.start)
    .filter((child, at, all) => at === 0 || child.start >= (all[at - 1] as AnyNode).end);
}
