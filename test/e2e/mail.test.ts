import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDemo } from '../../scripts/local/demo/write';
import type { BeforeCall } from '../../scripts/local/gas/execution';
import type { SentMail } from '../../scripts/local/gas/mail-app';
import { readDataFolder } from '../../scripts/local/run/data-folder';
import { connectFiles, openWorkspace, type Workspace } from '../../scripts/local/run/workspace';
import type { Cell } from '../../src/domain/cell';
import { parseDay } from '../../src/domain/day';
import type { Reply } from '../../src/domain/reply';
import type { Locale } from '../../src/domain/text';
import type { AccountView } from '../../src/domain/views';
import { addRow } from './people';
import { buildProduct, type Files, type Named, records, setUpProduct, tab, type } from './product';

/** The mails of the shipped script, sent by its daily trigger. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday. */
const MONDAY = '2026-03-30';
const [AYA, BEN, OPS] = ['aya@example.com', 'ben@example.com', 'ops@example.com'];

let dist: string;
beforeAll(async () => {
  dist = await buildProduct();
});

const FILES: Files = {
  accounts: [
    'account_id,name,owner_email,manager_email,team,status,mrr',
    `A,<script>Alpha & Co,${AYA},${BEN},East,active,1000`,
    `B,株式会社ベータ,${AYA},${BEN},East,active,50`,
    'C,Gamma,carl@example.com,,West,active,700',
    `D,Gone,${AYA},${BEN},East,churned,700`,
  ].join('\n'),
  usage: ['A', 'B', 'C', 'D'].map((id, at) => `${id},2026-03-${10 + at},4,1\n${id},2026-01-${10 + at},14,9`).join('\n'),
  touches: ['A', 'B', 'C', 'D'].map((id) => `T${id},${id},2025-12-10,meeting`).join('\n'),
};
const HEADED: Files = {
  ...FILES,
  usage: `account_id,date,logins,active_users\n${FILES.usage}`,
  touches: `touch_id,account_id,at,kind\n${FILES.touches}`,
};

const MEMBERS = [
  { Email: AYA, Name: 'Aya', Role: 'csm' },
  { Email: BEN, Name: 'Ben', Role: 'manager' },
  { Email: OPS, Name: 'Oda', Role: 'ops' },
];

function scene(
  settings: Readonly<Record<string, Cell>> = {},
  {
    asOf = MONDAY,
    members = MEMBERS,
    files = HEADED,
    beforeCall,
  }: {
    readonly asOf?: string;
    readonly members?: readonly Record<string, string>[];
    readonly files?: Files;
    readonly beforeCall?: BeforeCall;
  } = {},
): Workspace {
  const workspace = setUpProduct(dist, files, { asOf, ...(beforeCall && { beforeCall }) });
  const chosen = { 'Minimum Coverage Percent': 1, 'Backfill Months': 0, ...settings };
  for (const [name, value] of Object.entries(chosen)) type(workspace, 'Settings', name, 'Value', value);
  for (const one of members) addRow(workspace, 'Members', one);
  // What is not pulled every hour needs no triggers that fire every hour.
  type(workspace, 'Settings', 'Hourly Pull', 'Value', false);
  workspace.runtime.execute('menuSetUp', [], { entry: 'menu' });
  return workspace;
}

/** Lets the triggers of a day fire; answers the mails of the day. */
function aDay({ runtime }: Workspace, days = 1): readonly SentMail[] {
  const before = runtime.outbox().length;
  runtime.fireTriggers(runtime.clock.now() + days * DAY);
  return runtime.outbox().slice(before);
}

const recipients = (mails: readonly SentMail[]) => mails.map(({ to }) => to.join());
const lastRun = (workspace: Workspace): Named => {
  const runs = records(workspace, 'Runs').filter(({ Kind }) => Kind === 'daily');
  return runs[runs.length - 1] as Named;
};
const mailProblems = (workspace: Workspace) =>
  records(workspace, 'Problems').filter((problem) => String(problem['Problem Code']).startsWith('mail.'));

/** Accounts as a plain mail tells them, with the reasons of each. */
function toldIn({ body }: SentMail): { readonly name: string; readonly reasons: readonly string[] }[] {
  return [...body.matchAll(/^(.+?) \| .+\n((?: {2}- .+\n)*) {2}https:/gm)].map(([, name = '', reasons = '']) => ({
    name,
    reasons: reasons
      .split('\n')
      .filter(Boolean)
      .map((line) => line.slice(4)),
  }));
}

