import type { Runtime } from '../gas/runtime';

/** What the preview needs of a local Apps Script: workbooks to draw, a screen that remembers, functions to call, time. */
export type PreviewRuntime = Pick<
  Runtime,
  'chats' | 'clock' | 'spreadsheets' | 'execute' | 'fireTriggers' | 'openMessage' | 'outbox'
>;

/** What became of one call, as a page can hear it. */
export type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/**
 * Runs a public function to its end. Names that end in an underscore are private, as on the platform; a failure
 * becomes the message that a failure handler would get.
 */
export function outcomeOf(
  runtime: PreviewRuntime,
  name: unknown,
  args: readonly unknown[],
  entry: 'rpc' | 'menu',
): Outcome {
  if (typeof name !== 'string' || name.endsWith('_'))
    return { ok: false, message: `Script function not found: ${String(name)}` };
  try {
    const value = runtime.execute(name, args, { entry });
    return { ok: true, value: entry === 'rpc' ? (value ?? null) : null };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
