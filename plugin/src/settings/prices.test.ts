import type { AppSettings } from './appSettings.js';
import { pricesOf } from './prices.js';

const kept = (prices: unknown): AppSettings => ({ prices }) as AppSettings;

describe('the prices that were kept', () => {
  it('are taken as they are', () => {
    const prices = { currency: '€', perGpuHour: 1.5, models: { H100: 4 } };
    expect(pricesOf({ prices })).toEqual(prices);
  });

  it.each([[undefined], [null], ['2'], [{}], [{ currency: '€' }], [{ currency: '€', models: {} }]])(
    'are none in %j',
    (prices) => {
      expect(pricesOf(kept(prices))).toBeUndefined();
    },
  );

  it('lack what is no price, so that no page asks for nonsense', () => {
    const prices = { currency: 7, perGpuHour: -1, models: { A: '3', B: Number.NaN, C: 2, D: 0 } };
    expect(pricesOf(kept(prices))).toEqual({ currency: '', models: { C: 2, D: 0 } });
  });
});
