import { evaluate, failure, START, scriptRuntime } from './script-project';

describe('Session (Apps Script reference, Session)', () => {
  it('tells user, locale and zone', () => {
    expect(
      evaluate(
        `return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), Session.getActiveUserLocale(), Session.getScriptTimeZone()]`,
        { users: [{ email: 'sato@example.com', locale: 'ja' }] },
      ),
    ).toEqual(['sato@example.com', 'sato@example.com', 'ja', 'Asia/Tokyo']);
  });

  it('leaves the active user empty without the scope, and in a trigger, whose effective user is its creator', () => {
    expect(evaluate('return Session.getActiveUser().getEmail()', { files: { manifest: { oauthScopes: [] } } })).toBe(
      '',
    );
    const runtime = scriptRuntime(
      'function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }',
    );
    expect(runtime.execute('who', [], { entry: 'trigger' })).toEqual(['', 'owner@example.com']);
  });

  it('gives each user a key that stays the same', () => {
    const users = ['a', 'b'].map((name) => ({ email: `${name}@example.com`, locale: 'en' }));
    const runtime = scriptRuntime('function key() { return Session.getTemporaryActiveUserKey(); }', { users });
    const key = (user: string): unknown => runtime.execute('key', [], { user });
    expect(key('a@example.com')).toBe(key('a@example.com'));
    expect(key('a@example.com')).not.toBe(key('b@example.com'));
  });
});

describe('HtmlService (Apps Script reference, HtmlService and HtmlOutput)', () => {
  const html = { sidebar: '<p>Hello</p>', template: '<?= 1 ?>' };

  it('serves a file by its name without extension, as it is', () => {
    expect(evaluate(`return HtmlService.createHtmlOutputFromFile('sidebar').getContent()`, { files: { html } })).toBe(
      '<p>Hello</p>',
    );
  });

  it('names a file that is missing', () => {
    expect(failure(`HtmlService.createHtmlOutputFromFile('other')`)).toBe('No HTML file named other was found.');
  });

  it('builds, titles and measures a page, chaining', () => {
    expect(
      evaluate(`const o = HtmlService.createHtmlOutput('<b>').append('x').appendUntrusted('<i>').setTitle('T').setWidth(300).setHeight(200)
          .addMetaTag('viewport', 'width=device-width').setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL);
        return [o.getContent(), o.getTitle(), o.getWidth(), o.getHeight(), o.getMetaTags()[0].getName(), o.getBlob().getContentType()]`),
    ).toEqual(['<b>x&#60;i&#62;', 'T', 300, 200, 'viewport', 'text/html']);
    expect(
      evaluate(`return HtmlService.createHtmlOutput(Utilities.newBlob('<p>')).setContent('<q>').getContent()`),
    ).toBe('<q>');
  });

  it('evaluates a template only when it holds no scriptlet', () => {
    expect(
      evaluate(`return HtmlService.createTemplateFromFile('sidebar').evaluate().getContent()`, { files: { html } }),
    ).toBe('<p>Hello</p>');
    expect(failure(`HtmlService.createTemplateFromFile('template').evaluate()`, { files: { html } })).toBe(
      'not implemented: HtmlTemplate.evaluate with scriptlets',
    );
  });
});

describe('MailApp (Apps Script reference, MailApp; guide, quotas: 100 recipients a day, 50 a message)', () => {
  it.each([
    [`'a@example.com', 'Subject', 'Body'`, {}],
    [
      `'a@example.com', 'Subject', 'Body', { cc: 'c@example.com', htmlBody: '<b>' }`,
      { cc: ['c@example.com'], htmlBody: '<b>' },
    ],
    [`'a@example.com', 'reply@example.com', 'Subject', 'Body'`, { replyTo: 'reply@example.com' }],
    [`{ to: 'a@example.com', subject: 'Subject', body: 'Body', bcc: 'd@example.com' }`, { bcc: ['d@example.com'] }],
    [
      `{ to: 'a@example.com', subject: 'Subject', body: 'Body', htmlBody: '<p>Body</p>', name: 'Kenshin' }`,
      { htmlBody: '<p>Body</p>', name: 'Kenshin', noReply: false },
    ],
    [`'a@example.com', 'Subject', 'Body', { name: 'Kenshin' }`, { htmlBody: null, name: 'Kenshin' }],
    [`'a@example.com', 'Subject', 'Body'`, { htmlBody: null, name: null, replyTo: null }],
  ])('sendEmail(%s)', (args, more) => {
    const runtime = scriptRuntime(`function main() { MailApp.sendEmail(${args}); }`);
    runtime.execute('main');
    expect(runtime.outbox()).toMatchObject([
      { kind: 'script', from: 'owner@example.com', to: ['a@example.com'], subject: 'Subject', body: 'Body', ...more },
    ]);
  });

  it('counts recipients, cc and bcc against the day, and refuses what is over', () => {
    const runtime = scriptRuntime(`function main(n) {
      MailApp.sendEmail({ to: Array.from({ length: n }, (_, i) => 'u' + i + '@example.com').join(','), subject: 's', body: 'b' });
      return MailApp.getRemainingDailyQuota();
    }`);
    expect(runtime.execute('main', [50])).toBe(50);
    expect(() => runtime.execute('main', [51])).toThrow('Limit Exceeded: Email Recipients Per Message.');
    expect(runtime.execute('main', [49])).toBe(1);
    expect(() => runtime.execute('main', [2])).toThrow('Service invoked too many times for one day: email.');
    expect(runtime.outbox()).toHaveLength(2);
  });

  it('counts a day from the first request, not from midnight', () => {
    const runtime = scriptRuntime(
      `function main() { MailApp.sendEmail('a@example.com', 's', 'b'); return MailApp.getRemainingDailyQuota(); }`,
    );
    runtime.clock.moveTo(START + 10 * 3_600_000);
    expect(runtime.execute('main')).toBe(99);
    runtime.clock.moveTo(START + 30 * 3_600_000);
    expect(runtime.execute('main')).toBe(98);
    runtime.clock.moveTo(START + 34 * 3_600_000 + 10_000);
    expect(runtime.execute('main')).toBe(99);
  });

  it('sends from an address nobody reads for Workspace accounts alone, as documented, and keeps no inline images', () => {
    const script = `function main() { MailApp.sendEmail({ to: 'a@example.com', subject: 's', body: 'b', noReply: true }); }`;
    const runtime = scriptRuntime(script, { account: 'workspace' });
    runtime.execute('main');
    expect(runtime.outbox()).toMatchObject([{ noReply: true }]);
    expect(() => scriptRuntime(script).execute('main')).toThrow(
      'not implemented: MailApp.sendEmail with noReply for a Gmail account',
    );
    expect(failure(`MailApp.sendEmail({ to: 'a@example.com', subject: 's', body: 'b', inlineImages: {} })`)).toBe(
      'not implemented: MailApp.sendEmail with inlineImages',
    );
  });

  it('counts the HTML body into the size of a message', () => {
    const half = `'x'.repeat(100 * 1024 + 1)`;
    expect(failure(`MailApp.sendEmail('a@example.com', 's', ${half}, { htmlBody: ${half} })`)).toBe(
      'Limit Exceeded: Email Body Size.',
    );
  });

  it('refuses no recipient, a bad address, a large body and wrong arguments', () => {
    expect(failure(`MailApp.sendEmail({ to: '', subject: 's', body: 'b' })`)).toBe(
      'Failed to send email: no recipient',
    );
    expect(failure(`MailApp.sendEmail('nobody', 's', 'b')`)).toBe('Invalid email: nobody');
    expect(failure(`MailApp.sendEmail('a@example.com', 's', 'x'.repeat(200 * 1024 + 1))`)).toBe(
      'Limit Exceeded: Email Body Size.',
    );
    expect(failure(`MailApp.sendEmail('a@example.com', 's')`)).toContain(
      "don't match the method signature for MailApp.sendEmail",
    );
  });
});

