declare module 'gas-local' {
  interface GasLocal {
    /** Loads every .js file of a folder into `globals` and returns it, as `globalThis` of the script. */
    require(folder: string, globals: object): Record<string, unknown>;
  }
  const gasLocal: GasLocal;
  export default gasLocal;
}
