import fc from 'fast-check';
import type { Decision, Verdict } from '../../../src/domain/identity/decision';
import { bareId, sightKey } from '../../../src/domain/identity/decision';
import { identityOf, type KnownAccount, type Match, onlyOf } from '../../../src/domain/identity/identity';

const account = (id: string, rest: Partial<KnownAccount> = {}): KnownAccount => ({
  id,
  name: '',
  mrr: 0,
  domains: [],
  externalIds: [],
  ...rest,
});
const decide = (verdict: Verdict, found: string, to: string, row = 2): Decision => ({
  found,
  account: to,
  verdict,
  row,
});

const ACME = account('A1', { domains: ['acme.co.jp', 'https://www.acme.com/'], externalIds: ['crm-7', '512'] });
const BETA = account('B1', { domains: ['beta.jp', 'group.jp'] });
const GAMMA = account('C1', { domains: ['group.jp', 'gmail.com'] });
const ALL = [ACME, BETA, GAMMA];

const found = (match: Match): string => `${onlyOf(match) ?? '-'} by ${match.by}`;
const match = (decisions: readonly Decision[], id: string, mails: readonly string[] = []): string =>
  found(identityOf(ALL, decisions).match(id, mails));

describe('whom a row belongs to', () => {
  it.each([
    ['A1', 'A1 by account id'],
    [' Ａ１ ', 'A1 by account id'],
    ['crm-7', 'A1 by external id'],
    ['５１２', 'A1 by external id'],
    ['acme.co.jp', 'A1 by domain'],
    ['Taro@ACME.co.jp', 'A1 by domain'],
    ['https://acme.com/login', 'A1 by domain'],
  ])('%s: %s', (id, expected) => expect(match([], id)).toBe(expected));

  it.each(['a1', 'CRM-7', 'acme', 'mail.acme.com', 'taro@gmail.com', 'gmail.com', 'unheard.jp', ''])(
    '%p stays unmatched: what is only alike is never taken silently',
    (id) => expect(match([], id)).toBe('- by unmatched'),
  );

  it('a domain of two accounts is neither', () => {
    expect(identityOf(ALL, []).match('x@group.jp', [])).toEqual({ accounts: ['B1', 'C1'], by: 'ambiguous' });
  });

  it('an external id of two accounts is neither', () => {
    const twice = [ACME, account('D1', { externalIds: ['512'] })];
    expect(found(identityOf(twice, []).match('512', []))).toBe('- by ambiguous');
    // The key of one account is its own, whoever else lists it.
    expect(found(identityOf([ACME, account('512')], []).match('512', []))).toBe('512 by account id');
  });

  it('people bring their company where the id says nothing', () => {
    expect(match([], 'user-1', ['taro@acme.co.jp', 'me@gmail.com', 'x@ours.example'])).toBe('A1 by domain');
    expect(match([], 'user-1', ['taro@acme.co.jp', 'hana@beta.jp'])).toBe('- by ambiguous');
    // The id counts first.
    expect(match([], 'B1', ['taro@acme.co.jp'])).toBe('B1 by account id');
  });

  it('a known contact is known by the whole address, also at a provider of free mail', () => {
    const identity = identityOf(ALL, []);
    identity.addContact('Taro@gmail.com', 'A1');
    identity.addContact('hana@group.jp', 'C1');
    expect(found(identity.match('taro@gmail.com', []))).toBe('A1 by contact');
    expect(found(identity.match('user-1', ['hana@group.jp']))).toBe('C1 by contact');
    identity.addContact('taro@gmail.com', 'B1');
    expect(found(identity.match('taro@gmail.com', []))).toBe('- by ambiguous');
  });

  it('the two lengths of a Salesforce id are one id', () => {
    // In the last five, the first and the fifth are capitals: 1 + 16 is R, counted from A = 0.
    const long = '0015000000Gv7qJAAR';
    expect(bareId(long)).toBe('0015000000Gv7qJ');
    expect(bareId('0015000000Gv7qJAAB')).toBe('0015000000Gv7qJAAB');
    expect(found(identityOf([account(long)], []).match('0015000000Gv7qJ', []))).toBe(`${long} by external id`);
    expect(found(identityOf([account('0015000000Gv7qJ')], []).match(long, []))).toBe('0015000000Gv7qJ by external id');
    expect(found(identityOf([account(long)], []).match('0015000000gv7qj', []))).toBe('- by unmatched');
  });
});

