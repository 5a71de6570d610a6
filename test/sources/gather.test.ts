import { KenshinError } from '../../src/errors';
import { gather, type Page } from '../../src/sources/gather';
import type { SourceContext } from '../../src/sources/source';

const TEXT = { en: 'no', ja: '不可' };

function contextWith(remaining: () => number): SourceContext {
  return { clock: { now: () => 0, remaining, sleep: () => {} } } as unknown as SourceContext;
}

const plenty = contextWith(() => 300000);

/** Pages named 1, 2, 3 ... `last`, two records each. */
function pages(last: number, read: string[] = []): (at: string) => Page {
  return (at) => {
    read.push(at);
    return { records: [`${at}a`, `${at}b`], next: Number(at) < last ? String(Number(at) + 1) : null };
  };
}

describe('pages gathered one after the other', () => {
  it('are all handed over, with nothing left', () => {
    expect(gather(plenty, 'host', '1', pages(3))).toEqual({
      records: ['1a', '1b', '2a', '2b', '3a', '3b'],
      next: null,
    });
  });

  it('go on over an empty page that names a next one', () => {
    const read = (at: string): Page => (at === '1' ? { records: [], next: '2' } : { records: ['x'], next: null });
    expect(gather(plenty, 'host', '1', read)).toEqual({ records: ['x'], next: null });
  });

  it('end where time runs short, and say where to go on', () => {
    const remaining = [80000, 80000];
    const short = contextWith(() => remaining.shift() ?? 0);
    expect(gather(short, 'host', '1', pages(9))).toEqual({ records: ['1a', '1b'], next: '2' });
  });

  it('end with the bite that can be held', () => {
    expect(gather(plenty, 'host', '1', pages(9), 4)).toEqual({ records: ['1a', '1b', '2a', '2b'], next: '3' });
  });

  it('are refused where a place comes twice', () => {
    expect(() => gather(plenty, 'host', '1', () => ({ records: ['x'], next: '1' }))).toThrow('same page');
  });

  it.each(['limit', 'network'] as const)('keep what came when a later page fails for %s', (kind) => {
    const read = (at: string): Page => {
      if (at === '3') throw new KenshinError(kind, TEXT, TEXT);
      return pages(5)(at);
    };
    expect(gather(plenty, 'host', '1', read)).toEqual({ records: ['1a', '1b', '2a', '2b'], next: '3' });
  });

  it('fail with the vendor where the first page does, and where asking again cannot help', () => {
    const failing = (kind: 'limit' | 'credential', where: string) => (at: string) => {
      if (at === where) throw new KenshinError(kind, TEXT, TEXT);
      return pages(5)(at);
    };
    expect(() => gather(plenty, 'host', '1', failing('limit', '1'))).toThrow('no');
    expect(() => gather(plenty, 'host', '1', failing('credential', '2'))).toThrow('no');
  });
});
