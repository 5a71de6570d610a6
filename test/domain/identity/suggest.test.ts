import type { Decision } from '../../../src/domain/identity/decision';
import { identityOf, type KnownAccount } from '../../../src/domain/identity/identity';
import { type Sight, suggestionsOf } from '../../../src/domain/identity/suggest';

const account = (id: string, rest: Partial<KnownAccount> = {}): KnownAccount => ({
  id,
  name: '',
  mrr: 0,
  domains: [],
  externalIds: [],
  ...rest,
});
const suggested = (accounts: readonly KnownAccount[], sights: readonly Sight[] = [], decisions: Decision[] = []) =>
  suggestionsOf(identityOf(accounts, decisions), accounts, sights).map(
    ({ found, account: to, clues }) => `${found} > ${to}: ${[...clues].map((clue) => clue.join(' ')).join(', ')}`,
  );
const unmatched = (...found: string[]): Sight[] => found.map((one) => ({ found: one, candidates: [] }));

describe('suggestions', () => {
  it('two accounts of one domain, external id or name may be one; the one with more at stake stays', () => {
    const accounts = [
      account('A1', { name: '株式会社アクメ', mrr: 10, domains: ['acme.jp'] }),
      account('A2', { name: 'ｱｸﾒ(株)', mrr: 500, domains: ['www.acme.jp'] }),
      account('A3', { name: 'Other', externalIds: ['x-1'] }),
      account('A4', { name: 'Else', externalIds: ['x-1'] }),
    ];
    expect(suggested(accounts)).toEqual(['A1 > A2: domain acme.jp, name 株式会社アクメ', 'A4 > A3: external id x-1']);
  });

  it('a domain of free mail that several accounts list says nothing', () => {
    expect(suggested([account('A1', { domains: ['gmail.com'] }), account('A2', { domains: ['gmail.com'] })])).toEqual(
      [],
    );
  });

  it('what was found may be an account in another spelling, by name, or below its domain', () => {
    const accounts = [
      account('Acct-01', { name: 'Acme, Inc.', domains: ['acme.com'] }),
      account('B2', { name: 'Beta KK' }),
    ];
    expect(
      suggested(accounts, unmatched('ACCT 01', 'ＢＥＴＡ株式会社', 'eu.mail.acme.com', 'x@beta.example', 'nobody')),
    ).toEqual([
      'ACCT 01 > Acct-01: spelling Acct-01',
      'eu.mail.acme.com > Acct-01: parent domain acme.com',
      'x@beta.example > B2: name beta',
      'ＢＥＴＡ株式会社 > B2: name beta',
    ]);
  });

  it('what fits several accounts asks once for each', () => {
    const accounts = [account('A1'), account('B1')];
    expect(suggested(accounts, [{ found: 'x@group.jp', candidates: ['A1', 'B1'] }])).toEqual([
      'x@group.jp > A1: several A1, B1',
      'x@group.jp > B1: several A1, B1',
    ]);
  });

  it('nothing is asked that was decided', () => {
    const accounts = [account('A1', { domains: ['g.jp'] }), account('A2', { domains: ['g.jp'] })];
    const decided = (verdict: Decision['verdict'], found = 'A1', to = 'A2') => [
      { verdict, found, account: to, row: 2 },
    ];
    expect(suggested(accounts)).toEqual(['A2 > A1: domain g.jp']);
    for (const verdict of ['same', 'not same', 'split'] as const) {
      expect(suggested(accounts, [], decided(verdict))).toEqual([]);
      expect(suggested(accounts, [], decided(verdict, 'A2', 'A1'))).toEqual([]);
    }
    const loose = [account('A1', { name: 'Acme' })];
    expect(suggested(loose, unmatched('ACME'))).toEqual(['ACME > A1: name acme']);
    expect(suggested(loose, unmatched('ACME'), decided('not same', 'ACME', 'A1'))).toEqual([]);
  });
});
