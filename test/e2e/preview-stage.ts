import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import type { SheetModel, WorkbookModel } from '../../scripts/local/gas/spreadsheet/model';
import { selectionOf } from '../../scripts/local/gas/spreadsheet/state';
import { type Preview, startPreview } from '../../scripts/local/preview/start';
import { launchBrowser } from './browser';
import { GREEN, ok, RED, view } from './portfolio';
import { cellAt } from './preview-grid';
import { buildProduct } from './product';
import { type StandIn, standIn, workbooks } from './stand-in';

/** The preview in a real browser over two workbooks and functions of the test's own, all of it new for every test. */
export interface PreviewStage {
  page: Page;
  preview: Preview;
  server: StandIn;
  /** Folder of the page that the preview shows as the sidebar. */
  dist: string;
  /** A drawn cell of the tab, both from 0. */
  cell(row: number, column: number): Locator;
  book(id: string): WorkbookModel;
  accounts(): SheetModel;
  sidebar(): FrameLocator;
}

/** Opens the preview before each test of the file and closes it behind. */
export function previewStage(): PreviewStage {
  let browser: Browser;
  const stage = {
    cell: (row, column) => cellAt(stage.page, row, column),
    book: (id) => stage.server.runtime.spreadsheets.workbooks.get(id) as WorkbookModel,
    accounts: () => stage.book('health').sheets[0] as SheetModel,
    sidebar: () => stage.page.frameLocator('iframe'),
  } as PreviewStage;

  beforeAll(async () => {
    [browser, stage.dist] = await Promise.all([launchBrowser(), buildProduct()]);
  });

  afterAll(async () => {
    await browser.close();
  });

  beforeEach(async () => {
    const state = workbooks();
    const health = state.workbooks.get('health');
    if (!health) throw new Error('no workbook');
    stage.server = standIn(state, {
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
    stage.preview = await startPreview({ runtime: stage.server.runtime, port: 0, locale: 'en', dist: stage.dist });
    stage.page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    await stage.page.goto(stage.preview.url);
    await stage.cell(1, 0).waitFor();
  });

  afterEach(async () => {
    await stage.page.context().close();
    await stage.preview.close();
  });

  return stage;
}
