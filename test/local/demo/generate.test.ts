import { type DemoTable, demoStories, generateDemo } from '../../../scripts/local/demo/generate';
import type { Story } from '../../../scripts/local/demo/stories';
import { DATASETS, type DatasetName } from '../../../src/domain/datasets';
import { type Day, dayOf, parseDay, weekday } from '../../../src/domain/day';

const asOf = dayOf(2026, 6, 19) as Day;
const options = { seed: 1, asOf };
const demo = generateDemo(options);
const stories = demoStories(options);

const USAGE_FROM = 2;

/** The cells of one column, in the order of the rows. */
function column(table: DemoTable, name: string): readonly unknown[] {
  const index = table.columns.indexOf(name);
  expect(index).toBeGreaterThanOrEqual(0);
  return table.rows.map((row) => row[index]);
}

type Named = Record<string, unknown>;
const byAccount = new Map<string, Named[]>();
for (const [dataset, { columns, rows }] of Object.entries(demo)) {
  for (const row of rows) {
    const named: Named = Object.fromEntries(columns.map((name, i) => [name, row[i]]));
    const key = `${dataset} ${named.account_id}`;
    const found = byAccount.get(key);
    if (found) found.push(named);
    else byAccount.set(key, [named]);
  }
}

/** Rows of a dataset of one account, by column name. */
function rowsOf(dataset: DatasetName, accountId: string): Named[] {
  return byAccount.get(`${dataset} ${accountId}`) ?? [];
}

function living(story: Story): string[] {
  return Object.keys(stories).filter((id) => stories[id] === story);
}

/** Sum of a measure over the days from..to, both included. */
function used(accountId: string, measure: string, from: Day, to: Day): number {
  return rowsOf('usage', accountId).reduce((sum, row) => {
    const day = parseDay(String(row.date)) as Day;
    return day >= from && day <= to ? sum + Number(row[measure]) : sum;
  }, 0);
}

const dayIn = (row: Named, name: string): Day => parseDay(String(row[name])) as Day;

/** The highest value over the last four weeks. */
function lastSeats(accountId: string): number {
  return Math.max(
    ...rowsOf('usage', accountId)
      .slice(-28)
      .map((row) => Number(row.seats_used)),
  );
}

