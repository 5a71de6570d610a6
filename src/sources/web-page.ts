import { KenshinError } from '../errors';
import * as messages from './messages';

/** Throws where the answer is a page for people: an error page, or the sign-in that stands before a file. */
export function refuseWebPage(text: string, contentType: string | undefined, name: string): void {
  const start = text.slice(0, 500).trim().toLowerCase();
  const page = start.startsWith('<!doctype html') || start.startsWith('<html') || start.startsWith('<head');
  if (!page && !(start.startsWith('<') && (contentType ?? '').includes('html'))) return;
  throw new KenshinError('source', messages.webPage(name), messages.shareOrCorrect());
}
