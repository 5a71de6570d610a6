import { evaluate, failure, scriptRuntime } from './script-project';

describe('permissions (Apps Script guide, authorization: explicit oauthScopes switch the automatic scan off)', () => {
  const bare = { files: { manifest: { oauthScopes: ['https://www.googleapis.com/auth/userinfo.email'] } } };

  it.each([
    ['UrlFetchApp.fetch("http://127.0.0.1:1")', 'UrlFetchApp.fetch', 'script.external_request'],
    ['UrlFetchApp.fetchAll([])', 'UrlFetchApp.fetchAll', 'script.external_request'],
    ['ScriptApp.getProjectTriggers()', 'ScriptApp.getProjectTriggers', 'script.scriptapp'],
    ['ScriptApp.newTrigger("f").timeBased().after(1).create()', 'ScriptApp.newTrigger', 'script.scriptapp'],
  ])('%s tells the scope it lacks', (body, call, scope) => {
    expect(failure(body, bare)).toBe(
      `You do not have permission to call ${call}. Required permissions: https://www.googleapis.com/auth/${scope}`,
    );
  });

  it('lists alternatives', () => {
    expect(failure('DriveApp.getFileById("x")', bare)).toBe(
      'You do not have permission to call DriveApp.getFileById. Required permissions: ' +
        '(https://www.googleapis.com/auth/drive.readonly || https://www.googleapis.com/auth/drive)',
    );
  });

  it('are all there when the manifest names no scopes', () => {
    expect(
      evaluate('return ScriptApp.getProjectTriggers()', { files: { manifest: { oauthScopes: undefined } } }),
    ).toEqual([]);
  });

  it('are missing in a simple trigger, which may read properties but not fetch or mail (guide, simple triggers)', () => {
    const runtime = scriptRuntime(`
      function onOpen(e) { return [PropertiesService.getDocumentProperties().getProperty('a'), String(e.authMode)]; }
      function onEdit() { UrlFetchApp.fetch('http://127.0.0.1:1'); }
      function mail() { MailApp.sendEmail('a@example.com', 's', 'b'); }`);
    expect(runtime.execute('onOpen', [{}], { entry: 'simple-trigger' })).toEqual([null, 'LIMITED']);
    expect(() => runtime.execute('onEdit', [{}], { entry: 'simple-trigger' })).toThrow('You do not have permission');
    expect(() => runtime.execute('mail', [{}], { entry: 'simple-trigger' })).toThrow('You do not have permission');
  });
});