describe('the demo portfolio', () => {
  it('is the same for the same seed, without clock or chance of the machine', () => {
    const forbidden = (): never => {
      throw new Error('not from the seed');
    };
    const spies = [
      jest.spyOn(Math, 'random').mockImplementation(forbidden),
      jest.spyOn(Date, 'now').mockImplementation(forbidden),
    ];
    expect(JSON.stringify(generateDemo(options))).toBe(JSON.stringify(demo));
    for (const spy of spies) spy.mockRestore();
  });

  it('is another one for another seed', () => {
    const other = generateDemo({ seed: 2, asOf });
    expect(other.accounts.rows).toHaveLength(demo.accounts.rows.length);
    expect(column(other.accounts, 'name')).not.toEqual(column(demo.accounts, 'name'));
  });

  it('has some 200 accounts with different names in three segments', () => {
    expect(demo.accounts.rows).toHaveLength(200);
    expect(new Set(column(demo.accounts, 'name')).size).toBe(200);
    expect(new Set(column(demo.accounts, 'segment'))).toEqual(new Set(['Enterprise', 'Growth', 'Small']));
    expect(new Set(column(demo.accounts, 'owner_email')).size).toBe(8);
    expect(new Set(column(demo.accounts, 'team')).size).toBe(3);
  });

  it('has Japanese and English company names, long ones and ones that a CSV must quote', () => {
    const names = column(demo.accounts, 'name').map(String);
    const japanese = names.filter((name) => /[぀-ヿ一-鿿]/.test(name)).length;
    expect(japanese).toBeGreaterThan(100);
    expect(200 - japanese).toBeGreaterThan(40);
    expect(Math.max(...names.map((name) => name.length))).toBeGreaterThan(30);
    expect(names.some((name) => name.includes(','))).toBe(true);
    expect(names.some((name) => name.includes('"'))).toBe(true);
  });

  it('writes nobody to an address that exists', () => {
    const addresses = [
      ...column(demo.accounts, 'owner_email'),
      ...column(demo.accounts, 'manager_email'),
      ...column(demo.contacts, 'email'),
    ];
    expect(addresses.filter((address) => !/@([a-z0-9-]+\.)?example\.com$/.test(String(address)))).toEqual([]);
  });

  it.each(DATASETS.filter(({ name }) => name !== 'usage'))(
    '$name: required columns are filled, keys are unique',
    (declared) => {
      const table = demo[declared.name];
      const required = declared.fields.filter((field) => field.required).map((field) => field.name);
      for (const name of required)
        expect(column(table, name).filter((cell) => cell === null || cell === '')).toEqual([]);
      const keys = declared.key.map((name) => column(table, name));
      const seen = new Set(table.rows.map((_, index) => keys.map((cells) => cells[index]).join('\n')));
      expect(seen.size).toBe(table.rows.length);
      expect(table.rows.length).toBeGreaterThan(0);
    },
  );

  it.each(DATASETS)('$name: choices are declared ones and every row has a cell for every column', (declared) => {
    const table = demo[declared.name];
    expect(table.rows.filter((row) => row.length !== table.columns.length)).toEqual([]);
    for (const field of declared.fields) {
      if (!field.choices || !table.columns.includes(field.name)) continue;
      expect(field.choices).toEqual(expect.arrayContaining([...new Set(column(table, field.name))]));
    }
  });

  it('has one usage row per account and day, 14 months of it, none later than the last day', () => {
    const dates = column(demo.usage, 'date').map(String);
    const keys = new Set(column(demo.usage, 'account_id').map((id, i) => `${id} ${dates[i]}`));
    expect(keys.size).toBe(demo.usage.rows.length);
    const sorted = [...new Set(dates)].sort();
    expect(sorted[0]).toBe('2025-04-19');
    expect(sorted[sorted.length - 1]).toBe('2026-06-19');
  });

  it('dates nothing later than the last day', () => {
    const dated: readonly [DatasetName, string][] = [
      ['touches', 'at'],
      ['surveys', 'at'],
      ['tickets', 'opened_at'],
      ['tickets', 'closed_at'],
      ['revenue', 'at'],
      ['outcomes', 'at'],
      ['contacts', 'left_on'],
    ];
    for (const [dataset, name] of dated) {
      const cells = column(demo[dataset], name)
        .filter((cell) => cell !== null)
        .map(String);
      const days = cells.map((cell) => parseDay(cell));
      expect(days).not.toContain(null);
      expect(Math.max(...(days as Day[]))).toBeLessThanOrEqual(asOf);
    }
  });

  it('knows every account in the CRM but those of the story without a match, which have usage only', () => {
    const known = new Set(column(demo.accounts, 'account_id'));
    const unknown = living('no-crm-match');
    expect(unknown.length).toBe(5);
    for (const { name } of DATASETS) {
      const strangers = new Set(column(demo[name], 'account_id').filter((id) => !known.has(id)));
      expect([...strangers].sort()).toEqual(name === 'usage' ? [...unknown].sort() : []);
    }
  });

  it('names only contacts of the account itself as participants and respondents', () => {
    const mailboxes = new Map<unknown, Set<unknown>>();
    const emails = column(demo.contacts, 'email');
    column(demo.contacts, 'account_id').forEach((id, i) => {
      mailboxes.set(id, (mailboxes.get(id) ?? new Set()).add(emails[i]));
    });
    const touched = column(demo.touches, 'account_id');
    column(demo.touches, 'participants').forEach((cell, i) => {
      for (const email of String(cell).split(';').filter(Boolean))
        expect(mailboxes.get(touched[i])?.has(email)).toBe(true);
    });
    const asked = column(demo.surveys, 'account_id');
    column(demo.surveys, 'respondent_email').forEach((email, i) => {
      expect(email === null || mailboxes.get(asked[i])?.has(email)).toBe(true);
    });
  });

  it('closes tickets after opening them and keeps scores within their scales', () => {
    const closed = column(demo.tickets, 'closed_at');
    column(demo.tickets, 'opened_at').forEach((opened, i) => {
      if (closed[i] !== null) expect(String(closed[i]) > String(opened)).toBe(true);
    });
    const highest: Record<string, number> = { nps: 10, csat: 5, ces: 7, gcr: 100 };
    const kinds = column(demo.surveys, 'kind').map(String);
    column(demo.surveys, 'score').forEach((score, i) => {
      expect(Number(score)).toBeGreaterThanOrEqual(0);
      expect(Number(score)).toBeLessThanOrEqual(highest[kinds[i] as string] as number);
    });
  });

  it('never tells the story in a cell', () => {
    const told = /thriving|lukewarm|quiet-churn|champion-left|stuck-in|shared-login|nps-silent|goal-reached/;
    for (const { name } of DATASETS) expect(told.test(JSON.stringify(demo[name]))).toBe(false);
  });
});

