import type { Text } from '../domain/text';
import type { Platform } from '../ports';
import { secretKey } from '../sources/secret-key';
import * as messages from './messages';

/** Characters of a secret that are shown once it is kept. */
const SHOWN = 4;

/**
 * Asks for the name and the value of a secret that a source uses, and keeps it among the person's own properties: never
 * in a cell, and only the last four characters are shown again. An empty value removes the secret.
 */
export function storeSecret(platform: Platform): Text {
  const name = platform.screen.ask(messages.secretName())?.trim() ?? '';
  if (name === '') return messages.secretLeft();
  const value = platform.screen.ask(messages.secretValue(name))?.trim() ?? null;
  if (value === null) return messages.secretLeft();
  if (value === '') {
    platform.secrets.remove(secretKey(name));
    return messages.secretRemoved(name);
  }
  platform.secrets.set({ [secretKey(name)]: value });
  return messages.secretKept(name, value.length > SHOWN * 2 ? value.slice(-SHOWN) : '');
}
