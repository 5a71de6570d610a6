import { type Node, nodes, type Source } from './source-tree';

/** One habit the shipped code keeps. */
interface Habit {
  /** Where it holds. */
  readonly holdsIn: (file: string) => boolean;
  readonly broken: (node: Node) => boolean;
  readonly wayOut: string;
}

const GOOGLE = /^src\/(google\/|main\.ts$)/;

const GOOGLE_NAMES: readonly string[] = [
  ...['GoogleAppsScript', 'SpreadsheetApp', 'UrlFetchApp', 'DriveApp', 'MailApp', 'GmailApp', 'CalendarApp'],
  ...['PropertiesService', 'CacheService', 'LockService', 'ScriptApp', 'HtmlService', 'CardService', 'ContentService'],
  ...['Utilities', 'Logger', 'Session', 'XmlService', 'MimeType', 'BigQuery', 'Calendar', 'AdminDirectory', 'Charts'],
];

/**
 * Files whose purpose is words: messages, declarations of tabs, settings, datasets and defaults with the words beside
 * them, and the parsers that know the words people type.
 */
const WORDS =
  /(^|\/)(messages|datasets|settings|defaults)\.ts$|\.words\.ts$|^src\/tables\/|^src\/domain\/parse\/|\/(defaults|messages)\//;

const JAPANESE = /[\u3041-\u30ff\u3400-\u9fff]/;

/** Names that the platform gives: Google Sheets calls the tab of a new spreadsheet so. */
const GIVEN_NAMES: readonly string[] = ['シート1'];

const HABITS: readonly Habit[] = [
  {
    holdsIn: (file) => !GOOGLE.test(file),
    broken: (node) => isMember(node, 'Date', 'now') || isCall(node, 'Date') || isNewDateOfNow(node),
    wayOut: 'reads the clock; take the instant or the as-of day as an argument',
  },
  {
    holdsIn: () => true,
    broken: (node) => isMember(node, 'Math', 'random'),
    wayOut: 'draws at random, so that no run can be repeated; take a seed or an id as an argument',
  },
  {
    holdsIn: () => true,
    broken: (node) => dependsOnLocale(node),
    wayOut: 'depends on the locale of the machine; name the locale',
  },
  {
    holdsIn: (file) => !GOOGLE.test(file),
    broken: (node) => node.type === 'Identifier' && GOOGLE_NAMES.includes(String(node.value)),
    wayOut: 'names a service of Google; use a port of src/ports.ts, whose adapter stands in src/google',
  },
  {
    holdsIn: (file) => file !== 'src/sidebar/rpc.ts',
    broken: (node) => isMember(node, 'google', 'script'),
    wayOut: 'talks to the server on its own; use call() of src/sidebar/rpc.ts',
  },
  {
    holdsIn: (file) => !GOOGLE.test(file),
    broken: (node) => node.type === 'Identifier' && node.value === 'console',
    wayOut: 'writes to the log; use the Log port',
  },
  {
    holdsIn: (file) => file.endsWith('.tsx'),
    broken: (node) => isReadInPage(node),
    wayOut: 'shows words of one language; take them from the messages of src/sidebar and say them with t()',
  },
  {
    holdsIn: (file) => !WORDS.test(file),
    broken: (node) => JAPANESE.test(wordsOf(node)) && !GIVEN_NAMES.includes(wordsOf(node)),
    wayOut: 'holds Japanese words without English beside them; make it a Text, { en, ja }, in messages.ts',
  },
];

/** Each place of `source` that breaks a habit, with the way out. */
export function habitBreaches(source: Source): readonly string[] {
  const habits = HABITS.filter((habit) => habit.holdsIn(source.file));
  return [...references(source.tree)].flatMap((node) =>
    habits
      .filter((habit) => habit.broken(node))
      .map((habit) => `${source.file}:${source.lineOf(node)}: ${habit.wayOut}`),
  );
}

/** Every node but the names of members and keys, which refer to nothing, and the Japanese words of a Text. */
function references(tree: Node): readonly Node[] {
  const names = new Set<unknown>();
  const spoken = new Set<unknown>();
  const all = [...nodes(tree)];
  for (const node of all) {
    for (const name of [node.property, node.key, node.label]) names.add(name);
    for (const words of japaneseOfText(node)) spoken.add(words);
  }
  return all.filter((node) => !(node.type === 'Identifier' && names.has(node)) && !spoken.has(node));
}

/** The nodes inside `ja` of an object that says the same in `en`. */
function japaneseOfText(node: Node): readonly Node[] {
  if (node.type !== 'ObjectExpression') return [];
  const members = node.properties as readonly { readonly key?: Node; readonly value?: Node }[];
  const member = (name: string) => members.find(({ key }) => isName(key, name))?.value;
  const ja = member('ja');
  return member('en') && ja ? [...nodes(ja)].filter((inner) => wordsOf(inner) !== '') : [];
}

function isMember(node: Node, object: string, property: string): boolean {
  return node.type === 'MemberExpression' && isName(node.object, object) && isName(node.property, property);
}

function isCall(node: Node, name: string): boolean {
  return node.type === 'CallExpression' && isName(node.callee, name);
}

function isNewDateOfNow(node: Node): boolean {
  return node.type === 'NewExpression' && isName(node.callee, 'Date') && argumentsOf(node).length === 0;
}

function isName(node: unknown, name: string): boolean {
  const { type, value } = (node ?? {}) as { type?: string; value?: unknown };
  return type === 'Identifier' && value === name;
}

/** `toLocaleString()`, `localeCompare(other)`, `Intl.NumberFormat()`: without a locale the machine chooses one. */
function dependsOnLocale(node: Node): boolean {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false;
  const callee = node.callee as Node;
  const member = callee.type === 'OptionalChainingExpression' ? (callee.base as Node) : callee;
  if (member.type !== 'MemberExpression') return false;
  const { type, value } = member.property as Node;
  const name = type === 'Identifier' ? String(value) : '';
  const given = argumentsOf(node);
  const locale = given[name === 'localeCompare' ? 1 : 0];
  if (!/^toLocale|^localeCompare$/.test(name) && !isName(member.object, 'Intl')) return false;
  return locale === undefined || isName(locale, 'undefined');
}

/** Attributes that a person reads or hears. */
const READ: readonly string[] = ['aria-label', 'aria-valuetext', 'title', 'alt', 'placeholder', 'label'];

/** Letters between the tags of an element, or written into an attribute that people read. */
function isReadInPage(node: Node): boolean {
  if (node.type === 'JSXText') return /\p{L}/u.test(String(node.value));
  if (node.type !== 'JSXAttribute' || !READ.includes(String((node.name as Node).value))) return false;
  const { type, value } = (node.value ?? {}) as { type?: string; value?: unknown };
  return type === 'StringLiteral' && /\p{L}/u.test(String(value));
}

function argumentsOf(node: Node): readonly unknown[] {
  return ((node.arguments ?? []) as readonly { expression: unknown }[]).map((argument) => argument.expression);
}

function wordsOf(node: Node): string {
  if (node.type === 'StringLiteral' || node.type === 'JSXText') return String(node.value);
  return node.type === 'TemplateElement' ? String(node.raw) : '';
}
