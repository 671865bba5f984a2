import { currencyOf, type Money, type Unit } from '@gpuscope/dashboards';
import { inWord, isCounted } from './counted.js';
import { formatDuration, formatWhen } from './duration.js';
import { decimalsFor, formatNumber, NO_FIGURE } from './number.js';
import { isScaled, scaledDecimals, shownScale, type ScaledUnit } from './scale.js';

function scaled(value: number, unit: ScaledUnit): string {
  const { by, sign } = shownScale(value, unit);
  return `${formatNumber(value / by, scaledDecimals(value / by))} ${sign}`;
}

/** A share of one in per cent; figures above 10 % without decimals. */
export function formatShare(ratio: number): string {
  if (!Number.isFinite(ratio)) return NO_FIGURE;
  const percent = ratio * 100;
  return `${formatNumber(percent, Math.abs(percent) >= 10 || percent === 0 ? 0 : 1)} %`;
}

/** To the cent, as on a bill. */
function money(value: number, currency: string): string {
  const cents = Math.round(Math.abs(value) * 100) / 100;
  if (cents === 0 && value > 0) return `<${currency}0.01`;
  const written = cents.toLocaleString('en-US', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return `${value < 0 && cents > 0 ? '-' : ''}${currency}${written}`;
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
  if (isMoney(unit)) return money(value, currencyOf(unit) ?? '');
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
