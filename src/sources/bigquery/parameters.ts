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
export function parametersOf(text = ''): readonly Parameter[] | null {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  const read = parts.map((part) => /^\s*@?([a-z_]\w*)\s+([A-Z0-9]+)\s+(.*?)\s*$/i.exec(part));
  const found = read.filter((match): match is RegExpExecArray => match !== null);
  const all = found.map(([, name, type, value]) => parameter(name as string, type as string, value as string));
  return all.length < parts.length ? null : all;
}
