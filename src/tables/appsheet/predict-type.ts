/**
 * What AppSheet takes a column for by the words of its header, as its help describes it ("Effective use of column
 * headers", with the lists of trigger words; headers are read in English only). All types a header's words speak for;
 * empty where none does, so that format and values decide. `triggers` are the words by type.
 */
export function predictTypes(header: string, triggers: Readonly<Record<string, string>>): readonly string[] {
  const words = header
    .toLowerCase()
    .split(/[^a-z%-]+/)
    .filter((word) => word !== '');
  const types: string[] = [];
  if (words[0] === 'is' || words[0] === 'has' || header.endsWith('?')) types.push('Yes/No');
  if (header.endsWith('!')) types.push('Action');
  for (const type of Object.keys(triggers)) {
    const list = (triggers[type] as string).split(' ');
    if (words.some((word) => list.includes(word))) types.push(type);
  }
  return types;
}
