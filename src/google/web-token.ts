import { refusal } from '../errors';
import { notAPrivateKey } from './messages';

/** `Platform.webToken`: header, claims and signature as base64url without padding (RFC 7515, 7.1). */
export function signedToken(claims: string, privateKey: string): string {
  const signed = `${encoded('{"alg":"RS256","typ":"JWT"}')}.${encoded(claims)}`;
  try {
    return `${signed}.${encoded(Utilities.computeRsaSha256Signature(signed, privateKey))}`;
  } catch {
    // The platform's message may quote the key.
    throw refusal('credential', notAPrivateKey());
  }
}

function encoded(value: string | GoogleAppsScript.Byte[]): string {
  const base64 =
    typeof value === 'string'
      ? Utilities.base64EncodeWebSafe(value, Utilities.Charset.UTF_8)
      : Utilities.base64EncodeWebSafe(value);
  return base64.replace(/=+$/, '');
}
