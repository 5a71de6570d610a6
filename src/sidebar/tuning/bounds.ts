import { BANDS, type Band, type Config } from '../../domain/config/config';

/**
 * A lower bound as near to `value` as the order of the bands allows: below the bound of the band above, and above that of
 * the band below, in every segment in which it applies; no two are alike (see the Bands tab). Where there is no whole
 * number between them it stays as it is.
 */
export function boundWithin({ bands, segments }: Config, band: Band, segment: string, value: number): number {
  const own = (one: Band | undefined, scope: string) =>
    bands.find((bound) => bound.band === one && bound.segment === scope);
  const scopes = segment === '' ? ['', ...segments.map(({ id }) => id).filter((id) => !own(band, id))] : [segment];
  const beside = (one: Band | undefined, none: number) =>
    scopes.map((scope) => (own(one, scope) ?? own(one, ''))?.lowerBound ?? none);
  const place = BANDS.indexOf(band as (typeof BANDS)[number]);
  const above = Math.min(...beside(BANDS[place - 1], 101));
  const below = Math.max(...beside(BANDS[place + 1], -1));
  if (value < above && value > below) return Math.min(100, Math.max(0, value));
  const [most, least] = [Math.ceil(above) - 1, Math.floor(below) + 1];
  return most < least ? (own(band, segment)?.lowerBound ?? value) : value >= above ? most : least;
}
