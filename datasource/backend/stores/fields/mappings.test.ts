import { capsOfMappings } from './mappings.js';

const six = (properties: Record<string, unknown>) => ({ mappings: { doc: { properties } } });
const read = (body: unknown) => capsOfMappings(JSON.parse(JSON.stringify(body)) as null);
const keyword = { type: 'keyword', searchable: true, aggregatable: true };

describe('capsOfMappings', () => {
  it('finds fields below fields, by their whole names', () => {
    const { fields, indices } = read({
      a: six({
        log: { type: 'text', fields: { keyword: { type: 'keyword' } } },
        kubernetes: { properties: { labels: { properties: { app: { type: 'keyword' } } } } },
      }),
    });
    expect(indices).toEqual(['a']);
    expect(Object.fromEntries(fields)).toEqual({
      log: [{ type: 'text', searchable: true, aggregatable: false }],
      'log.keyword': [keyword],
      kubernetes: [{ type: 'object', searchable: false, aggregatable: false }],
      'kubernetes.labels': [{ type: 'object', searchable: false, aggregatable: false }],
      'kubernetes.labels.app': [keyword],
    });
  });

  it('says which indices have a field otherwise, or not at all', () => {
    const { fields } = read({
      b: six({ code: { type: 'long' } }),
      a: six({ code: { type: 'keyword' } }),
      d: six({ code: { type: 'keyword' } }),
      c: { mappings: {} },
    });
    expect(fields.get('code')).toEqual([
      { type: 'long', searchable: true, aggregatable: true, indices: ['b'] },
      { ...keyword, indices: ['a', 'd'] },
      { type: 'unmapped', searchable: false, aggregatable: false, indices: ['c'] },
    ]);
  });

  it('reads mappings with and without a type between', () => {
    const properties = { log: { type: 'keyword' } };
    expect(read({ a: { mappings: { properties } } })).toEqual(read({ a: six(properties) }));
  });

  it.each([
    [
      { type: 'keyword', index: false },
      { searchable: false, aggregatable: true },
    ],
    [
      { type: 'keyword', doc_values: false },
      { searchable: true, aggregatable: false },
    ],
    [
      { type: 'text', fielddata: true },
      { searchable: true, aggregatable: true },
    ],
    [
      { type: 'nested', properties: {} },
      { searchable: false, aggregatable: false },
    ],
  ])('tells what %j is good for', (field, good) => {
    expect(read({ a: six({ f: field }) }).fields.get('f')).toMatchObject([good]);
  });

  it('calls a field searchable only where it is so in all indices', () => {
    const { fields } = read({
      a: six({ f: { type: 'keyword', index: false } }),
      b: six({ f: { type: 'keyword' } }),
    });
    expect(fields.get('f')).toEqual([{ ...keyword, searchable: false }]);
  });

  it('lets an alias be what it stands for, and drops one that stands for nothing', () => {
    const { fields } = read({
      a: six({
        app: { type: 'alias', path: 'labels.app' },
        gone: { type: 'alias', path: 'nothing' },
        labels: { properties: { app: { type: 'keyword' } } },
      }),
    });
    expect(fields.get('app')).toEqual([keyword]);
    expect(fields.has('gone')).toBe(false);
  });
});
