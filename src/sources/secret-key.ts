import { KenshinError } from '../errors';
import * as messages from './messages';
import type { CredentialField, SourceContext } from './source';

/** Whose secret, and where secrets are. */
interface SecretPlace {
  readonly setting: Pick<SourceContext['setting'], 'id' | 'secretName'>;
  readonly secrets: SourceContext['secrets'];
}

/** Key under which a secret of the Sources tab is kept among the current user's properties. */
export function secretKey(name: string): string {
  return `secret.${name}`;
}

/** Key under which a source keeps what it signed in to with its secrets, where that outlives a call. */
export function tokenKey(setting: Pick<SourceContext['setting'], 'id' | 'secretName'>): string {
  return `token.${secretName(setting, '')}`;
}

/**
 * What the person entered for a credential field of the source, '' being the only one of its kind. Throws KenshinError
 * `credential` that names the secret where there is nothing.
 */
export function secretOf({ setting, secrets }: SecretPlace, field: string): string {
  const name = secretName(setting, field);
  const secret = secrets.get(secretKey(name));
  if (secret === null || secret === '') {
    throw new KenshinError('credential', messages.secretMissing(name), messages.enterSecret(name));
  }
  return secret;
}

/** Name of a secret: the row's Secret Name, or its Source ID where that is empty, and the field. */
export function secretName(
  { id, secretName }: Pick<SourceContext['setting'], 'id' | 'secretName'>,
  field: string,
): string {
  return (secretName || id) + (field === '' ? '' : `.${field}`);
}

/** For kinds whose rows name a header that carries one secret. */
export const HEADER_SECRET: readonly CredentialField[] = [
  { name: '', label: messages.keyLabel, needed: ({ headerName }) => headerName !== '' },
];
