import { failure, scriptRuntime } from './script-project';

const values = (runtime: ReturnType<typeof scriptRuntime>): unknown => runtime.execute('read');
const read = `function read() { return SpreadsheetApp.getActive().getSheets()[0].getRange(1, 1, 2, 1).getValues(); }`;

describe('a script bound to a spreadsheet (Apps Script guide, bound scripts)', () => {
  it('writes cells that later executions read', () => {
    const runtime = scriptRuntime(`${read}
      function write() { SpreadsheetApp.getActive().getSheets()[0].getRange(1, 1, 2, 1).setValues([['a'], [2]]); }`);
    runtime.execute('write');
    expect(values(runtime)).toEqual([['a'], [2]]);
  });

  it('gets Dates of its own realm from cells, and Node gets them as Dates of its own', () => {
    const runtime = scriptRuntime(`
      function write() { SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue(new Date(Date.UTC(2026, 0, 5))); }
      function read() { const v = SpreadsheetApp.getActive().getSheets()[0].getRange('A1').getValue(); return [v instanceof Date, v]; }`);
    runtime.execute('write');
    const [own, date] = runtime.execute('read') as [boolean, Date];
    expect(own).toBe(true);
    expect(date).toBeInstanceOf(Date);
    expect(date.getTime()).toBe(Date.UTC(2026, 0, 5));
  });

  it('cannot return Dates of cells to a page (google.script.run reference)', () => {
    const runtime = scriptRuntime(`function main() {
      const range = SpreadsheetApp.getActive().getSheets()[0].getRange('A1');
      range.setValue(new Date()); return range.getValues(); }`);
    expect(() => runtime.execute('main', [], { entry: 'rpc' })).toThrow('result[0][0] (Date');
  });

  it('sends buffered writes when it ends, and pays for that', () => {
    const runtime = scriptRuntime(
      `function main() { SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue(1); }`,
    );
    runtime.execute('main');
    expect(runtime.executions[0]?.byCall['SpreadsheetApp.commit']).toMatchObject({ calls: 1 });
  });

  it('counts cells of reads and writes', () => {
    const runtime = scriptRuntime(read);
    runtime.execute('read');
    expect(runtime.executions[0]?.spent.cells).toBe(2);
  });

  it('loses its locks while an alert is open (Apps Script reference, Ui.alert)', () => {
    const runtime = scriptRuntime(`function main() {
      const lock = LockService.getDocumentLock(); lock.tryLock(0);
      const before = lock.hasLock(); SpreadsheetApp.getUi().alert('Done'); return [before, lock.hasLock()]; }`);
    expect(runtime.execute('main', [], { entry: 'menu' })).toEqual([true, false]);
    expect(runtime.spreadsheets.ui.alerts).toMatchObject([{ text: 'Done' }]);
  });

  it('shows a page in the sidebar, which can be read afterwards', () => {
    const runtime = scriptRuntime(
      `function open() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('T')); }`,
      { files: { html: { sidebar: '<p>Hello</p>' } } },
    );
    runtime.execute('open', [], { entry: 'menu' });
    const { output } = runtime.spreadsheets.ui.sidebars[0] as { output: GoogleAppsScriptPage };
    expect([output.getContent(), output.getTitle()]).toEqual(['<p>Hello</p>', 'T']);
  });

  it('has no screen in a time trigger', () => {
    const runtime = scriptRuntime(`function main() { SpreadsheetApp.getUi(); }`);
    expect(() => runtime.execute('main', [], { entry: 'trigger' })).toThrow(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });

  it('has no way to other files in a simple trigger', () => {
    const runtime = scriptRuntime(`function onOpen() { SpreadsheetApp.openById('container'); }`);
    expect(() => runtime.execute('onOpen', [{}], { entry: 'simple-trigger' })).toThrow(
      'You do not have permission to call SpreadsheetApp.openById. Required permissions: https://www.googleapis.com/auth/spreadsheets',
    );
  });

  it('watches its spreadsheet with a trigger', () => {
    const runtime = scriptRuntime(`function main() {
      const t = ScriptApp.newTrigger('main').forSpreadsheet(SpreadsheetApp.getActive()).onChange().create(); return t.getTriggerSourceId(); }`);
    expect(runtime.execute('main')).toBe('container');
  });

  it('has unimplemented members by name here, too', () => {
    expect(failure('SpreadsheetApp.getActive().getSheets()[0].getRange("A1").foo()')).toBe(
      'not implemented: Range.foo',
    );
  });

  it('changes no cell once it was killed', () => {
    const runtime = scriptRuntime(`${read} function main() {
      const range = SpreadsheetApp.getActive().getSheets()[0].getRange('A1');
      try { for (;;) Utilities.sleep(60000); } finally { range.setValue('late'); } }`);
    expect(() => runtime.execute('main')).toThrow('Exceeded maximum execution time');
    expect(values(runtime)).toEqual([[''], ['']]);
  });

  it('hears of a late write error at its end', () => {
    const runtime = scriptRuntime(`function main() {
      SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue('x'.repeat(50001)); }`);
    expect(() => runtime.execute('main')).toThrow('Your input contains more than the maximum of 50000 characters');
    expect(runtime.executions).toMatchObject([{ status: 'failed' }]);
  });
});

interface GoogleAppsScriptPage {
  getContent(): string;
  getTitle(): string;
}
