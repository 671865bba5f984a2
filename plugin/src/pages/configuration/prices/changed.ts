import type { Prices } from '@gpuscope/dashboards';

/** Digits, and a part below one behind a point or a comma. */
const PRICE = /^(?:\d+[.,]?\d*|[.,]\d+)$/;
/** 1,000: a thousand to some, one to others. */
const EITHER_WAY = /^[1-9]\d{0,2},\d{3}$/;

/** What is written in a field of a price, in letters of any width: nothing, a price, or no price at all. */
export function readPrice(text: string): number | undefined | 'bad' {
  const written = text.normalize('NFKC').trim();
  if (written === '') return undefined;
  if (!PRICE.test(written) || EITHER_WAY.test(written)) return 'bad';
  const price = Number(written.replace(',', '.'));
  return Number.isFinite(price) ? price : 'bad';
}

/** Prices with one changed; without a price where there is none. */
export function withPrice(
  { perGpuHour, models = {}, currency }: Prices,
  model: string | undefined,
  price: number | undefined,
): Prices {
  const common = model === undefined ? price : perGpuHour;
  const others = Object.entries(models).filter(([name]) => name !== model);
  const own = model === undefined || price === undefined ? [] : [[model, price] as const];
  return {
    currency,
    ...(common === undefined ? {} : { perGpuHour: common }),
    models: Object.fromEntries([...others, ...own]),
  };
}
