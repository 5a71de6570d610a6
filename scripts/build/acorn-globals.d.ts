/** The package ships no types. */
declare module 'acorn-globals' {
  interface Reference {
    readonly loc: { readonly start: { readonly line: number; readonly column: number } };
  }
  /** Every name that `source` uses and does not declare; `this` at the top level included. */
  export default function detectGlobals(
    source: string,
    options: { readonly ecmaVersion: number; readonly locations?: boolean },
  ): { readonly name: string; readonly nodes: readonly Reference[] }[];
}
