import type { BeforeCall } from '../../scripts/local/gas/execution';
import type { Switches } from '../../scripts/local/gas/host';
import type { Workspace } from '../../scripts/local/run/workspace';
import type { DatasetName } from '../../src/domain/datasets';
import { addRow, date } from './people';
import { type Files, setUpProduct } from './product';

/** Three accounts with a little of everything, on the last day of March. */
export const SMALL_FILES: Files = {
  accounts: [
    'account_id,name,owner_email,team,mrr,renewal_date',
    'A,Alpha,a@example.com,East,1000,2026-06-30',
    'B,Beta,b@example.com,East,50,2026-05-31',
    'C,ガンマ商事,a@example.com,West,700,2027-01-31',
  ].join('\n'),
  usage: [
    'account_id,date,active_users,logins',
    'A,2026-03-30,4,9',
    'A,2026-03-29,3,7',
    'B,2026-02-01,1,1',
    'C,2026-03-28,2,2',
  ].join('\n'),
  touches: ['touch_id,account_id,at,kind', 'T1,A,2026-03-20,meeting', 'T2,C,2026-01-05,call'].join('\n'),
};

/** The small portfolio set up, with what its people wrote. */
export function smallPortfolio(
  dist: string,
  options: {
    readonly beforeCall?: BeforeCall;
    readonly asOf?: string;
    readonly files?: Files;
    readonly switches?: Partial<Switches>;
  } = {},
): Workspace {
  const workspace = setUpProduct(dist, options.files ?? SMALL_FILES, options);
  addRow(workspace, 'Pulses', {
    'Pulse ID': 'p1',
    Account: 'A',
    Pulse: 4,
    Comment: 'Their new lead is glad',
    'Author Email': 'a@example.com',
    'Pulse Date': date('2026-03-25'),
  });
  addRow(workspace, 'Goals', {
    'Goal ID': 'g1',
    Account: 'B',
    Kind: 'roi',
    'Goal Name': 'Fewer hours on reports',
    Target: 100,
    Actual: 20,
    'Update Date': date('2026-03-01'),
  });
  addRow(workspace, 'Actions', {
    'Action ID': 'X1',
    Account: 'A',
    Kind: 'risk',
    'Action Name': 'Call them',
    Priority: 1,
    'Raised Date': date('2026-03-20'),
    Status: 'open',
  });
  addRow(workspace, 'Action Updates', {
    'Update ID': 'u1',
    Action: 'X1',
    Status: 'Done',
    Comment: 'Called them',
    'Author Email': 'a@example.com',
    'Update Timestamp': date('2026-03-26') + 0.5,
  });
  return workspace;
}

/** Puts new versions of the files in the place of those that the Sources tab names. */
export function replaceFiles({ runtime }: Workspace, files: Files): void {
  const account = runtime.snapshot();
  for (const [at, file] of account.drive.entries()) {
    const content = files[file.name.replace(/\.csv$/, '') as DatasetName];
    if (content !== undefined) account.drive[at] = { ...file, content: Buffer.from(content).toString('base64') };
  }
  runtime.restore(account);
}