describe('DriveApp (Apps Script reference, DriveApp and File)', () => {
  const code = `
    function read(id) { const f = DriveApp.getFileById(id); const b = f.getBlob();
      return [f.getId() === id, f.getName(), f.getMimeType(), f.getSize(), f.getLastUpdated() instanceof Date, f.getUrl().includes(id), b.getDataAsString(), b.getContentType(), b.getName()]; }
    function find(name) { const i = DriveApp.getFilesByName(name); const ids = []; while (i.hasNext()) ids.push(i.next().getId()); return ids; }
    function past() { return DriveApp.getFilesByName('none').next(); }`;
  const missing =
    'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.';

  it('reads a file by id', () => {
    const runtime = scriptRuntime(code);
    const id = runtime.drive.add('usage.csv', 'a,b\n', 'text/csv');
    expect(runtime.execute('read', [id])).toEqual([
      true,
      'usage.csv',
      'text/csv',
      4,
      true,
      true,
      'a,b\n',
      'text/csv',
      'usage.csv',
    ]);
  });

  it('says the same of a file that is missing and of one that is not shared', () => {
    const runtime = scriptRuntime(code);
    const id = runtime.drive.add('secret.csv', 'x', 'text/csv', ['someone@example.com']);
    expect(() => runtime.execute('read', ['none'])).toThrow(missing);
    expect(() => runtime.execute('read', [id])).toThrow(missing);
    expect(runtime.execute('find', ['secret.csv'])).toEqual([]);
  });

  it('finds files by name, two of the same name too', () => {
    const runtime = scriptRuntime(code);
    const ids = [1, 2].map(() => runtime.drive.add('a', Uint8Array.of(1), 'application/octet-stream'));
    expect(runtime.execute('find', ['a'])).toEqual(ids);
    expect(() => runtime.execute('past')).toThrow('Cannot retrieve the next object: iterator has reached the end.');
  });
});

describe('Logger and console (Apps Script guide, logging: both write to the execution log)', () => {
  it('keep level, time and execution', () => {
    const runtime = scriptRuntime(`function main() {
      console.log('plain', 1); console.info({ a: [1] }); console.warn('%s has %d', 'x', 2); console.error(new Error('bad')); Logger.log('done %s', true);
    }`);
    runtime.execute('main');
    expect(runtime.logs.map(({ level, text }) => `${level} ${text}`)).toEqual([
      'debug plain 1',
      'info {"a":[1]}',
      'warn x has 2',
      'error Error: bad',
      'info done true',
    ]);
    // 800 to start, 4 for each line.
    expect(runtime.logs.map((line) => line.at - START)).toEqual([804, 808, 812, 816, 820]);
    expect(new Set(runtime.logs.map((line) => line.executionId))).toEqual(new Set([1]));
  });

  it('time what lies between, on the virtual clock', () => {
    const runtime = scriptRuntime(
      `function main() { console.time('pull'); Utilities.sleep(250); console.timeEnd('pull'); }`,
    );
    runtime.execute('main');
    expect(runtime.logs.at(-1)?.text).toBe('pull: 250ms');
  });

  it('Logger chains, and can be read and cleared', () => {
    expect(
      evaluate(`Logger.log('a').log('b'); const log = Logger.getLog(); Logger.clear(); return [log, Logger.getLog()]`),
    ).toEqual(['a\nb\n', '']);
  });
});
