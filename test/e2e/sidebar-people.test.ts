import type { NewPulse } from '../../src/domain/views';
import { BOOK, GREEN, longBook, ok, RED, REFUSED, ROWS, STORY, view, WEEK } from './portfolio';
import { expectReadable, LOCALES } from './sidebar-checks';
import { type Stage, sidebarStage } from './sidebar-stage';
import { soon } from './soon';

let stage: Stage;
beforeAll(async () => {
  stage = await sidebarStage();
});
afterAll(() => stage.close());
afterEach(() => expect(stage.thrown()).toEqual([]));

const CSM = { email: 'ken@example.com', role: 'csm', mayTune: false } as const;

describe('an account, for the person who looks after it', () => {
  it('shows its trend with the days of new configurations, what moved it, actions and pulses', async () => {
    const page = await stage.open(ok(view('en', { ...CSM, account: RED })));
    const trend = page.getByRole('img', { name: /^Score from 72\.0 on Nov 3, 2025 to 40\.5 on Jan 29, 2026$/ });
    await trend.waitFor();
    await soon(() => page.locator('.trend .mark').count()).toBe(1);
    await page.getByText('Dec 20, 2025: new configuration (Logins count more)').waitFor();
    await soon(() => page.locator('.moves').first().innerText()).toMatch(
      /11 days -> 4 days.*−9\.4.*customer.*−3\.2.*configuration/s,
    );
    await page.getByText('due Feb 7').waitFor();
    await page.getByText('under way').waitFor();
    await page.getByText('New sponsor, <b>cold</b> so far').waitFor();
  });

  it('shows of each metric the curve and where the account stands on it', async () => {
    const page = await stage.open(ok(view('en', { ...CSM, account: RED })));
    await page.locator('summary').first().click();
    await page
      .getByRole('img', { name: 'Curve of Days with a login: 0 → 0, 4 → 60, 12 → 100. This account: 4 → 22.0 points.' })
      .waitFor();
  });

  it.each(LOCALES)('takes a pulse by keyboard alone (%s)', async (locale) => {
    const sent: NewPulse[] = [];
    const page = await stage.open(
      ok(view(locale, { ...CSM, account: RED })),
      {
        recordPulse: (pulse: NewPulse) => {
          sent.push(pulse);
          return ok([{ ...pulse, author: CSM.email, day: '2026-01-31' }, ...STORY.pulses]);
        },
      },
      locale,
    );
    await page.getByRole('button', { name: locale === 'en' ? 'Record a pulse' : 'パルスを記録' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('input[type=radio]:focus').waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Sponsor left');
    await expectReadable(page);
    await page.getByRole('button', { name: locale === 'en' ? 'Save' : '保存' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(locale === 'en' ? 'Saved in the Pulses tab' : 'Pulses タブに保存しました').waitFor();
    expect(sent).toEqual([{ accountId: RED.accountId, pulse: 2, comment: 'Sponsor left', expiry: '2026-05-01' }]);
    await page.getByText('Sponsor left').waitFor();
  });

  it('asks for the reason, and keeps what was written where the server refuses', async () => {
    let refused = true;
    const page = await stage.open(ok(view('en', { ...CSM, account: RED })), {
      recordPulse: () => (refused ? REFUSED : ok([])),
    });
    await page.getByRole('button', { name: 'Record a pulse' }).click();
    await page.getByRole('radio', { name: /5/ }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write a reason first.').waitFor();
    expect(stage.server.called).not.toContain('recordPulse');
    await page.getByRole('textbox').first().fill('They love it');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Another run is under way.').waitFor();
    await soon(() => page.getByRole('textbox').first().inputValue()).toBe('They love it');
    refused = false;
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved in the Pulses tab').waitFor();
  });

  it.each(LOCALES)('tells what a changed configuration moved as one line (%s)', async (locale) => {
    const config = (points: number, note: string) => ({ cause: 'config', points, note });
    const moves = [...STORY.moves.filter(({ cause }) => cause !== 'config'), config(0.5, 'one'), config(-2.5, 'two')];
    const page = await stage.open(
      ok(view(locale, { ...CSM, account: RED })),
      { storyView: () => ok({ ...STORY, moves }) },
      locale,
    );
    const line = page
      .locator('.moves')
      .first()
      .locator('li', {
        hasText: locale === 'en' ? 'The configuration changed; the customer' : '設定が変わったため',
      });
    expect(await line.innerText()).toContain('−2.0');
    expect(await page.getByText(/^(one|two)$/).count()).toBe(0);
  });

  it.each(LOCALES)('offers no pulse to somebody in no role (%s)', async (locale) => {
    const page = await stage.open(ok(view(locale, { role: null, mayTune: false, account: RED })), {}, locale);
    const words = locale === 'en' ? 'Those in the Members tab can record one.' : 'Members タブに登録された人が';
    await page.getByText(words).waitFor();
    expect(await page.locator('article .buttons').count()).toBe(0);
  });

  it('takes an objection, with the score that was objected to', async () => {
    const sent: NewPulse[] = [];
    const page = await stage.open(ok(view('en', { ...CSM, account: RED })), {
      recordPulse: (pulse: NewPulse) => {
        sent.push(pulse);
        return ok([]);
      },
    });
    await page.getByRole('button', { name: 'I disagree' }).click();
    await page.getByRole('radio', { name: 'Lime' }).click();
    await page.getByRole('textbox').first().fill('logins were migrated');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved in the Pulses tab').waitFor();
    expect(sent).toMatchObject([{ pulse: 4, comment: 'Disagrees with 38.2 (Red): logins were migrated' }]);
  });

  it('links to the CRM with the id as an address has it, and follows nothing but https', async () => {
    const account = { ...RED, accountId: 'A/"1"?&😀' };
    const page = await stage.open(ok(view('en', { account, crmLink: 'https://crm.example.com/a/{account_id}/view' })));
    const link = page.getByRole('link', { name: 'Open in CRM' });
    expect(await link.getAttribute('href')).toBe('https://crm.example.com/a/A%2F%221%22%3F%26%F0%9F%98%80/view');
    await stage.open(ok(view('en', { account, crmLink: 'javascript:alert(1)//{account_id}' })));
    await page.getByRole('heading', { name: 'Why' }).waitFor();
    expect(await page.getByRole('link').count()).toBe(0);
  });

  it('is there before what lies behind it, and stays where that cannot be had', async () => {
    let reached = false;
    const page = await stage.open(ok(view('en', { account: RED })), {
      storyView: () => {
        if (!reached) throw new Error('Exceeded maximum execution time');
        return ok(STORY);
      },
    });
    await page.getByText('The spreadsheet did not answer.').waitFor();
    await page.getByRole('heading', { name: 'Why' }).waitFor();
    reached = true;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.trend').waitFor();
  });
});

describe('my day', () => {
  it('shows the person’s own accounts, all at a press, and whom nobody has contacted', async () => {
    const page = await stage.open(ok(view('en', CSM)));
    const first = page.locator('.urgent');
    await first.waitFor();
    expect(await first.locator('li').count()).toBe(2);
    await page.getByRole('button', { name: 'All (5)' }).click();
    expect(await first.locator('li').count()).toBe(4);
    await page.getByRole('heading', { name: 'Nobody contacted since they fell (2)' }).waitFor();
    const waiting = page.getByRole('list', { name: 'Nobody contacted since they fell' });
    expect(await waiting.locator('li').allInnerTexts()).toEqual([
      expect.stringMatching(/Umi.*fell on Dec 28, 2025/s),
      expect.stringMatching(/みなとみらい.*fell on Jan 12, 2026/s),
    ]);
  });

  it('greets somebody in no role, who sees everything and changes nothing', async () => {
    const page = await stage.open(ok(view('en', { email: '', role: null, mayTune: false })));
    await page.getByText('You are not in the Members tab yet').waitFor();
    await soon(() => page.locator('.faces button').allInnerTexts()).toEqual(['Accounts', 'Portfolio']);
    expect(await page.getByRole('button', { name: 'Run now' }).count()).toBe(0);
    await expectReadable(page);
  });

  it.each(LOCALES)('says why nothing is known of who was contacted, and shows the rest (%s)', async (locale) => {
    const shut = { en: 'You cannot open "Kenshin Data".', ja: '「Kenshin Data」を開けません。' };
    const answers = { weekView: () => ok({ ...WEEK, fell: [], shut }) };
    const page = await stage.open(ok(view(locale, CSM)), answers, locale);
    await page.getByText(shut[locale]).waitFor();
    await page
      .getByRole('heading', {
        name: locale === 'en' ? 'Nobody contacted since they fell' : '悪化後、まだ連絡していない顧客',
        exact: true,
      })
      .waitFor();
    await page.getByRole('button', { name: locale === 'en' ? 'Portfolio' : '全体' }).click();
    await page.getByText(shut[locale]).waitFor();
    await page.getByText(locale === 'en' ? '1 to a better band' : 'バンド上昇 1 社').waitFor();
  });

  it.each(LOCALES)('calls nothing calm where no account has a score (%s)', async (locale) => {
    const rows = ROWS.map((row) => row.map((cell, at) => (at === 5 ? 'Grey' : cell)));
    const page = await stage.open(ok(view(locale, { ...CSM, book: { ...BOOK, rows: rows as never } })), {}, locale);
    await page.getByRole('heading', { name: locale === 'en' ? 'No score yet' : 'スコアはまだありません' }).waitFor();
    const why = page.getByText('Minimum Coverage Percent');
    await why.waitFor();
    await page.getByRole('button', { name: locale === 'en' ? 'Portfolio' : '全体' }).click();
    await why.waitFor();
    await expectReadable(page);
  });

  it.each(LOCALES)('leads those who may to the first steps while there is nothing to show (%s)', async (locale) => {
    const nothing = { run: null, book: { ...BOOK, rows: [] } } as const;
    const ops = { email: 'ops@example.com', role: 'ops', mayTune: true } as const;
    const page = await stage.open(
      ok(view(locale, { ...ops, ...nothing })),
      { operationsView: () => ok({ sources: [], problems: [], allProblems: 0 }) },
      locale,
    );
    await page.getByRole('heading', { name: locale === 'en' ? 'No data yet' : 'まだデータがありません' }).waitFor();
    expect(stage.server.called).not.toContain('tuningView');
    await page.getByRole('button', { name: locale === 'en' ? 'To the first steps' : 'はじめの手順へ' }).click();
    await page.locator('.guide').waitFor();
    const other = await stage.open(ok(view(locale, { ...CSM, ...nothing })), {}, locale);
    await other.getByRole('heading', { name: locale === 'en' ? 'No data yet' : 'まだデータがありません' }).waitFor();
    expect(await other.locator('main button').count()).toBe(0);
  });

  it('says that the row names an account that is gone', async () => {
    const page = await stage.open(ok(view('ja', { gone: 'X-"1"/<i>' })), {}, 'ja');
    await page.getByText('選択した行の X-"1"/<i> は').waitFor();
  });

  it.each([0, 1, 5000])('shows %d accounts', async (count) => {
    const page = await stage.open(ok(view('en', { book: longBook(count) })));
    const shown = page.getByRole('list', { name: `${count} ${count === 1 ? 'account' : 'accounts'}` });
    if (count === 0) await page.getByRole('heading', { name: 'No account yet' }).waitFor();
    else await shown.waitFor();
    expect(await shown.locator('li').count()).toBeLessThan(40);
    if (count < 5000) return;
    await page.getByRole('searchbox').fill('Account 4999');
    await page.getByText('1 account found').waitFor();
    await page.getByRole('searchbox').fill('');
    await page.locator('.window').evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await page.getByText('Account 4999').waitFor();
    await expectReadable(page);
  });
});

describe('for a manager', () => {
  const MANAGER = { email: 'boss@example.com', role: 'manager', mayTune: false } as const;

  it.each(LOCALES)(
    'the portfolio opens first: MRR at risk, movements, where to step in, owners (%s)',
    async (locale) => {
      const page = await stage.open(ok(view(locale, MANAGER)), {}, locale);
      await page.locator('.figures').waitFor();
      // Four of five at risk: 1,200,000 + 80,000 + 90,000 + 400,000 of 1,820,000.
      await soon(() => page.locator('.figures').innerText()).toMatch(
        locale === 'en' ? /1\.8M.*97% of 1\.8M.*4.*80% of 5/s : /177万.*182万 の 97%.*4.*5 社の 80%/s,
      );
      await page
        .getByText(locale === 'en' ? '1 to a better band, 1 to a worse one' : 'バンド上昇 1 社、下降 1 社')
        .waitFor();
      await soon(() => page.locator('.rows').first().locator('li').first().innerText()).toContain('みなとみらい');
      await expectReadable(page);
      await page
        .getByRole('button', { name: /ken@example\.com/ })
        .last()
        .click();
      await page.getByRole('heading', { name: 'ken@example.com' }).waitFor();
    },
  );

  it('a row selected in the sheet is a press away, and an account of the list too', async () => {
    const page = await stage.open(ok(view('en', { ...MANAGER, account: GREEN })), { accountView: () => ok(RED) });
    await page.getByRole('button', { name: 'Selected: Aoba Foods' }).click();
    await page.getByRole('heading', { name: 'Aoba Foods' }).waitFor();
    await page.getByRole('button', { name: 'Portfolio' }).click();
    await page.locator('.account-row').first().click();
    await page.getByRole('heading', { name: RED.name }).waitFor();
    expect(stage.server.called.filter((name) => name === 'bookView')).toHaveLength(1);
  });

  it('5,000 accounts are grouped, and a group opens to its own', async () => {
    const page = await stage.open(ok(view('en', { ...MANAGER, book: longBook(5000) })));
    await page.getByLabel('Grouped by').selectOption('team');
    await page.getByRole('button', { name: /Team 3/ }).click();
    await page.getByRole('heading', { name: 'Team 3' }).waitFor();
    await soon(() => page.getByRole('list', { name: 'Team 3' }).locator('li').count()).toBeLessThan(40);
  });
});

describe('whatever goes wrong', () => {
  it('a right that was lost while the page is open is told, and the page stays', async () => {
    let lost = false;
    const refusal = {
      ok: false,
      code: 'credential',
      text: { en: 'This needs the role csm; x@example.com is not in the Members tab.', ja: '' },
      next: { en: 'Ask ken@example.com.', ja: '' },
    };
    const page = await stage.open(() => (lost ? refusal : ok(view('en', CSM))), { accountView: () => refusal });
    await page.locator('.urgent').waitFor();
    lost = true;
    await page.locator('.account-row').first().click();
    await page.getByText('This needs the role csm').waitFor();
    await soon(() => page.locator('.urgent').count()).toBe(1);
  });

  it('slow answers leave what is there, and only the newest account is shown', async () => {
    const page = await stage.open(ok(view('en', { ...CSM, account: GREEN })));
    await page.getByRole('heading', { name: 'Aoba Foods' }).waitFor();
    await page.route('**/rpc', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1200));
      await route.continue();
    });
    await stage.server.answer({
      sidebarView: () => ok(view('en', CSM)),
      bookView: () => ok(BOOK),
      weekView: () => REFUSED,
    });
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.getByText('Loading…').first().waitFor();
    await page
      .getByText(ROWS[1]?.[1] ?? '')
      .first()
      .waitFor();
    await page.unroute('**/rpc');
  });
});
