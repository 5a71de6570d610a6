import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { extrasIn, withExtras } from '../../scripts/build/extras';
import { readManifest } from '../../scripts/build/manifest';
import { scopeFaults } from '../../scripts/build/script-gate';

const ROOT = resolve(__dirname, '../..');
const OWN = readFileSync(`${ROOT}/appsscript.json`, 'utf8');
const ALL = ['bigquery', 'calendar', 'gmail', 'forms'];

/** Short names of the scopes that are asked for. */
const scopesOf = (text: string): readonly string[] =>
  readManifest(text).manifest.scopes.map((scope) => scope.replace('https://www.googleapis.com/auth/', ''));

describe('what few need is asked for only on demand', () => {
  it('the manifest itself reads no mail, no calendar, no form and no warehouse', () => {
    expect(scopesOf(withExtras(OWN, []))).toEqual(scopesOf(OWN));
    // Cards see the message or event that is open, and nothing else.
    const wide = scopesOf(OWN).filter((scope) => !/^(gmail|calendar)\.addons\.(execute|current\.)/.test(scope));
    expect(wide.join()).not.toMatch(/gmail|mail\.google|calendar|forms|bigquery/);
  });

  it('each extra adds one scope, the narrowest that reads, and switches its API on', () => {
    const added = (extra: string) => scopesOf(withExtras(OWN, [extra])).slice(scopesOf(OWN).length);
    expect(ALL.map(added)).toEqual([
      ['bigquery.readonly'],
      ['calendar.events.readonly'],
      ['gmail.metadata'],
      ['forms'],
    ]);
    expect(JSON.parse(withExtras(OWN, ['calendar', 'forms'])).dependencies.enabledAdvancedServices).toEqual([
      { userSymbol: 'Calendar', serviceId: 'calendar', version: 'v3' },
    ]);
  });

  it('everything else of the manifest stays', () => {
    const { oauthScopes, dependencies, ...rest } = JSON.parse(withExtras(OWN, ALL));
    const { oauthScopes: own, ...others } = JSON.parse(OWN);
    expect(rest).toEqual(others);
    expect(oauthScopes.slice(0, own.length)).toEqual(own);
  });

  it('comes after --with, and an unknown word is refused', () => {
    expect(extrasIn(['node', 'build.ts', '--with', 'gmail, forms'])).toEqual(['gmail', 'forms']);
    expect(extrasIn(['node', 'build.ts'])).toEqual([]);
    expect(() => extrasIn(['--with', 'gmail,drive'])).toThrow('"drive" is none of them');
    expect(() => extrasIn(['--with'])).toThrow('bigquery, calendar');
  });
});

describe('the gate of scopes', () => {
  const faults = (code: string, extra: string) => {
    const { scopes } = readManifest(withExtras('{"oauthScopes": []}', [extra])).manifest;
    return scopeFaults(code, { scopes, advanced: [] }).map(({ what }) => what);
  };

  it.each([
    ['bigquery', '"https://bigquery.googleapis.com/bigquery/v2"'],
    ['calendar', '"https://www.googleapis.com/calendar/v3"'],
    ['gmail', '"https://gmail.\\\ngoogleapis.com/gmail/v1"'],
    ['forms', 'FormApp.openById("x")'],
  ])('lets %s pass only where the script asks for it', (extra, code) => {
    expect(faults(`f(${code});`, extra)).toEqual([]);
    expect(faults('f("https://example.com/");', extra)).toEqual([
      expect.stringContaining('nothing in the script uses'),
    ]);
  });
});
