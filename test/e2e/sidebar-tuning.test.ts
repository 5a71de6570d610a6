import type { Page } from 'playwright-core';
import type { CellChange } from '../../src/domain/tuning-views';
import { ok, REFUSED, view } from './portfolio';
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
    await soon(() => verdict(page).innerText()).toMatch(
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
    await soon(() => handle.getAttribute('aria-valuetext')).toBe('reading 5 earns 50 points');
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
    await soon(() => page.locator('.window li').count()).toBeLessThan(40);
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
    await soon(() => handle.getAttribute('aria-valuetext')).toMatch(/^reading (6|7) earns 61 points$/);
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
    await soon(() => page.locator('.save').count()).toBe(0);
    await page.getByText('No account of 50 changes band').waitFor();
  });

  it('keep the order of the bands while a bound is dragged or typed', async () => {
    const page = await stage.open(ok(view('en', OPS)), tuned(50));
    const number = (name: string) => page.getByRole('spinbutton', { name, exact: true });
    const standing = Number(await number('Green from').inputValue());
    await number('Lime from').fill('99');
    await page.keyboard.press('Tab');
    await soon(() => number('Lime from').inputValue()).toBe(String(standing - 1));
    await slider(page, 'Green from').focus();
    await page.keyboard.press('Home');
    await soon(() => number('Green from').inputValue()).toBe(String(standing));
    await page.getByText('A band begins below the one above it.').waitFor();
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
    await soon(() => shown).toEqual([['Metrics', 'P7']]);
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
