import { bound, reopened, thrown } from './bound';

const OWNER = 'owner@example.com';
const OPS = 'ops@example.com';
const CSM = 'csm@example.com';
const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

describe('protections (Apps Script reference, Protection)', () => {
  const owned = () => {
    const made = bound({ owner: OWNER }, { user: { email: OWNER, locale: 'ja' } });
    made.model.editors.push(OPS, CSM);
    return made;
  };
  const as = (made: ReturnType<typeof owned>, email: string, switches = {}) =>
    reopened(made.state, { user: { email, locale: 'ja' }, switches });
  const emails = (users: readonly GoogleAppsScript.Base.User[]) => users.map((user) => user.getEmail());

  it('protect alone protects nothing: rights mirror the file until editors are removed', () => {
    const made = owned();
    made.sheet.protect();
    expect(thrown(() => as(made, CSM).sheet.getRange('A1').setValue('x'))).toBe('nothing');
  });

  it('the owner is not listed among the editors and can always edit', () => {
    const made = owned();
    const protection = made.sheet.protect();
    expect(emails(protection.getEditors())).toEqual([OPS, CSM]);
    protection.removeEditors([OPS, CSM]);
    expect([emails(protection.getEditors()), thrown(() => made.sheet.getRange('A1').setValue('x'))]).toEqual([
      [],
      'nothing',
    ]);
  });

  it.each<[string, (sheet: ReturnType<typeof owned>['sheet']) => unknown]>([
    ['setValue', (sheet) => sheet.getRange('B2').setValue('x')],
    [
      'setValues',
      (sheet) =>
        sheet.getRange('A1:B2').setValues([
          [1, 2],
          [3, 4],
        ]),
    ],
    ['setNumberFormat', (sheet) => sheet.getRange('B2').setNumberFormat('0')],
    ['setNote', (sheet) => sheet.getRange('B2').setNote('x')],
    ['clear', (sheet) => sheet.clear()],
    ['deleteRow', (sheet) => sheet.deleteRow(2)],
    ['appendRow', (sheet) => sheet.appendRow(['x'])],
    ['sort', (sheet) => sheet.getRange('A1:B2').sort(1)],
    ['setDataValidation', (sheet) => sheet.getRange('B2').setDataValidation(null)],
  ])('a removed editor cannot %s', (_name, work) => {
    const made = owned();
    made.sheet.protect().removeEditor(CSM);
    expect(thrown(() => work(as(made, CSM).sheet))).toBe(PROTECTED);
    expect(thrown(() => work(as(made, OPS).sheet))).toBe('nothing');
  });

  it('a protected range stops writes that touch it, and no others', () => {
    const made = owned();
    made.sheet.getRange('B2:C3').protect().removeEditor(CSM);
    const { sheet } = as(made, CSM);
    expect(
      thrown(() =>
        sheet.getRange('A1:B2').setValues([
          [1, 2],
          [3, 4],
        ]),
      ),
    ).toBe(PROTECTED);
    expect(thrown(() => sheet.getRange('A1:A5').setValue('x'))).toBe('nothing');
    expect(sheet.getRange('B2').getValue()).toBe('');
  });

  it('unprotected ranges are holes in the protection of a tab', () => {
    const made = owned();
    made.sheet
      .protect()
      .setUnprotectedRanges([made.sheet.getRange('C:C')])
      .removeEditor(CSM);
    const { sheet } = as(made, CSM);
    expect(thrown(() => sheet.getRange('C2:C4').setValue('x'))).toBe('nothing');
    expect(thrown(() => sheet.getRange('B2:C2').setValue('x'))).toBe(PROTECTED);
  });

  it('a file without an owner takes everybody for its owner', () => {
    const { sheet } = bound();
    sheet.protect().removeEditors([]).addEditor(CSM);
    expect(thrown(() => sheet.getRange('A1').setValue('x'))).toBe('nothing');
  });

  it('a warning stops no script', () => {
    const made = owned();
    made.sheet.protect().removeEditor(CSM).setWarningOnly(true);
    expect(thrown(() => as(made, CSM).sheet.getRange('A1').setValue('x'))).toBe('nothing');
  });

  it('whoever adds editors stays one', () => {
    const made = owned();
    const protection = as(made, OPS).sheet.protect();
    protection.removeEditors([OPS, CSM]);
    expect(emails(protection.getEditors())).toEqual([OPS]);
    protection.addEditor('new@example.com');
    expect(emails(protection.getEditors())).toEqual([OPS, 'new@example.com']);
  });

  it('only who may edit can change or remove a protection', () => {
    const made = owned();
    made.sheet.protect().removeEditor(CSM);
    const { sheet, app } = as(made, CSM);
    const protection = sheet.getProtections(app.ProtectionType.SHEET)[0] as GoogleAppsScript.Spreadsheet.Protection;
    expect(protection.canEdit()).toBe(false);
    expect(thrown(() => protection.remove())).toBe(PROTECTED);
  });

  it('getProtections tells tabs from ranges; remove takes one away; a tab has one at most', () => {
    const { sheet, file, app } = owned();
    const { SHEET, RANGE } = app.ProtectionType;
    sheet.protect().setDescription('whole');
    sheet.protect();
    sheet.getRange('A1').protect().setDescription('cell');
    const names = (list: GoogleAppsScript.Spreadsheet.Protection[]) => list.map((each) => each.getDescription());
    expect([names(sheet.getProtections(SHEET)), names(file.getProtections(RANGE))]).toEqual([['whole'], ['cell']]);
    sheet.getProtections(RANGE)[0]?.remove();
    expect(sheet.getProtections(RANGE)).toEqual([]);
  });

  it('a person without rights to the file can neither open nor write it', () => {
    const made = owned();
    const { app, sheet } = as(made, 'stranger@example.com');
    expect(thrown(() => app.openById('health'))).toBe('You do not have permission to access the requested document.');
    expect(thrown(() => sheet.getRange('A1').setValue('x'))).toBe(PROTECTED);
  });

  it('with lateWriteErrors the refusal waits for flush, and nothing is written (unconfirmed)', () => {
    const made = owned();
    made.sheet.protect().removeEditor(CSM);
    const { sheet, app } = as(made, CSM, { lateWriteErrors: true });
    expect(thrown(() => sheet.getRange('A1').setValue('x'))).toBe('nothing');
    expect(thrown(() => app.flush())).toBe(PROTECTED);
    expect(sheet.getRange('A1').getValue()).toBe('');
  });
});
