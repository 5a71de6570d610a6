import { bigQuerySource } from './bigquery/bigquery';
import { calendarSource } from './calendar/calendar';
import { csvSource } from './csv/csv';
import { formsSource } from './forms/forms';
import { gmailSource } from './gmail/gmail';
import { hubspotSource } from './hubspot/hubspot';
import { jdbcSource } from './jdbc/jdbc';
import { jsonSource } from './json/json';
import { redashSource } from './redash/redash';
import { salesforceSource } from './salesforce/salesforce';
import type { SourceDeclaration } from './source';
import { tabSource } from './tab/tab';
import { zendeskSource } from './zendesk/zendesk';

/** Every kind of source that is installed. Written by `npm run docs`: a kind is a folder here. */
export const SOURCES: readonly SourceDeclaration[] = [
  tabSource,
  csvSource,
  jsonSource,
  bigQuerySource,
  calendarSource,
  formsSource,
  gmailSource,
  hubspotSource,
  jdbcSource,
  redashSource,
  salesforceSource,
  zendeskSource,
];

/** Their names, as the Kind column of the Sources tab offers them. */
export const SOURCE_KINDS: readonly string[] = SOURCES.map((source) => source.kind);
