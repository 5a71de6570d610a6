import { putValue } from '../../scripts/local/gas/spreadsheet/cells';
import { selectionOf } from '../../scripts/local/gas/spreadsheet/state';
import { SCROLLED } from './preview-grid';
import { previewStage } from './preview-stage';
import { soon } from './soon';

const stage = previewStage();

describe('the grid', () => {
  it('shows a tab as people see it: formats, colours of bands, the visible tabs', async () => {
    await soon(() => stage.cell(0, 2).innerText()).toBe('Score');
    await soon(() => stage.cell(1, 2).innerText()).toBe('99.0');
    await soon(() => stage.cell(1, 4).innerText()).toBe('2026-01-31 06:00');
    await soon(() => stage.cell(3, 3).innerText()).toBe('Red');
    await soon(() => stage.cell(3, 3).evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(179, 38, 30)',
    );
    await soon(() => stage.page.locator('.tabs button').allInnerTexts()).toEqual(['Accounts', 'Settings']);
  });

  it('keeps frozen rows and columns in sight', async () => {
    await stage.page.locator(SCROLLED).evaluate((element) => element.scrollTo(300, 700));
    await stage.cell(40, 5).waitFor();
    const corner = await stage.cell(0, 0).boundingBox();
    const grid = await stage.page.locator('.grid').boundingBox();
    expect(corner?.x).toBe((grid?.x ?? 0) + 46);
    expect(corner?.y).toBe((grid?.y ?? 0) + 24);
  });

  it('explains a column by its note', async () => {
    await stage.cell(0, 2).hover();
    await soon(() => stage.page.getByRole('tooltip').innerText()).toBe('Score: what it means\nScore の説明');
  });

  it('moves by keyboard and shows the whole text of the cell', async () => {
    await stage.cell(1, 0).click();
    // A key before the grid has the keyboard goes elsewhere.
    await stage.page.locator('.chosen').and(stage.page.locator(':focus')).waitFor();
    await stage.page.keyboard.press('ArrowDown');
    await stage.page.keyboard.press('ArrowRight');
    await stage.page.locator('.formula').getByText('B3', { exact: true }).waitFor();
    await soon(() => stage.page.locator('.formula').innerText()).toMatch(/^B3\s+Example 2 Ltd\.$/);
  });

  it('holds 20,000 rows with only those in sight in the document', async () => {
    await stage.page.locator('select.workbook').selectOption('Kenshin Data');
    await stage.cell(1, 1).getByText('value 1').waitFor();
    await stage.page.locator(SCROLLED).evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await stage.cell(20_000, 1).getByText('value 20000').waitFor();
    await soon(() => stage.page.locator('[role=row]').count()).toBeLessThan(100);
  });

  it('keeps the place when the script has run', async () => {
    await stage.page.locator(SCROLLED).evaluate((element) => element.scrollTo(0, 700));
    await stage.cell(40, 1).click();
    putValue(stage.accounts(), 42, 1, 'Renamed Ltd.');
    const drawn = await Promise.all([stage.cell(0, 1), stage.cell(40, 1)].map((each) => each.elementHandle()));
    await stage.page.locator('.menus summary').click();
    await stage.page.locator('.lines').getByText('Run now').click();
    await stage.page.getByText('Scored 60 accounts.').waitFor();
    await stage.cell(42, 1).getByText('Renamed Ltd.').waitFor();
    await soon(() => stage.page.locator(SCROLLED).evaluate((element) => element.scrollTop)).toBe(700);
    expect(await Promise.all(drawn.map((each) => each?.evaluate((element) => element.isConnected)))).toEqual([
      true,
      true,
    ]);
    await soon(() => stage.page.locator('.chosen').innerText()).toBe('Example 40 Ltd.');
    await soon(() => stage.page.locator('.formula').innerText()).toMatch(/^B41\s+Example 40 Ltd\.$/);
  });

  it('gives the keyboard to the chosen cell', async () => {
    await stage.cell(2, 2).click();
    await stage.page.locator('.menus summary').focus();
    await soon(() => stage.cell(2, 2).evaluate((element) => element === document.activeElement)).toBe(false);
    for (const place of ['.workbook', '.next-day'])
      await stage.page.keyboard
        .press('Tab')
        .then(() => stage.page.locator(place).and(stage.page.locator(':focus')).waitFor());
    await stage.page.keyboard.press('Tab');
    await stage.cell(2, 2).and(stage.page.locator(':focus')).waitFor();
  });

  it('draws charts over the cells, and moves them along', async () => {
    const { sheetId, charts } = stage.accounts();
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
    await stage.page.reload();
    await stage.page.locator('.chart').waitFor();
    const before = await stage.page.locator('.chart').boundingBox();
    const anchor = await stage.cell(4, 2).boundingBox();
    expect([before?.x, before?.y]).toEqual([(anchor?.x ?? 0) + 16, (anchor?.y ?? 0) + 8]);
    await soon(() => stage.page.locator('.chart').getByRole('img', { name: 'By band' }).isVisible()).toBe(true);
    await stage.page.locator(SCROLLED).evaluate((element) => element.scrollTo(40, 50));
    await stage.page.locator('.moved[style*="-40px, -50px"]').waitFor({ state: 'attached' });
    const after = await stage.page.locator('.chart').boundingBox();
    expect([(before?.x ?? 0) - (after?.x ?? 0), (before?.y ?? 0) - (after?.y ?? 0)]).toEqual([40, 50]);
    await stage.page.locator('.tabs').getByText('Settings').click();
    await stage.page.locator('.formula').getByText('A1', { exact: true }).waitFor();
    await soon(() => stage.page.locator('.chart').count()).toBe(0);
  });
});