describe.each<Locale>(['en', 'ja'])('in the language %s', (locale) => {
  const KENTA = 'kenta.shimizu@example.com';
  const NAOKO = 'naoko.fujisawa@example.com';
  let workspace: Workspace;
  let mails: ReadonlyMap<string, SentMail>;

  beforeAll(() => {
    const asOf = parseDay('2026-11-23') as number;
    const folder = mkdtempSync(join(tmpdir(), 'kenshin-mail-'));
    writeDemo(folder, { seed: 20261, asOf });
    workspace = openWorkspace(dist, asOf, locale, () => undefined);
    workspace.runtime.execute('menuSetUp', [], { entry: 'menu' });
    type(workspace, 'Settings', 'Backfill Months', 'Value', 1);
    connectFiles(workspace, readDataFolder(folder).files, asOf);
    rmSync(folder, { recursive: true });
    addRow(workspace, 'Members', { Email: KENTA, Name: '清水 健太', Role: 'csm' });
    addRow(workspace, 'Members', { Email: NAOKO, Role: 'manager' });
    addRow(workspace, 'Members', { Email: OPS, Role: 'ops' });
    mails = new Map(aDay(workspace).map((mail) => [mail.to.join(), mail]));
  });

  it('each reason is that of the Accounts tab, the sidebar and the card of the same run', () => {
    const accounts = records(workspace, 'Accounts');
    const domains = new Map(records(workspace, 'CRM Accounts').map((row) => [row.account_id, String(row.domains)]));
    const told = [...mails].flatMap(([to, mail]) => toldIn(mail).map((one) => ({ to, ...one })));
    expect(told.length).toBeGreaterThan(15);
    expect(told.some(({ reasons }) => reasons.length === 3)).toBe(true);
    for (const { to, name, reasons } of told) {
      const row = accounts.find((one) => one['Account Name'] === name) as Named;
      const cells = [String(row['Top Reason Note']), ...String(row['More Reasons Note'] ?? '').split('\n')];
      const wanted = cells.filter(Boolean).slice(0, { [KENTA]: 3, [NAOKO]: 2 }[to] ?? 1);
      expect(reasons).toEqual(wanted);
      const page = workspace.runtime.execute('accountView', [row['Account ID']], {
        entry: 'rpc',
      }) as Reply<AccountView>;
      if (!page.ok) throw new Error(page.text.en);
      expect(page.data.reasons.map((reason) => reason[locale]).slice(0, reasons.length)).toEqual(reasons);
      const from = `hanako@${String(domains.get(row['Account ID'] as string)).split(';')[0]}`;
      const event = { gmail: workspace.runtime.openMessage(from) };
      const card = workspace.runtime.execute('messageOpened', [event], { entry: 'card' }) as { printJson(): string };
      const shown = JSON.parse(card.printJson()) as object;
      const texts = JSON.stringify(shown);
      for (const reason of reasons) expect(texts).toContain(JSON.stringify(reason.replace(/&/g, '&amp;')).slice(1, -1));
      const { htmlBody } = mails.get(to) as SentMail;
      for (const reason of reasons)
        expect(htmlBody).toContain(`>${reason.replace(/&/g, '&amp;').replace(/'/g, '&#39;')}</li>`);
    }
  });

  it('a CSM is told the own accounts, most urgent first, a manager those of the people led, Ops all in short', () => {
    const rows = records(workspace, 'Accounts');
    const gone = new Set(
      records(workspace, 'CRM Accounts')
        .filter(({ status }) => /churn|cancel|left|lost/i.test(String(status)))
        .map(({ account_id }) => account_id),
    );
    const risky = (wanted: (row: Named) => boolean, most: number) =>
      rows
        .filter((row) => wanted(row) && !gone.has(row['Account ID'] as string))
        .filter(({ Band }) => Band === 'Red' || Band === 'Yellow')
        .sort((a, b) => Number(a.Priority) - Number(b.Priority))
        .slice(0, most)
        .map((row) => row['Account Name']);
    const names = (to: string) => toldIn(mails.get(to) as SentMail).map(({ name }) => name);
    expect(names(KENTA)).toEqual(risky((row) => row['Owner Email'] === KENTA, 10));
    expect([...names(NAOKO)].sort()).toEqual(risky((row) => row['Manager Email'] === NAOKO, 10).sort());
    expect(names(OPS)).toEqual(risky(() => true, 5));
    expect(mails.get(NAOKO)?.body).toContain('[清水 健太]');
  });

  it('a link leads to the row of the account', () => {
    const [first] = toldIn(mails.get(KENTA) as SentMail);
    const sheet = tab(workspace, 'Accounts');
    const row = records(workspace, 'Accounts').findIndex((one) => one['Account Name'] === first?.name) + 2;
    expect(mails.get(KENTA)?.body).toContain(`#gid=${sheet.sheetId}&range=A${row}:`);
  });

  it('says when and how to stop it', () => {
    const words = locale === 'en' ? 'This mail comes every Monday' : 'このメールは毎週月曜日、';
    for (const { body, htmlBody } of mails.values()) {
      expect(body).toContain(words);
      expect(htmlBody).toContain('Mail Weekday');
    }
  });
});

