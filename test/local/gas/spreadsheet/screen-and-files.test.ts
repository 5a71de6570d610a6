import { SCOPES } from '../../../../scripts/local/gas/scopes';
import { addSheetModel, createWorkbookModel } from '../../../../scripts/local/gas/spreadsheet/model';
import { addWorkbook, createSpreadsheetState, createWorkbook } from '../../../../scripts/local/gas/spreadsheet/state';
import { bound, reopened, thrown } from './bound';

const CURRENT = { scopes: [SCOPES.spreadsheetsCurrentOnly] };

describe('opening spreadsheets', () => {
  it('getActiveSpreadsheet is the container; null for a standalone script', () => {
    const { app } = bound();
    expect([app.getActiveSpreadsheet().getId(), app.getActive().getName()]).toEqual(['health', 'Health']);
    const alone = createSpreadsheetState({ containerId: null });
    expect([reopened(alone).app.getActiveSpreadsheet(), reopened(alone).app.getActiveSheet()]).toEqual([null, null]);
  });

  it('openById and openByUrl open what exists', () => {
    const { app, state } = bound();
    const data = createWorkbook(state, { name: 'Data file' });
    expect(app.openById(data.id).getName()).toBe('Data file');
    expect(app.openByUrl(app.openById(data.id).getUrl()).getId()).toBe(data.id);
    expect(app.openByUrl('https://docs.google.com/spreadsheets/u/0/d/health/edit#gid=0').getName()).toBe('Health');
  });

  it('opens a workbook that came from elsewhere', () => {
    const { app, state } = bound();
    const model = createWorkbookModel({ id: 'opened', name: 'From a file', locale: 'en_US' });
    addSheetModel(model, 'Accounts').values.push(['Account ID', 'A-1']);
    addWorkbook(state, model);
    expect(app.openById('opened').getSheets()[0]?.getDataRange().getValues()).toEqual([['Account ID'], ['A-1']]);
  });

  it.each(['openById', 'openByUrl'] as const)('%s throws for what does not exist (text unconfirmed)', (method) => {
    expect(thrown(() => bound().app[method]('nope'))).toBe(
      `Unexpected error while getting the method or property ${method} on object SpreadsheetApp.`,
    );
  });

  it.each(['openById', 'openByUrl', 'create'] as const)(
    'with the scope for the current file alone %s has no permission',
    (method) => {
      const { app } = reopened(bound().state, CURRENT);
      expect(thrown(() => app[method]('health'))).toBe(
        `You do not have permission to call SpreadsheetApp.${method}. Required permissions: https://www.googleapis.com/auth/spreadsheets`,
      );
      expect(thrown(() => app.getActiveSpreadsheet())).toBe('nothing');
    },
  );

  it('without any scope the open file is closed too', () => {
    expect(thrown(() => reopened(bound().state, { scopes: [] }))).toMatch(
      /^You do not have permission to call SpreadsheetApp.getActiveSpreadsheet/,
    );
  });

  it('a simple trigger reaches the file it is bound to and no other', () => {
    const { app, sheet } = reopened(bound().state, { entry: 'simple-trigger' });
    expect(thrown(() => sheet.getRange('A1').setValue('x'))).toBe('nothing');
    expect(thrown(() => app.openById('health'))).toMatch(/^You do not have permission to call SpreadsheetApp.openById/);
  });

  it('create makes a file with one tab in the language of the user, owned by them', () => {
    const { app } = bound();
    const file = app.create('New');
    expect([file.getName(), file.getSheets()[0]?.getName(), file.getOwner()?.getEmail()]).toEqual([
      'New',
      'シート1',
      'ops@example.com',
    ]);
    expect([file.getSpreadsheetLocale(), file.getSpreadsheetTimeZone()]).toEqual(['ja_JP', 'Asia/Tokyo']);
    expect(app.openById(file.getId()).getName()).toBe('New');
    const english = reopened(bound().state, { user: { email: 'a@example.com', locale: 'en' } }).app.create('New');
    expect([english.getSpreadsheetLocale(), english.getSheets()[0]?.getName()]).toEqual(['en_US', 'Sheet1']);
  });

  it('locale and zone are changed; unknown ones are refused', () => {
    const { file } = bound();
    file.setSpreadsheetLocale('en_GB');
    file.setSpreadsheetTimeZone('Europe/London');
    expect([file.getSpreadsheetLocale(), file.getSpreadsheetTimeZone()]).toEqual(['en_GB', 'Europe/London']);
    expect(thrown(() => file.setSpreadsheetLocale('xx_XX'))).toMatch(/not implemented: the spreadsheet locale xx_XX/);
    expect(thrown(() => file.setSpreadsheetTimeZone('Mars/Base'))).toBe('Invalid argument: Mars/Base');
  });

  it('editors and viewers are added and removed; the owner comes first', () => {
    const { file } = bound({ owner: 'ops@example.com' });
    file.addEditors(['a@example.com', 'b@example.com']).addViewer('c@example.com').removeEditor('a@example.com');
    expect([file.getEditors(), file.getViewers()].map((list) => list.map((user) => user.getEmail()))).toEqual([
      ['ops@example.com', 'b@example.com'],
      ['c@example.com'],
    ]);
  });
});

