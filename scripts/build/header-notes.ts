import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'acorn';
import { type Plugin, transform } from 'esbuild';

/** Files that declare columns of tabs. */
const DECLARATIONS = /[\\/]src[\\/]tables[\\/].*\.ts$/;

/** Places of a `column` call's words: Japanese name, note in English, note in Japanese. */
const WORDS = [1, 3, 4];

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/**
 * Takes the words of header notes out of the script: they are needed where a tab is shaped, while every call evaluates
 * the script. Each becomes its place among `notes`, `~12~`, which `src/google/header-notes.ts` looks up in the page.
 */
export function headerNotes(notes: string[]): Plugin {
  const scripts = new Map<string, string>();
  return {
    name: 'header-notes',
    setup(build) {
      // In the order of names, so that the same source gives the same script.
      build.onStart(async () => {
        const folder = join(build.initialOptions.absWorkingDir ?? '', 'src', 'tables');
        const names = existsSync(folder) ? await readdir(folder, { recursive: true }) : [];
        for (const name of names.filter((each) => each.endsWith('.ts')).sort()) {
          const path = join(folder, name);
          scripts.set(path, await withPlaces(path, notes));
        }
      });
      build.onLoad({ filter: DECLARATIONS }, ({ path }) => {
        const contents = scripts.get(path);
        return contents === undefined ? null : { contents, loader: 'js' };
      });
    },
  };
}

async function withPlaces(path: string, notes: string[]): Promise<string> {
  const source = await readFile(path, 'utf8');
  let { code } = await transform(source, { loader: 'ts', sourcefile: path, sourcemap: 'inline' });
  const first = notes.length;
  const words = wordsIn(parse(code, { ecmaVersion: 2022, sourceType: 'module' }));
  notes.push(...words.map(({ value }) => value));
  for (let at = words.length - 1; at >= 0; at--) {
    const { start, end } = words[at] as (typeof words)[number];
    code = `${code.slice(0, start)}"~${first + at}~"${code.slice(end)}`;
  }
  return code;
}

/** The words of every `column` call written as plain strings, in their order. */
function wordsIn(root: unknown): { start: number; end: number; value: string }[] {
  const found: { start: number; end: number; value: string }[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (isNode(value)) {
      const { callee } = value;
      if (value.type === 'CallExpression' && isNode(callee) && callee.name === 'column') {
        const given = value.arguments as readonly Node[];
        for (const at of WORDS) {
          const word = given[at];
          if (word?.type === 'Literal' && typeof word.value === 'string') {
            found.push({ start: word.start, end: word.end, value: word.value });
          }
        }
      }
      for (const child of Object.values(value)) visit(child);
    }
  };
  visit(root);
  return found.sort((a, b) => a.start - b.start);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
