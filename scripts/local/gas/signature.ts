import type { Host } from './host';

/**
 * Throws the text of a call whose arguments fit none of the method's forms:
 * `The parameters (String,number) don't match the method signature for Utilities.formatDate.`
 */
export function refuseArguments(host: Host, method: string, args: readonly unknown[]): never {
  const types = args.map(typeName).join(',');
  return host.fail(`The parameters (${types}) don't match the method signature for ${method}.`);
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'function') return 'function';
  if (Array.isArray(value)) return `${value.length > 0 ? typeName(value[0]) : 'Object'}[]`;
  return '(class)';
}
