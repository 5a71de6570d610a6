import type { Page } from 'playwright-core';
import type { Locale } from '../../src/domain/text';
import type { OperationsView } from '../../src/domain/views';
import { BOOK, DONE, ok, REFUSED, RUNNING, view } from './portfolio';
import { expectReadable, LOCALES, OPS, same } from './sidebar-checks';
import { type Stage, sidebarStage } from './sidebar-stage';
import { soon } from './soon';
import { SAVED, tuningView, VERSION } from './tuning-views';

let stage: Stage;
beforeAll(async () => {
  stage = await sidebarStage();
});
afterAll(() => stage.close());
afterEach(() => expect(stage.thrown()).toEqual([]));

const OPERATIONS: OperationsView = {
  sources: [
    {
      id: 'crm "main" / 東',
      kind: 'hubspot',
      dataset: 'accounts',
      enabled: true,
      good: '2026-01-31T06:00:00',
      problems: 2,
    },
    { id: 'usage', kind: 'csv', dataset: 'usage', enabled: false, good: '', problems: 0 },
  ],
  problems: [
    {
      severity: 'error',
      source: 'Metrics',
      place: 'P7',
      column: 'Points',
      value: '=1+1 <i>',
      why: 'Points must rise in reading.',
      tab: 'Metrics',
    },
    { severity: 'warning', source: 'usage', place: 'row 12', column: 'date', value: '', why: 'No day.', tab: '' },
  ],
  allProblems: 2,
};
const NOTHING: OperationsView = { sources: [], problems: [], allProblems: 0 };
const FORMS = {
  kinds: [
    { kind: 'tab', options: [{ name: 'header_row', note: same('Row of the header.') }], credential: [], streams: null },
    {
      kind: 'hubspot',
      options: [],
      credential: [{ field: 'token', label: same('Token') }],
      streams: [{ dataset: 'accounts', from: 'companies', incremental: true }],
    },
  ],
  sources: [
    {
      sourceId: 'hubspot_accounts',
      kind: 'hubspot',
      dataset: 'accounts',
      keys: [{ field: 'token', label: same('Token'), needed: true, kept: false, end: '' }],
    },
  ],
  scope: same('Keys are kept for you alone.'),
};

