/**
 * Civil time of instants in one zone as `2026-01-31T09:30:00`. One formatter serves all calls: making one costs
 * far more than using it.
 */
export function wallClockOf(zone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hour12: false,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (instant) => {
    const parts: Record<string, string> = {};
    for (const part of format.formatToParts(instant)) parts[part.type] = part.value;
    const year = (parts.year ?? '').padStart(4, '0');
    const hour = parts.hour === '24' ? '00' : parts.hour;
    return `${year}-${parts.month}-${parts.day}T${hour}:${parts.minute}:${parts.second}`;
  };
}
