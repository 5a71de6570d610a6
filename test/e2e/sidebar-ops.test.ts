import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Locale, Text } from '../../src/domain/text';
import type { CellChange } from '../../src/domain/tuning-views';
import type { OperationsView } from '../../src/domain/views';
import { BOOK, DONE, ok, REFUSED, RUNNING, view } from './portfolio';
import { type Stage, sidebarStage } from './sidebar-stage';
import { SAVED, tuningView, VERSION } from './tuning-views';

let stage: Stage;
beforeAll(async () => {
  stage = await sidebarStage();
});
afterAll(() => stage.close());
afterEach(() => expect(stage.thrown()).toEqual([]));

const LOCALES: readonly Locale[] = ['en', 'ja'];
const OPS = { email: 'ops@example.com', role: 'ops', mayTune: true } as const;
const same = (words: string): Text => ({ en: words, ja: words });

async function expectReadable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(300);
}

const tuned = (accounts: number) => ({ tuningView: () => ok(tuningView(accounts)) });
const verdict = (page: Page) => page.locator('.verdict p').first();
const slider = (page: Page, name: string) => page.getByRole('slider', { name, exact: true });

describe('weights and curves', () => {
  it.each(LOCALES)('open first for Ops, and the verdict follows a slider moved by keyboard (%s)', async (locale) => {
    const page = await stage.open(ok(view(locale, OPS)), tuned(40), locale);
    const words = locale === 'en' ? 'No account of 40 changes band' : '全 40 社、バンドの変化なし';
    await page.getByText(words).waitFor();
    await slider(page, locale === 'en' ? 'Weight of Deployment' : 'Deploymentの重み').focus();
    for (let press = 0; press < 6; press++) await page.keyboard.press('PageUp');
    expect(await verdict(page).innerText()).toMatch(
      locale === 'en' ? /^\d+ of 40 accounts change band/ : /^40 社中 \d+ 社のバンドが変化/,
    );
    await page.locator('.verdict .link').click();
    await page.getByRole('button', { name: locale === 'en' ? 'Curve of m0' : 'm0の換算曲線', exact: true }).click();
    await expectReadable(page);
    expect(stage.server.called.filter((name) => name === 'tuningView')).toHaveLength(1);
  });

  it('takes the whole book of 5,000 accounts x 30 metrics into the page, and answers a drag there', async () => {
    const page = await stage.open(ok(view('en', OPS)), tuned(5000));
    await page.getByText('No account of 5000 changes band').waitFor();
    await page.getByRole('button', { name: 'Curve of m0', exact: true }).click();
    const handle = page.getByRole('slider', { name: 'Control point 2 of 3' });
    expect(await handle.getAttribute('aria-valuetext')).toBe('reading 5 earns 50 points');
    await handle.scrollIntoViewIfNeeded();
    const box = await handle.boundingBox();
    if (!box) throw new Error('no handle');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 20, box.y + 30, { steps: 4 });
    const during = await verdict(page).innerText();
    await page.mouse.up();
    expect(during).toMatch(/ of 5000 accounts change band/);
    expect(Number(await handle.getAttribute('aria-valuenow'))).toBeLessThan(50);
    await page.locator('.verdict .link').click();
    expect(await page.locator('.window li').count()).toBeLessThan(40);
    expect(stage.server.called).not.toContain('whatIf');
  });

  it('moves a control point with the arrow keys, adds one and takes it away', async () => {
    const page = await stage.open(ok(view('en', OPS)), tuned(50));
    await page.getByRole('button', { name: 'Curve of m0', exact: true }).click();
    const handle = page.getByRole('slider', { name: 'Control point 2 of 3' });
    await handle.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('ArrowRight');
    expect(await handle.getAttribute('aria-valuetext')).toMatch(/^reading (6|7) earns 61 points$/);
    await page.getByRole('button', { name: 'Add a point' }).click();
    await page.getByRole('slider', { name: 'Control point 4 of 4' }).waitFor();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await handle.waitFor();
  });

  it('are saved as cells of the tabs with a note, once', async () => {
    const sent: unknown[][] = [];
    const page = await stage.open(ok(view('en', OPS)), {
      ...tuned(50),
      saveConfiguration: (...args: readonly unknown[]) => {
        sent.push([...args]);
        return ok(SAVED);
      },
    });
    await page.getByRole('spinbutton', { name: 'Weight of Adoption' }).fill('40');
    await page.getByRole('spinbutton', { name: 'Weight of Adoption' }).press('Enter');
    await page.getByLabel('Change for').selectOption('Small');
    await page.getByRole('spinbutton', { name: 'Weight of m1', exact: true }).fill('7');
    await page.keyboard.press('Tab');
    await page.getByText('2 changes not saved').waitFor();
    await page.getByRole('button', { name: 'Save …' }).click();
    await page.locator(':is(input, textarea):focus').waitFor();
    await page.keyboard.type('Adoption counts more');
    await page.keyboard.press('Enter');
    await page.getByText('Saved as c-new. It comes into force with the next run.').waitFor();
    expect(sent).toEqual([
      [
        'Adoption counts more',
        [
          { tab: 'Dimensions', key: 'Adoption', header: 'Weight', value: 40 },
          { tab: 'Overrides', key: 'Small|m1', header: 'Weight', value: 7 },
        ],
        'c-base',
      ],
    ]);
    expect(await page.locator('.save').count()).toBe(0);
    await page.getByText('No account of 50 changes band').waitFor();
  });

  it('of the second of two who save at once are kept, and put on top of the first’s', async () => {
    let theirs = false;
    const sent: (readonly [readonly CellChange[], string])[] = [];
    const base = tuningView(50);
    const page = await stage.open(ok(view('en', OPS)), {
      tuningView: () => ok(theirs ? { ...base, config: { ...base.config, version: 'c-theirs' } } : base),
      saveConfiguration: (_: string, changes: readonly CellChange[], version: string) => {
        sent.push([changes, version]);
        return ok(
          version === 'c-theirs' ? SAVED : { version: null, faults: [], conflict: [same('Metrics: m3 Weight 4 -> 9')] },
        );
      },
    });
    await page.getByRole('spinbutton', { name: 'Weight of Adoption' }).fill('40');
    await page.getByRole('spinbutton', { name: 'Weight of Adoption' }).press('Tab');
    await page.getByRole('button', { name: 'Save …' }).click();
    await page.getByRole('button', { name: 'Save as a version' }).click();
    await page.getByRole('heading', { name: 'The configuration changed meanwhile' }).waitFor();
    await page.getByText('Metrics: m3 Weight 4 -> 9').waitFor();
    await page.getByText('your 1 change is kept here').waitFor();
    theirs = true;
    await page.getByRole('button', { name: 'Put mine on top of theirs' }).click();
    await page.getByRole('heading', { name: 'The configuration changed meanwhile' }).waitFor({ state: 'detached' });
    await page.locator('.note', { hasText: 'Fetching' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save as a version' }).click();
    await page.getByText('Saved as c-new').waitFor();
    expect(sent.map(([, version]) => version)).toEqual(['c-base', 'c-theirs']);
    expect(sent[1]?.[0]).toEqual(sent[0]?.[0]);
  });

  it('that do not parse are answered with the cell, to which a press leads', async () => {
    const shown: unknown[][] = [];
    const fault = {
      severity: 'error',
      tab: 'Metrics',
      cell: 'P7',
      column: 'Points',
      value: '<b>',
      why: same('Points must rise.'),
    };
    const page = await stage.open(ok(view('en', OPS)), {
      ...tuned(50),
      saveConfiguration: () => ok({ version: null, faults: [fault], conflict: [] }),
      showCell: (...args: readonly unknown[]) => {
        shown.push([...args]);
        return ok(null);
      },
    });
    await page.getByRole('spinbutton', { name: 'Weight of Adoption' }).fill('40');
    await page.getByRole('spinbutton', { name: 'Weight of Adoption' }).press('Tab');
    await page.getByRole('button', { name: 'Save …' }).click();
    await page.getByRole('button', { name: 'Save as a version' }).click();
    await page.getByRole('button', { name: 'Go to Metrics!P7' }).click();
    expect(shown).toEqual([['Metrics', 'P7']]);
    await page.getByText('1 change not saved').waitFor();
  });

  it('stay while another face is looked at, and go when they are undone', async () => {
    const page = await stage.open(ok(view('en', OPS)), tuned(50));
    await page.getByRole('spinbutton', { name: 'Weight of Adoption' }).fill('40');
    await page.getByRole('button', { name: 'Portfolio' }).click();
    await page.locator('.figures').waitFor();
    await page.getByRole('button', { name: 'Tuning' }).click();
    await page.getByText('1 change not saved').waitFor();
    await page.getByRole('button', { name: 'Undo all' }).click();
    await page.getByText('No account of 50 changes band').waitFor();
  });

  it('are restored after a second question', async () => {
    const old = { ...VERSION, id: 'v1', version: 'c-old', inForce: false };
    const asked: unknown[] = [];
    const page = await stage.open(ok(view('en', OPS)), {
      ...tuned(50),
      configurationVersions: () => ok([VERSION, old]),
      restoreConfiguration: (id: string) => {
        asked.push(id);
        return ok([{ ...VERSION, id: 'v3', comment: 'restored c-old' }, { ...VERSION, inForce: false }, old]);
      },
    });
    await page.getByText('Versions').click();
    await page.getByText('Adoption counts more <b>').first().waitFor();
    await page.getByRole('button', { name: 'Restore' }).click();
    expect(asked).toEqual([]);
    await page.getByRole('button', { name: 'Yes, restore' }).click();
    await page.getByText('restored c-old').waitFor();
    expect(asked).toEqual(['v1']);
  });

  it('can be tried by others, who are told that Ops save', async () => {
    const page = await stage.open(ok(view('en', { ...OPS, role: 'csm', mayTune: false })), tuned(50));
    await page.getByRole('button', { name: 'Tuning' }).click();
    await page.getByRole('spinbutton', { name: 'Weight of Adoption' }).fill('40');
    await page.keyboard.press('Tab');
    await page.getByText('saving needs the role ops').waitFor();
    expect(await page.getByRole('button', { name: 'Save …' }).count()).toBe(0);
  });

  it('say what is missing before the first run, and try again', async () => {
    let ran = false;
    const page = await stage.open(ok(view('en', OPS)), {
      tuningView: () => (ran ? ok(tuningView(1)) : REFUSED),
    });
    await page.getByText('Another run is under way.').waitFor();
    ran = true;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('No account of 1 changes band').waitFor();
  });
});

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
  const operations = (operationsView: OperationsView) => ({ ...tuned(5), operationsView: () => ok(operationsView) });
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
      .getByText(locale === 'en' ? 'HubSpot · last brought data Jan 31, 6:00' : 'HubSpot · 最終取得 1/31 6:00')
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
    await page.getByRole('heading', { name: 'First steps: 2 of 4 done' }).waitFor();
    await page.getByRole('button', { name: 'Try the demo portfolio' }).click();
    await page.getByRole('heading', { name: 'First steps: 3 of 4 done' }).waitFor();
    await page.locator('.guide').getByRole('button', { name: 'Run now' }).click();
    await page.getByRole('heading', { name: 'First steps: 4 of 4 done' }).waitFor();
    await page.getByText('See the first result').click();
    await page.getByText('198 of 204 accounts scored.').waitFor();
    await page.getByText('Bring data').click();
    await page.getByRole('button', { name: 'Take the demo out' }).click();
    await page.getByRole('heading', { name: 'First steps: 2 of 4 done' }).waitFor();
  });

  it('opens again where the first run stands, with a run under way', async () => {
    const page = await stage.open(ok(view('en', { ...OPS, run: RUNNING })), {
      ...operations(OPERATIONS),
      runState: () => ok(RUNNING),
    });
    await turn(page);
    await page.getByRole('heading', { name: 'First steps: 3 of 4 done' }).waitFor();
    expect(await page.locator('.guide').getByRole('button', { name: 'Run now' }).isDisabled()).toBe(true);
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
    expect(await key.getAttribute('type')).toBe('password');
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
    expect(await remove.isDisabled()).toBe(true);
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
