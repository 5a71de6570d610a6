import type { Workspace } from '../../scripts/local/run/workspace';
import type { Reply } from '../../src/domain/reply';
import type { SidebarView, WeekView } from '../../src/domain/views';
import { buildProduct, type Files, runNow, setUpProduct } from './product';

/** What somebody sees who may open the Health workbook, and not (yet) the Data workbook of whoever set up. */

const CSM = 'ken@example.com';
const FILES: Files = {
  accounts: 'account_id,name,owner_email,mrr,domains\nA,Alpha,ken@example.com,1000,alpha.example\n',
  usage: 'account_id,date,logins\nA,2026-01-03,9\n',
};

let workspace: Workspace;
beforeAll(async () => {
  workspace = setUpProduct(await buildProduct(), FILES, { others: [{ email: CSM, locale: 'en' }] });
  runNow(workspace);
});

const asked = <T>(name: string, ...args: readonly unknown[]) =>
  workspace.runtime.execute(name, args, { entry: 'rpc', user: CSM }) as Reply<T>;
const week = () => {
  const reply = asked<WeekView>('weekView');
  if (!reply.ok) throw new Error(reply.text.en);
  return reply.data;
};
const card = () => {
  const gmail = workspace.runtime.openMessage('x@alpha.example');
  const shown = workspace.runtime.execute('messageOpened', [{ gmail }], { entry: 'card', user: CSM });
  return (shown as { printJson(): string }).printJson();
};

it('sees the accounts and what moved, and is told why nothing is known of who was contacted', () => {
  const view = asked<SidebarView>('sidebarView', null);
  expect(view.ok && view.data.book?.rows.map(([id]) => id)).toEqual(['A']);
  expect(week()).toMatchObject({ fell: [] });
  expect(week().shut?.en).toBe(
    'You cannot open the spreadsheet "Kenshin Data". Ask Ops to share it with you: viewing is enough, unless you start runs.',
  );
  expect(week().shut?.ja).toContain('「Kenshin Data」を開く権限がありません。');
  expect(card()).toContain('You cannot open the spreadsheet');
});

it('sees everything once the Data workbook is shared', () => {
  workspace.data()?.viewers.push(CSM);
  expect(week().shut).toBeNull();
  expect(card()).toContain('Alpha');
});