describe('the screen (Apps Script reference, Ui)', () => {
  it.each([
    ['a time trigger', { entry: 'trigger' } as const, 'health'],
    ['a standalone script', {}, null],
  ])('getUi from %s throws', (_name, options, containerId) => {
    const state = createSpreadsheetState({ containerId });
    createWorkbook(state, { id: 'health' });
    expect(thrown(() => reopened(state, options).app.getUi())).toBe(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });

  it('a menu is recorded with its items; one of the same name takes its place', () => {
    const { app, state } = bound();
    const ui = app.getUi();
    ui.createMenu('Kenshin').addItem('Old', 'old').addToUi();
    const more = ui.createMenu('More').addItem('Health', 'checkHealth');
    ui.createMenu('Kenshin').addItem('Run', 'runNow').addSeparator().addSubMenu(more).addToUi();
    expect([...state.ui.menus.values()]).toEqual([
      {
        caption: 'Kenshin',
        addon: false,
        items: [
          { kind: 'item', caption: 'Run', functionName: 'runNow' },
          { kind: 'separator' },
          {
            kind: 'menu',
            menu: {
              caption: 'More',
              addon: false,
              items: [{ kind: 'item', caption: 'Health', functionName: 'checkHealth' }],
            },
          },
        ],
      },
    ]);
  });

  it('a menu that is not added to the screen is not there', () => {
    const { app, state } = bound();
    app.getUi().createAddonMenu().addItem('Open', 'open');
    expect(state.ui.menus.size).toBe(0);
  });

  it('alert shows its text and gives the button that the person presses', () => {
    const { app, state } = bound();
    const ui = app.getUi();
    state.ui.answers.push({ button: 'YES' });
    expect(ui.alert('Title', 'Sure?', ui.ButtonSet.YES_NO)).toBe(ui.Button.YES);
    expect(ui.alert('Done')).toBe(ui.Button.OK);
    expect(ui.alert('Again?', ui.ButtonSet.OK_CANCEL)).toBe(ui.Button.CLOSE);
    expect(state.ui.alerts).toEqual([
      { title: 'Title', text: 'Sure?', buttons: 'YES_NO' },
      { title: '', text: 'Done', buttons: 'OK' },
      { title: '', text: 'Again?', buttons: 'OK_CANCEL' },
    ]);
  });

  it('prompt gives the text that the person types', () => {
    const { app, state } = bound();
    const ui = app.getUi();
    state.ui.answers.push({ button: 'OK', text: 'key' });
    const answer = ui.prompt('Key', 'Paste it', ui.ButtonSet.OK_CANCEL);
    expect(answer.getResponseText()).toBe('key');
    expect(answer.getSelectedButton()).toBe(ui.Button.OK);
    expect(state.ui.prompts).toEqual([{ title: 'Key', text: 'Paste it', buttons: 'OK_CANCEL' }]);
  });

  it('showSidebar and dialogs are recorded with what they show', () => {
    const { app, state } = bound();
    const output = { getContent: () => '<p>' } as unknown as GoogleAppsScript.HTML.HtmlOutput;
    app.getUi().showSidebar(output);
    app.getUi().showModalDialog(output, 'Title');
    expect([state.ui.sidebars, state.ui.dialogs]).toEqual([[{ output }], [{ output, title: 'Title', modal: true }]]);
  });

  it.each(['showSidebar', 'alert', 'prompt'])('%s from a simple trigger has no permission; menus have', (method) => {
    const { app } = reopened(bound().state, { entry: 'simple-trigger' });
    const ui = app.getUi() as unknown as Record<string, (value: unknown) => unknown>;
    expect(thrown(() => ui[method]?.(method === 'showSidebar' ? {} : 'x'))).toBe(
      `You do not have permission to call Ui.${method}. Required permissions: https://www.googleapis.com/auth/script.container.ui`,
    );
    expect(thrown(() => app.getUi().createMenu('M').addToUi())).toBe('nothing');
  });

  it('showSidebar needs the scope of the container’s screen', () => {
    const { app } = reopened(bound().state, { scopes: [SCOPES.spreadsheets] });
    expect(thrown(() => app.getUi().showSidebar({} as GoogleAppsScript.HTML.HtmlOutput))).toMatch(
      /script\.container\.ui/,
    );
  });

  it('toast lasts 5 seconds unless told otherwise', () => {
    const { file, state } = bound();
    file.toast('Running');
    file.toast('Stay', 'Kenshin', -1);
    expect(state.ui.toasts).toEqual([
      { text: 'Running', title: '', seconds: 5 },
      { text: 'Stay', title: 'Kenshin', seconds: -1 },
    ]);
  });

  it('works from a time trigger: nobody sees it', () => {
    const { file } = reopened(bound().state, { entry: 'trigger' });
    expect(thrown(() => file.toast('Running'))).toBe('nothing');
  });
});
