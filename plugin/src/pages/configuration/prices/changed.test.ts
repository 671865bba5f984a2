import type { Prices } from '@gpuscope/dashboards';
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
    ['9'.repeat(400), 'bad'],
    ['1e3', 'bad'],
    ['0x10', 'bad'],
    ['Infinity', 'bad'],
    ['NaN', 'bad'],
    ['-0', 'bad'],
    ['+1', 'bad'],
    ['1 000', 'bad'],
    ['1,000', 'bad'],
    ['1,234.5', 'bad'],
    ['1.234,5', 'bad'],
    ['1,2,3', 'bad'],
    ['.', 'bad'],
    ['€2', 'bad'],
    ['0,125', 0.125],
    ['1,5000', 1.5],
    ['1000', 1000],
    ['007', 7],
    ['.5', 0.5],
    ['2.', 2],
    ['２．５０', 2.5],
    ['２，５', 2.5],
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

  it('are of models whatever these are called', () => {
    const names = ['NVIDIA "X"', '__proto__', 'toString', 'a\\b', '1', '训练卡', ''];
    const all = names.reduce<Prices>((sum, model, at) => withPrice(sum, model, at), prices);
    expect(Object.entries(all.models ?? {}).sort()).toEqual(
      [['A', 2], ['B', 3], ...names.map((model, at) => [model, at])].sort(),
    );
    expect(names.reduce<Prices>((sum, model) => withPrice(sum, model, undefined), all)).toEqual(
      prices,
    );
  });

  it('forget one that is taken away', () => {
    expect(withPrice(prices, 'B', undefined)).toEqual({ ...prices, models: { A: 2 } });
    expect(withPrice(prices, undefined, undefined)).toEqual({
      currency: '€',
      models: { A: 2, B: 3 },
    });
  });
});
