import { child, xmlTree } from './xml-tree';

/** The colours of a file's theme in the order in which styles number them (ECMA-376 part 1, 18.8.3): light first. */
export function themeColors(themeXml: string | null): string[] {
  if (themeXml === null) return [];
  const scheme = child(child(xmlTree(themeXml), 'themeElements'), 'clrScheme');
  const colors = (scheme?.children ?? []).map((entry) => {
    const { val, lastClr } = entry.children[0]?.attributes ?? {};
    return `#${(lastClr ?? val ?? '000000').toLowerCase()}`;
  });
  const [dark1, light1, dark2, light2, ...accents] = colors;
  return [light1, dark1, light2, dark2, ...accents].filter((color) => color !== undefined);
}

/** A colour made lighter (tint up to 1) or darker (down to -1); ECMA-376 part 1, 18.8.19, channel by channel. */
export function tinted(color: string, tint: number): string {
  if (tint === 0) return color;
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const changed = channels.map((channel) =>
    Math.round(tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint),
  );
  return `#${changed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
