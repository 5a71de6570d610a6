import { readOptions } from '../../../scripts/local/run/options';

describe('--sources', () => {
  it.each<[readonly string[], readonly string[] | 'all' | null]>([
    [[], null],
    [['--sources'], 'all'],
    [['--sources', '--once'], 'all'],
    [
      ['--sources', 'hubspot,redash,zendesk', '--once'],
      ['hubspot', 'redash', 'zendesk'],
    ],
    [['--sources=HubSpot, redash,hubspot'], ['hubspot', 'redash']],
  ])('%j pulls from %j', (args, sources) => {
    expect(readOptions(args)).toMatchObject({ sources, once: args.includes('--once') });
  });

  it('names the stand-ins where one is not known', () => {
    expect(() => readOptions(['--sources', 'hubspot,pipedrive'])).toThrow(
      /no stand-in "pipedrive"; choose from hubspot, redash, salesforce/,
    );
  });

  it('has the demo portfolio, and no other data', () => {
    expect(() => readOptions(['--sources', 'hubspot', '--data', 'here'])).toThrow('leave --data out');
  });
});
