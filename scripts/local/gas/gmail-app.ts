import type { CoreHost } from './core-host';
import { LATENCY } from './latency';
import { SCOPES } from './scopes';

/** A message that a person has open, and the token that opens this one to the script. */
export interface OpenMessage {
  readonly messageId: string;
  readonly accessToken: string;
  readonly from: string;
}

/**
 * `GmailApp`, as far as a card beside an open message sees it: the sender, with the token of that message's event.
 * Sources: Apps Script reference, GmailApp.setCurrentMessageAccessToken; Google Workspace add-ons, "Extending the message
 * UI" (metadata of the current message).
 */
export function createGmailApp(host: CoreHost, messages: readonly OpenMessage[]): object {
  let token = '';
  return host.strict('GmailApp', {
    setCurrentMessageAccessToken(accessToken: unknown) {
      token = String(accessToken);
    },
    getMessageById(id: unknown) {
      host.charge('GmailApp.getMessageById', LATENCY.propertyRead.ms);
      host.permit('GmailApp.getMessageById', SCOPES.messageMetadata, SCOPES.messageReadonly, SCOPES.fullMail);
      const message = messages.find(({ messageId }) => messageId === id);
      if (!message || message.accessToken !== token) {
        return host.fail(
          'Access denied: : Missing access token for authorization. Request: MailboxService.GetMessage.',
        );
      }
      return host.strict('GmailMessage', { getId: () => message.messageId, getFrom: () => message.from });
    },
  });
}
