/** How often and how long a page is asked until it shows what it should. */
const EVERY_MS = 40;
const LONGEST_MS = 30_000;

/** The assertions of `expect` about what a page shows sooner or later. */
type Soon = Readonly<
  Record<
    'toBe' | 'toEqual' | 'toMatch' | 'toContain' | 'toBeLessThan' | 'toHaveLength',
    (wanted: unknown) => Promise<void>
  >
>;

/**
 * Reads the page again and again until the assertion holds; after half a minute it fails as `expect` does. For what a
 * page comes to, not for what it must never show: that would hold at once.
 */
export function soon(read: () => unknown): Soon {
  const asked =
    (name: keyof Soon) =>
    async (wanted: unknown): Promise<void> => {
      const end = Date.now() + LONGEST_MS;
      for (;;) {
        const shown: unknown = await read();
        try {
          return void (expect(shown)[name] as (value: unknown) => void)(wanted);
        } catch (error) {
          if (Date.now() > end) throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
      }
    };
  return {
    toBe: asked('toBe'),
    toEqual: asked('toEqual'),
    toMatch: asked('toMatch'),
    toContain: asked('toContain'),
    toBeLessThan: asked('toBeLessThan'),
    toHaveLength: asked('toHaveLength'),
  };
}
