import fc from 'fast-check';
import { parseJson, writeJson } from './json.js';

describe('parseJson', () => {
  it('is JSON.parse for everything that numbers can hold', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        const hasLarge = /\d{16,}/.test(text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""'));
        fc.pre(!hasLarge);
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('keeps every digit of a large integer, and leaves texts alone', () => {
    const line = fc.string({ unit: 'grapheme' });
    const large = fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n });
    fc.assert(
      fc.property(line, large, fc.boolean(), (text, integer, isNegative) => {
        const digits = `${isNegative ? '-' : ''}${integer}`;
        const tricky = `${text}":[${digits},"\\`;
        const json = `{"log":${JSON.stringify(tricky)},"n":[${digits}, ${digits}],"m":${digits}}`;
        expect(parseJson(json)).toEqual({ log: tricky, n: [digits, digits], m: digits });
      }),
    );
  });

  it.each([
    ['[9007199254740991]', [9_007_199_254_740_991]],
    ['[9007199254740993]', ['9007199254740993']],
    ['[-9007199254740993]', ['-9007199254740993']],
    ['[0.1234567890123456789]', [0.12345678901234568]],
    ['[9223372036854775808.5]', [2 ** 63]],
    ['[1234567890123456789e3]', [Number('1234567890123456789e3')]],
  ])('reads %s as %j', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  it('throws for what is no JSON', () => {
    expect(() => parseJson('<html>12345678901234567890,</html>')).toThrow(SyntaxError);
    expect(() => parseJson('["12345678901234567890,')).toThrow(SyntaxError);
  });
});

describe('writeJson', () => {
  it('gives back what it was given, with large digits of search_after as numbers', () => {
    const after = ['1700000000123456789', 'a', 5, null, '007199254740993123'];
    const text = writeJson({ size: 1, search_after: after });
    expect(text).toContain('[1700000000123456789,"a",5,null,"007199254740993123"]');
    expect(JSON.parse(writeJson({ search_after: [1] }))).toEqual({ search_after: [1] });
    expect(JSON.parse(writeJson({ query: { term: { id: '1700000000123456789' } } }))).toEqual({
      query: { term: { id: '1700000000123456789' } },
    });
  });

  it('sends sort values back as they came', () => {
    const integer = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String);
    fc.assert(
      fc.property(fc.array(integer, { minLength: 1 }), (digits) => {
        const sort = parseJson(`[${digits.join(',')}]`);
        expect(writeJson({ search_after: sort })).toBe(`{"search_after":[${digits.join(',')}]}`);
      }),
    );
  });
});
