import { WHOLE_WORDS_ABOVE } from './options.js';
import { messageLayout } from './testing/messageLayout.js';
import { wordsNotices } from './wordsNotices.js';

const few = { dialect: { product: 'elasticsearch', major: 8, minor: 19 } } as const;
const many = { ...few, documents: WHOLE_WORDS_ABOVE + 1 };
const words = messageLayout();
const both = messageLayout({ exact: 'message.keyword' });

const texts = (...asked: Parameters<typeof wordsNotices>) =>
  wordsNotices(...asked).map(({ text }) => text);

describe('wordsNotices', () => {
  it('says nothing where the store finds what grep finds', () => {
    expect(wordsNotices('', words, many)).toEqual([]);
    expect(wordsNotices('OutOfMemory -debug', words, few)).toEqual([]);
    expect(wordsNotices('user_id=42', both, few)).toEqual([]);
  });

  it('names the words whose signs the store does not keep', () => {
    expect(texts('ok user_id=42 -/healthz', words, few)).toEqual([
      expect.stringContaining('user_id=42, /healthz'),
    ]);
  });

  it('says when words are found from their beginning only', () => {
    expect(texts('Memory', both, many)).toEqual([expect.stringContaining('beginning')]);
    expect(texts('显存', words, many)).toEqual([expect.stringContaining('显存')]);
  });
});
