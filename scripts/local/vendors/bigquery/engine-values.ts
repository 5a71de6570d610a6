/** A type as the engine's protocol has it. */
export interface EngineType {
  readonly typeKind: string;
  readonly arrayType?: { readonly elementType: EngineType } | null;
  readonly structType?: {
    readonly field: readonly { readonly fieldName: string; readonly fieldType: EngineType }[];
  } | null;
}

/** A value as the engine's protocol has it: one field set, none for NULL. */
export type EngineValue = Readonly<Record<string, unknown>>;

/** A column as the BigQuery REST reference has it (TableFieldSchema). */
export interface FieldSchema {
  readonly name: string;
  readonly type: string;
  readonly mode: 'NULLABLE' | 'REPEATED';
  readonly fields?: readonly FieldSchema[];
}

/** REST names of types, which are the old ones, by the engine's. */
const NAMES: Readonly<Record<string, string>> = {
  TYPE_INT64: 'INTEGER',
  TYPE_DOUBLE: 'FLOAT',
  TYPE_BOOL: 'BOOLEAN',
  TYPE_STRING: 'STRING',
  TYPE_BYTES: 'BYTES',
  TYPE_DATE: 'DATE',
  TYPE_DATETIME: 'DATETIME',
  TYPE_TIME: 'TIME',
  TYPE_TIMESTAMP: 'TIMESTAMP',
  TYPE_NUMERIC: 'NUMERIC',
  TYPE_BIGNUMERIC: 'BIGNUMERIC',
  TYPE_JSON: 'JSON',
  TYPE_STRUCT: 'RECORD',
};

/** GoogleSQL names by the engine's, those of parameters and tables. */
const KINDS: Readonly<Record<string, string>> = {
  INT64: 'TYPE_INT64',
  INTEGER: 'TYPE_INT64',
  FLOAT64: 'TYPE_DOUBLE',
  BOOL: 'TYPE_BOOL',
  STRING: 'TYPE_STRING',
  DATE: 'TYPE_DATE',
  DATETIME: 'TYPE_DATETIME',
  TIMESTAMP: 'TYPE_TIMESTAMP',
  NUMERIC: 'TYPE_NUMERIC',
  JSON: 'TYPE_JSON',
};

const DAY = 86_400_000;

export function engineType(name: string): EngineType {
  const typeKind = KINDS[name];
  if (!typeKind) throw new Error(`the stand-in knows no type ${name}`);
  return { typeKind };
}

export function fieldSchema(name: string, type: EngineType): FieldSchema {
  if (type.arrayType) return { ...fieldSchema(name, type.arrayType.elementType), mode: 'REPEATED' };
  const fields = type.structType?.field.map((field) => fieldSchema(field.fieldName, field.fieldType));
  return { name, type: NAMES[type.typeKind] ?? type.typeKind, mode: 'NULLABLE', ...(fields ? { fields } : {}) };
}

/** A value of a table or parameter, written as REST writes parameters. */
export function engineValue(text: string | null, type: string): EngineValue {
  if (text === null) return {};
  switch (KINDS[type]) {
    case 'TYPE_INT64':
      return { int64Value: text };
    case 'TYPE_DOUBLE':
      return { doubleValue: Number(text) };
    case 'TYPE_BOOL':
      return { boolValue: text === 'true' };
    case 'TYPE_STRING':
      return { stringValue: text };
    case 'TYPE_JSON':
      return { jsonValue: text };
    case 'TYPE_DATE':
      return { dateValue: Date.parse(text) / DAY };
    case 'TYPE_NUMERIC':
      return { numericValue: scaled(text) };
    case 'TYPE_DATETIME': {
      const [, year, month, day, hour, minute, second] = (
        /^(\d+)-(\d+)-(\d+)[T ](\d+):(\d+):(\d+)/.exec(text) ?? []
      ).map((part) => BigInt(part.replace(/\D/g, '') || 0)) as bigint[];
      if (year === undefined) throw new Error(`no DATETIME: ${text}`);
      const bits =
        (year << 26n) |
        ((month as bigint) << 22n) |
        ((day as bigint) << 17n) |
        ((hour as bigint) << 12n) |
        ((minute as bigint) << 6n) |
        (second as bigint);
      return { datetimeValue: { bitFieldDatetimeSeconds: bits.toString(), nanos: 0 } };
    }
    case 'TYPE_TIMESTAMP': {
      const [, head = text, fraction = '', zone = 'Z'] = /^(.*?)(?:\.(\d+))?(Z|[+-]\d\d:?\d\d)?$/.exec(text) ?? [];
      const instant = Date.parse(`${head.replace(' ', 'T')}${zone}`);
      return {
        timestampValue: { seconds: String(instant / 1000), nanos: Number(fraction.padEnd(9, '0').slice(0, 9)) },
      };
    }
    default:
      throw new Error(`the stand-in knows no value of ${type}`);
  }
}

