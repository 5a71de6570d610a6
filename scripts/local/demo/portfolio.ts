import type { Day } from '../../../src/domain/day';
import { type Company, companies } from './companies';
import { type Person, people, TEAMS, type Team } from './people';
import { type Random, random } from './random';
import { type Arc, arc, STORY_COUNTS, type Story } from './stories';

/** What the demo portfolio is drawn from. */
export interface DemoOptions {
  /** Another seed, another portfolio. */
  readonly seed: number;
  /** Last day of history. */
  readonly asOf: Day;
}

export type Size = 'Enterprise' | 'Growth' | 'Small';

/** An account as the generator knows it; the CSV files show parts of it. */
export interface Account {
  readonly id: string;
  readonly company: Company;
  readonly size: Size;
  readonly team: Team;
  readonly owner: string;
  readonly employees: number;
  /** Contracted users. */
  readonly seats: number;
  readonly mrr: number;
  readonly contacts: readonly Contact[];
  readonly arc: Arc;
  /** False where the CRM has no row of it. */
  readonly inCrm: boolean;
  /** Other systems connected through the API. */
  readonly integrations: number;
  /** A stream of its own for each purpose. */
  readonly chance: (purpose: string) => Random;
}

export interface Contact extends Person {
  readonly id: string;
  readonly email: string;
  readonly role: 'champion' | 'executive' | 'admin' | 'user';
  readonly leftOn: Day | null;
}

const SIZES: Readonly<Record<Size, { employees: readonly [number, number]; seats: readonly [number, number] }>> = {
  Enterprise: { employees: [900, 9000], seats: [90, 420] },
  Growth: { employees: [90, 800], seats: [20, 85] },
  Small: { employees: [8, 80], seats: [5, 16] },
};
const SEAT_PRICE: Readonly<Record<Size, number>> = { Enterprise: 4200, Growth: 4800, Small: 5500 };

/** Draws the whole book, in the order of the account ids. */
export function portfolio({ seed, asOf }: DemoOptions): Account[] {
  const chance = random(seed, 'portfolio');
  const stories = chance.shuffled(
    (Object.keys(STORY_COUNTS) as Story[]).flatMap((story) => Array<Story>(STORY_COUNTS[story]).fill(story)),
  );
  const drawn = companies(stories.length, random(seed, 'companies'));
  let known = 0;
  let unknown = 0;
  return stories.map((story, index) => {
    const inCrm = story !== 'no-crm-match';
    const id = inCrm ? `A-${1001 + known++}` : `X-${9001 + unknown++}`;
    return account(id, drawn[index] as Company, story, asOf, (purpose) => random(seed, `${id} ${purpose}`));
  });
}

function account(id: string, company: Company, story: Story, asOf: Day, chance: (purpose: string) => Random): Account {
  const own = chance('account');
  const size = sizeOf(story, own.next());
  const team = teamOf(size, own);
  const range = SIZES[size];
  // Squared, so that most companies of a segment are among its smaller ones.
  const share = own.next() ** 2;
  const seats = Math.round(range.seats[0] + (range.seats[1] - range.seats[0]) * share);
  const path = arc(story, asOf, chance('arc'));
  return {
    id,
    company,
    size,
    team,
    owner: own.pick(team.owners),
    employees: Math.round((range.employees[0] + (range.employees[1] - range.employees[0]) * share) * own.noise(0.2)),
    seats,
    mrr: Math.round((seats * SEAT_PRICE[size] * own.between(0.85, 1.1)) / 1000) * 1000,
    contacts: contacts(id, company, size, path, asOf, chance('contacts')),
    arc: path,
    inCrm: story !== 'no-crm-match',
    integrations: own.chance(size === 'Small' ? 0.25 : 0.7) ? own.whole(1, size === 'Enterprise' ? 5 : 2) : 0,
    chance,
  };
}

/** Few share a login in a large company; large ones seldom leave. */
function sizeOf(story: Story, draw: number): Size {
  const enterprise = story === 'shared-login' || story === 'churned' ? 0.08 : 0.2;
  if (draw < enterprise) return 'Enterprise';
  return draw < enterprise + 0.38 ? 'Growth' : 'Small';
}

function teamOf(size: Size, chance: Random): Team {
  const techTouch = size === 'Enterprise' ? 0 : size === 'Growth' ? 0.1 : 0.65;
  const [tokyo, osaka, remote] = TEAMS as readonly [Team, Team, Team];
  if (chance.chance(techTouch)) return remote;
  return chance.chance(0.55) ? tokyo : osaka;
}

function contacts(id: string, company: Company, size: Size, path: Arc, asOf: Day, chance: Random): Contact[] {
  const count =
    size === 'Enterprise' ? chance.whole(5, 8) : size === 'Growth' ? chance.whole(3, 5) : chance.whole(1, 3);
  return people(count, company.japanese, chance).map((person, index) => {
    const role =
      index === 0 ? 'champion' : index === 1 && size !== 'Small' ? 'executive' : index <= 2 ? 'admin' : 'user';
    const moved = role === 'user' && chance.chance(0.12) ? asOf - chance.whole(10, 380) : null;
    return {
      ...person,
      id: `${id}-C${index + 1}`,
      email: `${person.mailbox}@${company.domain}`,
      role,
      leftOn: role === 'champion' ? path.championLeft : moved !== null && moved > path.contractStart ? moved : null,
    };
  });
}
