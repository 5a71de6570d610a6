import fs from 'node:fs';
import path from 'node:path';
import { type Pattern, type Program, parse } from 'acorn';

/** A script project as clasp would push it: a folder of .js and .html files with a manifest. */
export interface Project {
  readonly folder: string;
  /** IANA name; scripts without one run in America/New_York. */
  readonly zone: string;
  /** Scopes of the manifest; null when it names none and the platform would find them by itself. */
  readonly scopes: readonly string[] | null;
  /** Prefixes of `urlFetchWhitelist`; null when every URL is allowed. */
  readonly fetchPrefixes: readonly string[] | null;
  /** Functions the platform can call by name. */
  functions(): ReadonlySet<string>;
  /** Text of an HTML file by its name without extension; null when there is none. */
  html(name: string): string | null;
}

interface Manifest {
  readonly timeZone?: string;
  readonly oauthScopes?: readonly string[];
  readonly urlFetchWhitelist?: readonly string[];
}

/** Reads the manifest now and the code when it is asked for, so that a rebuilt folder is seen. */
export function openProject(folder: string): Project {
  const manifestFile = path.join(folder, 'appsscript.json');
  const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8')) as Manifest;
  const namesByFile = new Map<string, { readonly stamp: string; readonly names: readonly string[] }>();
  return {
    folder,
    zone: manifest.timeZone ?? 'America/New_York',
    scopes: manifest.oauthScopes ?? null,
    fetchPrefixes: manifest.urlFetchWhitelist ?? null,
    functions() {
      const names = new Set<string>();
      for (const file of scriptFiles(folder)) {
        const { mtimeMs, size } = fs.statSync(file);
        const stamp = `${mtimeMs} ${size}`;
        let known = namesByFile.get(file);
        if (known?.stamp !== stamp) {
          known = { stamp, names: topLevelFunctions(fs.readFileSync(file, 'utf8')) };
          namesByFile.set(file, known);
        }
        for (const name of known.names) names.add(name);
      }
      return names;
    },
    html(name) {
      const file = path.join(folder, `${name}.html`);
      return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
    },
  };
}

function scriptFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => path.join(folder, name));
}

/**
 * Functions declared at the top level: `function f(){}`, async or generator, and `var`, `let` or `const f` holding a
 * function. What is only assigned at run time cannot be called by name. Empty for a file that does not parse: loading
 * it tells why. Source: Apps Script guide, V8 runtime overview.
 */
function topLevelFunctions(source: string): string[] {
  let program: Program;
  try {
    program = parse(source, { ecmaVersion: 'latest', sourceType: 'script', allowHashBang: false });
  } catch {
    return [];
  }
  const names: string[] = [];
  for (const statement of program.body) {
    if (statement.type === 'FunctionDeclaration' && statement.id) names.push(statement.id.name);
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      if (init?.type === 'FunctionExpression' || init?.type === 'ArrowFunctionExpression') names.push(...boundName(id));
    }
  }
  return names;
}

function boundName(pattern: Pattern): string[] {
  return pattern.type === 'Identifier' ? [pattern.name] : [];
}
