/** Text whose NFKC form is itself; testing is much cheaper than normalizing. */
const ASCII = /^[ -~]*$/;

/** Full width to half width and the like (Unicode NFKC), ends trimmed. */
export function halfWidth(text: string): string {
  return (ASCII.test(text) ? text : text.normalize('NFKC')).trim();
}

/**
 * How keys are compared: width and outer blanks do not part two ids, case does (Salesforce ids of 15 characters differ
 * by case alone). Never stored.
 */
export function foldKey(key: string): string {
  return halfWidth(key);
}

/** How names of columns and choices are compared: `Account ID`, `account-id` and `accountId` are `account_id`. */
export function foldName(name: string): string {
  return halfWidth(name)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
}
