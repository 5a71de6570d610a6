import type { Browser, Page } from 'playwright-core';
import { type Preview, startPreview } from '../../scripts/local/preview/start';
import type { Reply } from '../../src/domain/reply';
import type { Locale } from '../../src/domain/text';
import type { SidebarView } from '../../src/domain/views';
import { launchBrowser } from './browser';
import { BOOK, DONE, ok, STORY, WEEK } from './portfolio';
import { buildProduct } from './product';
import { type StandIn, standIn, workbooks } from './stand-in';

type Answers = Record<string, (...args: readonly never[]) => unknown>;

/** The shipped page at 300 px in a real browser, over a server whose answers are the test's own. */
export interface Stage {
  readonly server: StandIn;
  /** Opens the page anew with what the server will answer. */
  open(first: Reply<SidebarView> | (() => unknown), answers?: Answers, locale?: Locale): Promise<Page>;
  /** Errors that scripts of the page threw since it was opened. */
  thrown(): readonly Error[];
  close(): Promise<void>;
}

export async function sidebarStage(): Promise<Stage> {
  const [browser, dist]: [Browser, string] = await Promise.all([launchBrowser(), buildProduct()]);
  const server = standIn(workbooks(), {});
  const preview: Preview = await startPreview({ runtime: server.runtime, port: 0, locale: 'en', dist });
  const pages = new Map<Locale, Page>();
  let thrown: Error[] = [];
  return {
    server,
    async open(first, answers = {}, locale = 'en') {
      server.answer({
        sidebarView: typeof first === 'function' ? first : () => first,
        runState: () => ok(DONE),
        storyView: () => ok(STORY),
        weekView: () => ok(WEEK),
        bookView: () => ok(BOOK),
        ...answers,
      });
      const page = pages.get(locale) ?? (await newPage(locale));
      thrown = [];
      await page.goto('about:blank');
      await page.goto(`${preview.url}/sidebar`);
      return page;
    },
    thrown: () => thrown,
    async close() {
      await browser.close();
      await preview.close();
    },
  };

  async function newPage(locale: Locale): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 300, height: 700 }, locale });
    const made = await context.newPage();
    made.on('pageerror', (error) => thrown.push(error));
    pages.set(locale, made);
    return made;
  }
}
