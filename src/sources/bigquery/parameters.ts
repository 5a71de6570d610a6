/** Types of values that a query may be given. */
export const TYPES = ['STRING', 'INT64', 'FLOAT64', 'NUMERIC', 'BOOL', 'DATE', 'DATETIME', 'TIMESTAMP'] as const;

/** The least value of each type that a source may go on by. */
export const FIRST: Readonly<Record<string, string>> = {
  TIMESTAMP: '1970-01-01T00:00:00Z',
  DATETIME: '1970-01-01T00:00:00',
  DATE: '1970-01-01',
  INT64: '0',
  STRING: '',
};

/** A named parameter as the REST reference has it (QueryParameter). */
interface Parameter {
  readonly name: string;
  readonly parameterType: { readonly type: string };
  readonly parameterValue: { readonly value: string };
}

export function parameter(name: string, type: string, value: string): Parameter {
  return { name, parameterType: { type }, parameterValue: { value } };
}

/** `plan STRING Pro, least INT64 5`; null where it cannot be read. */
export function parametersOf(text: string): readonly Parameter[] | null {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const found = parts.map((part) => /^@?([A-Za-z_]\w*)\s+([A-Z0-9]+)\s+(.*)$/.exec(part));
  if (!found.every((match) => match && (TYPES as readonly string[]).includes(match[2] as string))) return null;
  return found.map((match) => parameter(match?.[1] as string, match?.[2] as string, match?.[3] as string));
}
