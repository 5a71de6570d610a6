import type { StandIn } from '../../../scripts/local/vendors/vendor';

/** A vendor that counts, for the tests of what all stand-ins share. */
export const standIn: StandIn = {
  create: ({ step = 1 }) => {
    let count = 0;
    return {
      answer: ({ method, path, query, headers, body, origin }) => {
        count += Number(step);
        const said = { count, method, path, name: query.get('name'), sign: headers['x-sign'] ?? null, body, origin };
        return { headers: { 'x-count': String(count) }, body: said };
      },
      faults: { tired: (_, value) => ({ status: 420, body: [{ errorCode: value }] }) },
      commands: {
        set: (value: number) => {
          count = value;
          return count;
        },
      },
    };
  },
  sources: () => [],
  secrets: () => ({}),
};
