import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small project of its own, so that a build can be shown something it must refuse. */
const FILES: Readonly<Record<string, string>> = {
  'appsscript.json': JSON.stringify({
    runtimeVersion: 'V8',
    oauthScopes: ['https://www.googleapis.com/auth/spreadsheets'],
  }),
  'src/main.ts': 'export function onOpen(event: object) { SpreadsheetApp.getUi(); return event; }',
  'src/api.ts': 'export function sidebarView() { return { ok: true }; }',
  'src/app/defaults/index.ts': 'export const defaultConfig = (locale: string) => ({ Bands: [[locale, "</script>"]] });',
  'src/tables/words.ts': 'export const WORDS = { Bands: { columns: { Band: "</script>" } } };',
  'src/tables/appsheet/rules.words.ts': 'export const APP_SHEET_WORDS = { why: {}, triggers: {} };',
  'src/sidebar/index.html': '<!doctype html><title>t</title><!-- style --><p id="p"></p><!-- script -->',
  'src/sidebar/main.tsx': 'document.title = "k";',
  'src/sidebar/main.css': 'p { color: red; }',
};

const made: string[] = [];

/** Writes the project with some files changed and answers its folder. */
export function project(changed: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'kenshin-build-'));
  made.push(root);
  for (const [path, text] of Object.entries({ ...FILES, ...changed })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export function removeProjects(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true });
}
