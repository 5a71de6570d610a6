import type { Cell } from '../../../../src/domain/cell';
import type { Records, Row } from './records';
import { type Field, recordId, SCHEMA } from './schema';
import { type Condition, type Literal, parseSoql, type Soql, SoqlError } from './soql';

/** Records of one org, queried and changed. */
export interface Org {
  /** Fields of an object by its name in any case; null where there is none. */
  describe(object: string): { readonly name: string; readonly fields: readonly Field[] } | null;
  /** What a query answers; `all` takes in what was deleted. Throws SoqlError. */
  query(soql: string, all: boolean): Result;
  /** Changes a record; null where there is none. New stamps are later than all others. */
  change(object: string, id: string, values: Row): Row | null;
  /** Adds a record; answers its id. */
  add(object: string, values: Row): string;
  find(object: string, field: string, value: Cell): Row | undefined;
  /** Takes a field away, as an administrator may, or gives it another type. */
  alter(object: string, field: string, to: Partial<Field> | null): void;
}

export interface Result {
  readonly parsed: Soql;
  readonly rows: readonly Row[];
  /** A row as the API nests it. */
  shown(row: Row): unknown;
  /** A row's value at a path, as text. */
  text(row: Row, path: string): string;
}

interface Resolved {
  readonly field: Field;
  /** Relationships on the way, each with the objects it may lead to. */
  readonly steps: readonly Field[];
}

const LATEST_STEP = 1000;

