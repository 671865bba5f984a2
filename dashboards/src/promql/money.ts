import type { Prices } from '../spec/prices.js';
import { sumBy } from './expr.js';
import { RECORDED } from './recorded.js';
import { select } from './select.js';

const SECONDS_PER_HOUR = 3600;

/** A text as PromQL quotes it. */
const quoted = (text: string): string => JSON.stringify(text);

interface Priced {
  readonly matchers: readonly string[];
  readonly price: number;
}

/** Which series have which price: no series is named twice. */
function priced({ perGpuHour, models = {} }: Prices): readonly Priced[] {
  const own = Object.entries(models).map(([model, price]) => ({
    matchers: [`model=${quoted(model)}`],
    price,
  }));
  if (perGpuHour === undefined) return own;
  const others = Object.keys(models).map((model) => `model!=${quoted(model)}`);
  return [...own, { matchers: others, price: perGpuHour }];
}

/** What is to be paid for, and for which time. */
export interface Bill {
  readonly record: 'allocatedSeconds' | 'activeSeconds';
  readonly scope: string;
  /** As PromQL writes it: `7d`. */
  readonly range: string;
  readonly by?: readonly string[];
}

/** Money for recorded GPU-seconds, each model by its price; nothing for models without one. */
export const money = (prices: Prices, { record, scope, range, by = [] }: Bill): string =>
  sumBy(
    by,
    priced(prices)
      .map(({ matchers, price }) => {
        const series = select(RECORDED[record], scope, ...matchers);
        return `sum_over_time(${series}[${range}]) * ${String(price)} / ${String(SECONDS_PER_HOUR)}`;
      })
      .join(' or '),
  );

/** Whether there is any price. */
export const hasPrices = (prices: Prices | undefined): prices is Prices =>
  prices !== undefined && priced(prices).length > 0;
