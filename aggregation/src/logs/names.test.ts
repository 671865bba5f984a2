import { inEnglish } from '../said/index.js';
import { anded, few, ored } from './names.js';

describe('few', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a, b'],
    [['a', 'b', 'c'], 'a, b, c'],
    [['a', 'b', 'c', 'd'], 'a, b, c and 1 more'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
  ])('%j', (names, text) => {
    expect(inEnglish(few(names))).toBe(text);
  });
});

describe('ored and anded', () => {
  it.each([
    [[], '', ''],
    [['a'], 'a', 'a'],
    [['a', 'b', 'c'], 'a or b or c', 'a and b and c'],
  ])('%j', (names, either, all) => {
    expect(inEnglish(ored(names))).toBe(either);
    expect(inEnglish(anded(names))).toBe(all);
  });
});