describe('a link in a cell', () => {
  beforeEach(async () => {
    const { sheetId, links } = stage.accounts();
    const usage = stage.book('data').sheets[0];
    const leadTo = (row: number, link: string) => links.fill({ row, column: 1, rows: 1, columns: 1 }, link);
    leadTo(6, `https://docs.google.com/spreadsheets/d/data/edit#gid=${usage?.sheetId}&range=B15001`);
    leadTo(7, `#gid=${sheetId}&range=A59:C59`);
    leadTo(8, '#gid=987654&range=A1');
    leadTo(9, 'https://example.com/a');
    leadTo(10, 'javascript:alert(1)');
    await stage.page.reload();
    await stage.cell(6, 1).getByRole('link').waitFor();
  });

  it.each(['click', 'Enter'])('leads to its cell by %s', async (way) => {
    const link = stage.cell(6, 1).getByRole('link', { name: 'Example 6 Ltd.' });
    // As long as a finger takes: the press selects the cell, which is drawn anew under it.
    if (way === 'click') await link.click({ delay: 150 });
    else {
      await stage.cell(6, 0).click();
      await stage.page.keyboard.press('ArrowRight');
      await stage.page.keyboard.press('Enter');
    }
    await stage.page.getByText('value 15000').first().waitFor();
    await soon(() => stage.page.locator('.formula').innerText()).toMatch(/^B15001\s+value 15000$/);
    const [header, target] = [await stage.cell(0, 1).boundingBox(), await stage.page.locator('.chosen').boundingBox()];
    expect((target?.y ?? 0) - (header?.y ?? 0)).toBeLessThan(60);
    await soon(() => stage.page.locator('.workbook').inputValue()).toBe('data');
    await stage.page.locator('.chosen').and(stage.page.locator(':focus')).waitFor();
    expect(selectionOf(stage.server.runtime.spreadsheets.selections, stage.book('data')).area).toMatchObject({
      row: 15_000,
      column: 1,
    });
  });

  it('leads within the tab without losing what is around', async () => {
    await stage.cell(7, 1).getByRole('link').click({ delay: 150 });
    await stage.cell(58, 0).and(stage.page.locator('.chosen')).getByText('A-58').waitFor();
    await soon(() => stage.page.locator('.formula').innerText()).toMatch(/^A59\s+A-58$/);
  });

  it('says when its tab is not there, opens web addresses beside, and is text otherwise', async () => {
    await stage.cell(8, 1).getByRole('link').click({ delay: 150 });
    await stage.page.getByText('The tab that this link leads to is no longer there').waitFor();
    await soon(() => stage.cell(9, 1).getByRole('link').getAttribute('target')).toBe('_blank');
    expect(await stage.cell(10, 1).getByRole('link').count()).toBe(0);
    await soon(() => stage.cell(10, 1).innerText()).toBe('Example 10 Ltd.');
  });
});