describe('set-up and operation', () => {
  const operations = (operationsView: OperationsView) => ({
    tuningView: () => ok(tuningView(5)),
    operationsView: () => ok(operationsView),
  });
  const turn = (page: Page, name = 'Set-up') => page.locator('.faces').getByRole('button', { name }).click();

  it.each(LOCALES)('tells the health of sources and problems, with a way to the cell (%s)', async (locale) => {
    const page = await stage.open(
      ok(view(locale, OPS)),
      { ...operations(OPERATIONS), showCell: () => ok(null) },
      locale,
    );
    await turn(page, locale === 'en' ? 'Set-up' : '運用');
    await page.getByText('crm "main" / 東', { exact: true }).waitFor();
    await page
      .getByText(locale === 'en' ? 'HubSpot · last data Jan 31, 6:00' : 'HubSpot · 最終取得 1/31 6:00')
      .waitFor();
    await page.getByText('=1+1 <i>').waitFor();
    await page.getByRole('button', { name: locale === 'en' ? 'Go to Metrics!P7' : 'Metrics!P7 へ移動' }).click();
    for (const summary of await page.locator('summary:visible').all()) await summary.click();
    await expectReadable(page);
    expect(stage.server.called).toContain('showCell');
  });

  it('leads through the first run, each step as the workbook says', async () => {
    let state: OperationsView = NOTHING;
    let run: typeof DONE | null = null;
    const page = await stage.open(() => ok(view('en', { ...OPS, run, book: run ? BOOK : null })), {
      ...operations(NOTHING),
      operationsView: () => ok(state),
      loadDemo: () => {
        state = {
          ...NOTHING,
          sources: [{ id: 'demo_accounts', kind: 'tab', dataset: 'accounts', enabled: true, good: '', problems: 0 }],
        };
        return ok(null);
      },
      runNow: () => {
        run = DONE;
        return ok(DONE);
      },
      bookView: () => ok(BOOK),
      removeDemo: () => {
        state = NOTHING;
        run = null;
        return ok(view('en', { ...OPS, run: null }));
      },
    });
    await turn(page);
    await page.getByRole('heading', { name: 'First steps: 3 of 5 done' }).waitFor();
    await page.getByRole('button', { name: 'Try the demo portfolio' }).click();
    await page.getByRole('heading', { name: 'First steps: 4 of 5 done' }).waitFor();
    await page.locator('.guide').getByRole('button', { name: 'Run now' }).click();
    await page.getByRole('heading', { name: 'First steps: 5 of 5 done' }).waitFor();
    await page.getByText('198 of 204 accounts scored.').waitFor();
    await page.getByRole('button', { name: 'Take the demo out' }).click();
    await page.getByRole('heading', { name: 'First steps: 3 of 5 done' }).waitFor();
  });

  it('opens again where the first run stands, with a run under way', async () => {
    const page = await stage.open(ok(view('en', { ...OPS, run: RUNNING })), {
      ...operations(OPERATIONS),
      runState: () => ok(RUNNING),
    });
    await turn(page);
    await page.getByRole('heading', { name: 'First steps: 4 of 5 done' }).waitFor();
    await soon(() => page.locator('.guide').getByRole('button', { name: 'Run now' }).isDisabled()).toBe(true);
    await page.getByText('Pulling Product usage').waitFor();
  });

  it('connects a source: its row, its key, a live test and the mapping of its columns', async () => {
    const rows: Readonly<Record<string, string>>[] = [];
    const keyed = { ...FORMS.sources[0], keys: [{ ...FORMS.sources[0]?.keys[0], kept: true, end: 'cdef' }] };
    const page = await stage.open(ok(view('en', OPS)), {
      ...operations(NOTHING),
      sourceForms: () => ok(FORMS),
      saveSource: (row: Readonly<Record<string, string>>) => {
        rows.push(row);
        const faults = rows.length === 1 ? [{ column: 'Source ID', why: same('This id stands twice.') }] : [];
        return ok({ sourceId: 'hubspot_accounts', faults });
      },
      keepSecrets: (_: string, values: Readonly<Record<string, string>>) => {
        expect(values).toEqual({ token: 'secret-abcdef' });
        return ok({ said: same('HubSpot answered: 12 companies.'), source: keyed });
      },
      sampleSource: () =>
        ok({
          columns: ['Id', 'Firma <b>'],
          rows: [['7', 'Aoba']],
          fields: [
            { name: 'account_id', required: true, column: 'Id' },
            { name: 'name', required: false, column: '' },
          ],
        }),
    });
    await turn(page);
    await page.getByRole('button', { name: 'Connect a source' }).click();
    await page.getByLabel('Where from').selectOption('hubspot');
    await page.getByRole('button', { name: 'Save and test' }).click();
    await page.getByText('Source ID: This id stands twice.').waitFor();
    await page.getByRole('button', { name: 'Save and test' }).click();
    const key = page.getByLabel('Token (required)');
    await key.fill('secret-abcdef');
    await soon(() => key.getAttribute('type')).toBe('password');
    await expectReadable(page);
    await page.getByRole('button', { name: 'Keep the key and test' }).click();
    await page.getByText('HubSpot answered: 12 companies.').waitFor();
    await page.getByText('ends in cdef').waitFor();
    await page.getByRole('button', { name: 'Map columns' }).click();
    await page.locator('.mapped select').nth(1).selectOption('Firma <b>');
    await page.getByRole('button', { name: 'Save the mapping' }).click();
    await page.getByText('The next run reads the source so.').waitFor();
    expect(rows[2]).toEqual({
      'Source ID': 'hubspot_accounts',
      Kind: 'hubspot',
      Dataset: 'accounts',
      'Field Map': 'account_id=Id; name=Firma <b>',
    });
  });

  it('keeps a step open that has just been done: its source is still to be signed in to', async () => {
    let sources: OperationsView['sources'] = [];
    const page = await stage.open(ok(view('en', { ...OPS, run: null })), {
      operationsView: () => ok({ ...NOTHING, sources }),
      sourceForms: () => ok(FORMS),
      saveSource: () => {
        sources = OPERATIONS.sources;
        return ok({ sourceId: 'hubspot_accounts', faults: [] });
      },
    });
    await turn(page);
    await page.getByRole('button', { name: 'Connect a source' }).click();
    await page.getByLabel('Where from').selectOption('hubspot');
    await page.getByRole('button', { name: 'Save and test' }).click();
    await page.getByRole('heading', { name: 'First steps: 4 of 5 done' }).waitFor();
    await page.getByLabel('Token (required)').fill('0123');
  });

  it.each([
    ['tab', ['Spreadsheet (empty: this one)', 'Tab'], ''],
    ['json', ['Where it is', 'Path of the rows in the answer'], 'https://api.example.com/accounts'],
    ['salesforce', ['Where it is'], 'acme.my.salesforce.com'],
    ['zendesk', ['Where it is'], 'acme.zendesk.com'],
    ['bigquery', ['Where it is', 'Tab that holds the query', 'Cell of the query'], 'my-project-id'],
    ['jdbc', ['Where it is', 'Tab that holds the query'], 'jdbc:postgresql://db.example.com:5432/app'],
  ])('asks for what a source of kind %s needs, and names its fields in a refusal', async (kind, labels, example) => {
    const kinds = [{ kind, options: [], credential: [], streams: null }];
    const page = await stage.open(ok(view('en', OPS)), {
      ...operations(NOTHING),
      sourceForms: () => ok({ ...FORMS, kinds }),
      saveSource: () => ok({ sourceId: '', faults: [{ column: 'Location', why: same('This is not an address.') }] }),
    });
    await turn(page);
    await page.getByRole('button', { name: 'Connect a source' }).click();
    for (const label of labels) await page.getByLabel(label, { exact: label === 'Tab' }).waitFor();
    expect((await page.getByLabel(labels[0] ?? '').getAttribute('placeholder')) ?? '').toBe(example);
    await page.getByRole('button', { name: 'Save and test' }).click();
    await page.getByText(`${labels[0]}: This is not an address.`).waitFor();
  });

  it('folds many options away, and opens them where one of them is refused', async () => {
    const options = ['a', 'b', 'c', 'd'].map((name) => ({ name, note: same(`About ${name}.`) }));
    const page = await stage.open(ok(view('en', OPS)), {
      ...operations(NOTHING),
      sourceForms: () => ok({ ...FORMS, kinds: [{ kind: 'json', options, credential: [], streams: null }] }),
      saveSource: () => ok({ sourceId: '', faults: [{ column: 'Options', why: same('d is no number.') }] }),
    });
    await turn(page);
    await page.getByRole('button', { name: 'Connect a source' }).click();
    await page.getByText('More options').waitFor();
    await soon(() => page.getByLabel('About d.').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Save and test' }).click();
    await page.getByText('d is no number.').waitFor();
    await soon(() => page.getByText('About d.').isVisible()).toBe(true);
  });

  it.each(LOCALES)('takes the key of the webhook, and deletes it (%s)', async (locale) => {
    const hook = (kept: boolean) => ({
      ...{ sourceId: 'webhook', kind: 'webhook', dataset: '' },
      keys: [{ field: '', label: { en: 'Key', ja: 'キー' }, needed: true, kept, end: kept ? '6789' : '' }],
    });
    const deleted: unknown[][] = [];
    const source = { ...{ id: 'webhook', kind: 'webhook', dataset: '', enabled: true }, good: '', problems: 0 };
    const page = await stage.open(
      ok(view(locale, OPS)),
      {
        ...operations({ ...NOTHING, sources: [source] }),
        sourceForms: () => ok({ ...FORMS, sources: [hook(false)] }),
        keepSecrets: () => ok({ said: same('Kept.'), source: hook(true) }),
        forgetSecret: (...args: readonly unknown[]) => {
          deleted.push([...args]);
          return ok({ said: same('Gone.'), source: hook(false) });
        },
      },
      locale,
    );
    const words = (en: string, ja: string) => (locale === 'en' ? en : ja);
    await turn(page, words('Set-up', '運用'));
    await page.getByRole('button', { name: words('Test and set up webhook', '確認・設定 webhook') }).click();
    await page.getByLabel(words('Key (required)', 'キー（必須）')).fill('whsec-0123456789');
    await page.getByRole('button', { name: words('Keep the key and test', 'キーを保存して接続を確認') }).click();
    await page.getByLabel(words('Key (kept, ends in 6789)', 'キー（保存済み、末尾 6789）')).waitFor();
    // Nothing can be asked of a receiver, and it has no columns.
    expect(await page.locator('.check [aria-expanded]').count()).toBe(0);
    await expectReadable(page);
    await page.getByRole('button', { name: words('Delete the key', 'キーを削除') }).click();
    await page.getByText('Gone.').waitFor();
    expect(deleted).toEqual([['webhook', '']]);
  });

  it('leads from a problem in the data to its row of Problems, and says where that fails', async () => {
    const shown: unknown[][] = [];
    const page = await stage.open(ok(view('en', OPS)), {
      ...operations(OPERATIONS),
      showCell: (...args: readonly unknown[]) => {
        shown.push([...args]);
        return REFUSED;
      },
    });
    await turn(page);
    await page.getByRole('button', { name: 'Go to Problems!A3' }).click();
    await page.getByText('Another run is under way.').waitFor();
    expect(shown).toEqual([['Problems', 'A3']]);
  });

  it.each(LOCALES)('removes everything only after the word was typed (%s)', async (locale) => {
    const asked: unknown[] = [];
    const page = await stage.open(
      ok(view(locale, OPS)),
      {
        ...operations(OPERATIONS),
        removeProduct: (people: boolean) => {
          asked.push(people);
          return ok(view(locale, { ready: false, zone: 'Asia/Tokyo' }));
        },
      },
      locale,
    );
    await turn(page, locale === 'en' ? 'Set-up' : '運用');
    await page
      .getByText(locale === 'en' ? 'Remove everything' : 'すべて削除')
      .first()
      .click();
    const remove = page.locator('.danger');
    await soon(() => remove.isDisabled()).toBe(true);
    await page
      .getByRole('textbox')
      .last()
      .fill(locale === 'en' ? 'REMOVE' : '削除');
    await page.getByRole('checkbox').check();
    await remove.click();
    await page.getByRole('heading', { name: locale === 'en' ? 'Set up Kenshin here' : 'Kenshin をはじめる' }).waitFor();
    expect(asked).toEqual([true]);
  });

  it('changes the language like any other cell of the configuration', async () => {
    const sent: unknown[][] = [];
    let locale: Locale = 'en';
    const page = await stage.open(() => ok(view(locale, OPS)), {
      ...operations(OPERATIONS),
      configurationVersions: () => ok([VERSION]),
      saveConfiguration: (...args: readonly unknown[]) => {
        sent.push([...args]);
        locale = 'ja';
        return ok(SAVED);
      },
    });
    await turn(page);
    await page.getByText('Language and time zone').click();
    await page.getByLabel('Language').selectOption('ja');
    await page.getByRole('button', { name: 'Change the language' }).click();
    await page.getByRole('heading', { name: '初期設定と運用' }).waitFor();
    expect(sent).toEqual([['', [{ tab: 'Settings', key: 'Language', header: 'Value', value: 'Japanese' }], 'c-new']]);
  });
});
