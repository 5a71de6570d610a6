import { type TokenHolder, tokenHolder } from '../gas/oauth-token';
import type { VendorAnswer, VendorRequest } from './vendor';

const AUTH = 'https://www.googleapis.com/auth/';

/** An error as Google's APIs answer it (API design guide, errors; with the older list of reasons). */
export function googleError(code: number, reason: string, message: string, status = 'INVALID_ARGUMENT'): VendorAnswer {
  return {
    status: code,
    body: { error: { code, message, errors: [{ message, domain: 'global', reason }], status } },
  };
}

/** Who asks, or the error for somebody whose token is none or does not reach. `scopes` are those of which one is enough. */
export function googleHolder(request: VendorRequest, scopes: readonly string[]): TokenHolder | VendorAnswer {
  const holder = tokenHolder(request.headers.authorization);
  if (!holder) {
    const message = 'Request had invalid authentication credentials. Expected OAuth 2 access token.';
    return googleError(401, 'authError', message, 'UNAUTHENTICATED');
  }
  if (scopes.some((scope) => holder.scopes.includes(AUTH + scope))) return holder;
  const message = 'Request had insufficient authentication scopes.';
  return {
    status: 403,
    body: {
      error: {
        code: 403,
        message,
        errors: [{ message: 'Insufficient Permission', domain: 'global', reason: 'insufficientPermissions' }],
        status: 'PERMISSION_DENIED',
        details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }],
      },
    },
  };
}

/** True for an error in place of a person. */
export function isRefused(holder: TokenHolder | VendorAnswer): holder is VendorAnswer {
  return !('email' in holder);
}
