import { GpuscopeError } from '../../errors.js';
import { matchesWords } from './matchesWords.js';
import { indexed, matches } from './testing/storeModel.js';
import { messageLayout } from './testing/messageLayout.js';
import { WHOLE_WORDS_ABOVE } from './options.js';
import { wordsClause } from './wordsClause.js';

const elasticsearch8 = { dialect: { product: 'elasticsearch', major: 8, minor: 19 } } as const;
const elasticsearch6 = { dialect: { product: 'elasticsearch', major: 6, minor: 8 } } as const;
const openSearch2 = { dialect: { product: 'opensearch', major: 2, minor: 19 } } as const;
const layout = messageLayout();

describe('wordsClause', () => {
  it('asks one word as a wildcard, which has no limit of expansions', () => {
    expect(wordsClause('OutOfMemory', layout, elasticsearch8)).toEqual({
      wildcard: { message: { value: '*outofmemory*' } },
    });
  });

  it('asks Chinese as a phrase', () => {
    expect(wordsClause('显存不足', layout, elasticsearch6)).toEqual({
      match_phrase: { message: '显存不足' },
    });
  });

  it('asks parts in a row by intervals where match_only_text knows no spans', () => {
    expect(wordsClause('Cuda_error at 显存:gpu0', layout, elasticsearch8)).toMatchObject({
      bool: { filter: [{ wildcard: {} }, { wildcard: {} }, { intervals: { message: {} } }] },
    });
    expect(wordsClause('"the/v1/chat"', layout, elasticsearch8)).toEqual({
      intervals: {
        message: {
          all_of: {
            intervals: [
              { wildcard: { pattern: '*the' } },
              { match: { query: 'v1', max_gaps: 0, ordered: true } },
              { wildcard: { pattern: 'chat*' } },
            ],
            max_gaps: 0,
            ordered: true,
          },
        },
      },
    });
  });

  it.each([elasticsearch6, openSearch2])('asks parts in a row by spans: %j', (options) => {
    expect(wordsClause('the/v1/chat', layout, options)).toEqual({
      span_near: {
        clauses: [
          { span_multi: { match: { wildcard: { message: { value: '*the' } } } } },
          { span_term: { message: 'v1' } },
          { span_multi: { match: { prefix: { message: { value: 'chat' } } } } },
        ],
        slop: 0,
        in_order: true,
      },
    });
  });

  it('asks open ends that very many words have anywhere in the line', () => {
    const found = wordsClause('user_id=4', layout, elasticsearch8);
    expect(found).toEqual({
      bool: {
        filter: [
          { wildcard: { message: { value: '*user_id' } } },
          { prefix: { message: { value: '4' } } },
        ],
      },
    });
    const loose = { ...openSearch2, loose: true };
    expect(JSON.stringify(wordsClause('the/v1/chat', layout, loose))).not.toContain('span');
  });

  it('asks for no row of words where the field does not know their places', () => {
    const placeless = messageLayout({ type: 'match_only_text' });
    const asked = JSON.stringify(wordsClause('the/v1/chat', placeless, openSearch2));
    expect(asked).not.toMatch(/span|intervals/u);
    expect(JSON.stringify(wordsClause('the/v1/chat', placeless, elasticsearch8))).toMatch(
      /intervals/u,
    );
  });

  it('compares signs on the whole line, where the store has it', () => {
    const both = messageLayout({ exact: 'message.keyword' });
    expect(wordsClause('Id=42', both, elasticsearch8)).toMatchObject({
      bool: {
        filter: [
          {},
          {
            bool: {
              should: [
                { wildcard: { 'message.keyword': { value: '*Id=42*', case_insensitive: true } } },
                { bool: { must_not: [{ exists: { field: 'message.keyword' } }] } },
              ],
            },
          },
        ],
      },
    });
    const many = { ...elasticsearch8, documents: 1_000_000_000 };
    expect(JSON.stringify(wordsClause('Id=42', both, many))).not.toContain('keyword');
    expect(JSON.stringify(wordsClause('Error', both, elasticsearch8))).not.toContain('keyword');
  });

  it('asks for both cases where the store cannot ignore case', () => {
    const { text, ...message } = messageLayout({ exact: 'message', type: 'keyword' }).roles.message;
    expect(text).toBe('message');
    const exact = { ...layout, roles: { ...layout.roles, message } };
    const old = (word: string) => wordsClause(word, exact, elasticsearch6);
    const recent = (word: string) => wordsClause(word, exact, elasticsearch8);
    const wildcard = { value: String.raw`*=>a\*1*`, case_insensitive: true };
    expect(recent('=>a*1')).toEqual({ wildcard: { message: wildcard } });
    expect(old('显=1*')).toEqual({ wildcard: { message: { value: String.raw`*显=1\**` } } });
    const regexp = (value: string) => ({ regexp: { message: { value, flags: 'NONE' } } });
    expect(old('=>a*1ß')).toEqual(regexp(String.raw`.*\=\>[aA]\*1ß.*`));
    expect(recent('a.Я')).toEqual(regexp(String.raw`.*[aA]\.[Яя].*`));
    expect(JSON.stringify(old('"]'.repeat(600))).length).toBeLessThan(1000);
  });

  it('finds words from their beginning only, where there are too many records', () => {
    const many = { ...elasticsearch8, documents: WHOLE_WORDS_ABOVE + 1 };
    expect(wordsClause('OutOfMemory', layout, many)).toEqual({
      prefix: { message: { value: 'outofmemory' } },
    });
  });

  it('leaves patterns, queries and expressions in a word as text', () => {
    for (const word of ['*', '?', '.*', '/.*/', '\\', '{}']) {
      expect(() => wordsClause(word, layout, elasticsearch8)).toThrow(/can't be searched for/);
    }
    expect(wordsClause('message:* NOT', layout, elasticsearch8)).toEqual({
      bool: {
        filter: [
          { wildcard: { message: { value: '*message' } } },
          { wildcard: { message: { value: '*not*' } } },
        ],
      },
    });
  });

  it.each(['ok =>', '-"---"', '"..." ok'])('refuses signs alone: %j', (words) => {
    const ask = () => wordsClause(words, layout, elasticsearch8);
    expect(ask).toThrow(GpuscopeError);
    expect(ask).toThrow(/of letters and digits/);
  });

  it('refuses a message that is kept in no way that can be searched', () => {
    const { text, ...message } = layout.roles.message;
    expect(text).toBe('message');
    const dumb = { ...layout, roles: { ...layout.roles, message: { ...message, type: 'object' } } };
    expect(() => wordsClause('x', dumb, elasticsearch8)).toThrow(/"message" is object/);
  });

  it('asks for everything where there is no word', () => {
    expect(wordsClause(' "" ', layout, elasticsearch8)).toEqual({ match_all: {} });
  });

  const lines = [
    'java.lang.OutOfMemoryError: GPU 0',
    'RuntimeError: CUDA_ERROR_OUT_OF_MEMORY on 10.0.0.1:8080',
    'GET /v1/chat?user_id=42 200',
    'GET /v2/chat user_id: 42',
    '错误：显存不足，请重试',
    "can't open file",
  ];

  it.each([
    ['OutOfMemoryError', [0]],
    ['memory', [0, 1]],
    ['CUDA_ERROR', [1]],
    ['0.0.1:80', [1]],
    ['user_id=42', [2]],
    ['/v1/chat', [2]],
    ['chat -v1', [3]],
    ['显存不足', [4]],
    ['存不', [4]],
    ['：显存', [4]],
    ["an't", [5]],
    ['-e -chat', [4]],
    ['gpu -cuda', [0]],
  ])('finds %j in lines %j', (words, found) => {
    for (const options of [elasticsearch8, elasticsearch6, openSearch2]) {
      const clause = wordsClause(words, layout, options);
      const hits = lines.filter((line) => matches(clause, indexed(line)));
      expect(hits.filter((line) => matchesWords(words, line))).toEqual(
        found.map((at) => lines[at]),
      );
    }
  });
});
