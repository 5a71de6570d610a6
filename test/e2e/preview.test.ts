import { get } from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { putValue } from '../../scripts/local/gas/spreadsheet/cells';
import type { SheetModel, WorkbookModel } from '../../scripts/local/gas/spreadsheet/model';
import { selectionOf } from '../../scripts/local/gas/spreadsheet/state';
import { type Preview, startPreview } from '../../scripts/local/preview/start';
import { scriptRuntime } from '../local/gas/script-project';
import { launchBrowser } from './browser';
import { GREEN, ok, RED, view } from './portfolio';
import { cellAt, SCROLLED } from './preview-grid';
import { pageFolder, type StandIn, standIn, workbooks } from './stand-in';

let browser: Browser;
let page: Page;
let preview: Preview;
let folder: Awaited<ReturnType<typeof pageFolder>>;
let server: StandIn;

beforeAll(async () => {
  [browser, folder] = await Promise.all([launchBrowser(), pageFolder()]);
});

afterAll(async () => {
  await browser.close();
  folder.remove();
});

beforeEach(async () => {
  const state = workbooks();
  const health = state.workbooks.get('health');
  if (!health) throw new Error('no workbook');
  server = standIn(state, {
    // The second row of accounts is a red one, the third a green one.
    sidebarView: () => {
      const { row } = selectionOf(state.selections, health).area;
      return ok(view('en', { account: row === 2 ? RED : row === 3 ? GREEN : null }));
    },
    menuRunNow: () => {
      state.ui.toasts.push({ text: 'Scored 60 accounts.', title: 'Kenshin', seconds: 5 });
      state.ui.alerts.push({ text: 'Sources!B2 cannot be read.', title: 'Kenshin', buttons: 'OK' });
      const sheet = health.sheets[0];
      if (sheet?.values[2]) sheet.values[2][1] = 12.25;
    },
    showSidebar: () => {
      state.ui.sidebars.push({ output: {} });
    },
    secret_: () => 'told',
  });
  preview = await startPreview({ runtime: server.runtime, port: 0, locale: 'en', dist: folder.dist });
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(preview.url);
  await cell(1, 0).waitFor();
});

afterEach(async () => {
  await page.context().close();
  await preview.close();
});

const cell = (row: number, column: number) => cellAt(page, row, column);
function book(id: string): WorkbookModel {
  return server.runtime.spreadsheets.workbooks.get(id) as WorkbookModel;
}
const accounts = () => book('health').sheets[0] as SheetModel;
const sidebar = () => page.frameLocator('iframe');

