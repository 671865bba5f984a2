import fc from 'fast-check';
import { jsonDocuments, NotJson } from './documents.js';

const document = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()));

describe('jsonDocuments', () => {
  it('reads as many documents as were written, with any blanks between', () => {
    const blank = fc.constantFrom('', '\n', ' \r\n\t', '\n\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(document, blank, fc.boolean())), (documents) => {
        const text = documents
          .map(([one, after, pretty]) => JSON.stringify(one, null, pretty ? 2 : 0) + after)
          .join('');
        expect(jsonDocuments(text)).toEqual(
          documents.map(([one]) => JSON.parse(JSON.stringify(one)) as unknown),
        );
      }),
    );
  });

  it.each([
    ['{"a":1', 'ends inside the object that begins at character 1'],
    ['{}\n{"a":"}', 'ends inside the object that begins at character 4'],
    ['{"a":1}x', 'at character 8 stands "x"'],
    ['{"a":}', 'the JSON that begins at character 1 is broken'],
    ['{]', 'begins at character 1'],
    ['true', 'at character 1 stands "true"'],
  ])('says where %j is broken', (text, words) => {
    expect(() => jsonDocuments(text)).toThrow(NotJson);
    expect(() => jsonDocuments(text)).toThrow(words);
  });
});