describe('the rhythm of usage', () => {
  const logins = demo.usage.columns.indexOf('logins');
  const perDay = new Map<string, number>();
  for (const row of demo.usage.rows)
    perDay.set(String(row[1]), (perDay.get(String(row[1])) ?? 0) + Number(row[logins]));

  it('rests on weekends', () => {
    const mean = (wanted: (day: Day) => boolean): number => {
      const values = [...perDay].filter(([date]) => wanted(parseDay(date) as Day)).map(([, value]) => value);
      return values.reduce((a, b) => a + b, 0) / values.length;
    };
    expect(mean((day) => weekday(day) >= 6)).toBeLessThan(0.35 * mean((day) => weekday(day) < 6));
  });

  it('rests on public holidays and at the turn of the year', () => {
    // Wednesday 29 April and Wednesday 31 December against the Wednesday a week or two before.
    expect(perDay.get('2026-04-29')).toBeLessThan(0.4 * (perDay.get('2026-04-22') as number));
    expect(perDay.get('2025-12-31')).toBeLessThan(0.4 * (perDay.get('2025-12-17') as number));
  });

  it('has whole, non-negative numbers throughout', () => {
    const odd = demo.usage.rows.filter((row) =>
      row.slice(USAGE_FROM).some((cell) => !Number.isInteger(cell) || Number(cell) < 0),
    );
    expect(odd).toEqual([]);
  });
});

