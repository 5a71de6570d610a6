import { startPreview } from '../../scripts/local/preview/start';
import { scriptRuntime } from '../local/gas/script-project';
import { GREEN, RED } from './portfolio';
import { previewStage } from './preview-stage';
import { soon } from './soon';

const stage = previewStage();

describe('the sidebar beside it', () => {
  it('is 300 pixels wide and follows the selection', async () => {
    expect((await stage.page.locator('iframe').boundingBox())?.width).toBe(300);
    await stage.sidebar().getByRole('heading', { name: 'Look at these first' }).waitFor();
    await stage.cell(2, 1).click();
    await stage.sidebar().getByRole('heading', { name: RED.name }).waitFor();
    await stage.cell(3, 1).click();
    await stage.sidebar().getByRole('heading', { name: GREEN.name }).waitFor();
  });

  it('can be closed, and opened again from the menu', async () => {
    await stage.page.getByRole('button', { name: 'Close the sidebar' }).click();
    await soon(async () => (await stage.page.locator('.grid').boundingBox())?.width).toBe(1280);
    await stage.page.locator('.menus summary').click();
    await stage.page.getByRole('button', { name: 'Open sidebar' }).click();
    await stage.sidebar().getByRole('heading', { name: 'Look at these first' }).waitFor();
  });
});

describe('the cards beside it', () => {
  it('are drawn from what the platform would get, for whoever is named, texts as text', async () => {
    const printed = (title: string) => ({
      printJson: () =>
        JSON.stringify({
          header: { title },
          sections: [
            {
              header: 'R&amp;D &lt;b&gt;',
              widgets: [
                {
                  decoratedText: {
                    topLabel: 'Acme',
                    text: '<font color="#b3261e">●</font> Red 38.2',
                    bottomLabel: 'Logins fell.',
                  },
                },
                { textParagraph: { text: '&lt;img src=x&gt;' } },
                {
                  buttonList: {
                    buttons: [{ text: 'Open', onClick: { openLink: { url: 'https://docs.google.com/x' } } }],
                  },
                },
              ],
            },
          ],
        }),
    });
    stage.server.answer({
      homepage: () => printed('My day'),
      messageOpened: (event: { gmail: { messageId: string } }) => printed(`From ${event.gmail.messageId}`),
    });
    await stage.page.getByRole('button', { name: 'Cards' }).click();
    await stage.page.getByRole('textbox').fill('hanako@acme.example');
    await stage.page.keyboard.press('Enter');
    await stage.page.getByText('From hanako@acme.example').waitFor();
    await soon(() => stage.page.locator('.card').first().innerText()).toContain('R&D <b>');
    expect(await stage.page.locator('.panel img').count()).toBe(0);
    await soon(() => stage.page.locator('.card').first().locator('span[style]').first().textContent()).toBe('●');
    await soon(() => stage.page.locator('.card').nth(2).innerText()).toContain(
      'Script function not found: eventOpened',
    );
  });

  it('stand beside the mails, and the sidebar comes back', async () => {
    await stage.page.getByRole('button', { name: 'Mails' }).click();
    await stage.page.getByText('No mail or chat message would have been sent so far.').waitFor();
    await stage.page.getByRole('button', { name: 'Kenshin', exact: true }).click();
    await stage.sidebar().getByRole('heading', { name: 'Look at these first' }).waitFor();
  });
});

describe('mails and chat messages beside it', () => {
  const send = `
    function notify() {
      UrlFetchApp.fetch('https://chat.googleapis.com/v1/spaces/AAAA/messages?key=k&token=t', {
        method: 'post',
        contentType: 'application/json',
        payload: JSON.stringify({
          text: '*Acme* fell to <https://example.com/a|41> <b>',
          cardsV2: [{ cardId: 'c', card: { header: { title: 'Acme' }, sections: [{ widgets: [
            { decoratedText: { topLabel: 'Owner', text: 'hanako_sato' } }, { chipList: {} },
          ] }] } }],
        }),
      });
      Utilities.sleep(60000);
      MailApp.sendEmail('ops@example.com', 'Week 5', 'Three accounts fell.');
    }
    function onOpen() {}`;

  it('shows what a script posted to a webhook and mailed, the newest first, and sends nothing', async () => {
    const runtime = scriptRuntime(send);
    runtime.execute('notify');
    const own = await startPreview({ runtime, port: 0, locale: 'ja', dist: stage.dist });
    try {
      const asked: string[] = [];
      // The other preview's stage.page looks at its own server until it is left.
      await stage.page.goto('about:blank');
      stage.page.on('request', (request) => asked.push(new URL(request.url()).origin));
      await stage.page.goto(own.url);
      await stage.page.getByRole('button', { name: 'メールとチャット' }).click();
      await stage.page.locator('.panel .chat').waitFor();
      const shown = await stage.page.locator('.panel > .card').allInnerTexts();
      expect(shown.map((text) => text.split('\n').filter(Boolean))).toEqual([
        ['メール', 'Week 5', 'ops@example.com · 2026-01-05 09:01', 'Three accounts fell.'],
        [
          'チャット',
          'spaces/AAAA · 2026-01-05 09:00',
          'Acme fell to 41 <b>',
          'Acme',
          'Owner',
          'hanako_sato',
          'chipList',
        ],
      ]);
      await soon(() => stage.page.locator('.bubble b').innerText()).toBe('Acme');
      await soon(() => stage.page.locator('.bubble a').getAttribute('href')).toBe('https://example.com/a');
      expect(new Set(asked)).toEqual(new Set([own.url]));
    } finally {
      await own.close();
    }
  });
});