/** A value as an answer carries it: everything scalar is text (REST reference, TableRow). */
export function wireValue(value: EngineValue, type: EngineType, int64Timestamp: boolean): unknown {
  const [field] = Object.keys(value).filter((name) => name !== 'value' && value[name] !== undefined);
  if (type.arrayType) {
    const { element = [] } = (value.arrayValue ?? {}) as { element?: readonly EngineValue[] };
    const of = type.arrayType.elementType;
    return element.map((each) => ({ v: wireValue(each, of, int64Timestamp) }));
  }
  if (field === undefined) return null;
  const given = value[field];
  switch (type.typeKind) {
    case 'TYPE_STRUCT': {
      const { field: cells = [] } = given as { field?: readonly EngineValue[] };
      const fields = type.structType?.field ?? [];
      return { f: fields.map((each, at) => ({ v: wireValue(cells[at] ?? {}, each.fieldType, int64Timestamp) })) };
    }
    case 'TYPE_DATE':
      return new Date(Number(given) * DAY).toISOString().slice(0, 10);
    case 'TYPE_TIMESTAMP': {
      const { seconds = 0, nanos = 0 } = given as { seconds?: string; nanos?: number };
      const micros = BigInt(seconds) * 1_000_000n + BigInt(Math.floor(nanos / 1000));
      return int64Timestamp ? micros.toString() : (Number(micros) / 1e6).toExponential().replace('e+', 'E');
    }
    case 'TYPE_DATETIME': {
      const bits = BigInt((given as { bitFieldDatetimeSeconds: string }).bitFieldDatetimeSeconds);
      const part = (shift: bigint, size: bigint) => String((bits >> shift) & ((1n << size) - 1n)).padStart(2, '0');
      const date = `${String(bits >> 26n).padStart(4, '0')}-${part(22n, 4n)}-${part(17n, 5n)}`;
      return `${date}T${part(12n, 5n)}:${part(6n, 6n)}:${part(0n, 6n)}`;
    }
    case 'TYPE_NUMERIC':
      return unscaled(given as Uint8Array, 9);
    case 'TYPE_BIGNUMERIC':
      return unscaled(given as Uint8Array, 38);
    case 'TYPE_BYTES':
      return Buffer.from(given as Uint8Array).toString('base64');
    default:
      return String(given);
  }
}

/** Nine decimals, two's complement, the lowest byte first (NumericValue::SerializeAsProtoBytes). */
function scaled(text: string): Buffer {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  let rest = BigInt(whole + fraction.padEnd(9, '0').slice(0, 9)) * (sign ? -1n : 1n);
  const bytes: number[] = [];
  for (;;) {
    const byte = Number(BigInt.asUintN(8, rest));
    bytes.push(byte);
    rest >>= 8n;
    if ((rest === 0n && byte < 128) || (rest === -1n && byte >= 128)) return Buffer.from(bytes);
  }
}

function unscaled(bytes: Uint8Array, decimals: number): string {
  const hex = Buffer.from(bytes).reverse().toString('hex');
  const value = BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex || '0'}`));
  const digits = String(value < 0n ? -value : value).padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -decimals)}${fraction === '' ? '' : `.${fraction}`}`;
}
