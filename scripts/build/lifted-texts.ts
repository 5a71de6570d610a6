import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AnyNode, type ObjectExpression, parse } from 'acorn';
import { type Plugin, transform } from 'esbuild';
import { childrenOf } from './tree';

/** Files that keep their texts: the menu, which is drawn before the product may read anything; what never ships in the script. */
const KEPT = /^sidebar[\\/]|^app[\\/]menu\.ts$|\.words\.ts$/;
/** What the script reads a lifted text by. */
const READER = 'src/google/lifted-texts.ts';
/** Text that costs less where it stands. */
const SHORT = 8;

/** A text, or the parts of one: a number stands for a value, the first being 0. */
type Lifted = string | readonly (string | number)[];

/** What was taken out at one place: a message in both languages, or a single text. */
export type LiftedText = Lifted | { readonly en: Lifted; readonly ja: Lifted };

/** The sources as the script ships them, and the texts that were taken out. */
export interface LiftedTexts {
  /** Puts the lifted form in place of each file. */
  readonly plugin: Plugin;
  readonly texts: readonly LiftedText[];
}

/**
 * Takes the English and Japanese texts out of the script: they are needed only when something is to be said, and the
 * script is evaluated whole on every call. Page texts.html has them by number. Within a function
 * `` { en: `${n} rows`, ja: `${n} 行` } `` becomes `lifted(7, n)`; what is made while the script is evaluated becomes
 * `late(7)`, which is read when somebody asks for it.
 */
export async function liftTexts(root: string): Promise<LiftedTexts> {
  const files = (await readdir(`${root}/src`, { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !KEPT.test(file),
  );
  const texts: LiftedText[] = [];
  const contents = new Map<string, string>();
  for (const file of files.sort()) {
    const path = join(root, 'src', file);
    const source = await readFile(path, 'utf8');
    const code = /\bja: /.test(source) ? await liftedFile(source, texts, `${root}/${READER}`) : null;
    if (code !== null) contents.set(path, code);
  }
  const plugin: Plugin = {
    name: 'lifted texts',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const code = contents.get(path);
        return code === undefined ? undefined : { contents: code, loader: 'js' };
      });
    },
  };
  return { plugin, texts };
}

/** The file without its texts, which are added to `texts`; null where it has none. */
async function liftedFile(source: string, texts: LiftedText[], reader: string): Promise<string | null> {
  const { code } = await transform(source, { loader: 'ts', target: 'es2022', charset: 'utf8' });
  const before = texts.length;
  const program = parse(code, { ecmaVersion: 2022, sourceType: 'module' });
  const lifted = replaced(program, { inFunction: false, inText: false });
  return texts.length === before ? null : `import { late, lifted } from ${JSON.stringify(reader)};\n${lifted}`;

  /** The source of a node without its texts. */
  function replaced(node: AnyNode, where: Where): string {
    const own = liftable(node, where, code);
    if (own) {
      texts.push(own.text);
      const number = texts.length - 1;
      if (!where.inFunction) return `late(${number})`;
      return `lifted(${[number, ...own.values.map((value) => replaced(value, where))].join(', ')})`;
    }
    let text = '';
    let at = node.start;
    for (const child of childrenOf(node)) {
      text += code.slice(at, child.start) + replaced(child, whereIn(node, child, where));
      at = child.end;
    }
    return text + code.slice(at, node.end);
  }
}

interface Where {
  readonly inFunction: boolean;
  /** Within the value of a property `en` or `ja`. */
  readonly inText: boolean;
}

interface Own {
  readonly text: LiftedText;
  /** What stands between the parts, each once. */
  readonly values: readonly AnyNode[];
}

function liftable(node: AnyNode, where: Where, code: string): Own | null {
  const values: AnyNode[] = [];
  const take = (text: AnyNode): Lifted | null => {
    if (text.type === 'Literal') return typeof text.value === 'string' ? text.value : null;
    if (text.type !== 'TemplateLiteral') return null;
    return text.quasis.flatMap(({ value }, at) => {
      const expression = text.expressions[at];
      return [value.cooked ?? '', ...(expression ? [placeOf(expression)] : [])].filter((part) => part !== '');
    });
  };
  const placeOf = (expression: AnyNode): number => {
    const written = (one: AnyNode): string => code.slice(one.start, one.end);
    const at = values.findIndex((value) => written(value) === written(expression));
    return at < 0 ? values.push(expression) - 1 : at;
  };
  if (node.type === 'ObjectExpression') {
    const [en, ja] = [textIn(node, 'en'), textIn(node, 'ja')];
    if (node.properties.length !== 2 || !en || !ja) return null;
    const [english, japanese] = [take(en), take(ja)];
    if (english === null || japanese === null || (!where.inFunction && values.length > 0)) return null;
    return length(english) + length(japanese) < SHORT ? null : { text: { en: english, ja: japanese }, values };
  }
  if (!where.inFunction || !where.inText) return null;
  const text = take(node);
  return text !== null && length(text) >= SHORT ? { text, values } : null;
}

function textIn({ properties }: ObjectExpression, name: string): AnyNode | null {
  const found = properties.find(
    (one) => one.type === 'Property' && one.key.type === 'Identifier' && one.key.name === name,
  );
  return found?.type === 'Property' ? found.value : null;
}

function length(text: Lifted): number {
  return typeof text === 'string' ? text.length : text.filter((part) => typeof part === 'string').join('').length;
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
