/**
 * What AppSheet takes a column for by the words of its header, as its help describes it ("Effective use of column
 * headers", with the lists of trigger words; headers are read in English only). All types a header's words speak for;
 * empty where none does, so that format and values decide.
 */
export function predictTypes(header: string): readonly string[] {
  const words = header
    .toLowerCase()
    .split(/[^a-z%-]+/)
    .filter((word) => word !== '');
  const types = new Set<string>();
  if (words[0] === 'is' || words[0] === 'has' || header.endsWith('?')) types.add('Yes/No');
  if (header.endsWith('!')) types.add('Action');
  for (const [type, triggers] of Object.entries(TRIGGERS))
    if (words.some((word) => triggers.includes(word))) types.add(type);
  return [...types];
}

const TRIGGERS: Readonly<Record<string, readonly string[]>> = {
  Email: ['email', 'e-mail'],
  URL: ['site', 'url', 'web', 'website'],
  Phone: ['phone', 'mobile', 'cell', 'tel', 'fax'],
  LongText: ['note', 'notes', 'comment', 'comments', 'description', 'desc'],
  Name: ['name', 'first', 'last', 'middle', 'surname'],
  DateTime: ['date', 'dates', 'day', 'days', 'month', 'months', 'year', 'years', 'timestamp', 'birthday', 'dob'],
  Time: ['time', 'hour', 'hours', 'minute', 'minutes', 'second', 'seconds'],
  Duration: ['duration', 'period', 'elapsed', 'timespan'],
  Number: ['age', 'capacity', 'depth', 'population', 'qty', 'size', 'sum', 'units', 'weight', 'volume'],
  Price: [
    ...['amount', 'cost', 'fee', 'price', 'revenue', 'sales', 'balance', 'value', 'total', 'gain', 'loss'],
    'contribution',
  ],
  Percent: ['%', 'percent', 'probability', 'discount', 'chance', 'quota', 'split'],
  Address: ['address', 'where'],
  LatLong: ['latlong', 'geolocation'],
  Image: ['image', 'photo', 'picture', 'figure', 'icon', 'logo'],
  File: ['file', 'signature'],
  Color: ['blue', 'green', 'orange', 'purple', 'red', 'yellow'],
};
