import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { type Preview, startPreview } from '../../scripts/local/preview/start';
import type { Reply } from '../../src/domain/reply';
import type { Locale } from '../../src/domain/text';
import type { MetricView, SidebarView } from '../../src/domain/views';
import { launchBrowser } from './browser';
import { BOOK, DONE, GREEN, GREY, ok, RED, REFUSED, RUNNING, STORY, view, WEEK } from './portfolio';
import { buildProduct } from './product';
import { soon } from './soon';
import { type StandIn, standIn, workbooks } from './stand-in';

let browser: Browser;
let page: Page;
let preview: Preview;
let dist: string;
let server: StandIn;
let thrown: Error[];
/** One page for each language of the browser, opened anew by every test. */
const pages = new Map<Locale, Page>();

beforeAll(async () => {
  [browser, dist] = await Promise.all([launchBrowser(), buildProduct()]);
  server = standIn(workbooks(), {});
  preview = await startPreview({ runtime: server.runtime, port: 0, locale: 'en', dist });
});

afterAll(async () => {
  await browser.close();
  await preview.close();
});

afterEach(async () => {
  await page.goto('about:blank');
  expect(thrown).toEqual([]);
});

/** Opens the page with what the server will answer. */
async function open(
  first: Reply<SidebarView> | (() => unknown),
  answers: Record<string, () => unknown> = {},
  locale: Locale = 'en',
): Promise<void> {
  const sidebarView = typeof first === 'function' ? first : () => first;
  server.answer({
    sidebarView,
    runState: () => ok(DONE),
    storyView: () => ok(STORY),
    weekView: () => ok(WEEK),
    bookView: () => ok(BOOK),
    ...answers,
  });
  page = pages.get(locale) ?? (await newPage(locale));
  thrown = [];
  await page.goto(`${preview.url}/sidebar`);
}

async function newPage(locale: Locale): Promise<Page> {
  const made = await (await browser.newContext({ viewport: { width: 300, height: 700 }, locale })).newPage();
  made.on('pageerror', (error) => thrown.push(error));
  pages.set(locale, made);
  return made;
}

function metricAt(at: number): MetricView {
  const metric = RED.metrics[at];
  if (!metric) throw new Error('no metric');
  return metric;
}

const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const button = (name: string) => page.getByRole('button', { name });
const text = (words: string | RegExp) => page.getByText(words);

describe('an account on the selected row', () => {
  it('shows score, band, change, coverage and day', async () => {
    await open(ok(view('en', { account: RED })));
    await heading(RED.name).waitFor();
    await soon(() => page.locator('.score').innerText()).toMatch(
      /38\.2.*Health score 38\.2 out of 100, Red.*Red.*−12\.6 in 7 days.*Data coverage 88%.*As of Jan 31, 2026/s,
    );
  });

  it('shows the reasons, the dimensions and their weights', async () => {
    await open(ok(view('en', { account: RED })));
    await heading('Why').waitFor();
    await soon(() => page.locator('.reasons li').allInnerTexts()).toEqual(RED.reasons.map((reason) => reason.en));
    await soon(() => page.locator('.dimensions li').allInnerTexts()).toEqual([
      'Deployment\n38.0\n25% of the score',
      'Engagement\n61.4\n30% of the score',
      'Adoption\n22.0\n35% of the score',
      'ROI\nno data\n10% of the score',
    ]);
  });

  it('lists metrics by points lost, and opens one by keyboard to its weight, points and why', async () => {
    await open(ok(view('en', { account: RED })));
    await heading(/Metrics/).waitFor();
    const names = await page.locator('summary .line:first-child > span').allInnerTexts();
    expect(names.slice(0, 3)).toEqual(['Days with a login', 'Seats in use', 'Executives met in the last quarter']);
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    // 14 % of the score at 22 points: 3.08 earned, 10.92 lost.
    await soon(() => page.locator('details[open]').innerText()).toMatch(
      /renew far more often.*22\.0 of 100.*14%.*3\.1.*10\.9.*Jan 30, 2026/s,
    );
  });

  it('keeps a long list short until all of it is asked for', async () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ ...metricAt(0), id: `m${at}`, lost: at }));
    await open(ok(view('en', { account: { ...RED, metrics: many } })));
    await button('Show all 30 metrics').waitFor();
    await soon(() => page.locator('.lost').first().innerText()).toContain('29.0 points lost');
    await soon(() => page.locator('summary').count()).toBe(8);
    await button('Show all 30 metrics').click();
    await soon(() => page.locator('summary').count()).toBe(30);
  });

  it('marks old data and missing data in words', async () => {
    await open(ok(view('en', { account: RED })));
    await soon(() => page.locator('li', { hasText: /^NPS/ }).innerText()).toContain('old data');
    await soon(() => page.locator('summary', { hasText: 'Satisfaction' }).innerText()).toBe(
      'Satisfaction with support\nno data',
    );
  });

  it('says why an account has no score', async () => {
    await open(ok(view('en', { account: GREY })));
    await text('Not scored').waitFor();
    await text('Too little data: 8 % of the weight, 50 % is needed.').waitFor();
    expect(await page.locator('.change').count()).toBe(0);
  });

  it('shows names as they are, never as markup', async () => {
    await open(ok(view('en', { account: GREY })));
    await heading('New & Co. <b>').waitFor();
    expect(await page.locator('h1 b').count()).toBe(0);
  });

  it('shows readings alone while scoring is switched off', async () => {
    await open(ok(view('en', { account: RED, mode: 'Visibility' })));
    await text('Readings only: scoring is switched off').waitFor();
    await text('41 % of 120 seats').waitFor();
    expect(await text(/38\.2|Red|−|of the score/).count()).toBe(0);
  });

  it('speaks Japanese throughout', async () => {
    const story = { ...STORY, versions: [], moves: [], actions: [], pulses: [] };
    await open(ok(view('ja', { account: RED })), { storyView: () => ok(story) }, 'ja');
    await heading('理由').waitFor();
    await heading('直近90日の推移').waitFor();
    await soon(() => page.locator('html').getAttribute('lang')).toBe('ja');
    const words = await page.locator('body').innerText();
    expect(words).toMatch(
      /レッド.*7日間で −12\.6.*データ充足率 88%.*2026年1月31日 時点.*導入.*失点の大きい順.*定期実行/s,
    );
    expect(words.replace(/East Japan.*|hanako\S*|NPS|ken@\S*|ONBOARD|Problems/g, '')).not.toMatch(/[A-Za-z]{2}/);
  });
});

