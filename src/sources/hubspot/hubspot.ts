import type { Manners } from '../ask';
import { gather } from '../gather';
import { type KeptRow, keptTable } from '../kept';
import * as shared from '../messages';
import { wholeNumber, words } from '../option';
import { vendorFaults } from '../refusal';
import type { Pulled, SourceContext, SourceDeclaration, SourceSetting } from '../source';
import { HUBSPOT, hubspotManners, hubspotUrl } from './api';
import { companiesOf, ownerMails } from './companies';
import * as messages from './messages';
import { HUBSPOT_OBJECTS, type HubSpotObject, joined, mergedInto, type Properties } from './objects';
import { askHubSpot, firstPlace, type HubSpotRecord, hubspotPages } from './pages';
import { hubspotWriteBack } from './write-back';

/** Records of one bite. */
const BITE = 20000;
/** What changed this long before the last pull is asked for again: searches lag behind, and clocks differ. */
const OVERLAP = 600000;

/** Where a pull ended: `since` when the one before began, and while it is under way its own beginning and place. */
interface Cursor {
  readonly since: number | null;
  readonly began?: number;
  readonly at?: string;
}

/** Companies, contacts, meetings, calls, mails, tickets and deals of HubSpot. Source: HubSpot, CRM API 2026-09. */
export const hubspotSource: SourceDeclaration = {
  kind: 'hubspot',
  options: [
    words('properties', {
      en: 'Further properties to bring as columns, parted by commas.',
      ja: '列として追加で取得するプロパティです（カンマ区切り）。',
    }),
    {
      name: 'objects',
      note: {
        en: 'Touches: which of meetings, calls, emails.',
        ja: '接点のうち取得するもの（meetings、calls、emails）です。',
      },
      check: (value) => {
        const known = HUBSPOT_OBJECTS.flatMap(({ object, dataset }) => (dataset === 'touches' ? [object] : []));
        return listed(value).every((object) => known.includes(object)) ? null : messages.objectUnknown(known);
      },
    },
    wholeNumber(
      'daily_share',
      {
        en: 'Percent of the daily request limit that may be used; 90.',
        ja: '1日のリクエスト上限のうち使ってよい割合（%）です。既定は90です。',
      },
      1,
      100,
    ),
  ],
  credential: [{ name: '', label: { en: 'Service key', ja: 'サービスキー' }, needed: () => true }],
  streams: HUBSPOT_OBJECTS.map(({ object, dataset, modified }) => ({
    dataset,
    from: object,
    key: 'id',
    cursor: modified,
  })),
  check: (setting) => vendorFaults(setting, hubspotSource.streams),
  test: (context) => {
    const manners = hubspotManners(context, context.clock.now);
    const [object] = objectsOf(context.setting) as readonly [HubSpotObject];
    const url = hubspotUrl(context.setting, 'crm/objects', `/${object.object}?limit=1`);
    askHubSpot(context, manners, { url });
    return shared.found(HUBSPOT, [...Object.keys(object.columns), ...mapped(context.setting)]);
  },
  writeBack: hubspotWriteBack,
  read,
};

/** A record with the type it is of, and whether it was archived. */
type Came = readonly [HubSpotObject, boolean, HubSpotRecord];

