import { readPrice, withPrice } from './changed.js';

describe('a price as it is written', () => {
  it.each([
    ['2', 2],
    [' 2.5 ', 2.5],
    ['2,5', 2.5],
    ['0', 0],
    ['', undefined],
    ['  ', undefined],
    ['-1', 'bad'],
    ['two', 'bad'],
    ['1e999', 'bad'],
  ])('%j is %j', (text, price) => {
    expect(readPrice(text)).toBe(price);
  });
});

describe('prices', () => {
  const prices = { currency: '€', perGpuHour: 1, models: { A: 2, B: 3 } };

  it('change one at a time', () => {
    expect(withPrice(prices, 'A', 9)).toEqual({ ...prices, models: { A: 9, B: 3 } });
    expect(withPrice(prices, 'C', 4)).toEqual({ ...prices, models: { A: 2, B: 3, C: 4 } });
    expect(withPrice(prices, undefined, 7)).toEqual({ ...prices, perGpuHour: 7 });
  });

  it('forget one that is taken away', () => {
    expect(withPrice(prices, 'B', undefined)).toEqual({ ...prices, models: { A: 2 } });
    expect(withPrice(prices, undefined, undefined)).toEqual({
      currency: '€',
      models: { A: 2, B: 3 },
    });
  });
});