describe('without a selected account', () => {
  it('lists the most urgent and opens one, and goes back', async () => {
    await open(ok(view('en')), { accountView: () => ok(RED) });
    await heading('Look at these first').waitFor();
    await soon(() => page.locator('.urgent li').count()).toBe(4);
    await page
      .getByRole('button', { name: /みなとみらい/ })
      .first()
      .click();
    await heading('Why').waitFor();
    expect(server.called).toContain('accountView');
    await button('Back to the list').click();
    await heading('Look at these first').waitFor();
  });

  it('gives way to the row a person selects in the sheet', async () => {
    let account: SidebarView['account'] = null;
    await open(() => ok(view('en', { account })), { accountView: () => ok(RED) });
    await page
      .getByRole('button', { name: /みなとみらい/ })
      .first()
      .click();
    await heading('Why').waitFor();
    account = GREEN;
    await heading('Aoba Foods').waitFor();
  });

  it('says what to do before the first run', async () => {
    await open(ok(view('en', { book: { ...BOOK, rows: [] }, run: null, problems: 0 })));
    await heading('No data yet').waitFor();
    await text('Bring data and run once').waitFor();
    await text('Never run').waitFor();
  });

  it('says that nothing is urgent', async () => {
    await open(ok(view('en', { book: { ...BOOK, rows: BOOK.rows.slice(4) } })));
    await heading('All is calm').waitFor();
  });
});

describe('set-up', () => {
  it('is offered where there are no tabs yet, and leads to the next step', async () => {
    await open(ok(view('en', { ready: false })), {
      setUpProduct: () => ok(view('en')),
      operationsView: () => ok({ sources: [], problems: [], allProblems: 0 }),
    });
    await heading('Set up Kenshin here').waitFor();
    expect(await button('Run now').count()).toBe(0);
    await button('Set up').click();
    await heading('First steps: 3 of 5 done').waitFor();
  });

  it('stays with what the server refused', async () => {
    await open(ok(view('en', { ready: false })), { setUpProduct: () => REFUSED });
    await button('Set up').click();
    await page.getByRole('alert').getByText('Another run is under way.').waitFor();
    await soon(() => button('Set up').isEnabled()).toBe(true);
  });
});

