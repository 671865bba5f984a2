import { currencyOf, type Money, type Unit } from '@gpuscope/dashboards';
import { inWord, isCounted } from './counted.js';
import { formatDuration, formatWhen } from './duration.js';
import { decimalsFor, formatNumber, NO_FIGURE } from './number.js';
import type { Scale } from './scale.js';
import { isScaled, scaleFor } from './scale.js';

/** Decimals of a figure that bears a prefix, where 41.3 says no more than 41. */
export const scaledDecimals = (figure: number): number => (Math.abs(figure) >= 10 ? 0 : 1);

const inScale = (value: number, { by, sign }: Scale): string =>
  `${formatNumber(value / by, scaledDecimals(value / by))} ${sign}`;

/** A prefix further where rounding reaches it: 1023.9 MiB is 1 GiB. */
function scaled(value: number, unit: Parameters<typeof scaleFor>[1]): string {
  const first = scaleFor(value, unit);
  const rounded = Math.round(value / first.by) * first.by;
  return inScale(value, Math.abs(value / first.by) >= 10 ? scaleFor(rounded, unit) : first);
}

/** A share of one in per cent; figures above 10 % without decimals. */
export function formatShare(ratio: number): string {
  if (!Number.isFinite(ratio)) return NO_FIGURE;
  const percent = ratio * 100;
  return `${formatNumber(percent, Math.abs(percent) >= 10 || percent === 0 ? 0 : 1)} %`;
}

const isMoney = (unit: Unit): unit is Money => currencyOf(unit) !== undefined;

/**
 * A figure as people say it: `3.4 GPUs`, `41 GiB`, `5 h`, `43 %`; `–` where there is none.
 *
 * @param value in the unit of dashboards: bytes, seconds, ratios of one, Unix time in milliseconds for `when`
 */
export function formatAmount(value: number, unit: Unit): string {
  if (!Number.isFinite(value)) return NO_FIGURE;
  if (isCounted(unit)) return inWord(formatNumber(value, decimalsFor(value)), unit);
  if (isScaled(unit)) return scaled(value, unit);
  if (isMoney(unit)) return `${currencyOf(unit) ?? ''}${formatNumber(value, 2)}`;
  switch (unit) {
    case 'ratio':
      return formatShare(value);
    case 'celsius':
      return `${formatNumber(value, 0)} °C`;
    case 'seconds':
    case 'lasting':
      return formatDuration(value);
    case 'when':
      return formatWhen(value);
    case 'kilowattHours':
      return `${formatNumber(value, decimalsFor(value))} kWh`;
    case 'count':
    case 'state':
      return formatNumber(value, decimalsFor(value));
  }
}
