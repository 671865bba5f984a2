import fc from 'fast-check';
import { toJson } from './json.js';

describe('toJson', () => {
  it('writes big integers as numbers where these are exact, as text elsewhere', () => {
    expect(toJson({ a: 1n, b: [2n ** 53n - 1n, 2n ** 53n, -(2n ** 60n)] })).toBe(
      '{"a":1,"b":[9007199254740991,"9007199254740992","-1152921504606846976"]}',
    );
  });

  it('never loses a digit', () => {
    fc.assert(
      fc.property(fc.bigInt(), (value) => {
        expect(BigInt(JSON.parse(toJson(value)) as string | number)).toBe(value);
      }),
    );
  });

  it('leaves everything else as JSON does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(toJson(value)).toBe(JSON.stringify(value));
      }),
    );
  });
});
