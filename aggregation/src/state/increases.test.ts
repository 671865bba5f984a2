import { createIncreases } from './increases.js';

describe('createIncreases', () => {
  it('knows no increase at the first reading, then the difference', () => {
    const increases = createIncreases();
    expect(increases.advance('a', 100)).toBeUndefined();
    expect(increases.advance('a', 130)).toBe(30);
    expect(increases.advance('a', 130)).toBe(0);
  });

  it('counts what a counter has grown to since its reset', () => {
    const increases = createIncreases();
    increases.advance('a', 100);
    expect(increases.advance('a', 12)).toBe(12);
    expect(increases.advance('a', 20)).toBe(8);
  });

  it('keeps counters apart', () => {
    const increases = createIncreases();
    increases.advance('a', 100);
    expect(increases.advance('b', 5)).toBeUndefined();
  });

  it('forgets on sweeping what was not read since the last sweep', () => {
    const increases = createIncreases();
    increases.advance('a', 1);
    increases.advance('b', 1);
    increases.sweep();
    increases.advance('a', 2);
    increases.sweep();
    expect(increases.advance('a', 5)).toBe(3);
    expect(increases.advance('b', 5)).toBeUndefined();
  });
});
