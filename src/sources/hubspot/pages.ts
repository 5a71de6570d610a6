import { KenshinError } from '../../errors';
import { withParameter } from '../address';
import { askOne, type Call, type Manners } from '../ask';
import type { Page } from '../gather';
import { jsonCall, jsonOf, listIn } from '../json/answer';
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

const ID = 'hs_object_id';

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
  readonly results: readonly Readonly<Record<string, unknown>>[];
  /** Cursor to the next page, null after the last. */
  readonly after: string | null;
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
  const { clock, setting } = context;
  let searched = 0;
  return (at) => {
    const place = JSON.parse(at) as HubSpotPlace;
    const { object: index, phase } = place;
    const object = objects[index] as HubSpotObject;
    const archived = phase === 'archived';
    const properties = asked(object, archived);
    const { results, next } = phase === 'changed' ? search(object, place, properties) : list(object, place, properties);
    const after: HubSpotPlace | null = archived
      ? objects[index + 1]
        ? firstPlace(index + 1, since)
        : null
      : { object: index, phase: 'archived' };
    const follows = next || after;
    return { records: results.map((record) => [object, archived, record]), next: follows && JSON.stringify(follows) };
  };

  function list({ object }: HubSpotObject, place: HubSpotPlace, properties: readonly string[]) {
    const archived = place.phase === 'archived';
    const url = urlOf(`${object}?limit=${LIST_PAGE}&archived=${archived}`);
    const here = place.after ? withParameter(url, 'after', place.after) : url;
    const named = withParameter(here, 'properties', properties.join(','));
    const long = named.length > LONGEST_ADDRESS;
    const answer = askHubSpot(context, manners, { url: long ? here : named });
    const records = recordsIn(answer);
    const inputs = records.map(({ id }) => ({ id }));
    // The same records with more properties than an address can ask for.
    const results =
      long && inputs.length > 0 ? recordsIn(post(`${object}/batch/read`, { properties, inputs })) : records;
    const { after } = answer;
    return { results, next: after && { ...place, after } };
  }

  function search({ object, modified }: HubSpotObject, place: HubSpotPlace, properties: readonly string[]) {
    const { from, by, id = '0', after } = place;
    const one = by === 'EQ';
    const moment = { propertyName: modified, operator: by, value: String(from) };
    const beyond = { propertyName: ID, operator: 'GT', value: id };
    const wait = searched + SEARCH_PAUSE - clock.now();
    if (wait > 0) clock.sleep(wait);
    const answer = post(`${object}/search`, {
      filterGroups: [{ filters: one ? [moment, beyond] : [moment] }],
      sorts: [{ propertyName: one ? ID : modified, direction: 'ASCENDING' }],
      ...{ properties, limit: SEARCH_PAGE, after },
    });
    searched = clock.now();
    const results = recordsIn(answer);
    const last = results[results.length - 1];
    return {
      results,
      next: nextSearch(place, answer.after, last && { id: last.id, moment: last.properties[modified] }),
    };
  }

  function post(path: string, body: object) {
    return askHubSpot(context, manners, jsonCall(urlOf(path), body));
  }

  function urlOf(path: string): string {
    return hubspotUrl(setting, 'crm/objects', `/${path}`);
  }
}

function nextSearch(
  place: HubSpotPlace,
  after: string | null,
  last: { readonly id: string; readonly moment: unknown } | undefined,
): HubSpotPlace | null {
  const { object, phase, from = 0, by } = place;
  const anew = { object, phase, from };
  if (!after) return by === 'EQ' ? { ...anew, by: 'GT' } : null;
  if (!last || Number(after) + SEARCH_PAGE <= SEARCHED) return { ...place, after };
  if (by === 'EQ') return { ...anew, by, id: last.id };
  const moment = Date.parse(String(last.moment));
  return moment > from ? { ...anew, from: moment, by: 'GTE' } : { ...anew, by: 'EQ' };
}

/** One answer with its list of results. Throws KenshinError, `source` where there is no such list. */
export function askHubSpot(context: SourceContext, manners: Manners, call: Call): Answer {
  const body = Object(jsonOf(askOne(context, call, manners), HUBSPOT)) as Record<string, unknown>;
  if (!Array.isArray(body.results)) throw new KenshinError('source', shared.notJson(HUBSPOT), shared.tryLater());
  const { after } = Object(Object(body.paging).next) as { after?: unknown };
  return { results: listIn(body, 'results'), after: after ? String(after) : null };
}

/** Results as records: those that have an id. */
function recordsIn({ results }: Answer): readonly HubSpotRecord[] {
  return results.flatMap(({ id, properties }) =>
    id ? [{ id: String(id), properties: Object(properties) as Properties }] : [],
  );
}
