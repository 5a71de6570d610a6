import { type Held, modifiedName } from './records';

/** As far as a search answers, and records of a page (HubSpot, "CRM search", limits). */
const SEARCHED = 10000;
const LARGEST_PAGE = 200;

export interface SearchBody {
  readonly filterGroups?: readonly { readonly filters?: readonly Filter[] }[];
  readonly sorts?: readonly (string | { readonly propertyName: string; readonly direction?: string })[];
  readonly properties?: readonly string[];
  readonly limit?: number;
  readonly after?: string;
}

interface Filter {
  readonly propertyName: string;
  readonly operator: string;
  readonly value?: string;
  readonly values?: readonly string[];
}

/** The page a search answers with, or the reason why it is refused. */
export function searched(
  object: string,
  records: Iterable<Held>,
  known: ReadonlyMap<string, object>,
  body: SearchBody,
): { readonly total: number; readonly page: readonly Held[]; readonly after: string | null } | string {
  const { filterGroups = [], sorts = [], limit = 10 } = body;
  const from = Number(body.after || 0);
  const filters = filterGroups.flatMap(({ filters = [] }) => filters);
  if (limit > LARGEST_PAGE) return `The value ${limit} for 'limit' exceeds the maximum of ${LARGEST_PAGE}`;
  if (from + limit > SEARCHED) return `Paging beyond ${SEARCHED} results is not supported`;
  if (filterGroups.length > 5 || filterGroups.some(({ filters = [] }) => filters.length > 6)) return 'Too many filters';
  if (sorts.length > 1) return 'Only one sort is supported';
  const unknown = filters.find(({ propertyName }) => !known.has(propertyName));
  if (unknown) return `Property "${unknown.propertyName}" does not exist`;
  const found = [...records].filter(
    (record) =>
      !record.archived &&
      (filterGroups.length === 0 ||
        filterGroups.some(({ filters = [] }) => filters.every((one) => passes(object, record, one)))),
  );
  const [sort] = sorts;
  const by = typeof sort === 'string' ? sort : sort?.propertyName;
  const sign = typeof sort === 'object' && sort.direction === 'DESCENDING' ? -1 : 1;
  if (by) found.sort((a, b) => sign * compare(heldAs(object, a, by) ?? '', heldAs(object, b, by) ?? ''));
  const page = found.slice(from, from + limit);
  return { total: found.length, page, after: from + limit < found.length ? String(from + limit) : null };
}

function passes(object: string, record: Held, { propertyName, operator, value = '', values = [] }: Filter): boolean {
  const held = heldAs(object, record, propertyName);
  if (operator === 'HAS_PROPERTY') return held !== null;
  if (operator === 'NOT_HAS_PROPERTY') return held === null;
  if (held === null) return false;
  const order = compare(held, value);
  switch (operator) {
    case 'EQ':
      return order === 0;
    case 'NEQ':
      return order !== 0;
    case 'GT':
      return order > 0;
    case 'GTE':
      return order >= 0;
    case 'LT':
      return order < 0;
    case 'LTE':
      return order <= 0;
    case 'IN':
      return values.includes(held);
    default:
      throw new Error(`the stand-in knows no operator ${operator}`);
  }
}

/** Moments are compared as milliseconds, as filters give them. */
function heldAs(object: string, record: Held, name: string): string | null {
  if (name === 'hs_object_id') return record.id;
  return name === modifiedName(object) ? String(record.modified) : (record.properties[name] ?? null);
}

function compare(a: string, b: string): number {
  return /^-?\d/.test(a) && /^-?\d/.test(b) ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0;
}
