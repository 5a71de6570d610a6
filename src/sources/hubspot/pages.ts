import { KenshinError } from '../../errors';
import { withParameter } from '../address';
import { askOne, type Call, type Manners } from '../ask';
import type { Page } from '../gather';
import { jsonOf } from '../json/answer';
import * as shared from '../messages';
import type { SourceContext } from '../source';
import { HUBSPOT, hubspotUrl } from './api';
import type { HubSpotObject, Properties } from './objects';

/** Records of a page: of a list, and of a search (HubSpot, "CRM search", limits). */
const LIST_PAGE = 100;
const SEARCH_PAGE = 200;
/** A search answers no further than this many records. */
const SEARCHED = 10000;
/** Between two searches, of which an account may make five a second. */
const SEARCH_PAUSE = 200;
/** Longer lists of properties are asked for in a body; addresses may have 2 KB. */
const LONGEST_ADDRESS = 1800;

/** A record as it came. */
export interface HubSpotRecord {
  readonly id: string;
  readonly properties: Properties;
}

/**
 * Where a pull goes on: among its objects, in all of them, those changed or those archived. Changes are searched from a
 * moment on (`from`, milliseconds), in the order of their change; where a search has no more to give, the next one begins at
 * the last moment seen (`GTE`), and goes through more records of one moment than a search gives by their ids (`EQ`, `id`).
 */
export interface HubSpotPlace {
  readonly object: number;
  readonly phase: 'all' | 'changed' | 'archived';
  readonly after?: string;
  readonly from?: number;
  readonly by?: 'GTE' | 'EQ' | 'GT';
  readonly id?: string;
}

interface Answer {
  readonly results?: readonly HubSpotRecord[];
  readonly paging?: { readonly next?: { readonly after?: unknown } };
}

/** The place of a pull's beginning among the objects: everything, or what changed since a moment. */
export function firstPlace(object: number, since: number | null): HubSpotPlace {
  return since === null ? { object, phase: 'all' } : { object, phase: 'changed', from: since, by: 'GTE' };
}

/** Reads pages of these objects, one place after the other; places are JSON. Records come as `[object, archived, record]`. */
export function hubspotPages(
  context: SourceContext,
  manners: Manners,
  objects: readonly HubSpotObject[],
  asked: (object: HubSpotObject, archived: boolean) => readonly string[],
  since: number | null,
): (at: string) => Page {
  let searched = 0;
  return (at) => {
    const place = JSON.parse(at) as HubSpotPlace;
    const object = objects[place.object] as HubSpotObject;
    const { results, next } = place.phase === 'changed' ? search(object, place) : list(object, place);
    const follows = next ?? after(place);
    return {
      records: results.map((record) => [object, place.phase === 'archived', record]),
      next: follows && JSON.stringify(follows),
    };
  };

  function after({ object, phase }: HubSpotPlace): HubSpotPlace | null {
    if (phase !== 'archived') return { object, phase: 'archived' };
    return object + 1 < objects.length ? firstPlace(object + 1, since) : null;
  }

  function list(object: HubSpotObject, place: HubSpotPlace) {
    const properties = asked(object, place.phase === 'archived');
    const bare = listUrl(object.object, place, '');
    const whole = listUrl(object.object, place, properties.join(','));
    const answer = askHubSpot(context, manners, { url: whole.length > LONGEST_ADDRESS ? bare : whole });
    const results =
      whole.length > LONGEST_ADDRESS && place.phase === 'all'
        ? named(object, properties, answer.results)
        : answer.results;
    const next = cursorOf(answer);
    return { results, next: next === null ? null : { ...place, after: next } };
  }

  function listUrl(object: string, { phase, after }: HubSpotPlace, properties: string): string {
    const url = hubspotUrl(context.setting, 'crm/objects', `/${object}?limit=${LIST_PAGE}`);
    const gone = phase === 'archived' ? withParameter(url, 'archived', 'true') : url;
    const listed = properties === '' ? gone : withParameter(gone, 'properties', properties);
    return after === undefined ? listed : withParameter(listed, 'after', after);
  }

  /** The same records with more properties than an address can ask for. */
  function named(object: HubSpotObject, properties: readonly string[], records: readonly HubSpotRecord[]) {
    if (records.length === 0) return [];
    const inputs = records.map(({ id }) => ({ id }));
    return post(`/${object.object}/batch/read`, { properties, inputs }).results;
  }

  function search(kind: HubSpotObject, place: HubSpotPlace) {
    const { object, modified } = kind;
    const { from = 0, by = 'GTE', id = '0' } = place;
    const since = { propertyName: modified, operator: by, value: String(from) };
    const beyond = { propertyName: 'hs_object_id', operator: 'GT', value: id };
    const wait = searched + SEARCH_PAUSE - context.clock.now();
    if (wait > 0) context.clock.sleep(wait);
    const answer = post(`/${object}/search`, {
      filterGroups: [{ filters: by === 'EQ' ? [since, beyond] : [since] }],
      sorts: [{ propertyName: by === 'EQ' ? 'hs_object_id' : modified, direction: 'ASCENDING' }],
      properties: asked(kind, false),
      limit: SEARCH_PAGE,
      ...(place.after === undefined ? {} : { after: place.after }),
    });
    searched = context.clock.now();
    return { results: answer.results, next: nextSearch(place, modified, answer) };
  }

  function post(path: string, body: object) {
    return askHubSpot(context, manners, {
      url: hubspotUrl(context.setting, 'crm/objects', path),
      method: 'post',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }
}

function nextSearch(place: HubSpotPlace, modified: string, answer: Required<Answer>): HubSpotPlace | null {
  const { object, phase, from = 0, by } = place;
  const next = cursorOf(answer);
  const last = answer.results[answer.results.length - 1];
  if (next === null) return by === 'EQ' ? { object, phase, from, by: 'GT' } : null;
  if (!last || Number(next) + SEARCH_PAGE <= SEARCHED) return { ...place, after: next };
  if (by === 'EQ') return { object, phase, from, by, id: last.id };
  const moment = Date.parse(last.properties[modified] ?? '');
  return moment > from ? { object, phase, from: moment, by: 'GTE' } : { object, phase, from, by: 'EQ' };
}

/** One answer with its list of results. Throws KenshinError, `source` where there is no such list. */
export function askHubSpot(context: SourceContext, manners: Manners, call: Call): Required<Answer> {
  const answer = jsonOf(askOne(context, call, manners), HUBSPOT) as Answer | null;
  if (!Array.isArray(answer?.results)) throw new KenshinError('source', shared.notJson(HUBSPOT), shared.tryLater());
  return { results: answer.results, paging: answer.paging ?? {} };
}

/** The cursor to the next page, null after the last. */
export function cursorOf({ paging }: Required<Answer>): string | null {
  const after = paging.next?.after;
  return after === undefined || after === null || after === '' ? null : String(after);
}
