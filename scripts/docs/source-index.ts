import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Kinds that read what people already have stand first. */
const FIRST = ['tab', 'csv', 'json'];
const EXPORT = /^export const (\w+Source): SourceDeclaration\b/m;

/** The text of src/sources/index.ts: every folder there whose file of the same name exports a declaration. */
export function sourceIndex(root: string): string {
  const folder = join(root, 'src/sources');
  const found = readdirSync(folder).flatMap((name) => {
    const file = join(folder, name, `${name}.ts`);
    const value = existsSync(file) ? EXPORT.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
    return value === undefined ? [] : [{ name, value, path: `./${name}/${name}` }];
  });
  const rank = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  const byPath = [...found, { value: '', path: './source', name: '' }].sort((a, b) => (a.path < b.path ? -1 : 1));
  const imports = byPath.map(({ value, path }) =>
    value === '' ? `import type { SourceDeclaration } from '${path}';` : `import { ${value} } from '${path}';`,
  );
  const listed = found.sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
  return `${imports.join('\n')}

/** Every kind of source that is installed. Written by \`npm run docs\`: a kind is a folder here. */
export const SOURCES: readonly SourceDeclaration[] = [
${listed.map(({ value }) => `  ${value},`).join('\n')}
];

/** Their names, as the Kind column of the Sources tab offers them. */
export const SOURCE_KINDS: readonly string[] = SOURCES.map((source) => source.kind);
`;
}
