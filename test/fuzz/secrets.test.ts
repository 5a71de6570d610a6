import fc from 'fast-check';
import { attempt } from '../../src/app/attempt';
import { readSourceSettings } from '../../src/app/pull/source-settings';
import { SOURCE_KINDS } from '../../src/sources';
import { secretKey } from '../../src/sources/secret-key';
import type { SourceSetting } from '../../src/sources/source';
import { DATA_TABS } from '../../src/tables/data';
import { PAGINGS, sourcesTab } from '../../src/tables/sources';
import type { Answer } from '../app/ports/memory-platform';
import { wholePlatform } from '../app/ports/whole-platform';
import { pullInto, source } from '../app/pull/pulled';
import { fuzz } from './replay';

/** Words that nothing else holds, so that finding one anywhere means that it leaked. */
const hidden = fc.stringMatching(/^[A-Za-z0-9+/=_.~-]{12,40}$/).map((drawn) => `hidden-${drawn}`);

/** Everything an answer can be, a mistake of the platform that tells the whole address included. */
const answers = (url: string, secret: string): fc.Arbitrary<Answer> =>
  fc.oneof(
    fc.record({
      status: fc.constantFrom(200, 204, 301, 302, 307, 400, 401, 403, 404, 408, 410, 418, 429, 500, 503),
      body: fc.constantFrom(
        '',
        '{',
        '[]',
        '{"next":"x"}',
        '<!doctype html>',
        'PK\u0003\u0004',
        '"a',
        `[${'[],'.repeat(3)}1]`,
      ),
      headers: fc.dictionary(
        fc.constantFrom('location', 'link', 'content-type', 'content-length', 'retry-after'),
        fc.constantFrom(
          ...[
            '/again',
            'https://b.example/x',
            'http://b.example/x',
            '</2>; rel=next',
            '<https://b.example/2>; rel=next',
          ],
          ...['text/html', '99999999999', '3600', '1'],
        ),
      ),
    }),
    fc.constant(new Error(`Exception: Request failed for ${url} returned code 500`)),
    fc.constant(new Error(`Exception: Header X-Key is invalid: ${secret}`)),
  );

interface Case {
  readonly setting: SourceSetting;
  readonly secret: string;
  readonly query: string;
  readonly answers: readonly Answer[];
}

const leaky: fc.Arbitrary<Case> = fc.tuple(hidden, hidden, hidden).chain(([secret, query, path]) => {
  const location = `https://a.example/${path}?key=${query}`;
  return fc.record({
    secret: fc.constant(secret),
    query: fc.constant(query),
    setting: fc
      .record({
        kind: fc.constantFrom('json', 'csv'),
        paging: fc.constantFrom(...PAGINGS),
        options: fc.constantFrom<Record<string, string>>(
          {},
          { cursor_path: 'next' },
          { cursor_path: 'next', cursor_parameter: 'c' },
        ),
        location: fc.constantFrom(
          location,
          location.replace('https', 'http'),
          location.replace('//', `//me:${query}@`),
          `${location}${'x'.repeat(2048)}`,
          location.replace('a.example', `me:${query}`),
        ),
      })
      .map((drawn) => source({ ...drawn, headerName: 'X-Key', headerPrefix: '', secretName: 'key' })),
    answers: fc.array(answers(location, secret), { minLength: 1, maxLength: 4 }),
  });
});

describe('a secret, and a query', () => {
  it('stand in no problem, report, reply, log, mail or cell, whatever fails', () => {
    fuzz(leaky, ({ setting, secret, query, answers: given }) => {
      const lines: string[] = [];
      const platform = wholePlatform({
        answer: (_, count) => given[(count - 1) % given.length] as Answer,
        secrets: { [secretKey('key')]: secret },
        milliseconds: 10 ** 9,
      });
      const logged = { ...platform, log: { line: (line: string) => void lines.push(line) } };
      const { report, data } = pullInto(platform, [setting]);
      const reply = attempt(logged, 'runState', () => {
        throw new Error(`Exception: Request failed for ${setting.location} returned code 500`);
      });
      const told = JSON.stringify([
        ...[report, reply, lines, platform.store.getAll(), platform.mails, platform.shown],
        DATA_TABS.map(({ name }) => data.read(name)),
      ]);
      expect(told).not.toContain(secret);
      expect(told).not.toContain(query);
      expect(told).not.toMatch(/\?key=/);
    });
  });

  it('that stand in the Sources tab by mistake are not repeated in its problems', () => {
    const columns = sourcesTab(SOURCE_KINDS).columns.map(({ name }) => name);
    const misplaced = fc.constantFrom('Location', 'Options', 'Header Name');
    fuzz(
      fc.tuple(hidden, misplaced, fc.constantFrom('', 'http://a.example/?k=', 'https://a:', 'key ', 'x:y ')),
      ([secret, column, before]) => {
        const row: Record<string, string> = {
          'Source ID': 'crm',
          Kind: 'json',
          Dataset: 'accounts',
          Location: 'nowhere',
        };
        row[column] = `${before}${secret}`;
        const { problems } = readSourceSettings([columns, columns.map((name) => row[name] ?? null)]);
        expect(problems.length).toBeGreaterThan(0);
        expect(JSON.stringify(problems)).not.toContain(secret);
      },
    );
  });

  it('go to the host they are meant for and to no other', () => {
    fuzz(leaky, ({ setting, secret, answers: given }) => {
      const platform = wholePlatform({
        answer: (_, count) => given[(count - 1) % given.length] as Answer,
        secrets: { [secretKey('key')]: secret },
        milliseconds: 10 ** 9,
      });
      pullInto(platform, [setting]);
      for (const { url, headers } of platform.requests) {
        expect(url).toMatch(/^https:/);
        expect([new URL(url).host, Object.values(headers).includes(secret)]).toEqual([
          new URL(url).host,
          new URL(url).host === 'a.example',
        ]);
      }
    });
  });
});
