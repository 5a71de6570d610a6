import { addSheetModel } from '../../../scripts/local/gas/spreadsheet/model';
import { createSpreadsheetState, createWorkbook } from '../../../scripts/local/gas/spreadsheet/state';
import { drawWorkbook } from '../../../scripts/local/preview/drawn';
import { leadsToCell, targetOf } from '../../../scripts/local/preview/page/links';

const state = createSpreadsheetState({ containerId: 'health' });
const health = createWorkbook(state, { id: 'health', name: 'Health', sheet: 'Accounts', rows: 10, columns: 30 });
const { sheetId: problems } = addSheetModel(health, 'Problems');
const hidden = addSheetModel(health, 'Hidden');
hidden.hidden = true;
const data = createWorkbook(state, { id: 'data', name: 'Data', sheet: 'Usage' });
const usage = data.sheets[0]?.sheetId;
const books = [health, data].map(drawWorkbook);

/** Where a link in the Health workbook leads, as `Workbook/Tab/row,column` from 0. */
function led(link: string): string | null {
  const target = targetOf(link, 'health', books);
  return target && `${target.workbook.name}/${target.tab.name}/${target.place.row},${target.place.column}`;
}

describe('a link of a cell in the preview', () => {
  it('leads to the cell it names', () => {
    expect(led(`#gid=${problems}&range=B4`)).toBe('Health/Problems/3,1');
    expect(led(`#gid=${problems}&range=$C$2:D9`)).toBe('Health/Problems/1,2');
    expect(led(`#gid=${problems}`)).toBe('Health/Problems/0,0');
  });

  it('leads to another workbook by its address', () => {
    expect(led(`https://docs.google.com/spreadsheets/d/data/edit#gid=${usage}&range=A7`)).toBe('Data/Usage/6,0');
    expect(led(`https://docs.google.com/spreadsheets/d/data/edit?usp=sharing#gid=${usage}`)).toBe('Data/Usage/0,0');
  });

  it('stays within what is drawn of a tab', () => {
    const { tabs } = books[0] ?? { tabs: [] };
    const { rows = 0, widths = [] } = tabs.find(({ gid }) => gid === problems) ?? {};
    expect(led(`#gid=${problems}&range=ZZ5000`)).toBe(`Health/Problems/${rows - 1},${widths.length - 1}`);
  });

  it('leads nowhere when its tab is hidden, gone, or of an unknown workbook', () => {
    expect(led(`#gid=${hidden.sheetId}&range=A1`)).toBeNull();
    expect(led('#gid=987654&range=A1')).toBeNull();
    expect(led(`https://docs.google.com/spreadsheets/d/other/edit#gid=${usage}`)).toBeNull();
  });

  it.each(['https://example.com/#gid=0', 'javascript:alert(1)', '#heading', '', '#gid=x'])('is no cell: %s', (link) => {
    expect(leadsToCell(link)).toBe(false);
    expect(led(link)).toBeNull();
  });
});
