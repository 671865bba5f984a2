import { COMPONENTS_ZH } from './componentsZh.js';
import { wordsOf } from './words.js';

const texts = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(texts);

const CHINESE = /\p{Script=Han}/u;

describe('what the preview says', () => {
  const [en, zh] = [wordsOf('en-US'), wordsOf('zh-Hans')];

  it('has an English and a Chinese text for all, none empty', () => {
    expect(texts(zh)).toHaveLength(texts(en).length);
    expect([...texts(en), ...texts(zh)].filter((text) => text.trim() === '')).toEqual([]);
  });

  it('is Chinese in Chinese, but for names', () => {
    expect(texts(zh).filter((text) => !CHINESE.test(text))).toEqual(['English', 'Prometheus']);
  });

  it('keeps the places of values in components', () => {
    const filled = Object.entries(COMPONENTS_ZH).filter(([, text]) => text.includes('{{'));
    expect(filled.every(([, text]) => /\{\{ ?\w+ ?\}\}/.test(text))).toBe(true);
    expect(Object.values(COMPONENTS_ZH).filter((text) => !CHINESE.test(text))).toEqual([]);
  });
});
