import type { Prices } from '@gpuscope/dashboards';

/** What is written in a field of a price: nothing, a price, or no price at all. */
export function readPrice(text: string): number | undefined | 'bad' {
  const written = text.trim().replace(',', '.');
  if (written === '') return undefined;
  const price = Number(written);
  return Number.isFinite(price) && price >= 0 ? price : 'bad';
}

/** Prices with one changed; without a price where there is none. */
export function withPrice(
  { perGpuHour, models = {}, currency }: Prices,
  model: string | undefined,
  price: number | undefined,
): Prices {
  const common = model === undefined ? price : perGpuHour;
  const { [model ?? '']: _, ...others } = models;
  const own = model === undefined || price === undefined ? {} : { [model]: price };
  return {
    currency,
    ...(common === undefined ? {} : { perGpuHour: common }),
    models: model === undefined ? models : { ...others, ...own },
  };
}