describe('a decision', () => {
  it('same gives an id, a domain or an address to an account', () => {
    expect(match([decide('same', 'ext-9', 'B1')], 'ext-9')).toBe('B1 by decision');
    expect(match([decide('same', 'Group.JP', 'C1')], 'x@group.jp')).toBe('C1 by decision');
    expect(match([decide('same', 'me@gmail.com', 'A1')], 'user', ['ME@gmail.com'])).toBe('A1 by decision');
    expect(match([decide('same', 'me@gmail.com', 'A1')], 'you@gmail.com')).toBe('- by unmatched');
    // Named by what the account is called elsewhere.
    expect(match([decide('same', 'ext-9', 'crm-7')], 'ext-9')).toBe('A1 by decision');
  });

  it('same makes two accounts one, whatever leads to either', () => {
    const merged = identityOf(ALL, [decide('same', 'B1', 'C1')]);
    expect(merged.accounts).toEqual(['A1', 'C1']);
    expect(merged.rootOf('B1')).toBe('C1');
    expect(found(merged.match('B1', []))).toBe('C1 by decision');
    expect(found(merged.match('beta.jp', []))).toBe('C1 by domain');
    expect(found(merged.match('group.jp', []))).toBe('C1 by domain');
    expect(merged.faults).toEqual([]);
  });

  it('not same keeps a rule from matching, for that account alone', () => {
    expect(match([decide('not same', 'acme.co.jp', 'A1')], 'x@acme.co.jp')).toBe('- by unmatched');
    expect(match([decide('not same', 'acme.co.jp', 'A1')], 'acme.com')).toBe('A1 by domain');
    expect(match([decide('not same', 'group.jp', 'B1')], 'x@group.jp')).toBe('C1 by domain');
  });

  it('split makes a customer of its own, with the rows of its people', () => {
    const identity = identityOf(ALL, [decide('split', 'acme.com', 'A1')]);
    expect(identity.accounts).toEqual(['A1', 'B1', 'C1', 'acme.com']);
    expect(identity.splitFrom.get('acme.com')).toBe('A1');
    expect(found(identity.match('x@acme.com', []))).toBe('acme.com by decision');
    expect(found(identity.match('A1', ['x@acme.com']))).toBe('acme.com by decision');
    expect(found(identity.match('A1', ['x@acme.co.jp']))).toBe('A1 by account id');
    expect(found(identity.match('B1', ['x@acme.com']))).toBe('B1 by account id');
  });

  it('is taken back by a later one on the same pair, or by taking its row away', () => {
    const merge = decide('same', 'B1', 'C1');
    expect(identityOf(ALL, [merge, decide('split', 'C1', 'B1', 3)]).accounts).toEqual(['A1', 'B1', 'C1']);
    expect(identityOf(ALL, [decide('not same', 'B1', 'C1'), merge]).rootOf('B1')).toBe('C1');
    expect(identityOf(ALL, []).rootOf('B1')).toBe('B1');
  });
});

describe('decisions that do not go together', () => {
  const faults = (...decisions: Decision[]): string[] =>
    identityOf(ALL, decisions).faults.map(({ decision, fault }) => `${decision.row} ${fault}`);

  it('an unknown account is told', () => {
    expect(faults(decide('same', 'ext-9', 'Z9'))).toEqual(['2 account unknown']);
  });

  it('a provider of free mail belongs to nobody', () => {
    expect(faults(decide('same', 'gmail.com', 'A1'))).toEqual(['2 freemail']);
    expect(faults(decide('same', 'me@gmail.com', 'A1'))).toEqual([]);
  });

  it('a circle closes without harm', () => {
    const circle = [decide('same', 'A1', 'B1', 2), decide('same', 'B1', 'C1', 3), decide('same', 'C1', 'A1', 4)];
    expect(faults(...circle)).toEqual(['4 says nothing new']);
    expect(identityOf(ALL, circle).accounts).toEqual(['C1']);
    expect(faults(decide('same', 'A1', 'A1'))).toEqual(['2 says nothing new']);
  });

  it('what is kept apart stays apart, also across a third', () => {
    const decisions = [decide('same', 'A1', 'B1', 2), decide('same', 'B1', 'C1', 3), decide('not same', 'A1', 'C1', 4)];
    expect(faults(...decisions)).toEqual(['3 contradicts']);
    expect(identityOf(ALL, decisions).accounts).toEqual(['B1', 'C1']);
  });

  it('one id for two accounts goes to the newer, and the older is told', () => {
    const decisions = [decide('same', 'ext-9', 'A1', 2), decide('same', 'ext-9', 'B1', 3)];
    expect(faults(...decisions)).toEqual(['2 replaced']);
    expect(match(decisions, 'ext-9')).toBe('B1 by decision');
    expect(faults(decide('split', 'ext-9', 'A1', 2), decide('same', 'ext-9', 'B1', 3))).toEqual(['3 contradicts']);
  });
});

describe('laws', () => {
  const ids = ['A1', 'B1', 'C1', 'ext-9', 'group.jp', 'x@gmail.com', 'Z9'];
  const decision = fc.record({
    verdict: fc.constantFrom<Verdict>('same', 'not same', 'split'),
    found: fc.constantFrom(...ids),
    account: fc.constantFrom(...ids),
    row: fc.constant(2),
  });

  it('every id leads to one account that stands, to several, or to nobody', () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 8 }), fc.constantFrom(...ids, 'acme.com'), (decisions, id) => {
        const identity = identityOf(ALL, decisions);
        const { accounts, by } = identity.match(id, []);
        for (const one of accounts) expect(identity.accounts).toContain(one);
        expect(by === 'ambiguous').toBe(accounts.length > 1);
        for (const { id: one } of ALL) expect(identity.rootOf(identity.rootOf(one))).toBe(identity.rootOf(one));
      }),
    );
  });

  it('the order of accounts does not matter, nor how a thing is written', () => {
    fc.assert(
      fc.property(
        fc.array(decision, { maxLength: 8 }),
        fc.shuffledSubarray(ALL, { minLength: 3 }),
        (decisions, all) => {
          const one = identityOf(ALL, decisions);
          const other = identityOf(all, decisions);
          expect(other.accounts).toEqual(one.accounts);
          for (const id of ids) expect(other.match(id, [])).toEqual(one.match(id, []));
        },
      ),
    );
    expect(sightKey('HTTPS://Www.Acme.com/x')).toBe(sightKey('acme.com'));
    expect(sightKey('Id-A')).not.toBe(sightKey('id-a'));
  });

  it('no pair that people keep apart is ever one', () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 10 }), (decisions) => {
        const identity = identityOf(ALL, decisions);
        for (const a of ['A1', 'B1', 'C1']) {
          for (const b of ['A1', 'B1', 'C1']) {
            const last = decisions
              .filter((one) => (one.found === a && one.account === b) || (one.found === b && one.account === a))
              .pop();
            if (a !== b && last && last.verdict !== 'same') expect(identity.rootOf(a)).not.toBe(identity.rootOf(b));
          }
        }
      }),
    );
  });
});
