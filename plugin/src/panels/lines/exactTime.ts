import type { LogRow } from './row.js';

/** A line's time in UTC to the nanosecond, as far as it is known; empty for a line without a time. */
export function exactTime({ timeMs, nanos }: Pick<LogRow, 'timeMs' | 'nanos'>): string {
  const ms = Math.floor(timeMs);
  if (Number.isNaN(new Date(ms).getTime())) return '';
  const text = new Date(ms).toISOString();
  return nanos === 0 ? text : text.replace('Z', `${String(nanos).padStart(6, '0')}Z`);
}
