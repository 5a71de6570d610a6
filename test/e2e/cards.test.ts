import type { RuntimeUser } from '../../scripts/local/gas/runtime';
import type { Workspace } from '../../scripts/local/run/workspace';
import { buildProduct, type Files, records, runNow, setUpProduct } from './product';

/** The cards of the shipped script, as the platform would get them. */

const FILES: Files = {
  accounts: [
    'account_id,name,owner_email,team,mrr,domains',
    'A,Alpha & <b>Sons</b>,ops@example.com,East,1000,alpha.example;alpha.test',
    'B,Beta,ben@example.com,East,50,shared.example',
    'C,ガンマ商事,ben@example.com,West,700,shared.example',
    'D,Delta,ben@example.com,West,700,gmail.com',
  ].join('\n'),
  usage: 'account_id,date,logins,active_users\nA,2026-01-03,9,1\nB,2026-01-02,1,1\nC,2026-03-30,9,9\nD,2026-03-29,7,7',
};

interface Printed {
  readonly header: { readonly title: string; readonly subtitle?: string };
  readonly sections: readonly { readonly header?: string; readonly widgets: readonly Record<string, unknown>[] }[];
}

let workspace: Workspace;
beforeAll(async () => {
  const others: RuntimeUser[] = [{ email: 'stranger@other.example', locale: 'en' }];
  workspace = setUpProduct(await buildProduct(), FILES, { others });
  runNow(workspace);
});

function shown(name: string, event: object = {}, user?: string): Printed {
  const options = { entry: 'card' as const, ...(user ? { user } : {}) };
  const card = workspace.runtime.execute(name, [event], options) as { printJson(): string };
  return JSON.parse(card.printJson()) as Printed;
}

const message = (from: string) => shown('messageOpened', { gmail: workspace.runtime.openMessage(from) });
const headers = (card: Printed) => card.sections.map(({ header }) => header).filter(Boolean);
const texts = (card: Printed) => JSON.stringify(card.sections);
const account = (id: string) => records(workspace, 'Accounts').find((row) => row['Account ID'] === id);

describe('the card beside a message', () => {
  it('shows the account of the sender by its domain, with the reasons of the Accounts tab', () => {
    const card = message('Hanako Yamada <hanako@ALPHA.example>');
    expect(card.header).toMatchObject({ title: 'Account health', subtitle: 'As of 2026-03-31' });
    expect(headers(card)).toEqual(['Alpha &amp; &lt;b&gt;Sons&lt;/b&gt;']);
    const reason = String(account('A')?.['Top Reason Note']);
    expect(reason.length).toBeGreaterThan(10);
    expect(card.sections[0]?.widgets[1]).toEqual({ textParagraph: { text: reason } });
    expect(texts(card)).toContain(String(account('A')?.Band));
  });

  it('lists every account that shares the domain', () => {
    expect(headers(message('x@shared.example'))).toEqual(['Beta', 'ガンマ商事']);
  });

  it('knows nobody by freemail, by the own domain, or without an address', () => {
    for (const from of ['d@gmail.com', 'colleague@example.com', 'no address']) {
      expect(texts(message(from))).toContain('Nobody here writes from the domain of another company.');
    }
    expect(texts(message('a@unknown.example'))).toContain('No account has the domain unknown.example.');
    expect(texts(shown('messageOpened'))).toContain('Nobody here writes');
  });
});

describe('a message', () => {
  it('stays closed to the token of another one', () => {
    const { runtime } = workspace;
    const { messageId } = runtime.openMessage('x@alpha.example');
    const { accessToken } = runtime.openMessage('x@shared.example');
    expect(shown('messageOpened', { gmail: { messageId, accessToken } }).header.title).toBe('This did not work');
  });
});

describe('the card beside a calendar event', () => {
  it('shows the accounts of organizer and guests, each once', () => {
    const event = {
      calendar: {
        organizer: { email: 'ops@example.com' },
        attendees: [{ email: 'one@alpha.test' }, { email: 'two@alpha.test' }, {}, { email: 'c@shared.example' }],
      },
    };
    expect(headers(shown('eventOpened', event))).toEqual(['Alpha &amp; &lt;b&gt;Sons&lt;/b&gt;', 'Beta', 'ガンマ商事']);
  });

  it('stands without guests', () => {
    expect(texts(shown('eventOpened', { calendar: {} }))).toContain('Nobody here');
  });
});

describe('the card beside the spreadsheet', () => {
  it('shows the accounts at risk of the person who looks, the most urgent first, and the last run', () => {
    const card = shown('homepage');
    expect(card.header.title).toBe('My day');
    expect(texts(card)).toContain('Last run:');
  });

  it('shows everybody else those of all', () => {
    expect(shown('homepage', {}, 'stranger@other.example').header.title).toBe('Accounts to look at');
  });

  it('fits in the 30 seconds that a card has', () => {
    const { executions } = workspace.runtime;
    const cards = executions.filter(({ entry }) => entry === 'card');
    expect(cards.length).toBeGreaterThan(5);
    for (const { startedAt, endedAt, status } of cards) {
      expect(status).toBe('completed');
      expect(endedAt - startedAt).toBeLessThan(30_000);
    }
  });
});

describe('a card before set-up', () => {
  it('says so', async () => {
    const { openWorkspace } = await import('../../scripts/local/run/workspace');
    const fresh = openWorkspace(await buildProduct(), 20543, 'en', () => undefined);
    const card = fresh.runtime.execute('homepage', [{}], { entry: 'card' }) as { printJson(): string };
    expect(card.printJson()).toContain('Kenshin is not set up in this spreadsheet yet.');
  });
});
