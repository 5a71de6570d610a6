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
    record[field.name] = cellOf((row.f[at] as BigQueryRow['f'][number]).v, field);
  });
  return record;
}

/**
 * A value as other sources would bring it. Everything comes as text (BigQuery REST reference, TableRow): a number that
 * binary floating point cannot hold stays text, a TIMESTAMP is in microseconds and becomes ISO text, what is no number is none.
 */
function cellOf(value: unknown, field: BigQueryField): unknown {
  if (value === null) return null;
  if (field.mode === 'REPEATED')
    return (value as readonly { v: unknown }[]).map(({ v }) => cellOf(v, { ...field, mode: '' }));
  if (field.fields) return recordOf(value as BigQueryRow, field.fields);
  const text = String(value);
  const number = Number(text);
  if (/^INT|NUMERIC$/.test(field.type)) return String(number) === text ? number : text;
  if (/^FLOAT/.test(field.type)) return Number.isFinite(number) ? number : null;
  if (/^BOOL/.test(field.type)) return text === 'true';
  return field.type === 'TIMESTAMP' ? momentOf(number) : text;
}

/** Microseconds since 1970 as ISO text, to the last of them. */
function momentOf(micros: number): string {
  const seconds = Math.floor(micros / 1e6);
  const rest = String(micros - seconds * 1e6).padStart(6, '0');
  return new Date(seconds * 1000).toISOString().replace('.000Z', `.${rest}Z`);
}
