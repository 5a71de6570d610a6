/** What a face asks of the execution it belongs to. */
export interface FaceOwner {
  /** Throws when the execution was killed: no service answers any more. */
  assertAlive(): void;
  /** Throws an Error of the sandbox. */
  refuse(message: string): never;
  /** Wraps a method so that faults can strike after it has worked; null when nothing is watching. */
  readonly watch: ((method: (...args: unknown[]) => unknown) => (...args: unknown[]) => unknown) | null;
  readonly faces: WeakSet<object>;
}

/** Looked up by the language itself on any object; absent means absent. */
const SILENT: ReadonlySet<string> = new Set(['toJSON', 'then']);

/**
 * The face of a service object that a script sees: members it has work, any other one throws
 * `not implemented: <className>.<member>`, so that nothing passes locally that was never built.
 */
export function createFace<T extends object>(owner: FaceOwner, className: string, members: T): T {
  const face = new Proxy(members, {
    get(target, name, receiver) {
      owner.assertAlive();
      if (typeof name === 'symbol') return Reflect.get(target, name, receiver) as unknown;
      if (Object.hasOwn(target, name)) {
        const member = Reflect.get(target, name, receiver) as unknown;
        return owner.watch && typeof member === 'function'
          ? owner.watch(member as (...args: unknown[]) => unknown)
          : member;
      }
      if (name === 'toString') return () => className;
      if (name in target) return Reflect.get(target, name, receiver) as unknown;
      if (SILENT.has(name)) return undefined;
      return owner.refuse(`not implemented: ${className}.${name}`);
    },
    set(_target, name) {
      return owner.refuse(`not implemented: setting ${className}.${String(name)}`);
    },
  });
  owner.faces.add(face);
  return face;
}
