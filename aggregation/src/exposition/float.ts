/**
 * A number as both formats print it: the shortest decimal that reads back as the same double,
 * with `+Inf`, `-Inf`, `NaN` and a zero that keeps its sign.
 */
export function formatFloat(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '+Inf' : '-Inf';
}

const THOUSAND = 1000;

/** Milliseconds as OpenMetrics writes them: seconds, exact to the millisecond. */
export function formatSeconds(milliseconds: number): string {
  const whole = Math.trunc(Math.abs(milliseconds) / THOUSAND);
  const rest = Math.abs(milliseconds) % THOUSAND;
  const sign = milliseconds < 0 ? '-' : '';
  return `${sign}${String(whole)}.${String(rest).padStart(3, '0')}`;
}
