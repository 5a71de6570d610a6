import { changeOf } from '../cards/account-line';
import { BANDS as BAND_NAMES, says } from '../cards/messages';
import { BANDS, type Band } from '../domain/config/config';
import { say, type Text } from '../domain/text';
import type { Letter, LetterAccount } from './letter';
import * as messages from './messages';

/** A band and the word it is shown with. */
export interface NamedBand {
  readonly band: Band;
  readonly word: string;
}

/** A piece of a mail, in the reader's words; what it looks like is for `plain.ts` and `html.ts` to say. */
export type Block =
  | { readonly kind: 'title' | 'date' | 'heading' | 'group' | 'text' | 'foot'; readonly text: string }
  | { readonly kind: 'link' | 'more'; readonly text: string; readonly url: string }
  | {
      readonly kind: 'account';
      readonly name: string;
      readonly url: string;
      readonly band: NamedBand;
      readonly score: string;
      readonly change: string;
      readonly reasons: readonly string[];
    }
  | {
      readonly kind: 'move';
      readonly name: string;
      readonly url: string;
      readonly from: NamedBand;
      readonly to: NamedBand;
    }
  | { readonly kind: 'bands'; readonly counts: readonly (readonly [NamedBand, number])[] };

/** Accounts told one by one, and reasons of each: the more accounts they are taken from, the shorter. */
const FIRST = { own: 10, team: 10, all: 5 } as const;
const REASONS = { own: 3, team: 2, all: 1 } as const;

/** Accounts named of those that fell, and of those that rose. */
const MOVED = 10;

/** Bands, the best first. */
const ORDER: readonly Band[] = [...BANDS, 'Grey'];

/** What changed: accounts in a worse band than before, in a better one, and those that gained or lost their score. */
interface Moves {
  readonly fell: readonly LetterAccount[];
  readonly rose: readonly LetterAccount[];
  readonly became: readonly LetterAccount[];
}

/** What the mail says, from the top. */
export function blocksOf(letter: Letter): { readonly subject: string; readonly blocks: readonly Block[] } {
  const { locale, scope, accounts, url } = letter;
  const t = (text: Text): string => say(text, locale);
  const risky = accounts.filter(({ band }) => band === 'Red' || band === 'Yellow');
  const moves = movesOf(accounts);
  const scored = accounts.some(({ band }) => band !== 'Grey');
  const subject = t(
    scored || moves.became.length > 0
      ? messages.news(moves.fell.length, moves.rose.length, moves.became.length, risky.length)
      : messages.unscored(),
  );
  const moved = movedBlocks(letter, moves);
  const quiet = risky.length === 0 && moved.length === 0;
  const blocks: Block[] = [
    { kind: 'title', text: t(messages.whose(scope, accounts.length)) },
    { kind: 'date', text: t(says.asOf(letter.asOf)) },
    ...(quiet ? [{ kind: 'text', text: subject } as const] : firstBlocks(letter, risky)),
    ...moved,
    ...(quiet ? [] : bandBlocks(letter)),
  ];
  if (letter.late.length > 0) blocks.push({ kind: 'text', text: t(messages.dataLate(letter.late)) });
  blocks.push({ kind: 'link', text: t(says.open()), url }, { kind: 'foot', text: t(messages.stop(letter.when)) });
  return { subject, blocks };
}

function movesOf(accounts: readonly LetterAccount[]): Moves {
  const moved = accounts.filter(({ band, before }) => band !== before);
  const isScored = ({ band, before }: LetterAccount): boolean => band !== 'Grey' && before !== 'Grey';
  const worse = ({ band, before }: LetterAccount): boolean => ORDER.indexOf(band) > ORDER.indexOf(before);
  const both = moved.filter(isScored);
  return {
    fell: both.filter(worse),
    rose: both.filter((account) => !worse(account)),
    became: moved.filter((account) => !isScored(account)),
  };
}

function firstBlocks(letter: Letter, risky: readonly LetterAccount[]): Block[] {
  const { locale, scope } = letter;
  const heading: Block = { kind: 'heading', text: say(messages.firstTitle(scope), locale) };
  if (risky.length === 0) return [heading, { kind: 'text', text: say(messages.noRisk(), locale) }];
  const first = risky.slice(0, FIRST[scope]);
  const told = (account: LetterAccount): Block => ({
    kind: 'account',
    ...linked(account),
    band: named(account.band, letter),
    score: account.shownScore,
    change: changeOf(account, letter),
    reasons: account.reasons.slice(0, REASONS[scope]),
  });
  const rest = risky.length - first.length;
  return [
    heading,
    ...(scope === 'team'
      ? ownersOf(first).flatMap(([owner, theirs]): Block[] => [
          { kind: 'group', text: owner || say(messages.nobody(), locale) },
          ...theirs.map(told),
        ])
      : first.map(told)),
    ...(rest > 0
      ? [{ kind: 'more', text: say(messages.moreAtRisk(rest), locale), url: letter.accountsUrl } as const]
      : []),
  ];
}

/** The accounts by who looks after them, in the order in which each of them first comes. */
function ownersOf(accounts: readonly LetterAccount[]): (readonly [string, readonly LetterAccount[]])[] {
  const owners = [...new Set(accounts.map(({ owner }) => owner))];
  return owners.map((owner) => [owner, accounts.filter((account) => account.owner === owner)]);
}

function movedBlocks(letter: Letter, { fell, rose, became }: Moves): Block[] {
  const { locale } = letter;
  const group = (title: Text, moved: readonly LetterAccount[]): Block[] => {
    if (moved.length === 0) return [];
    const lines = moved.slice(0, MOVED).map(
      (account): Block => ({
        kind: 'move',
        ...linked(account),
        from: named(account.before, letter),
        to: named(account.band, letter),
      }),
    );
    const rest = moved.length - lines.length;
    const more: Block = { kind: 'more', text: say(messages.more(rest), locale), url: letter.accountsUrl };
    return [{ kind: 'group', text: say(title, locale) }, ...lines, ...(rest > 0 ? [more] : [])];
  };
  const groups = [
    ...group(messages.fell(), fell),
    ...group(messages.rose(), rose),
    ...group(messages.became(), became),
  ];
  if (groups.length === 0) return [];
  return [{ kind: 'heading', text: say(messages.movedTitle(letter.since), locale) }, ...groups];
}

function bandBlocks(letter: Letter): Block[] {
  const counts = ORDER.map((band): [NamedBand, number] => [
    named(band, letter),
    letter.accounts.filter((account) => account.band === band).length,
  ]);
  return [
    { kind: 'heading', text: say(messages.bandsTitle(), letter.locale) },
    { kind: 'bands', counts },
  ];
}

function linked({ name, url }: LetterAccount): { readonly name: string; readonly url: string } {
  return { name, url };
}

function named(band: Band, { locale }: Letter): NamedBand {
  return { band, word: say(BAND_NAMES[band], locale) };
}
