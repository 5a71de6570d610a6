import { get } from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import { previewStage } from './preview-stage';

const stage = previewStage();

describe('the menu', () => {
  it('runs a function, draws what it changed and shows what it said', async () => {
    await stage.page.locator('.menus summary').click();
    await stage.page.locator('.lines').getByText('Run now').click();
    await stage.page.getByText('Scored 60 accounts.').waitFor();
    await stage.page.getByText('Sources!B2 cannot be read.').waitFor();
    await stage.cell(1, 2).getByText('12.3').waitFor();
    expect(stage.server.called.filter((name) => name === 'menuRunNow')).toHaveLength(1);
  });
});

describe('the clock', () => {
  it('is the virtual one, and moves on by a day', async () => {
    await stage.page.getByText('2026-01-31 10:30 Asia/Tokyo').waitFor();
    await stage.page.getByRole('button', { name: 'Next day' }).click();
    await stage.page.getByText('2026-02-01 10:30 Asia/Tokyo').waitFor();
    expect(stage.server.days).toEqual([Date.UTC(2026, 1, 1, 1, 30)]);
  });
});

describe('google.script.run in the frame', () => {
  const post = (body: object, origin: string | null) =>
    fetch(`${stage.preview.url}/rpc`, {
      method: 'POST',
      headers: origin === null ? {} : { origin },
      body: JSON.stringify(body),
    });

  it('refuses private functions', async () => {
    expect(await (await post({ name: 'secret_', args: [] }, stage.preview.url)).json()).toEqual({
      ok: false,
      message: 'Script function not found: secret_',
    });
    expect(stage.server.called).not.toContain('secret_');
  });

  it('answers no stage.page but its own', async () => {
    expect((await post({ name: 'sidebarView', args: [] }, 'https://example.com')).status).toBe(403);
    expect((await post({ name: 'sidebarView', args: [] }, null)).status).toBe(403);
  });

  it('answers under no name but its own, whatever name leads to this machine', async () => {
    const statusUnder = (host: string) =>
      new Promise((resolve) => get(stage.preview.url, { headers: { host } }, ({ statusCode }) => resolve(statusCode)));
    expect(await statusUnder(new URL(stage.preview.url).host)).toBe(200);
    expect(await statusUnder('evil.example')).toBe(403);
  });

  it('refuses what cannot travel, as the platform does', async () => {
    const frame = stage.page.frames()[1];
    const refused = frame?.evaluate(() => {
      const { run } = (window as unknown as { google: { script: { run: Record<string, (value: unknown) => void> } } })
        .google.script;
      return new Promise((resolve) => {
        window.addEventListener('unhandledrejection', (event) => resolve(String(event.reason)));
        run.sidebarView?.({ day: new Date(0) });
      });
    });
    expect(await refused).toBe('TypeError: Failed due to illegal value in property');
  });
});

it('has no fault that axe finds', async () => {
  await stage.sidebar().getByRole('heading', { name: 'Look at these first' }).waitFor();
  const { violations } = await new AxeBuilder({ page: stage.page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
