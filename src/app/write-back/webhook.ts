import { KenshinError } from '../../errors';
import type { Platform, Workbook } from '../../ports';
import { addressFault } from '../../sources/address';
import { askOne } from '../../sources/ask';
import { secretOf } from '../../sources/secret-key';
import { cellText } from '../publish/published-account';
import * as messages from './messages';
import type { Target } from './target';

/** As Problems name it. */
const WEBHOOK = 'webhook';

/** What the page shows of the webhook among the sources, from the Settings tab as it stands; null without an address. */
export function webhookSetting(health: Workbook) {
  const read = (name: string): string => {
    const [header = [], row = []] = health.readWhere('Settings', 'Setting', name) ?? [];
    return cellText(row[header.indexOf('Value')] ?? null).trim();
  };
  if (read('Webhook Address') === '') return null;
  return { id: WEBHOOK, kind: WEBHOOK, dataset: '', secretName: read('Webhook Secret Name') };
}

/** Accounts in one request: some 100 KB. */
const MOST = 200;

/**
 * Posts changed scores as JSON to an https address. `kenshin-signature` is `v1=` and the hex HMAC-SHA256 of
 * `<kenshin-timestamp>.<body>` under the shared secret; `idempotency-key` is the same for the same body, however often it
 * is tried.
 */
export function webhookTarget(
  platform: Pick<Platform, 'clock' | 'http' | 'secrets' | 'digest' | 'hmac'>,
  address: string,
  secretName: string,
): Target {
  const { clock, http, secrets } = platform;
  const setting = { id: WEBHOOK, secretName };
  const signed = (timestamp: string, body: string): string =>
    platform.hmac(`${timestamp}.${body}`, secretOf({ setting, secrets }, ''));
  return {
    id: WEBHOOK,
    most: MOST,
    recordsOf: ({ plain }) => [plain.account_id],
    contentOf: ({ plain }) => ({ ...plain, as_of: '' }),
    open: () => {
      const why = addressFault(address);
      if (why) return [{ source: 'Settings', column: 'Webhook Address', value: '', why }];
      // A key that is missing is told before anything is sent.
      signed('', '');
      return [];
    },
    send: (batch) => {
      const body = JSON.stringify({ version: 1, accounts: batch.map(({ account }) => account.plain) });
      const key = platform.digest(`${address}\n${body}`).slice(0, 32);
      askOne(
        { setting, clock, http, pause: () => undefined },
        { url: address, method: 'post', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body },
        {
          atOnce: 1,
          sign: () => {
            const timestamp = String(Math.floor(clock.now() / 1000));
            return { 'kenshin-timestamp': timestamp, 'kenshin-signature': `v1=${signed(timestamp, body)}` };
          },
          judge: ({ status }) =>
            status >= 400 && status < 500 && ![408, 429].includes(status)
              ? {
                  failure: new KenshinError('config', messages.webhookRefused(status), messages.checkWebhook()),
                  again: false,
                }
              : null,
        },
      );
      return batch.map(() => null);
    },
  };
}