describe('who is mailed', () => {
  it('nobody before somebody is listed, nobody without scoring, and nobody when it is off', () => {
    expect(aDay(scene({}, { members: [] }))).toEqual([]);
    expect(aDay(scene({ Mode: 'Visibility' }))).toEqual([]);
    expect(aDay(scene({ 'Mail Weekday': 'off' }), 2)).toEqual([]);
  });

  it('by a run of a person nobody', () => {
    const workspace = scene();
    workspace.runtime.execute('menuRunNow', [], { entry: 'menu' });
    expect(workspace.runtime.outbox()).toEqual([]);
  });

  it('everybody on the day, once, from Kenshin, and the run says how many', () => {
    const workspace = scene();
    const mails = aDay(workspace);
    expect(recipients(mails)).toEqual([AYA, BEN, OPS]);
    expect(mails.every(({ name, noReply }) => name === 'Kenshin' && !noReply)).toBe(true);
    expect(lastRun(workspace)['Run Note']).toBe('Scored 4 of 4 accounts. Mailed 3 people.');
    expect(recipients(aDay(workspace, 6))).toEqual([]);
    expect(recipients(aDay(workspace))).toEqual([AYA, BEN, OPS]);
  });

  it('of customers that have left, nobody is told', () => {
    for (const { body } of aDay(scene())) expect(body).not.toContain('Gone');
  });

  it('every day where that is wanted', () => {
    const workspace = scene({ 'Mail Weekday': 'every day' }, { asOf: '2026-04-01' });
    expect(recipients(aDay(workspace, 3))).toHaveLength(9);
  });

  it('on the next day of the week where the run of the day was missed', () => {
    const workspace = scene();
    aDay(workspace);
    const { runtime } = workspace;
    runtime.execute('menuScheduleOff', [], { entry: 'menu' });
    expect(aDay(workspace, 7)).toEqual([]);
    runtime.execute('menuScheduleOn', [], { entry: 'menu' });
    expect(recipients(aDay(workspace))).toEqual([AYA, BEN, OPS]);
    expect(aDay(workspace, 4)).toEqual([]);
  });

  it('in a pilot those whose accounts are in it, and Ops; else whoever has none is told of all', () => {
    const members = [...MEMBERS, { Email: 'new@example.com', Role: 'csm' }];
    const pilot = aDay(scene({ 'Pilot Team': 'West' }, { members }));
    expect(recipients(pilot)).toEqual([OPS]);
    expect(pilot[0]?.body).toContain('All 1 account\n');
    const all = aDay(scene({}, { members }));
    expect(recipients(all)).toEqual([AYA, BEN, 'new@example.com', OPS]);
    expect(all[2]?.body).toContain('All 3 accounts');
  });
});

describe('many members', () => {
  it('are mailed by as many executions as it takes, each once, and the run ends in one', () => {
    const slow = 25_000;
    let clock: Workspace['runtime']['clock'] | null = null;
    const members = Array.from({ length: 25 }, (_, at) => ({ Email: `ops${10 + at}@example.com`, Role: 'ops' }));
    const workspace = scene(
      { 'Export Tab': true },
      {
        members: [...MEMBERS, ...members],
        beforeCall: (_, name) => {
          if (name === 'MailApp.sendEmail') clock?.moveTo(clock.now() + slow);
          return undefined;
        },
      },
    );
    clock = workspace.runtime.clock;
    expect(recipients(aDay(workspace))).toEqual([AYA, BEN, OPS, ...members.map(({ Email }) => Email)].sort());
    const run = lastRun(workspace);
    expect(run).toMatchObject({ State: 'done', 'Run Note': 'Scored 4 of 4 accounts. Mailed 28 people.' });
    // 28 mails of 25 seconds in executions of six minutes.
    expect(run['Slice Count']).toBeGreaterThanOrEqual(3);
    expect(records(workspace, 'Export')).toHaveLength(4);
  });
});

