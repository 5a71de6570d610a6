import { habitBreaches } from './habits';
import { source, sourcesUnder } from './source-tree';
import { wallBreaches } from './wall';

const SHIPPED = sourcesUnder('src');

describe('what ships', () => {
  it('is found', () => {
    expect(SHIPPED.map(({ file }) => file)).toEqual(expect.arrayContaining(['src/domain/day.ts', 'src/ports.ts']));
  });

  it('keeps the wall between its parts', () => {
    expect(SHIPPED.flatMap(wallBreaches)).toEqual([]);
  });

  it('keeps clock, chance, locale, Google and words where they belong', () => {
    expect(SHIPPED.flatMap(habitBreaches)).toEqual([]);
  });
});

describe('the wall', () => {
  const said = (file: string, text: string) => wallBreaches(source(file, text));

  it.each([
    ['src/domain/score.ts', "import { rows } from '../tables/rows';", 'domain may not know tables'],
    ['src/scoring/kernel.ts', "import { x } from '../app/run';", 'scoring may not know app'],
    ['src/scoring/kernel.ts', "import type { Workbook } from '../ports';", 'scoring may not know ports.ts'],
    ['src/metrics/count.ts', "export { x } from '../scoring/kernel';", 'metrics may not know scoring'],
    ['src/app/run.ts', "import { x } from '../google/clock';", 'app may not know google'],
    ['src/app/run.ts', "import { Clock } from '../ports';", 'app may only use types of ports.ts'],
    ['src/app/deep/run.ts', "export * from '../../main';", 'app may not know main.ts'],
    ['src/sources/csv/parse.ts', "import { x } from '../../app/run';", 'sources may not know app'],
    ['src/google/clock.ts', "import { run } from '../app/run';", 'google may not know app'],
    ['src/sidebar/rpc.ts', "import * as api from '../api';", 'sidebar may only use types of api.ts'],
    ['src/sidebar/rpc.ts', "type A = import('../app/run').A;", 'sidebar may not know app'],
    ['src/plays/plan.ts', "import { type A, b } from '../scoring/kernel';", 'plays may only use types of scoring'],
    ['src/domain/day.ts', "import dayjs from 'dayjs';", 'domain may not import the package dayjs'],
    ['src/app/run.ts', "import '@scope/thing/deep';", 'app may not import the package @scope/thing'],
    ['src/app/run.ts', "const fs = require('node:fs');", 'app may not import the package node:fs'],
    ['src/app/run.ts', "const x = import('../google/clock');", 'app may not know google'],
    ['src/app/run.ts', "import { x } from '../../scripts/build';", 'what ships may not import scripts/build'],
    ['src/other/x.ts', '', 'the wall knows no other in src'],
  ])('%s: %s', (file, text, what) => {
    const breaches = said(file, `// 日本\n${text}`);
    expect(breaches).toEqual([expect.stringContaining(what)]);
    expect(breaches[0]).toMatch(text === '' ? `${file}:1: ` : `${file}:2: `);
  });

  it('lets through what the plan allows', () => {
    expect(said('src/app/deep/run.ts', "import { score } from '../../scoring/kernel';")).toEqual([]);
    expect(
      said('src/app/run.ts', "import type { Clock } from '../ports';\nimport { step } from './deep/step';"),
    ).toEqual([]);
    expect(said('src/plays/plan.ts', "import { type A, type B } from '../scoring/kernel';")).toEqual([]);
    expect(said('src/sidebar/view.tsx', "import { useState } from 'preact/hooks';")).toEqual([]);
    expect(said('src/sidebar/rpc.ts', "import type * as api from '../api';")).toEqual([]);
  });
});

describe('the habits', () => {
  const said = (file: string, text: string) => habitBreaches(source(file, text));

  it.each([
    ['src/scoring/kernel.ts', 'const a = Date.now();', 'reads the clock'],
    ['src/app/run.ts', 'const a = new Date();', 'reads the clock'],
    ['src/app/run.ts', 'const a = new Date;', 'reads the clock'],
    ['src/app/run.ts', 'const a = Date();', 'reads the clock'],
    ['src/google/clock.ts', 'const a = [1, ...f(Math.random())];', 'draws at random'],
    ['src/app/run.ts', 'const a = n.toLocaleString();', 'name the locale'],
    ['src/app/run.ts', 'const a = n?.toLocaleLowerCase();', 'name the locale'],
    ['src/app/run.ts', 'const a = n.toLocaleDateString(undefined, {});', 'name the locale'],
    ['src/app/run.ts', 'list.sort((a, b) => a.localeCompare(b));', 'name the locale'],
    ['src/app/run.ts', 'const a = new Intl.NumberFormat().format(1);', 'name the locale'],
    ['src/app/run.ts', 'const a = SpreadsheetApp.getActive();', 'names a service of Google'],
    ['src/app/run.ts', 'let a: GoogleAppsScript.Spreadsheet.Sheet;', 'names a service of Google'],
    ['src/api.ts', 'const a = { s: Utilities };', 'names a service of Google'],
    ['src/sidebar/view.ts', 'google.script.run.sidebarView();', 'talks to the server on its own'],
    ['src/app/run.ts', 'console.log(1);', 'writes to the log'],
    ['src/app/run.ts', "const a = '顧客';", 'holds Japanese words'],
    ['src/app/run.ts', 'const a = `件`;', 'holds Japanese words'],
    ['src/sidebar/view.tsx', 'const a = <p>{1} Health</p>;', 'shows words of one language'],
    ['src/sidebar/view.tsx', 'const a = <i title="Health" />;', 'shows words of one language'],
    ['src/sidebar/view.tsx', "const a = <i>{'健康'}</i>;", 'holds Japanese words'],
    ['src/app/run.ts', "const a = { ja: '顧客' };", 'holds Japanese words'],
    ['src/app/run.ts', "const a = { en: '顧客', ja: 'x' };", 'holds Japanese words'],
  ])('%s: %s', (file, text, what) => {
    const breaches = said(file, `\n// 注記 Date.now()\n${text}`);
    expect(breaches).toEqual([expect.stringMatching(new RegExp(what))]);
    expect(breaches[0]).toMatch(`${file}:3: `);
  });

  it('lets through what is meant', () => {
    expect(said('src/google/clock.ts', 'console.log(Date.now(), new Date(), Utilities.getUuid());')).toEqual([]);
    expect(said('src/app/run.ts', "const a = new Date(0); const b = x.now(); n.toLocaleString('en');")).toEqual([]);
    expect(said('src/app/run.ts', "a.localeCompare(b, 'en'); const c = { Session: 1, console: x.Logger };")).toEqual(
      [],
    );
    expect(said('src/app/messages.ts', "const a = '顧客';")).toEqual([]);
    expect(said('src/app/menu.ts', "const a = { en: 'a', ja: `顧客` + '件' };")).toEqual([]);
    expect(said('src/app/set-up.ts', "const a = ['シート1'];")).toEqual([]);
    expect(said('src/domain/parse/flag.ts', "const yes = ['はい'];")).toEqual([]);
    expect(said('src/tables/accounts.ts', "const a = '顧客';")).toEqual([]);
    expect(said('src/sidebar/rpc.ts', 'google.script.run.sidebarView();')).toEqual([]);
    expect(said('src/sidebar/view.tsx', 'const a = <b class="up" title={t(x())}>{t(x())} · +3</b>;')).toEqual([]);
    expect(said('src/app/run.ts', '// 顧客\nconst pattern = /[０-９]/;')).toEqual([]);
  });
});
