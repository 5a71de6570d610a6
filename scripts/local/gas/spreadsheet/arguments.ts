import { isDate } from '../realm';
import { refuseArguments } from '../signature';
import type { Context } from './context';

/** Returned by a kind that does not take the value. */
const MISFIT = Symbol('misfit');

/** What a method takes at one place: `read` gives the value to work with. */
export interface Kind<T> {
  readonly optional: boolean;
  read(value: unknown, context: Context): T | typeof MISFIT;
}

type Values<K extends readonly Kind<unknown>[]> = { [I in keyof K]: K[I] extends Kind<infer T> ? T : never };

/**
 * A service method that checks its arguments. Anything that does not fit throws the signature text:
 * `The parameters (String) don't match the method signature for SpreadsheetApp.Range.setNotes.`
 */
export function method<const K extends readonly Kind<unknown>[], R>(
  context: Context,
  name: string,
  kinds: K,
  body: (...values: Values<K>) => R,
): (...args: unknown[]) => R {
  const full = name.startsWith('SpreadsheetApp.') || name.startsWith('Ui.') ? name : `SpreadsheetApp.${name}`;
  return (...args) => {
    if (args.length > kinds.length) refuseArguments(context.host, full, args);
    const values = kinds.map((kind, i) => {
      if (i >= args.length) return kind.optional ? undefined : MISFIT;
      return kind.read(args[i], context);
    });
    if (values.includes(MISFIT)) refuseArguments(context.host, full, args);
    return body(...(values as unknown as Values<K>));
  };
}

function kind<T>(read: (value: unknown, context: Context) => T | typeof MISFIT): Kind<T> {
  return { optional: false, read };
}

/** Text; numbers and booleans are turned into it, as the platform does. */
export const text: Kind<string> = kind((value) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : MISFIT,
);

export const number: Kind<number> = kind((value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : MISFIT,
);

/** A whole number. Fractions are refused: whether the platform rounds them is not documented. */
export const integer: Kind<number> = kind((value) => (Number.isInteger(value) ? (value as number) : MISFIT));

export const flag: Kind<boolean> = kind((value) => (typeof value === 'boolean' ? value : MISFIT));

export const date: Kind<Date> = kind((value) =>
  isDate(value) && !Number.isNaN(value.getTime()) ? (value as Date) : MISFIT,
);

/** Anything, left as it is. */
export const anything: Kind<unknown> = kind((value) => value);

/** An object literal. */
export const fields: Kind<Record<string, unknown>> = kind((value, context) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isDate(value) && !context.behind.has(value)
    ? (value as Record<string, unknown>)
    : MISFIT,
);

/** null and undefined beside what `inner` takes; both arrive as null. */
export function nullable<T>(inner: Kind<T>): Kind<T | null> {
  return { optional: inner.optional, read: (value, context) => (value == null ? null : inner.read(value, context)) };
}

/** May be left out; then the body gets undefined. */
export function optional<T>(inner: Kind<T>): Kind<T | undefined> {
  return { optional: true, read: inner.read };
}

/** An array of what `inner` takes. */
export function list<T>(inner: Kind<T>): Kind<T[]> {
  return kind((value, context) => {
    if (!Array.isArray(value)) return MISFIT;
    const items: (T | typeof MISFIT)[] = [];
    for (let i = 0; i < value.length; i++) items.push(inner.read(value[i], context));
    return items.includes(MISFIT) ? MISFIT : (items as T[]);
  });
}

/** An array of rows, its cells unread: there may be millions. */
export const matrix: Kind<unknown[][]> = kind((value) =>
  Array.isArray(value) && value.length > 0 && value.every((row) => Array.isArray(row))
    ? (value as unknown[][])
    : MISFIT,
);

/** One of several kinds, tried in order. */
export function either<A, B>(a: Kind<A>, b: Kind<B>): Kind<A | B> {
  return kind<A | B>((value, context) => {
    const first = a.read(value, context);
    return first === MISFIT ? b.read(value, context) : first;
  });
}

/** An object that this service made, by class name; gives what stands behind it. */
export function face<T>(className: string): Kind<T> {
  return kind((value, context) => {
    const behind = typeof value === 'object' && value !== null ? context.behind.get(value) : undefined;
    return behind?.className === className ? (behind.value as T) : MISFIT;
  });
}

/** A value of an enumeration, as its name. Strings are refused: enumerations are strict. */
export function enumeration<N extends string = string>(name: string): Kind<N> {
  return face<N>(`enum ${name}`);
}