function read(context: SourceContext): Pulled {
  const { setting, clock } = context;
  const { fieldMap } = setting;
  const { since, began = clock.now(), at }: Cursor = JSON.parse(context.cursor || '{"since":null}');
  const objects = objectsOf(setting);
  const manners = hubspotManners(context, clock.now);
  const extras = mapped(setting);
  const [{ columns }] = objects as readonly [HubSpotObject];
  const names = Object.keys(columns);
  const theirKey = fieldMap.get(names[0] as string);
  const asked = (object: HubSpotObject, archived: boolean) =>
    archived ? [theirKey || object.modified] : [...new Set([...propertiesOf(object), ...extras])];
  const pages = hubspotPages(context, manners, objects, asked, since);
  // Before the pages: what comes of them is kept, though HubSpot may have enough of us by then.
  const owners =
    'owner_email' in columns && !fieldMap.has('owner_email') ? ownerMails(context, manners) : new Map<string, string>();
  const { records, next } = gather(context, HUBSPOT, at || JSON.stringify(firstPlace(0, since)), pages, BITE);

  // The last that is said of a record counts; null for one that is not to be kept.
  const rows = new Map<string, KeptRow | null>();
  const byCompany = columns.account_id === '@company' && !fieldMap.has('account_id');
  const companies = byCompany ? companiesBy(context, manners, records as readonly Came[]) : new Map<string, string>();
  for (const [object, archived, { id, properties }] of records as readonly Came[]) {
    const named = object.prefix + id;
    const company = companies.get(named) || null;
    const own = {
      ...properties,
      '@id': id,
      '@company': company,
      '@owner': owners.get(properties.hubspot_owner_id || ''),
    };
    if (!archived) for (const merged of mergedInto(own)) rows.set(object.prefix + merged, null);
    const row = !archived && object.counts(own) ? rowOf(object, own, fieldMap, extras) : null;
    rows.set(String((theirKey && properties[theirKey]) || named), row);
  }
  const cursor: Cursor = next === null ? { since: began - OVERLAP } : { since, began, at: next };
  return {
    ...keptTable(context, HUBSPOT, rows, names, extras),
    cursor: JSON.stringify(cursor),
    more: next !== null,
  };
}

/** Companies by our key of the record. */
function companiesBy(context: SourceContext, manners: Manners, came: readonly Came[]): ReadonlyMap<string, string> {
  const companies = new Map<string, string>();
  const ids = new Map<HubSpotObject, Set<string>>();
  for (const [object, archived, { id }] of came)
    if (!archived) ids.set(object, (ids.get(object) || new Set<string>()).add(id));
  for (const [{ object, prefix }, own] of ids)
    for (const [id, company] of companiesOf(context, manners, object, [...own])) companies.set(prefix + id, company);
  return companies;
}

/** Our columns, but for those that the Field Map takes from elsewhere, and the properties it names. */
function rowOf(
  { columns }: HubSpotObject,
  own: Properties,
  fieldMap: SourceSetting['fieldMap'],
  extras: readonly string[],
): KeptRow {
  const row: KeptRow = {};
  const held = (column: HubSpotObject['columns'][string]) => (typeof column === 'string' ? own[column] : column(own));
  for (const [name, column] of Object.entries(columns)) if (!fieldMap.has(name)) row[name] = held(column);
  // One that HubSpot does not know is not in its answer: the column is missing then, and said to be.
  for (const name of extras) if (own[name] !== undefined) row[name] = own[name];
  // HubSpot's own ids stay among those of other systems: by them contacts and deals find their account.
  const ids = fieldMap.get('external_ids');
  if (ids && columns.external_ids && own[ids] !== undefined)
    row[ids] = joined(own[ids], String(held(columns.external_ids)));
  return row;
}

/** What is asked of an object's records. */
function propertiesOf({ modified, beside, columns }: HubSpotObject): readonly string[] {
  const named = Object.values(columns).filter((column): column is string => typeof column === 'string');
  return [modified, ...beside, ...named.filter((name) => !name.startsWith('@'))];
}

/** Properties that the row of the Sources tab names. */
function mapped({ fieldMap, options }: SourceSetting): readonly string[] {
  return [...new Set([...fieldMap.values(), ...listed(options.properties)])];
}

function objectsOf({ dataset, options }: SourceSetting): readonly HubSpotObject[] {
  const named = dataset === 'touches' ? listed(options.objects) : [];
  return HUBSPOT_OBJECTS.filter((one) => one.dataset === dataset && (named.length === 0 || named.includes(one.object)));
}

function listed(text = ''): readonly string[] {
  return text.split(/[\s,]+/).filter((part) => part);
}
