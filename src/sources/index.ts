import { csvSource } from './csv/csv';
import { jsonSource } from './json/json';
import type { SourceDeclaration } from './source';
import { tabSource } from './tab/tab';

/** Every kind of source that is installed. */
export const SOURCES: readonly SourceDeclaration[] = [tabSource, csvSource, jsonSource];

/** Their names, as the Kind column of the Sources tab offers them. */
export const SOURCE_KINDS: readonly string[] = SOURCES.map((source) => source.kind);
