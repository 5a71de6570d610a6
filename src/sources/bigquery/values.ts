/** A column as BigQuery describes it; names of types are the old or the new ones. */
export interface BigQueryField {
  readonly name: string;
  readonly type: string;
  readonly mode?: string;
  readonly fields?: readonly BigQueryField[];
}

/** A row or struct on the wire: values in the order of the schema. */
export interface BigQueryRow {
  readonly f: readonly { readonly v: unknown }[];
}

/** A row as a record by name. */
export function recordOf(row: BigQueryRow, fields: readonly BigQueryField[]): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  fields.forEach((field, at) => {
    record[field.name] = cellOf(row.f[at]?.v, field);
  });
  return record;
}

/**
 * A value as other sources would bring it. Everything comes as text (BigQuery REST reference, TableRow): a number that
 * binary floating point cannot hold stays text, a TIMESTAMP is in microseconds and becomes ISO text, what is no number is none.
 */
function cellOf(value: unknown, field: BigQueryField): unknown {
  if (value === null || value === undefined) return null;
  if (field.mode === 'REPEATED')
    return (value as readonly { v: unknown }[]).map(({ v }) => cellOf(v, { ...field, mode: '' }));
  const text = String(value);
  switch (field.type) {
    case 'RECORD':
    case 'STRUCT':
      return recordOf(value as BigQueryRow, field.fields ?? []);
    case 'INTEGER':
    case 'INT64':
      return Number.isSafeInteger(Number(text)) ? Number(text) : text;
    case 'NUMERIC':
    case 'BIGNUMERIC':
      return String(Number(text)) === text ? Number(text) : text;
    case 'FLOAT':
    case 'FLOAT64':
      return Number.isFinite(Number(text)) ? Number(text) : null;
    case 'BOOLEAN':
    case 'BOOL':
      return text === 'true';
    case 'TIMESTAMP':
      return momentOf(text);
    default:
      return text;
  }
}

/** Microseconds since 1970 as ISO text, to the last of them. */
function momentOf(micros: string): string {
  const seconds = Math.floor(Number(micros) / 1e6);
  const rest = String(Number(micros) - seconds * 1e6).padStart(6, '0');
  return new Date(seconds * 1000).toISOString().replace('.000Z', `.${rest}Z`);
}
