/** What a stand-in of Google's hosts reads from a token; real tokens are opaque. */
export interface TokenHolder {
  readonly email: string;
  readonly scopes: readonly string[];
}

const START = 'ya29.local.';

/** The token of a person for a script that was granted these scopes. */
export function oauthToken(holder: TokenHolder): string {
  return START + Buffer.from(JSON.stringify(holder)).toString('base64url');
}

/** Who holds the token of an Authorization header; null for one that no local script was given. */
export function tokenHolder(authorization: string | undefined): TokenHolder | null {
  const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '';
  if (!token.startsWith(START)) return null;
  return JSON.parse(Buffer.from(token.slice(START.length), 'base64url').toString('utf8')) as TokenHolder;
}
