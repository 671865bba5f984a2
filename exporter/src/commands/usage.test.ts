import fc from 'fast-check';
import { distance, nearest, suggestion } from './usage.js';

describe('distance', () => {
  it.each([
    ['', '', 0],
    ['serve', 'serve', 0],
    ['serv', 'serve', 1],
    ['srve', 'serve', 1],
    ['zerve', 'serve', 1],
    ['esrve', 'serve', 2],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('%j to %j: %d', (from, to, far) => {
    expect(distance(from, to)).toBe(far);
  });

  it('is a distance: alike both ways, nought for equals only, no longer by a detour', () => {
    const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b) === 0).toBe(a === b);
        expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c));
      }),
    );
  });
});

describe('nearest', () => {
  const known = ['serve', 'render', 'check-config', 'check-metrics'];

  it.each([
    ['serv', 'serve'],
    ['server', 'serve'],
    ['check-conf', 'check-config'],
    ['chekc-metrics', 'check-metrics'],
    ['check-metric', 'check-metrics'],
    ['xyzzy', undefined],
    ['', undefined],
  ])('%j is meant as %j', (word, meant) => {
    expect(nearest(word, known)).toBe(meant);
  });
});

describe('suggestion', () => {
  it('asks whether the nearest was meant, or says nothing', () => {
    expect(suggestion('listn', ['listen'], '--')).toBe('; did you mean --listen?');
    expect(suggestion('qqqqqq', ['listen'])).toBe('');
  });
});
