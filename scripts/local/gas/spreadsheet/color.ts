/** CSS colour names that scripts in the wild use; others are refused by name. Source: CSS Color Module Level 3. */
const NAMES: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  lime: '#00ff00',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  gray: '#808080',
  grey: '#808080',
  silver: '#c0c0c0',
  purple: '#800080',
  navy: '#000080',
  teal: '#008080',
};

/** `#rrggbb` in lower case from CSS notation (`#abc`, `#AABBCC`, `red`); null when it is none known here. */
export function colorOf(css: string): string | null {
  const lower = css.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(lower)) return lower;
  if (/^#[0-9a-f]{3}$/.test(lower)) return `#${[...lower.slice(1)].map((digit) => digit + digit).join('')}`;
  return NAMES[lower] ?? null;
}