describe('a run', () => {
  it('is started once and its end is shown', async () => {
    let run = DONE;
    await open(() => ok(view('en', { run })), {
      runNow: () => {
        run = { ...DONE, said: { en: 'Scored 204 of 204 accounts.', ja: '' } };
        return ok(run);
      },
    });
    await text('Scored 198 of 204 accounts.').waitFor();
    await button('Run now').click();
    await text('Scored 204 of 204 accounts.').waitFor();
    expect(server.called.filter((name) => name === 'runNow')).toHaveLength(1);
  });

  it('under way shows its progress until it ends, and cannot be started again', async () => {
    let run = RUNNING;
    await open(() => ok(view('en', { run })), { runState: () => ok(run) });
    await text('Pulling Product usage').waitFor();
    await soon(() => page.getByRole('progressbar').getAttribute('value')).toBe('0.4');
    await soon(() => button('Run now').isDisabled()).toBe(true);
    run = DONE;
    await text('Scored 198 of 204 accounts.').waitFor();
    await soon(() => button('Run now').isEnabled()).toBe(true);
  });

  it('that failed says so, and problems are counted', async () => {
    await open(
      ok(view('en', { run: { ...DONE, state: 'failed', said: { en: 'No source answered.', ja: '' } }, problems: 1 })),
    );
    await text('FailedNo source answered.').waitFor();
    await text('1 problem: see the Problems tab').waitFor();
  });

  it('that is refused says why and what next', async () => {
    await open(ok(view('en')), { runNow: () => REFUSED });
    await button('Run now').click();
    const alert = page.getByRole('alert');
    await alert.getByText('Wait until it has finished').waitFor();
    await alert.getByRole('button').click();
    await alert.waitFor({ state: 'detached' });
  });
});

describe('the schedule', () => {
  it('is a switch', async () => {
    const sent: unknown[] = [];
    await open(ok(view('en')), {
      switchSchedule: (...args: readonly unknown[]) => {
        sent.push(...args);
        return ok({ state: 'off', said: { en: 'The schedule is off.', ja: '' } });
      },
    });
    const toggle = page.getByRole('switch', { name: 'Run on a schedule' });
    await soon(() => toggle.getAttribute('aria-checked')).toBe('true');
    await toggle.focus();
    await page.keyboard.press('Space');
    await text('The schedule is off.').waitFor();
    await soon(() => toggle.getAttribute('aria-checked')).toBe('false');
    expect(sent).toEqual([false]);
  });

  it('that is damaged can be repaired', async () => {
    const damaged = { state: 'incomplete', said: { en: 'A trigger is missing.', ja: '' } } as const;
    const sent: unknown[] = [];
    await open(ok(view('en', { schedule: damaged })), {
      switchSchedule: (...args: readonly unknown[]) => {
        sent.push(...args);
        return ok(view('en').schedule);
      },
    });
    await button('Repair').click();
    await text('The schedule is on').waitFor();
    expect(sent).toEqual([true]);
  });
});

describe('a server that cannot be reached', () => {
  it('is said in the language of the browser, and asked again', async () => {
    let reached = false;
    await open(
      () => {
        if (!reached) throw new Error('Service Spreadsheets timed out');
        return ok(view('ja'));
      },
      {},
      'ja',
    );
    await text('スプレッドシートから応答がありません。').waitFor();
    reached = true;
    await button('再試行').click();
    await heading('優先して確認する顧客').waitFor();
  });
});

describe('first paint', () => {
  it('takes one call', async () => {
    await open(ok(view('en', { account: GREEN })));
    await heading('Aoba Foods').waitFor();
    await soon(() => server.called.slice(0, 2)).toEqual(['sidebarView', 'storyView']);
  });
});

describe('accessibility', () => {
  const states: readonly [string, Reply<SidebarView>][] = [
    ['an account', ok(view('en', { account: RED }))],
    ['an account without a score, in Japanese', ok(view('ja', { account: GREY }))],
    ['the list', ok(view('ja'))],
    ['a list in visibility mode', ok(view('en', { mode: 'Visibility' }))],
    ['set-up', ok(view('en', { ready: false }))],
    ['a refusal', REFUSED],
    ['a run under way', ok(view('en', { account: GREEN, run: RUNNING }))],
    ['a damaged schedule', ok(view('en', { schedule: { state: 'late', said: { en: 'Late.', ja: '' } } }))],
  ];

  it.each(states)('%s has no fault that axe finds, and nothing is wider than the sidebar', async (_, reply) => {
    await open(reply, { runState: () => ok(RUNNING) });
    await page.locator('h1, h2').first().waitFor();
    for (const summary of await page.locator('summary').all()) await summary.click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await soon(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(300);
  });
});
