import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRuntime, type Runtime, type RuntimeOptions } from '../../../scripts/local/gas/runtime';

const SCOPES = [
  'spreadsheets',
  'script.container.ui',
  'script.external_request',
  'script.scriptapp',
  'script.send_mail',
  'userinfo.email',
  'drive.readonly',
].map((name) => `https://www.googleapis.com/auth/${name}`);

export interface ScriptFiles {
  readonly manifest?: Readonly<Record<string, unknown>>;
  readonly html?: Readonly<Record<string, string>>;
}

/** 5 January 2026, 00:00 UTC, a Monday; 09:00 in Tokyo. */
export const START = Date.UTC(2026, 0, 5);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true });
});

/** A folder as clasp would push it, with one script file. */
export function scriptFolder(code: string, files: ScriptFiles = {}): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gas-'));
  folders.push(folder);
  fs.writeFileSync(path.join(folder, 'Code.js'), code);
  const manifest = { timeZone: 'Asia/Tokyo', runtimeVersion: 'V8', oauthScopes: SCOPES, ...files.manifest };
  fs.writeFileSync(path.join(folder, 'appsscript.json'), JSON.stringify(manifest));
  for (const [name, text] of Object.entries(files.html ?? {}))
    fs.writeFileSync(path.join(folder, `${name}.html`), text);
  return folder;
}

/** A runtime around one script file, at START. */
export function scriptRuntime(
  code: string,
  options: Partial<RuntimeOptions> & { readonly files?: ScriptFiles } = {},
): Runtime {
  const { files, ...rest } = options;
  return createRuntime({ folder: scriptFolder(code, files), start: START, ...rest });
}

/** Runs the body of a function in a runtime of its own and returns what it returned. */
export function evaluate(body: string, options: Parameters<typeof scriptRuntime>[1] = {}): unknown {
  return scriptRuntime(`function main() { ${body} }`, options).execute('main');
}

/** The message a function's body ends with; '' when it ends well. */
export function failure(body: string, options: Parameters<typeof scriptRuntime>[1] = {}): string {
  try {
    evaluate(body, options);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
