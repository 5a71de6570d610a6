import type { Manners } from '../ask';
import { gather } from '../gather';
import { tableOf } from '../json/table';
import * as shared from '../messages';
import { wholeNumber, words } from '../option';
import { vendorFaults } from '../refusal';
import type { Pulled, SourceContext, SourceDeclaration, SourceSetting } from '../source';
import { HUBSPOT, hubspotManners, hubspotUrl } from './api';
import { companiesOf, ownerMails } from './companies';
import * as messages from './messages';
import { HUBSPOT_OBJECTS, type HubSpotObject, mergedInto, type Properties, type Related } from './objects';
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
  const { since, began = clock.now(), at }: Cursor = JSON.parse(context.cursor ?? '{"since":null}');
  const objects = objectsOf(setting);
  const manners = hubspotManners(context, clock.now);
  const extras = mapped(setting);
  const [{ key, columns }] = objects as readonly [HubSpotObject];
  const theirKey = setting.fieldMap.get(key);
  const asked = ({ modified, properties }: HubSpotObject, archived: boolean) =>
    archived ? (theirKey ? [theirKey] : [modified]) : [...new Set([modified, ...properties, ...extras])];
  const pages = hubspotPages(context, manners, objects, asked, since);
  // Before the pages: what comes of them is kept, though HubSpot may have enough of us by then.
  const owners =
    setting.dataset === 'accounts' && !setting.fieldMap.has('owner_email') ? ownerMails(context, manners) : null;
  const { records, next } = gather(context, HUBSPOT, at ?? JSON.stringify(firstPlace(0, since)), pages, BITE);

  // The last that is said of a record counts; null for one that is not to be kept.
  const rows = new Map<string, Record<string, unknown> | null>();
  const companies = companiesBy(context, manners, records as readonly Came[]);
  let strays = 0;
  for (const [object, archived, { id, properties: own }] of records as readonly Came[]) {
    const known = {
      id,
      company: companies.get(object.prefix + id) ?? '',
      owner: owners?.get(own.hubspot_owner_id ?? '') ?? null,
    };
    const counts = !archived && object.counts?.(own) !== false;
    const stray = counts && byCompany(object, setting) && known.company === '';
    if (stray) strays += 1;
    if (!archived) for (const merged of mergedInto(own)) rows.set(object.prefix + merged, null);
    rows.set(
      (theirKey && own[theirKey]) || object.prefix + id,
      counts && !stray ? rowOf(object, own, known, setting, extras) : null,
    );
  }
  if (strays > 0) {
    const why = shared.withoutAccount(HUBSPOT, strays);
    context.report({ severity: 'warning', code: 'row.noAccount', place: '', column: '', value: String(strays), why });
  }
  const kept = [...rows.values()].filter((row) => row !== null);
  const cursor: Cursor = next === null ? { since: began - OVERLAP } : { since, began, at: next };
  const always = [
    ...Object.keys(columns).filter((column) => !setting.fieldMap.has(column)),
    ...(kept.length === 0 ? extras : []),
  ];
  return {
    ...tableOf(context, HUBSPOT, kept, theirKey ?? key, always),
    removed: [...rows.keys()].filter((id) => rows.get(id) === null),
    cursor: JSON.stringify(cursor),
    more: next !== null,
  };
}

/** Companies by our key of the record. */
function companiesBy(context: SourceContext, manners: Manners, came: readonly Came[]): ReadonlyMap<string, string> {
  const companies = new Map<string, string>();
  const standing = came.filter(([object, archived]) => !archived && byCompany(object, context.setting));
  for (const object of new Set(standing.map(([of]) => of))) {
    const ids = new Set(standing.filter(([of]) => of === object).map(([, , { id }]) => id));
    for (const [id, company] of companiesOf(context, manners, object.object, [...ids]))
      companies.set(object.prefix + id, company);
  }
  return companies;
}

/** Whether a record belongs to the account that its company is. */
function byCompany({ dataset }: HubSpotObject, { fieldMap }: SourceSetting): boolean {
  return dataset !== 'accounts' && !fieldMap.has('account_id');
}

/** Our columns, but for those that the Field Map takes from elsewhere, and the properties it names. */
function rowOf(
  { columns }: HubSpotObject,
  own: Properties,
  related: Related,
  { fieldMap }: SourceSetting,
  extras: readonly string[],
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const name of Object.keys(columns)) if (!fieldMap.has(name)) row[name] = columns[name]?.(own, related);
  // One that HubSpot does not know is not in its answer: the column is missing then, and said to be.
  for (const name of extras) if (own[name] !== undefined) row[name] = own[name];
  // HubSpot's own ids stay among those of other systems: by them contacts and deals find their account.
  const ids = fieldMap.get('external_ids');
  if (ids && own[ids] !== undefined && columns.external_ids)
    row[ids] = [own[ids], columns.external_ids(own, related)].filter((id) => id).join(';');
  return row;
}

/** Properties that the row of the Sources tab names. */
function mapped({ fieldMap, options }: SourceSetting): readonly string[] {
  return [...new Set([...fieldMap.values(), ...listed(options.properties ?? '')])];
}

function objectsOf({ dataset, options }: SourceSetting): readonly HubSpotObject[] {
  const named = listed(options.objects ?? '');
  return HUBSPOT_OBJECTS.filter(
    (object) =>
      object.dataset === dataset && (named.length === 0 || dataset !== 'touches' || named.includes(object.object)),
  );
}

function listed(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '');
}
