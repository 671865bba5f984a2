import fc from 'fast-check';
import { prettyJson } from './prettyJson.js';

describe('JSON opened', () => {
  it('stands over several lines', () => {
    expect(prettyJson('{"msg":"a, {b}","tags":["x",2],"none":{}}')).toBe(
      [
        '{',
        '  "msg": "a, {b}",',
        '  "tags": [',
        '    "x",',
        '    2',
        '  ],',
        '  "none": {}',
        '}',
      ].join('\n'),
    );
  });

  it('keeps all digits and the spelling of numbers', () => {
    expect(prettyJson('{"id":12345678901234567890,"x":1.50e+3}')).toContain('12345678901234567890');
    expect(prettyJson('{"x":1.50e+3}')).toContain('1.50e+3');
  });

  it.each(['plain', '{broken', '3', '"text"', '{"a":1} and more', ''])(
    'is not made of %j',
    (line) => {
      expect(prettyJson(line)).toBeUndefined();
    },
  );

  it('says the same as before', () => {
    const value = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()));
    fc.assert(
      fc.property(value, (json) => {
        const text = JSON.stringify(json);
        expect(JSON.parse(prettyJson(text) ?? '')).toEqual(JSON.parse(text));
      }),
    );
  });
});
