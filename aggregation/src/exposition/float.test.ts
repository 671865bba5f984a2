import fc from 'fast-check';
import { formatFloat, formatSeconds } from './float.js';

describe('formatFloat', () => {
  it.each([
    [0, '0'],
    [-0, '-0'],
    [38, '38'],
    [0.1, '0.1'],
    [1e21, '1e+21'],
    [5e-324, '5e-324'],
    [Infinity, '+Inf'],
    [-Infinity, '-Inf'],
    [NaN, 'NaN'],
  ])('prints %p as %s', (value, text) => {
    expect(formatFloat(value)).toBe(text);
  });
});

describe('formatSeconds', () => {
  it.each([
    [0, '0.000'],
    [7, '0.007'],
    [1_700_000_000_123, '1700000000.123'],
    [-1, '-0.001'],
    [-1500, '-1.500'],
  ])('prints %d ms as %s s', (milliseconds, text) => {
    expect(formatSeconds(milliseconds)).toBe(text);
  });

  it('is exact for every time a date can have', () => {
    fc.assert(
      fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (milliseconds) => {
        const [seconds = '', rest = ''] = formatSeconds(Math.abs(milliseconds)).split('.');
        expect(BigInt(seconds) * 1000n + BigInt(rest)).toBe(BigInt(Math.abs(milliseconds)));
      }),
    );
  });
});
