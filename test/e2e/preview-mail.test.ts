import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { type Preview, startPreview } from '../../scripts/local/preview/start';
import { scriptRuntime } from '../local/gas/script-project';
import { launchBrowser } from './browser';
import { buildProduct } from './product';

/** A mail with an HTML body beside the preview's grid: shown as it looks, and shut in. */

const HTML = [
  '<div style="color:#b3261e">Three <b>accounts</b> fell</div>',
  '<script>parent.document.title = document.title = "taken"</script>',
  '<img src="https://evil.example/pixel.png" onerror="document.title = 1">',
  '<iframe src="https://evil.example/"></iframe>',
  '<form action="https://evil.example/"><button>Send</button></form>',
  '<a href="https://evil.example/">out</a>',
].join('');

let browser: Browser;
let page: Page;
let preview: Preview;
let dist: string;
/** What became of requests to elsewhere: the words of their failure, '' for those that went out. */
const outward: string[] = [];

beforeAll(async () => {
  [browser, dist] = await Promise.all([launchBrowser(), buildProduct()]);
  const runtime = scriptRuntime(`
    function notify() {
      MailApp.sendEmail({ to: 'aya@example.com', subject: '<i>Week</i> 5', body: 'Three accounts fell.', htmlBody: ${JSON.stringify(HTML)} });
    }
    function onOpen() {}`);
  runtime.execute('notify');
  preview = await startPreview({ runtime, port: 0, locale: 'en', dist });
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.context().route('https://evil.example/**', async (route) => {
    outward.push('');
    await route.abort();
  });
  page.on('requestfailed', (request) => outward.push(request.failure()?.errorText ?? ''));
  await page.goto(preview.url);
  await page.getByRole('button', { name: 'Mails and chat' }).click();
  await page.locator('.mail iframe').waitFor();
});

afterAll(async () => {
  await browser.close();
  await preview.close();
});

describe('a mail with an HTML body', () => {
  it('is shown as it looks, under its subject, with the plain text to be opened', async () => {
    const mail = page.locator('.mail');
    const shown = mail.frameLocator('iframe').getByText('Three accounts fell');
    await shown.waitFor();
    expect(await shown.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(179, 38, 30)');
    expect(await mail.locator('header').innerText()).toContain('<i>Week</i> 5');
    await mail.getByText('As plain text').click();
    await mail.getByText('Three accounts fell.', { exact: true }).waitFor();
  });

  it('runs nothing, fetches nothing and reaches nothing around it', async () => {
    expect(await page.title()).toBe('Kenshin preview');
    expect(await page.locator('.mail iframe').getAttribute('sandbox')).toBe('');
    const frame = page.frames().find((one) => one.url().includes('/mail?'));
    expect(await frame?.evaluate(() => window.origin)).toBe('null');
    // The browser itself refuses what the policy of the page forbids.
    expect(new Set(outward)).toEqual(new Set(['csp']));
  });

  it('opens in a window of its own, and is shut in there too', async () => {
    const [own] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Open it in a window of its own' }).click(),
    ]);
    await own.getByText('Three accounts fell').waitFor();
    expect(await own.title()).toBe('Mail');
    expect(await own.evaluate(() => window.origin)).toBe('null');
    await own.close();
  });

  it('is read by a screen reader without a fault', async () => {
    const { violations } = await new AxeBuilder({ page }).include('.panel').exclude('.mail iframe').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  it('that was never sent is not there', async () => {
    expect((await page.request.get(`${preview.url}/mail?number=7`)).status()).toBe(404);
  });
});
