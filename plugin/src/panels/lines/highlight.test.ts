import { searchWords } from '@gpuscope/aggregation/logs';
import fc from 'fast-check';
import { finderOf, markParts } from './highlight.js';

const marked = (text: string, words: string) =>
  markParts(text, finderOf(searchWords(words)))
    .filter(({ isMarked }) => isMarked)
    .map((part) => part.text);

describe('searched words', () => {
  it('are marked in any case, wherever they stand', () => {
    expect(marked('CUDA error: cuda_OOM', 'cuda')).toEqual(['CUDA', 'cuda']);
    expect(marked('显存不足：GPU 0', '不足')).toEqual(['不足']);
    expect(marked('a.b axb', 'a.b')).toEqual(['a.b']);
  });

  it('are marked whole where one begins another', () => {
    expect(marked('errors', 'err errors')).toEqual(['errors']);
  });

  it('mark nothing where there are none, or where one is no expression', () => {
    expect(finderOf([])).toBeUndefined();
    expect(finderOf(['(', ''])).toBeUndefined();
    expect(markParts('x', undefined)).toEqual([{ text: 'x', isMarked: false }]);
  });

  it('leave the text as it is', () => {
    const word = fc.string({ minLength: 1, maxLength: 3 }).filter((text) => !/[\s"]/u.test(text));
    fc.assert(
      fc.property(fc.string(), word, (text, one) => {
        const parts = markParts(text, finderOf(searchWords(one.replace(/^-+/u, 'x'))));
        expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
    );
  });
});