describe('the grid', () => {
  it('shows a tab as people see it: formats, colours of bands, the visible tabs', async () => {
    expect(await cell(0, 2).innerText()).toBe('Score');
    expect(await cell(1, 2).innerText()).toBe('99.0');
    expect(await cell(1, 4).innerText()).toBe('2026-01-31 06:00');
    expect(await cell(3, 3).innerText()).toBe('Red');
    expect(await cell(3, 3).evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(179, 38, 30)');
    expect(await page.locator('.tabs button').allInnerTexts()).toEqual(['Accounts', 'Settings']);
  });

  it('keeps frozen rows and columns in sight', async () => {
    await page.locator(SCROLLED).evaluate((element) => element.scrollTo(300, 700));
    await cell(40, 5).waitFor();
    const corner = await cell(0, 0).boundingBox();
    const grid = await page.locator('.grid').boundingBox();
    expect(corner?.x).toBe((grid?.x ?? 0) + 46);
    expect(corner?.y).toBe((grid?.y ?? 0) + 24);
  });

  it('explains a column by its note', async () => {
    await cell(0, 2).hover();
    expect(await page.getByRole('tooltip').innerText()).toBe('Score: what it means\nScore の説明');
  });

  it('moves by keyboard and shows the whole text of the cell', async () => {
    await cell(1, 0).click();
    // A key before the grid has the keyboard goes elsewhere.
    await page.locator('.chosen').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.locator('.formula').getByText('B3', { exact: true }).waitFor();
    expect(await page.locator('.formula').innerText()).toMatch(/^B3\s+Example 2 Ltd\.$/);
  });

  it('holds 20,000 rows with only those in sight in the document', async () => {
    await page.locator('select.workbook').selectOption('Kenshin Data');
    await cell(1, 1).getByText('value 1').waitFor();
    await page.locator(SCROLLED).evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await cell(20_000, 1).getByText('value 20000').waitFor();
    expect(await page.locator('[role=row]').count()).toBeLessThan(100);
  });

  it('keeps the place when the script has run', async () => {
    await page.locator(SCROLLED).evaluate((element) => element.scrollTo(0, 700));
    await cell(40, 1).click();
    putValue(accounts(), 42, 1, 'Renamed Ltd.');
    const drawn = await Promise.all([cell(0, 1), cell(40, 1)].map((each) => each.elementHandle()));
    await page.locator('.menus summary').click();
    await page.locator('.lines').getByText('Run now').click();
    await page.getByText('Scored 60 accounts.').waitFor();
    await cell(42, 1).getByText('Renamed Ltd.').waitFor();
    expect(await page.locator(SCROLLED).evaluate((element) => element.scrollTop)).toBe(700);
    expect(await Promise.all(drawn.map((each) => each?.evaluate((element) => element.isConnected)))).toEqual([
      true,
      true,
    ]);
    expect(await page.locator('.chosen').innerText()).toBe('Example 40 Ltd.');
    expect(await page.locator('.formula').innerText()).toMatch(/^B41\s+Example 40 Ltd\.$/);
  });

  it('gives the keyboard to the chosen cell', async () => {
    await cell(2, 2).click();
    await page.locator('.menus summary').focus();
    expect(await cell(2, 2).evaluate((element) => element === document.activeElement)).toBe(false);
    for (const place of ['.workbook', '.next-day'])
      await page.keyboard.press('Tab').then(() => page.locator(place).and(page.locator(':focus')).waitFor());
    await page.keyboard.press('Tab');
    await cell(2, 2).and(page.locator(':focus')).waitFor();
  });

  it('draws charts over the cells, and moves them along', async () => {
    const { sheetId, charts } = accounts();
    charts.push({
      chartId: 1,
      type: 'COLUMN',
      ranges: [{ sheetId, area: { row: 0, column: 1, rows: 4, columns: 2 } }],
      anchorRow: 4,
      anchorColumn: 2,
      offsetX: 16,
      offsetY: 8,
      headers: 1,
      transpose: false,
      mergeStrategy: 'MERGE_COLUMNS',
      hiddenDimensionStrategy: 'IGNORE_BOTH',
      options: { title: 'By band', width: 300, height: 200 },
    });
    await page.reload();
    await page.locator('.chart').waitFor();
    const before = await page.locator('.chart').boundingBox();
    const anchor = await cell(4, 2).boundingBox();
    expect([before?.x, before?.y]).toEqual([(anchor?.x ?? 0) + 16, (anchor?.y ?? 0) + 8]);
    expect(await page.locator('.chart').getByRole('img', { name: 'By band' }).isVisible()).toBe(true);
    await page.locator(SCROLLED).evaluate((element) => element.scrollTo(40, 50));
    await page.locator('.moved[style*="-40px, -50px"]').waitFor({ state: 'attached' });
    const after = await page.locator('.chart').boundingBox();
    expect([(before?.x ?? 0) - (after?.x ?? 0), (before?.y ?? 0) - (after?.y ?? 0)]).toEqual([40, 50]);
    await page.locator('.tabs').getByText('Settings').click();
    await page.locator('.formula').getByText('A1', { exact: true }).waitFor();
    expect(await page.locator('.chart').count()).toBe(0);
  });
});

describe('a link in a cell', () => {
  beforeEach(async () => {
    const { sheetId, links } = accounts();
    const usage = book('data').sheets[0];
    const leadTo = (row: number, link: string) => links.fill({ row, column: 1, rows: 1, columns: 1 }, link);
    leadTo(6, `https://docs.google.com/spreadsheets/d/data/edit#gid=${usage?.sheetId}&range=B15001`);
    leadTo(7, `#gid=${sheetId}&range=A59:C59`);
    leadTo(8, '#gid=987654&range=A1');
    leadTo(9, 'https://example.com/a');
    leadTo(10, 'javascript:alert(1)');
    await page.reload();
    await cell(6, 1).getByRole('link').waitFor();
  });

  it.each(['click', 'Enter'])('leads to its cell by %s', async (way) => {
    const link = cell(6, 1).getByRole('link', { name: 'Example 6 Ltd.' });
    // As long as a finger takes: the press selects the cell, which is drawn anew under it.
    if (way === 'click') await link.click({ delay: 150 });
    else {
      await cell(6, 0).click();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
    }
    await page.getByText('value 15000').first().waitFor();
    expect(await page.locator('.formula').innerText()).toMatch(/^B15001\s+value 15000$/);
    const [header, target] = [await cell(0, 1).boundingBox(), await page.locator('.chosen').boundingBox()];
    expect((target?.y ?? 0) - (header?.y ?? 0)).toBeLessThan(60);
    expect(await page.locator('.workbook').inputValue()).toBe('data');
    await page.locator('.chosen').and(page.locator(':focus')).waitFor();
    expect(selectionOf(server.runtime.spreadsheets.selections, book('data')).area).toMatchObject({
      row: 15_000,
      column: 1,
    });
  });

  it('leads within the tab without losing what is around', async () => {
    await cell(7, 1).getByRole('link').click({ delay: 150 });
    await cell(58, 0).and(page.locator('.chosen')).getByText('A-58').waitFor();
    expect(await page.locator('.formula').innerText()).toMatch(/^A59\s+A-58$/);
  });

  it('says when its tab is not there, opens web addresses beside, and is text otherwise', async () => {
    await cell(8, 1).getByRole('link').click({ delay: 150 });
    await page.getByText('The tab that this link leads to is no longer there').waitFor();
    expect(await cell(9, 1).getByRole('link').getAttribute('target')).toBe('_blank');
    expect(await cell(10, 1).getByRole('link').count()).toBe(0);
    expect(await cell(10, 1).innerText()).toBe('Example 10 Ltd.');
  });
});

describe('the sidebar beside it', () => {
  it('is 300 pixels wide and follows the selection', async () => {
    expect((await page.locator('iframe').boundingBox())?.width).toBe(300);
    await sidebar().getByRole('heading', { name: 'Look at these first' }).waitFor();
    await cell(2, 1).click();
    await sidebar().getByRole('heading', { name: RED.name }).waitFor({ timeout: 15_000 });
    await cell(3, 1).click();
    await sidebar().getByRole('heading', { name: GREEN.name }).waitFor({ timeout: 15_000 });
  });

  it('can be closed, and opened again from the menu', async () => {
    await page.getByRole('button', { name: 'Close the sidebar' }).click();
    expect((await page.locator('.grid').boundingBox())?.width).toBe(1280);
    await page.locator('.menus summary').click();
    await page.getByRole('button', { name: 'Open sidebar' }).click();
    await sidebar().getByRole('heading', { name: 'Look at these first' }).waitFor();
  });
});

describe('the cards beside it', () => {
  it('are drawn from what the platform would get, for whoever is named, texts as text', async () => {
    const printed = (title: string) => ({
      printJson: () =>
        JSON.stringify({
          header: { title },
          sections: [
            {
              header: 'R&amp;D &lt;b&gt;',
              widgets: [
                {
                  decoratedText: {
                    topLabel: 'Acme',
                    text: '<font color="#b3261e">●</font> Red 38.2',
                    bottomLabel: 'Logins fell.',
                  },
                },
                { textParagraph: { text: '&lt;img src=x&gt;' } },
                {
                  buttonList: {
                    buttons: [{ text: 'Open', onClick: { openLink: { url: 'https://docs.google.com/x' } } }],
                  },
                },
              ],
            },
          ],
        }),
    });
    server.answer({
      homepage: () => printed('My day'),
      messageOpened: (event: { gmail: { messageId: string } }) => printed(`From ${event.gmail.messageId}`),
    });
    await page.getByRole('button', { name: 'Cards' }).click();
    await page.getByRole('textbox').fill('hanako@acme.example');
    await page.keyboard.press('Enter');
    await page.getByText('From hanako@acme.example').waitFor();
    expect(await page.locator('.card').first().innerText()).toContain('R&D <b>');
    expect(await page.locator('.panel img').count()).toBe(0);
    expect(await page.locator('.card').first().locator('span[style]').first().textContent()).toBe('●');
    expect(await page.locator('.card').nth(2).innerText()).toContain('Script function not found: eventOpened');
  });

  it('stand beside the mails, and the sidebar comes back', async () => {
    await page.getByRole('button', { name: 'Mails' }).click();
    await page.getByText('No mail or chat message would have been sent so far.').waitFor();
    await page.getByRole('button', { name: 'Kenshin', exact: true }).click();
    await sidebar().getByRole('heading', { name: 'Look at these first' }).waitFor();
  });
});

describe('mails and chat messages beside it', () => {
  const send = `
    function notify() {
      UrlFetchApp.fetch('https://chat.googleapis.com/v1/spaces/AAAA/messages?key=k&token=t', {
        method: 'post',
        contentType: 'application/json',
        payload: JSON.stringify({
          text: '*Acme* fell to <https://example.com/a|41> <b>',
          cardsV2: [{ cardId: 'c', card: { header: { title: 'Acme' }, sections: [{ widgets: [
            { decoratedText: { topLabel: 'Owner', text: 'hanako_sato' } }, { chipList: {} },
          ] }] } }],
        }),
      });
      Utilities.sleep(60000);
      MailApp.sendEmail('ops@example.com', 'Week 5', 'Three accounts fell.');
    }
    function onOpen() {}`;

  it('shows what a script posted to a webhook and mailed, the newest first, and sends nothing', async () => {
    const runtime = scriptRuntime(send);
    runtime.execute('notify');
    const own = await startPreview({ runtime, port: 0, locale: 'ja', dist: folder.dist });
    try {
      const asked: string[] = [];
      // The other preview's page looks at its own server until it is left.
      await page.goto('about:blank');
      page.on('request', (request) => asked.push(new URL(request.url()).origin));
      await page.goto(own.url);
      await page.getByRole('button', { name: 'メールとチャット' }).click();
      await page.locator('.panel .chat').waitFor();
      const shown = await page.locator('.panel > .card').allInnerTexts();
      expect(shown.map((text) => text.split('\n').filter(Boolean))).toEqual([
        ['メール', 'Week 5', 'ops@example.com · 2026-01-05 09:01', 'Three accounts fell.'],
        [
          'チャット',
          'spaces/AAAA · 2026-01-05 09:00',
          'Acme fell to 41 <b>',
          'Acme',
          'Owner',
          'hanako_sato',
          'chipList',
        ],
      ]);
      expect(await page.locator('.bubble b').innerText()).toBe('Acme');
      expect(await page.locator('.bubble a').getAttribute('href')).toBe('https://example.com/a');
      expect(new Set(asked)).toEqual(new Set([own.url]));
    } finally {
      await own.close();
    }
  });
});

describe('the menu', () => {
  it('runs a function, draws what it changed and shows what it said', async () => {
    await page.locator('.menus summary').click();
    await page.locator('.lines').getByText('Run now').click();
    await page.getByText('Scored 60 accounts.').waitFor();
    await page.getByText('Sources!B2 cannot be read.').waitFor();
    await cell(1, 2).getByText('12.3').waitFor();
    expect(server.called.filter((name) => name === 'menuRunNow')).toHaveLength(1);
  });
});

describe('the clock', () => {
  it('is the virtual one, and moves on by a day', async () => {
    await page.getByText('2026-01-31 10:30 Asia/Tokyo').waitFor();
    await page.getByRole('button', { name: 'Next day' }).click();
    await page.getByText('2026-02-01 10:30 Asia/Tokyo').waitFor();
    expect(server.days).toEqual([Date.UTC(2026, 1, 1, 1, 30)]);
  });
});

describe('google.script.run in the frame', () => {
  const post = (body: object, origin: string | null) =>
    fetch(`${preview.url}/rpc`, {
      method: 'POST',
      headers: origin === null ? {} : { origin },
      body: JSON.stringify(body),
    });

  it('refuses private functions', async () => {
    expect(await (await post({ name: 'secret_', args: [] }, preview.url)).json()).toEqual({
      ok: false,
      message: 'Script function not found: secret_',
    });
    expect(server.called).not.toContain('secret_');
  });

  it('answers no page but its own', async () => {
    expect((await post({ name: 'sidebarView', args: [] }, 'https://example.com')).status).toBe(403);
    expect((await post({ name: 'sidebarView', args: [] }, null)).status).toBe(403);
  });

  it('answers under no name but its own, whatever name leads to this machine', async () => {
    const statusUnder = (host: string) =>
      new Promise((resolve) => get(preview.url, { headers: { host } }, ({ statusCode }) => resolve(statusCode)));
    expect(await statusUnder(new URL(preview.url).host)).toBe(200);
    expect(await statusUnder('evil.example')).toBe(403);
  });

  it('refuses what cannot travel, as the platform does', async () => {
    const frame = page.frames()[1];
    const refused = frame?.evaluate(() => {
      const { run } = (window as unknown as { google: { script: { run: Record<string, (value: unknown) => void> } } })
        .google.script;
      return new Promise((resolve) => {
        window.addEventListener('unhandledrejection', (event) => resolve(String(event.reason)));
        run.sidebarView?.({ day: new Date(0) });
      });
    });
    expect(await refused).toBe('TypeError: Failed due to illegal value in property');
  });
});

it('has no fault that axe finds', async () => {
  await sidebar().getByRole('heading', { name: 'Look at these first' }).waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
