import fc from 'fast-check';
import { textOf, valueAt } from './valueAt.js';

describe('valueAt', () => {
  it.each([
    ['nested', { a: { b: { c: 1 } } }],
    ['dotted', { 'a.b.c': 1 }],
    ['dotted above', { 'a.b': { c: 1 } }],
    ['dotted below', { a: { 'b.c': 1 } }],
    ['beside an object that lacks it', { 'a.b': { x: 2 }, a: { 'b.c': 1 } }],
    ['beside a text of the name', { a: { b: 'x', 'b.c': 1 } }],
  ])('finds what is %s', (_, source) => {
    expect(valueAt(source, 'a.b.c')).toBe(1);
  });

  it.each([
    ['nothing', {}],
    ['a text in the way', { a: 'b' }],
    ['a list in the way', { a: [{ b: { c: 1 } }] }],
    ['null in the way', { a: null }],
  ])('finds nothing where there is %s', (_, source) => {
    expect(valueAt(source, 'a.b.c')).toBeUndefined();
  });

  it('finds nothing that objects have of their own', () => {
    expect(valueAt({}, 'constructor')).toBeUndefined();
    expect(valueAt({ a: {} }, 'a.toString')).toBeUndefined();
  });

  it('finds a value wherever the dots of its path are cut', () => {
    const steps = fc.array(fc.stringMatching(/^[a-z/]{1,3}$/u), { minLength: 1, maxLength: 5 });
    const cuts = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(steps, cuts, (path, isCut) => {
        const keys = path.reduce<string[]>((all, step, at) => {
          const last = all.at(-1);
          if (last === undefined || isCut[at] === true) return [...all, step];
          return [...all.slice(0, -1), `${last}.${step}`];
        }, []);
        const source = keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), 'found');
        expect(valueAt(source as Record<string, never>, path.join('.'))).toBe('found');
      }),
    );
  });
});

describe('textOf', () => {
  it.each([
    ['a', 'a'],
    [5, '5'],
    [false, 'false'],
    [['a', 'b'], 'a'],
    [[], ''],
    [null, ''],
    [undefined, ''],
    [{ a: 1 }, ''],
  ])('%j is %j', (value, text) => {
    expect(textOf(value)).toBe(text);
  });
});
