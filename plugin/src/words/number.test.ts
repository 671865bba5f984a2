import fc from 'fast-check';
import { decimalsFor, formatNumber, NO_FIGURE } from './number.js';

describe('a figure', () => {
  it.each([
    [3.4, 1, '3.4'],
    [8, 1, '8'],
    [0.25, 2, '0.25'],
    [1234.5, 0, '1,235'],
    [0.004, 2, '<0.01'],
    [0.006, 2, '0.01'],
    [-0.001, 1, '0'],
    [0, 2, '0'],
    [-3.25, 1, '-3.3'],
  ])('%d with %d decimals is %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });

  it('that is none says so', () => {
    for (const value of [NaN, Infinity, -Infinity]) expect(formatNumber(value, 1)).toBe(NO_FIGURE);
  });

  it('above nothing never reads as nothing', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 1e12, noNaN: true }),
        fc.nat(3),
        (value, decimals) => {
          expect(formatNumber(value, decimals)).not.toBe('0');
        },
      ),
    );
  });

  it('is read back within half of its last digit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 1e9, noNaN: true }), (value) => {
        const decimals = decimalsFor(value);
        const read = Number(formatNumber(value, decimals).replaceAll(',', ''));
        expect(Math.abs(read - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-6);
      }),
    );
  });
});
