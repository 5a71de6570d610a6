import { forgetSecret, keepSecrets, sourceForms, testSource } from '../../../src/app/secrets/secrets';
import { SOURCES } from '../../../src/sources';
import { SOURCE_COLUMNS as C } from '../../../src/tables/sources';
import { memoryWorkbook } from '../ports/memory-workbook';
import { type WholePlatform, wholePlatform } from '../ports/whole-platform';

const HEADER = Object.values(C);

/** One source of JSON that signs with a key, and what its host answers to which key. */
function platform(answers: Readonly<Record<string, number>>, secrets: Readonly<Record<string, string>> = {}) {
  const row: Record<string, string> = {
    ...{ [C.id]: 'web', [C.kind]: 'json', [C.dataset]: 'accounts', [C.location]: 'https://a.example/list' },
    ...{ [C.headerName]: 'X-Key', [C.secretName]: 'web key' },
  };
  const health = memoryWorkbook({ id: 'health', tabs: { Sources: [HEADER, HEADER.map((name) => row[name] ?? null)] } });
  return wholePlatform({
    health,
    secrets,
    answer: ({ headers }) => ({ status: answers[headers['X-Key'] ?? ''] ?? 401, body: '[{"id":"1","name":"Acme"}]' }),
  });
}

const keyOf = (given: WholePlatform) => given.secrets.get('secret.web key');
const OLD = 'old-0123456789';
const NEW = 'new-0123456789';

describe('the form of sources', () => {
  it('has every kind with what its declaration says, and the sources with their keys', () => {
    const { kinds, sources, scope } = sourceForms(platform({}, { 'secret.web key': OLD }));
    expect(kinds.map(({ kind }) => kind)).toEqual(SOURCES.map(({ kind }) => kind));
    expect(kinds.find(({ kind }) => kind === 'csv')?.options.map(({ name }) => name)).toEqual([
      'delimiter',
      'charset',
      'resync',
    ]);
    expect(sources).toEqual([
      {
        ...{ sourceId: 'web', kind: 'json', dataset: 'accounts' },
        keys: [{ field: '', label: { en: 'Key', ja: 'キー' }, needed: true, kept: true, end: '6789' }],
      },
    ]);
    expect(scope.en).toContain('for you alone');
  });

  it('shows nothing of a key too short to show a part of it', () => {
    const { sources } = sourceForms(platform({}, { 'secret.web key': '12345678' }));
    expect(sources[0]?.keys[0]).toMatchObject({ kept: true, end: '' });
  });
});

describe('a key', () => {
  it('is tried, and kept', () => {
    const given = platform({ [NEW]: 200 });
    const { said, source } = keepSecrets(given, 'web', { '': ` ${NEW}\n` });
    expect(keyOf(given)).toBe(NEW);
    expect(said.en).toBe('The key ending in 6789 is kept for you. a.example answered. Columns: id, name.');
    expect(source.keys[0]?.end).toBe('6789');
    expect(JSON.stringify([said, source])).not.toContain(NEW);
  });

  it('replaces another only where it works', () => {
    const given = platform({ [OLD]: 200 }, { 'secret.web key': OLD });
    expect(() => keepSecrets(given, 'web', { '': NEW })).toThrow('does not accept the key');
    expect(keyOf(given)).toBe(OLD);
    const better = platform({ [NEW]: 200 }, { 'secret.web key': OLD });
    keepSecrets(better, 'web', { '': NEW });
    expect(keyOf(better)).toBe(NEW);
  });

  it('is kept where there was none even if the source cannot be asked now, and that is said', () => {
    const given = platform({ [NEW]: 403 });
    const { said } = keepSecrets(given, 'web', { '': NEW });
    expect(keyOf(given)).toBe(NEW);
    expect(said.en).toContain('could not be tried');
    expect(said.en).toContain('does not allow this (403)');
  });

  it('that is new or gone ends what was signed in to with the old one', () => {
    const given = platform({ [NEW]: 200 }, { 'token.web key': 'cached' });
    keepSecrets(given, 'web', { '': NEW });
    expect(given.secrets.get('token.web key')).toBeNull();
    given.secrets.set({ 'token.web key': 'cached' });
    const { source } = forgetSecret(given, 'web', '');
    expect([keyOf(given), given.secrets.get('token.web key'), source.keys[0]?.kept]).toEqual([null, null, false]);
  });

  it.each([
    ['an empty one', { '': '  ' }, 'The key is empty.'],
    ['one that is too long', { '': 'x'.repeat(8001) }, 'longer than can be kept'],
    ['one the source has no field for', { other: NEW }, 'has no enabled source'],
  ])('%s is refused', (_, values: Record<string, string>, words) => {
    const given = platform({ [NEW]: 200 });
    expect(() => keepSecrets(given, 'web', values)).toThrow(words);
    expect(given.secrets.getAll()).toEqual({});
  });
});

it('a source is tried with the keys that are kept', () => {
  expect(testSource(platform({ [OLD]: 200 }, { 'secret.web key': OLD }), 'web').said.ja).toContain('接続できました');
  expect(() => testSource(platform({}), 'web')).toThrow('secret "web key" is not stored');
  expect(() => testSource(platform({}), 'other')).toThrow('no enabled source "other"');
});

describe('the key of the webhook', () => {
  const hooked = (address: string, name: string) => {
    const Settings = [
      ['Setting', 'Value'],
      ['Webhook Address', address],
      ['Webhook Secret Name', name],
    ];
    const health = memoryWorkbook({ id: 'health', tabs: { Sources: [HEADER], Settings } });
    return wholePlatform({ health, secrets: {}, answer: () => ({ status: 500, body: '' }) });
  };

  it('is entered like that of a source, under the name in Settings, and nothing is sent to the receiver', () => {
    const given = hooked('https://hook.example/scores', 'hook');
    expect(sourceForms(given).sources).toEqual([
      {
        ...{ sourceId: 'webhook', kind: 'webhook', dataset: '' },
        keys: [{ field: '', label: { en: 'Key', ja: 'キー' }, needed: true, kept: false, end: '' }],
      },
    ]);
    const { said, source } = keepSecrets(given, 'webhook', { '': NEW });
    expect(given.secrets.get('secret.hook')).toBe(NEW);
    expect(source.keys[0]).toMatchObject({ kept: true, end: '6789' });
    expect(said).toEqual({
      en: 'The key ending in 6789 is kept for you. The webhook is signed with it from the next run on.',
      ja: '末尾 6789 のキーを保存しました。次回の実行から Webhook の署名に使います。',
    });
    forgetSecret(given, 'webhook', '');
    expect(given.secrets.get('secret.hook')).toBeNull();
  });

  it('has the name of the webhook where Settings names none', () => {
    const given = hooked('https://hook.example/scores', '');
    keepSecrets(given, 'webhook', { '': NEW });
    expect(given.secrets.get('secret.webhook')).toBe(NEW);
  });

  it('is asked for only where scores are sent to an address', () => {
    const given = hooked('', 'hook');
    expect(sourceForms(given).sources).toEqual([]);
    expect(() => keepSecrets(given, 'webhook', { '': NEW })).toThrow();
  });
});
