import { salesforceSource } from '../../../src/sources/salesforce/salesforce';
import type { SourceSetting } from '../../../src/sources/source';
import { contextOf } from '../vendor-reading';

describe('a row of the Sources tab', () => {
  const faults = (changes: Partial<SourceSetting>) => {
    const { context } = contextOf('salesforce', { location: 'example.my.salesforce.com', ...changes });
    return salesforceSource.check(context.setting).map(({ column }) => column);
  };
  it.each<[Partial<SourceSetting>, readonly string[]]>([
    [{}, []],
    [{ location: 'https://example.my.salesforce.com/' }, []],
    [{ location: '' }, ['Location']],
    [{ location: 'http://example.my.salesforce.com' }, ['Location']],
    [{ location: 'https://login.salesforce.com' }, ['Location']],
    [{ dataset: 'usage' }, ['Dataset']],
    [{ options: { auth: 'jwt' } }, ['Options']],
  ])('%j has faults in %j', (changes, columns) => {
    expect(faults(changes)).toEqual(columns);
  });

  it.each([
    ["Type = 'Customer'", true],
    ["Type = 'It\\'s) (here' OR (Name LIKE 'A%' AND MRR__c > 5)", true],
    ["Type = 'Customer", false],
    ["Type = 'Customer') OR (Name != ''", false],
    ["Type = 'a') OR Name = 'b'", false],
    ['Type != null ORDER BY Name', false],
    ['Type != null LIMIT 5', false],
  ])('the condition %s: %s', (where, fine) => {
    const option = salesforceSource.options.find(({ name }) => name === 'where');
    expect(option?.check(where) === null).toBe(fine);
  });
});