describe('what goes wrong', () => {
  it('an address that Google refuses is a problem with its cell, the others are mailed, and it goes when it is mended', () => {
    let refused = false;
    const strict = scene(
      {},
      {
        beforeCall: (_, name) => {
          if (name !== 'MailApp.sendEmail' || refused) return undefined;
          refused = true;
          return { message: `Invalid email: ${AYA}` };
        },
      },
    );
    expect(recipients(aDay(strict))).toEqual([BEN, OPS]);
    const wanted = {
      Severity: 'error',
      Source: 'Members',
      Place: 'A2',
      Column: 'Email',
      'Found Text': AYA,
      'Mend Note': `Google did not take the mail to this address: "Invalid email: ${AYA}" Mend it in Members; it is tried again with the next mail.`,
    };
    expect(mailProblems(strict)).toMatchObject([wanted]);
    expect(String(lastRun(strict)['Run Note'])).toContain('Mailed 2 people.');
    // It stands until the next mail, runs in between notwithstanding.
    aDay(strict);
    expect(mailProblems(strict)).toMatchObject([wanted]);
    type(strict, 'Settings', 'Mail Weekday', 'Value', 'wednesday');
    expect(recipients(aDay(strict))).toEqual([AYA, BEN, OPS]);
    expect(mailProblems(strict)).toEqual([]);
  });

  it('a problem with an address goes with its row in Members', () => {
    const beforeCall: BeforeCall = (_, name) =>
      name === 'MailApp.sendEmail' ? { message: 'Invalid email' } : undefined;
    const workspace = scene({}, { beforeCall });
    aDay(workspace);
    expect(mailProblems(workspace)).toHaveLength(3);
    type(workspace, 'Members', BEN, 'Email', 'bea@example.com');
    aDay(workspace);
    expect(mailProblems(workspace).map((problem) => problem['Found Text'])).toEqual([AYA, OPS]);
    type(workspace, 'Settings', 'Mail Weekday', 'Value', 'Off');
    aDay(workspace);
    expect(mailProblems(workspace)).toEqual([]);
  });

  it('whom the quota of the day leaves out is named, and mailed first on the next day', () => {
    const workspace = scene();
    const { runtime } = workspace;
    const account = runtime.snapshot();
    account.quotas[`${OPS} email`] = { since: runtime.clock.now(), used: 98 };
    runtime.restore(account);
    expect(recipients(aDay(workspace))).toEqual([AYA, BEN]);
    expect(mailProblems(workspace)).toMatchObject([
      { Severity: 'warning', Source: 'Members', Place: 'A4', 'Found Text': OPS },
    ]);
    expect(lastRun(workspace)).toMatchObject({
      'Run Note': 'Scored 4 of 4 accounts. Mailed 2 people.',
      'Left Out Note': expect.stringContaining('1 of Members was not mailed'),
    });
    expect(recipients(aDay(workspace))).toEqual([OPS]);
    expect(mailProblems(workspace)).toEqual([]);
    expect(recipients(aDay(workspace))).toEqual([]);
  });

  it('a source that failed is named in every mail', () => {
    const workspace = scene();
    aDay(workspace);
    const { runtime } = workspace;
    const account = runtime.snapshot();
    const at = account.drive.findIndex(({ name }) => name === 'usage.csv');
    account.drive.splice(at, 1);
    runtime.restore(account);
    const mails = aDay(workspace, 7);
    expect(recipients(mails)).toEqual([AYA, BEN, OPS]);
    for (const { body } of mails) expect(body).toContain('Data of this day are missing: usage.csv (last 2026-03-30).');
  });

  it('a portfolio without accounts mails nobody', () => {
    const files = { accounts: 'account_id,name\n', usage: 'account_id,date,logins\n' };
    expect(aDay(scene({}, { files }))).toEqual([]);
  });
});