describe('the stories in the numbers', () => {
  it('quiet churn: the last four weeks hold less than half of the four before the fade, and nobody meets', () => {
    for (const id of living('quiet-churn')) {
      // The fade takes eight weeks and began at most ten weeks ago.
      const before = used(id, 'active_users', asOf - 97, asOf - 70);
      expect(used(id, 'active_users', asOf - 27, asOf)).toBeLessThan(0.5 * before);
      const meetings = rowsOf('touches', id).filter((row) => row.kind === 'meeting' && dayIn(row, 'at') > asOf - 56);
      expect(meetings).toEqual([]);
    }
  });

  it('champion left: the champion is inactive with a date, and usage falls afterwards', () => {
    for (const id of living('champion-left')) {
      const champion = rowsOf('contacts', id).find((row) => row.role === 'champion') as Named;
      expect(champion.active).toBe(false);
      const left = dayIn(champion, 'left_on');
      expect(asOf - left).toBeLessThanOrEqual(75);
      expect(used(id, 'active_users', asOf - 27, asOf)).toBeLessThan(
        0.8 * used(id, 'active_users', left - 28, left - 1),
      );
      const seen = rowsOf('touches', id).filter(
        (row) => dayIn(row, 'at') > left && String(row.participants).includes(String(champion.email)),
      );
      expect(seen).toEqual([]);
    }
  });

  it('stuck in onboarding: two to five months into the contract, and far from done', () => {
    for (const id of living('stuck-in-onboarding')) {
      const row = rowsOf('accounts', id)[0] as Named;
      const age = asOf - dayIn(row, 'contract_start');
      expect(age >= 60 && age <= 150).toBe(true);
      expect(Number(row.onboarding_percent)).toBeLessThan(50);
    }
  });

  it('seasonal: the last weeks of a quarter carry far more than its first month', () => {
    for (const id of living('seasonal')) {
      const march = used(id, 'active_users', dayOf(2026, 3, 12) as Day, dayOf(2026, 3, 31) as Day);
      const january = used(id, 'active_users', dayOf(2026, 1, 12) as Day, dayOf(2026, 1, 31) as Day);
      expect(january).toBeGreaterThan(0);
      expect(march).toBeGreaterThan(1.5 * january);
    }
  });

  it('NPS never answered', () => {
    expect(living('nps-silent').length).toBeGreaterThan(5);
    for (const id of living('nps-silent'))
      expect(rowsOf('surveys', id).filter((row) => row.kind === 'nps')).toEqual([]);
  });

  it('most accounts gave no NPS in the last half year', () => {
    const answered = new Set<unknown>();
    const ids = column(demo.surveys, 'account_id');
    const kinds = column(demo.surveys, 'kind');
    column(demo.surveys, 'at').forEach((at, i) => {
      if (kinds[i] === 'nps' && (parseDay(String(at)) as Day) > asOf - 182) answered.add(ids[i]);
    });
    expect(answered.size).toBeGreaterThan(30);
    expect(answered.size).toBeLessThan(140);
  });

  it('brand new: less than 30 days of anything', () => {
    for (const id of living('brand-new')) {
      expect(asOf - dayIn(rowsOf('accounts', id)[0] as Named, 'contract_start')).toBeLessThan(30);
      expect(rowsOf('usage', id).length).toBeLessThanOrEqual(30);
    }
  });

  it('shared login: many logins from many addresses by few people; nobody else comes near', () => {
    const perUser = (id: string): number =>
      used(id, 'logins', asOf - 89, asOf) / used(id, 'active_users', asOf - 89, asOf);
    for (const id of living('shared-login')) {
      expect(perUser(id)).toBeGreaterThan(6);
      expect(used(id, 'distinct_ips', asOf - 89, asOf)).toBeGreaterThan(2 * used(id, 'active_users', asOf - 89, asOf));
    }
    for (const id of living('steady')) expect(perUser(id)).toBeLessThan(3);
  });

  it('quota nearly full: nine in ten contracted seats are taken', () => {
    for (const id of living('quota-nearly-full')) {
      const limit = Number(rowsOf('entitlements', id)[0]?.limit);
      expect(lastSeats(id)).toBeGreaterThanOrEqual(0.9 * limit);
      expect(lastSeats(id)).toBeLessThanOrEqual(limit);
    }
    const full = (id: string): boolean => lastSeats(id) >= 0.95 * Number(rowsOf('entitlements', id)[0]?.limit);
    expect(living('steady').filter(full)).toEqual([]);
  });

  it('goal reached: little use, a goal met', () => {
    for (const id of living('goal-reached')) {
      const seats = Number(rowsOf('entitlements', id)[0]?.limit);
      expect(Number(rowsOf('accounts', id)[0]?.goal_percent)).toBeGreaterThanOrEqual(95);
      expect(used(id, 'active_users', asOf - 27, asOf) / 20).toBeLessThan(0.4 * seats);
    }
  });

  it('churned: a status, an outcome with a date, and silence after it', () => {
    for (const id of living('churned')) {
      expect(rowsOf('accounts', id)[0]?.status).toBe('churned');
      const churn = rowsOf('outcomes', id).filter((row) => row.kind === 'churn');
      expect(churn).toHaveLength(1);
      const on = dayIn(churn[0] as Named, 'at');
      expect(used(id, 'logins', on + 1, asOf)).toBe(0);
      expect(rowsOf('touches', id).filter((row) => dayIn(row, 'at') > on)).toEqual([]);
    }
    expect(column(demo.outcomes, 'kind').filter((kind) => kind === 'churn')).toHaveLength(living('churned').length);
  });

  it('most churned accounts faded before they left, some gave no sign', () => {
    const fell = living('churned').filter((id) => {
      const on = dayIn(rowsOf('outcomes', id).find((row) => row.kind === 'churn') as Named, 'at');
      return used(id, 'active_users', on - 28, on) < 0.5 * used(id, 'active_users', on - 140, on - 112);
    });
    expect(fell.length).toBeGreaterThanOrEqual(8);
    expect(fell.length).toBeLessThan(living('churned').length);
  });

  it('thriving accounts use the product more than lukewarm ones, meet more and answer better', () => {
    const mean = (story: Story, of: (id: string) => number): number => {
      const values = living(story).map(of);
      return values.reduce((a, b) => a + b, 0) / values.length;
    };
    const adoption = (id: string): number =>
      used(id, 'active_users', asOf - 27, asOf) / Number(rowsOf('entitlements', id)[0]?.limit);
    const meetings = (id: string): number => rowsOf('touches', id).filter((row) => row.kind === 'meeting').length;
    expect(mean('thriving', adoption)).toBeGreaterThan(1.6 * mean('lukewarm', adoption));
    expect(mean('thriving', meetings)).toBeGreaterThan(1.6 * mean('lukewarm', meetings));
  });
});
