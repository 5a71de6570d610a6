import { type Context, makeFace } from './context';

export type Methods = Record<string, (...args: never[]) => unknown>;

/** Makes some methods of one object; `self` gives its face. */
export type Group = (self: () => object) => Methods;

/** The groups of one face and what was made of them so far. */
interface Instance {
  readonly groups: readonly Group[];
  readonly made: (Methods | undefined)[];
  readonly self: () => object;
}

/** By execution and class: the members that all faces of the class share. */
const shapes = new WeakMap<Context, Map<string, object>>();
const instances = new WeakMap<object, Instance>();

/**
 * A face whose methods are made when they are first touched: a range has more than a hundred and a script uses a few.
 * Faces of a class share one object of getters; a getter finds out from `this` whose method is wanted.
 */
export function makeLazyFace(context: Context, className: string, groups: readonly Group[], value: unknown): object {
  const shape = shapeOf(context, className, groups);
  const face: object = makeFace(context, className, shape, value);
  instances.set(face, { groups, made: [], self: () => face });
  return face;
}

function shapeOf(context: Context, className: string, groups: readonly Group[]): object {
  const known = shapes.get(context) ?? new Map<string, object>();
  shapes.set(context, known);
  let shape = known.get(className);
  if (!shape) {
    shape = {};
    groups.forEach((group, index) => {
      for (const name of Object.keys(group(() => ({})))) define(shape as object, name, index);
    });
    known.set(className, shape);
  }
  return shape;
}

function define(shape: object, name: string, index: number): void {
  Object.defineProperty(shape, name, {
    enumerable: true,
    get(this: object) {
      const instance = instances.get(this);
      if (!instance) return undefined;
      let methods = instance.made[index];
      if (!methods) {
        methods = (instance.groups[index] as Group)(instance.self);
        instance.made[index] = methods;
      }
      return methods[name];
    },
  });
}
