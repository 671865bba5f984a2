import { wordsOf } from './testing/storeModel.js';

// Written down from what Elasticsearch 8.19, 6.8 and OpenSearch 2.19 answer; test/logs/words asks them again.
describe('tokensOf', () => {
  it.each([
    ['java.lang.OutOfMemoryError: x', ['java.lang.outofmemoryerror', 'x']],
    ['CUDA_ERROR_OUT_OF_MEMORY', ['cuda_error_out_of_memory']],
    ['user_id=42', ['user_id', '42']],
    ['显存不足', ['显', '存', '不', '足']],
    ['/v1/chat', ['v1', 'chat']],
    ['10.0.0.1:8080', ['10.0.0.1', '8080']],
    ['12:30:05,123', ['12', '30', '05,123']],
    ['a:b a:1', ['a:b', 'a', '1']],
    ['a.1 1.a 1.2 a1.2b', ['a', '1', '1', 'a', '1.2', 'a1.2b']],
    ["don't 'quoted'", ["don't", 'quoted']],
    ['__init__ _ a_._b', ['__init__', 'a_', '_b']],
    ['アイウabc', ['アイウ', 'abc']],
    ['がぎ', ['が', 'ぎ']],
    ['佐々木', ['佐', '々', '木']],
    ['ภาษาไทย', ['ภาษาไทย']],
    ['e\u0301t\u00ade', ['e\u0301t\u00ade']],
    ['--- => ***', []],
  ])('%j', (text, tokens) => {
    expect(wordsOf(text)).toEqual(tokens);
  });
});
