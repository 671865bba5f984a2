import type { Prices } from '@gpuscope/dashboards';
import type { AppSettings } from './appSettings.js';

const isPrice = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** What a GPU-hour costs here; what is no price is left out, and undefined stands for no price at all. */
export function pricesOf({ prices }: AppSettings): Prices | undefined {
  if (typeof prices !== 'object' || prices === null) return undefined;
  const { currency, perGpuHour, models } = prices;
  const own = Object.entries(models ?? {}).filter(([, price]) => isPrice(price));
  if (own.length === 0 && !isPrice(perGpuHour)) return undefined;
  return {
    currency: typeof currency === 'string' ? currency : '',
    ...(isPrice(perGpuHour) ? { perGpuHour } : {}),
    models: Object.fromEntries(own),
  };
}
