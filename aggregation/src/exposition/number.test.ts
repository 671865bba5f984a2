import fc from 'fast-check';
import { formatFloat } from './float.js';
import { readNumber } from './number.js';

const read = (text: string): number | undefined => readNumber(text, 0, text.length);

describe('readNumber', () => {
  it.each([
    ['0', 0],
    ['38', 38],
    ['+5', 5],
    ['-1.5', -1.5],
    ['.5', 0.5],
    ['5.', 5],
    ['0.784913', 0.784913],
    ['0.000000', 0],
    ['00012', 12],
    ['1e3', 1000],
    ['1E+03', 1000],
    ['2.5e-7', 2.5e-7],
    ['9223372036854775794', 2 ** 63],
    ['140737488355328.000000', 140737488355328],
    ['0.1234567890123456789', 0.12345678901234568],
    ['1.7976931348623157e308', Number.MAX_VALUE],
    ['5e-324', Number.MIN_VALUE],
    ['1e-400', 0],
    ['inf', Infinity],
    ['+Inf', Infinity],
    ['-INFINITY', -Infinity],
    ['NaN', NaN],
    ['nan', NaN],
  ])('reads %s', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it('keeps the sign of zero', () => {
    expect(read('-0')).toBe(-0);
    expect(read('-0.0e5')).toBe(-0);
    expect(read('+0')).toBe(0);
  });

  it.each([
    '',
    '+',
    '-',
    '.',
    '-.',
    'e5',
    '1e',
    '1e+',
    '1..2',
    '1.2.3',
    '--1',
    '+-1',
    '1_000',
    '0x10',
    '0x1p4',
    '0b1',
    '1e400',
    '-1e400',
    '+nan',
    '-NaN',
    'infinit',
    'Infinityy',
    '12,5',
    '12 ',
    ' 12',
    '1d',
    '１',
  ])('refuses %j', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('reads only between the given places', () => {
    expect(readNumber('x12.5y', 1, 5)).toBe(12.5);
    expect(readNumber('1234', 0, 2)).toBe(12);
    expect(readNumber('1e5', 0, 2)).toBeUndefined();
    expect(readNumber('1.e5', 0, 2)).toBe(1);
  });

  it('reads every decimal as JavaScript does', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 20 });
    const sign = fc.constantFrom('', '+', '-');
    const exponent = fc.oneof(
      fc.constant(''),
      fc.integer({ min: -30, max: 30 }).map((e) => `e${String(e)}`),
    );
    fc.assert(
      fc.property(
        sign,
        digits,
        fc.constantFrom('', '.'),
        digits,
        exponent,
        (s, whole, dot, rest, e) => {
          const fraction = dot === '' ? '' : dot + rest;
          const text = s + whole + fraction + e;
          const legal = whole !== '' || fraction.length > 1;
          expect(read(text)).toBe(legal ? Number(text) : undefined);
        },
      ),
    );
  });

  it('reads back every double that is printed', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(read(formatFloat(value))).toBe(value);
      }),
    );
  });
});
