/** The package ships no types. */
declare module 'gas-local' {
  const gas: {
    /** Evaluates every .js file of the folder in `globals`, which becomes the context and is answered. */
    require(folder: string, globals: Record<string, unknown>): Record<string, unknown>;
  };
  export default gas;
}
