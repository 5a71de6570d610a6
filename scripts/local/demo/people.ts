import type { Random } from './random';

/** A customer-success team: its manager and the people who look after accounts. */
export interface Team {
  readonly name: string;
  readonly manager: string;
  readonly owners: readonly string[];
}

export const TEAMS: readonly Team[] = [
  {
    name: 'Tokyo',
    manager: 'naoko.fujisawa@example.com',
    owners: ['haruka.mori@example.com', 'kenta.shimizu@example.com', 'emily.carver@example.com'],
  },
  {
    name: 'Osaka',
    manager: 'daisuke.onishi@example.com',
    owners: ['yuki.tanabe@example.com', 'ryo.kitagawa@example.com', 'aya.matsuo@example.com'],
  },
  {
    name: 'Tech Touch',
    manager: 'sofia.lindqvist@example.com',
    owners: ['takumi.endo@example.com', 'mei.hayashida@example.com'],
  },
];

/** A made-up person at a customer. */
export interface Person {
  readonly name: string;
  /** The part of the e-mail address before the @. */
  readonly mailbox: string;
}

const FAMILY: readonly (readonly [string, string])[] = [
  ['佐々木', 'sasaki'],
  ['長谷川', 'hasegawa'],
  ['小野寺', 'onodera'],
  ['三浦', 'miura'],
  ['柏木', 'kashiwagi'],
  ['大川', 'okawa'],
  ['早川', 'hayakawa'],
  ['望月', 'mochizuki'],
  ['宮下', 'miyashita'],
  ['水野', 'mizuno'],
  ['久保田', 'kubota'],
  ['村上', 'murakami'],
  ['篠原', 'shinohara'],
  ['野口', 'noguchi'],
  ['桜井', 'sakurai'],
  ['渡会', 'watarai'],
];

const GIVEN: readonly (readonly [string, string])[] = [
  ['美咲', 'misaki'],
  ['健太郎', 'kentaro'],
  ['彩花', 'ayaka'],
  ['翔太', 'shota'],
  ['直美', 'naomi'],
  ['悠斗', 'yuto'],
  ['恵理子', 'eriko'],
  ['拓也', 'takuya'],
  ['さくら', 'sakura'],
  ['誠', 'makoto'],
  ['智子', 'tomoko'],
  ['亮介', 'ryosuke'],
];

const ENGLISH_FAMILY = [
  'Ashdown',
  'Bellamy',
  'Corrigan',
  'Delacroix',
  'Everhart',
  'Novak',
  'Okafor',
  'Rao',
  'Whitlock',
];
const ENGLISH_GIVEN = ['Amara', 'Benedict', 'Clara', 'Dmitri', 'Elena', 'Farid', 'Grace', 'Henrik', 'Ines', 'Jonah'];

/** So many people with different mailboxes. */
export function people(count: number, japanese: boolean, chance: Random): Person[] {
  const found = new Map<string, Person>();
  while (found.size < count) {
    const person = japanese ? japanesePerson(chance) : englishPerson(chance);
    found.set(person.mailbox, person);
  }
  return [...found.values()];
}

function japanesePerson(chance: Random): Person {
  const family = chance.pick(FAMILY);
  const given = chance.pick(GIVEN);
  return { name: `${family[0]} ${given[0]}`, mailbox: `${given[1]}.${family[1]}` };
}

function englishPerson(chance: Random): Person {
  const family = chance.pick(ENGLISH_FAMILY);
  const given = chance.pick(ENGLISH_GIVEN);
  return { name: `${given} ${family}`, mailbox: `${given}.${family}`.toLowerCase() };
}
