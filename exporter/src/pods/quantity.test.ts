import { parseQuantity } from './quantity.js';

describe('parseQuantity', () => {
  it.each([
    ['1', 1],
    ['8', 8],
    ['500m', 0.5],
    ['2k', 2000],
    ['1e3', 1000],
    ['2E', 2e18],
    ['1.5Gi', 1.5 * 2 ** 30],
    [4, 4],
  ])('reads %j', (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });

  it.each(['', 'one', '1x', '1.2.3', '1 Gi', null, {}, NaN])('does not guess at %j', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});