export function openOrg(records: Records): Org {
  const schema = new Map(Object.entries(SCHEMA).map(([name, fields]) => [name, [...fields]]));
  const byId = new Map<string, { readonly object: string; readonly row: Row }>();
  for (const [object, rows] of Object.entries(records))
    for (const row of rows) byId.set(String(row.Id), { object, row });
  let latest = Math.max(...[...byId.values()].map(({ row }) => Date.parse(String(row.SystemModstamp))));

  const describe: Org['describe'] = (object) => {
    const name = [...schema.keys()].find((known) => known.toLowerCase() === object.toLowerCase());
    return name === undefined ? null : { name, fields: schema.get(name) ?? [] };
  };
  const stamp = (row: Row): void => {
    latest += LATEST_STEP;
    row.SystemModstamp = new Date(latest).toISOString();
    row.LastModifiedDate = row.SystemModstamp;
  };
  const resolve = (object: string, path: string): Resolved => {
    const steps: Field[] = [];
    let here = describe(object)?.fields ?? [];
    const parts = path.split('.');
    for (const [at, part] of parts.entries()) {
      const last = at === parts.length - 1;
      const found = here.find((field) => alike(last ? field.name : field.relationshipName, part));
      if (!found) {
        const where = last
          ? `No such column '${part}' on entity '${object}'.`
          : `Didn't understand relationship '${part}' in field path.`;
        throw new SoqlError(
          'INVALID_FIELD',
          `\n${where} If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`,
        );
      }
      if (last) return { field: found, steps };
      steps.push(found);
      here = describe(found.referenceTo[0] ?? '')?.fields ?? [];
    }
    throw new SoqlError('MALFORMED_QUERY', `unexpected token: '${path}'`);
  };
  const cellAt = (row: Row, { field, steps }: Resolved): Cell => {
    let here: Row | undefined = row;
    for (const step of steps) here = byId.get(String(here?.[step.name] ?? ''))?.row;
    return here?.[field.name] ?? null;
  };
  const matcher = (object: string, condition: Condition): ((row: Row) => boolean) => {
    if ('all' in condition) {
      const parts = condition.all.map((part) => matcher(object, part));
      return (row) => parts.every((part) => part(row));
    }
    if ('any' in condition) {
      const parts = condition.any.map((part) => matcher(object, part));
      return (row) => parts.some((part) => part(row));
    }
    if ('not' in condition) {
      const inner = matcher(object, condition.not);
      return (row) => !inner(row);
    }
    const place = resolve(object, condition.path);
    const { type } = place.field;
    const { operator, value } = condition;
    const dated = type === 'datetime' || type === 'date';
    const literals = Array.isArray(value) ? (value as readonly Literal[]) : [value as Literal];
    for (const literal of literals) checkLiteral(condition.path, type, literal);
    const own = (row: Row): string | number | boolean | null => {
      const cell = cellAt(row, place);
      return dated && cell !== null ? Date.parse(String(cell)) : typeof cell === 'string' ? cell.toLowerCase() : cell;
    };
    const theirs = literals.map((literal) =>
      literal !== null && typeof literal === 'object'
        ? Date.parse(literal.instant)
        : typeof literal === 'string'
          ? literal.toLowerCase()
          : literal,
    );
    const [first = null] = theirs;
    return (row) => {
      const cell = own(row);
      if (operator === 'IN') return theirs.includes(cell);
      if (operator === '=') return cell === first;
      if (operator === '!=') return cell !== first;
      if (operator === 'LIKE') return likeness(String(first)).test(String(cell ?? ''));
      if (cell === null || first === null) return false;
      return operator === '>'
        ? cell > first
        : operator === '>='
          ? cell >= first
          : operator === '<'
            ? cell < first
            : cell <= first;
    };
  };

  return {
    describe,
    query: (source, all) => {
      const parsed = parseSoql(source);
      const object = describe(parsed.object);
      if (!object) throw new SoqlError('INVALID_TYPE', `sObject type '${parsed.object}' is not supported.`);
      const paths = parsed.fields.filter((path) => path !== 'COUNT()');
      const places = new Map(paths.map((path) => [path, resolve(object.name, path)]));
      const matches = parsed.where === null ? () => true : matcher(object.name, parsed.where);
      let rows = (records[object.name] ?? []).filter((row) => (all || row.IsDeleted !== true) && matches(row));
      for (const { path, descending } of [...parsed.order].reverse()) {
        const place = resolve(object.name, path);
        const keyed = rows.map((row) => ({ row, key: cellAt(row, place) ?? '' }));
        keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) * (descending ? -1 : 1));
        rows = keyed.map(({ row }) => row);
      }
      if (parsed.limit !== null) rows = rows.slice(0, parsed.limit);
      return {
        parsed,
        rows,
        shown: (row) => {
          const shown: Record<string, unknown> = { attributes: attributesOf(object.name, row) };
          for (const place of places.values()) put(shown, row, place);
          return shown;
        },
        text: (row, path) => {
          const value = cellAt(row, places.get(path) as Resolved);
          return value === null ? '' : String(value);
        },
      };
    },
    change: (object, id, values) => {
      const found = byId.get(id.length === 15 ? ([...byId.keys()].find((key) => key.startsWith(id)) ?? id) : id);
      if (!found || found.object !== object || found.row.IsDeleted === true) return null;
      Object.assign(found.row, values);
      stamp(found.row);
      return found.row;
    },
    add: (object, values) => {
      const rows = records[object] ?? [];
      const id = recordId(object, rows.length + 1);
      const row: Row = { Id: id, IsDeleted: false, CreatedDate: null, ...values };
      stamp(row);
      row.CreatedDate = row.CreatedDate ?? (row.SystemModstamp as Cell);
      rows.push(row);
      records[object] = rows;
      byId.set(id, { object, row });
      return id;
    },
    find: (object, name, value) => (records[object] ?? []).find((row) => row[name] === value && row.IsDeleted !== true),
    alter: (object, name, to) => {
      const fields = schema.get(object) ?? [];
      const at = fields.findIndex((known) => known.name === name);
      if (to === null) fields.splice(at, 1);
      else if (at >= 0) fields[at] = { ...(fields[at] as Field), ...to };
      else fields.push({ ...(SCHEMA.Account?.[5] as Field), name, label: name, custom: true, ...to });
    },
  };

  /** Puts a value where its path leads; a relationship that leads nowhere is null as a whole. */
  function put(into: Record<string, unknown>, row: Row, { field, steps }: Resolved): void {
    let here: Record<string, unknown> | null = into;
    let at: Row | undefined = row;
    for (const step of steps) {
      const name = step.relationshipName as string;
      const target: { object: string; row: Row } | undefined = byId.get(String(at?.[step.name] ?? ''));
      if (!target) {
        here[name] = here[name] ?? null;
        return;
      }
      here[name] = here[name] ?? { attributes: attributesOf(target.object, target.row) };
      here = here[name] as Record<string, unknown>;
      at = target.row;
    }
    here[field.name] = restValue(at?.[field.name] ?? null, field.type);
  }
}

function alike(name: string | null, other: string): boolean {
  return name?.toLowerCase() === other.toLowerCase();
}

/** The API writes moments with `+0000`. */
function restValue(value: Cell, type: Field['type']): Cell {
  return type === 'datetime' && typeof value === 'string' ? value.replace('Z', '+0000') : value;
}

function attributesOf(object: string, row: Row): object {
  return { type: object, url: `/services/data/v66.0/sobjects/${object}/${row.Id}` };
}

function checkLiteral(path: string, type: Field['type'], literal: Literal): void {
  if (literal === null) return;
  const isInstant = typeof literal === 'object';
  const isDate = type === 'date' || type === 'datetime';
  if (isDate !== isInstant)
    throw new SoqlError(
      'INVALID_FIELD',
      `\nvalue of filter criterion for field '${path}' must be of type ${isDate ? 'dateTime' : type} and should ${isDate ? 'not ' : ''}be enclosed in quotes`,
    );
}

function likeness(pattern: string): RegExp {
  const source = pattern
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/%/g, '.*')
    .replace(/_/g, '.');
  return new RegExp(`^${source}$`, 'i');
}
