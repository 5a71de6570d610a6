import { dataset } from '../../domain/datasets';
import { foldName } from '../../domain/parse/fold';
import { KenshinError } from '../../errors';
import { ask } from '../ask';
import { jsonOf } from '../json/answer';
import * as shared from '../messages';
import type { SourceContext } from '../source';
import * as messages from './messages';
import type { SalesforceObject } from './objects';
import type { OrgSession } from './session';

/** A field as describe tells it. Source: Salesforce, REST API Developer Guide, sObject Describe. */
export interface DescribedField {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly custom: boolean;
  readonly updateable: boolean;
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
}

/** What is asked of an object: each column's heading, our column ('' for none of ours) and their path to a field. */
export interface Plan {
  readonly columns: readonly (readonly [heading: string, ours: string, path: string])[];
  /** Further fields, beside Id, IsDeleted and SystemModstamp. */
  readonly besides: readonly string[];
}

/** Names and paths as a query may hold them: nothing else gets into one. */
const PATH = /^[A-Za-z]\w*(?:\.[A-Za-z]\w*){0,4}$/;
/** Fields of a person of whom it is not said which object it is. Source: Salesforce, Object Reference, Name. */
const NAME_FIELDS: readonly string[] = ['Email', 'Name', 'FirstName', 'LastName', 'Phone', 'Title', 'Type', 'Id'];
const CUSTOM = /__c$/i;

/** The fields of an object; null where there is none, or the user may not see it. */
function describeObject(context: SourceContext, session: OrgSession, object: string): readonly DescribedField[] | null {
  const manners = { ...session.manners, accepts: [404] };
  const [answer] = ask(context, [{ url: session.url(`sobjects/${object}/describe`) }], manners);
  if (!answer || answer.status === 404) return null;
  return (jsonOf(answer, session.name) as { fields: readonly DescribedField[] }).fields;
}

/**
 * What can be asked of an object: lines of the Field Map first, then custom fields that are named like our columns
 * (`Renewal_Date__c`), then the usual ones; each only if describe has it. Throws KenshinError `credential` where the object
 * itself is hidden.
 */
export function planOf(context: SourceContext, session: OrgSession, wanted: SalesforceObject): Plan {
  const { fields, key } = dataset(wanted.dataset);
  const known = new Map<string, readonly DescribedField[] | null>();
  const described = (object: string): readonly DescribedField[] | null => {
    if (!known.has(object)) known.set(object, describeObject(context, session, object));
    return known.get(object) ?? null;
  };
  const own = described(wanted.object);
  if (own === null) throw new KenshinError('credential', messages.objectHidden(wanted.object), shared.askForAccess());
  const taken = new Set<string>();
  const columns: [string, string, string][] = [];
  for (const [written, theirs] of context.setting.fieldMap) {
    const folded = foldName(written);
    const ours = fields.find(({ name, aliases }) => name === folded || aliases?.includes(folded))?.name ?? '';
    taken.add(ours);
    const path = pathIn(theirs, own, described);
    if (path !== null && !columns.some(([heading]) => heading === theirs)) columns.push([theirs, ours, path]);
  }
  // Under ids of their own accounts are still found again by Salesforce's.
  const further = taken.has(key[0] as string) && wanted.dataset === 'accounts' ? { external_ids: 'Id' } : {};
  const usual: Readonly<Record<string, string>> = { ...wanted.columns, ...further };
  for (const { name } of fields) {
    if (taken.has(name)) continue;
    const isKey = name === key[0] || name === 'account_id';
    const custom = isKey ? undefined : own.find((field) => field.custom && foldName(bare(field.name)) === name);
    const path = custom?.name ?? pathIn(usual[name] ?? '', own, described);
    if (path !== null) columns.push([name, name, path]);
  }
  const besides = (wanted.besides ?? []).filter((name) => own.some((field) => field.name === name));
  return { columns, besides };
}

function bare(name: string): string {
  return name.replace(CUSTOM, '');
}

/** A path as describe spells it; null where it leads nowhere. */
function pathIn(
  path: string,
  fields: readonly DescribedField[],
  described: (object: string) => readonly DescribedField[] | null,
): string | null {
  if (!PATH.test(path)) return null;
  const [first = '', ...rest] = path.split('.');
  const alike = (name: string | null): boolean => name?.toLowerCase() === first.toLowerCase();
  if (rest.length === 0) return fields.find(({ name }) => alike(name))?.name ?? null;
  const link = fields.find(({ relationshipName }) => alike(relationshipName));
  if (!link) return null;
  const [target, ...others] = link.referenceTo;
  if (target === undefined || others.length > 0) {
    const field = NAME_FIELDS.find((name) => name.toLowerCase() === rest.join('.').toLowerCase());
    return field === undefined ? null : `${link.relationshipName}.${field}`;
  }
  const further = pathIn(rest.join('.'), described(target) ?? [], described);
  return further === null ? null : `${link.relationshipName}.${further}`;
}
