import { csvSource } from './csv/csv';
import { hubspotSource } from './hubspot/hubspot';
import { jsonSource } from './json/json';
import { redashSource } from './redash/redash';
import type { SourceDeclaration } from './source';
import { tabSource } from './tab/tab';
import { zendeskSource } from './zendesk/zendesk';

/** Every kind of source that is installed. */
export const SOURCES: readonly SourceDeclaration[] = [
  tabSource,
  csvSource,
  jsonSource,
  hubspotSource,
  zendeskSource,
  redashSource,
];

/** Their names, as the Kind column of the Sources tab offers them. */
export const SOURCE_KINDS: readonly string[] = SOURCES.map((source) => source.kind);
