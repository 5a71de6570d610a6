/** Key under which a secret of the Sources tab is kept among the current user's properties. */
export function secretKey(name: string): string {
  return `secret.${name}`;
}
