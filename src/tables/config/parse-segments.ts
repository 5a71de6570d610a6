import { BANDS, type BandBound, type Segment } from '../../domain/config/config';
import { implies } from '../../domain/expression/implies';
import { type Identities, resolve } from './identities';
import { says } from './messages';
import { ruleOf, type Vocabulary } from './rules';
import { bilingual, numberOf, type Section, textOf } from './section';

/** The Segments tab: the last row, and no other, has no rule. */
export function parseSegments(section: Section, words: Vocabulary): readonly Segment[] {
  if (!section.headerOk) return [];
  if (section.records.length === 0) section.faultOfTab('Segment', 'tab.empty', says.noRows(section.tab.name));
  const segments: Segment[] = [];
  let open: string | null = null;
  section.records.forEach((record, index) => {
    const id = textOf(record, 'Segment');
    const rule = ruleOf(section, record, 'Rule', words);
    const unruled = record.values.Rule === null && !record.refused.has('Rule');
    const taker = rule && segments.find((before) => before.rule && implies(rule, before.rule));
    if (open !== null) section.fault(record, 'Segment', 'segment.unreachable', says.segmentUnreachable(open));
    else if (taker) section.fault(record, 'Rule', 'segment.overlap', says.segmentOverlap(taker.id));
    else if (!unruled && index === section.records.length - 1) {
      section.fault(record, 'Rule', 'segment.default', says.segmentDefault());
    }
    if (unruled && open === null) open = id;
    segments.push({ id, name: bilingual(record, 'Segment', 'Name Ja'), rule });
  });
  return segments;
}

/**
 * The Bands tab. In every segment the bounds that apply there, its own or else those of all segments, must fall from
 * Green to Red, and Red begins at 0.
 */
export function parseBands(section: Section, segments: Identities): readonly BandBound[] {
  if (!section.headerOk) return [];
  const bounds: (BandBound & { readonly at: number })[] = [];
  const places = new Map<string, string>();
  section.records.forEach((record, at) => {
    const band = textOf(record, 'Band') as BandBound['band'] | '';
    const named = textOf(record, 'Segment') !== '';
    const segment = named ? resolve(section, record, 'Segment', segments, 'Segments') : '';
    const lowerBound = numberOf(record, 'Lower Bound');
    if (band === '' || segment === null || record.refused.has('Segment')) return;
    const first = places.get(`${band}|${segment}`);
    if (first !== undefined) {
      const id = segment === '' ? band : `${band}, ${segment}`;
      section.fault(record, 'Band', 'id.duplicate', says.duplicate('Band', id, first));
      return;
    }
    places.set(`${band}|${segment}`, section.place(record.row, 'Band'));
    // A bound that cannot be read still stands for its band, so that the band is not called missing as well.
    bounds.push({ band, segment, lowerBound: lowerBound ?? Number.NaN, at });
  });
  const scopes = Array.from(new Set(['', ...bounds.map(({ segment }) => segment)]));
  for (const scope of scopes) checkScale(section, bounds, scope);
  return bounds.map(({ band, segment, lowerBound }) => ({ band, segment, lowerBound }));
}

function checkScale(section: Section, bounds: readonly (BandBound & { readonly at: number })[], scope: string): void {
  const find = (band: string, segment: string) =>
    bounds.find((bound) => bound.band === band && bound.segment === segment);
  let above: (BandBound & { readonly at: number }) | undefined;
  for (const band of BANDS) {
    const own = find(band, scope);
    const bound = own ?? find(band, '');
    if (!bound) {
      // A band that no segment has is said once, for all of them.
      if (scope === '') section.faultOfTab('Band', 'band.missing', says.bandMissing(band, scope));
      continue;
    }
    const told = scope === '' || own !== undefined || above?.segment === scope;
    const record = section.records[(own ?? (above?.segment === scope ? above : bound)).at];
    if (record && told && above && bound.lowerBound >= above.lowerBound) {
      section.fault(record, 'Lower Bound', 'band.order', says.bandOrder(band, above.band, scope));
    }
    if (record && own && band === 'Red' && bound.lowerBound > 0) {
      section.fault(record, 'Lower Bound', 'band.floor', says.bandFloor());
    }
    above = bound;
  }
}
