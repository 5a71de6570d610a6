import * as shared from '../messages';
import { words } from '../option';
import { vendorFaults } from '../refusal';
import type { SourceDeclaration } from '../source';
import { askZendesk, ZENDESK, zendeskUrl } from './api';
import * as messages from './messages';
import { readSurveys } from './surveys';
import { readTickets, TICKET_COLUMNS } from './tickets';

/** Tickets and satisfaction answers of Zendesk Support. */
export const zendeskSource: SourceDeclaration = {
  kind: 'zendesk',
  options: [
    words('email', {
      en: 'Mail address the API token goes with; none for an OAuth token.',
      ja: 'APIトークンと組み合わせるメールアドレスです。OAuth トークンなら不要です。',
    }),
    {
      name: 'since',
      note: { en: 'First day of history; 400 days ago when empty.', ja: '取得を始める日付です。空欄なら400日前です。' },
      check: (value) => (/^\d{4}-\d\d-\d\d$/.test(value) && Date.parse(value) > 0 ? null : messages.notSince()),
    },
  ],
  credential: [{ name: '', label: { en: 'API token', ja: 'APIトークン' }, needed: () => true }],
  streams: [
    { dataset: 'tickets', from: 'tickets', key: 'id', cursor: 'after_cursor' },
    { dataset: 'surveys', from: 'survey_responses', key: 'id', cursor: 'created_at' },
  ],
  check: (setting) => [
    ...(setting.location === '' ? [{ column: 'Location', why: messages.subdomainMissing() }] : []),
    ...vendorFaults(setting, zendeskSource.streams),
  ],
  test: (context) => {
    const url = zendeskUrl(context.setting, 'tickets.json?page%5Bsize%5D=1');
    askZendesk(context, url);
    return shared.found(ZENDESK, TICKET_COLUMNS);
  },
  read: (context) => (context.setting.dataset === 'surveys' ? readSurveys(context) : readTickets(context)),
};
