import { readFieldCaps } from './fieldCaps.js';

const keyword = { type: 'keyword', searchable: true, aggregatable: true };

describe('readFieldCaps', () => {
  it('gives each type of a field, and the indices that have it', () => {
    const caps = readFieldCaps({
      indices: ['a', 'b'],
      fields: {
        code: {
          keyword: { ...keyword, indices: ['a'] },
          unmapped: { type: 'unmapped', searchable: false, aggregatable: false, indices: ['b'] },
        },
        log: { text: { type: 'text', searchable: true, aggregatable: false } },
      },
    });
    expect(caps.indices).toEqual(['a', 'b']);
    expect([...caps.fields]).toEqual([
      [
        'code',
        [
          { ...keyword, indices: ['a'] },
          { type: 'unmapped', searchable: false, aggregatable: false, indices: ['b'] },
        ],
      ],
      ['log', [{ type: 'text', searchable: true, aggregatable: false }]],
    ]);
  });

  it("leaves out the store's own fields, not those of logs that look like them", () => {
    const fields = {
      _id: { _id: { ...keyword, type: '_id' } },
      _seq_no: { _seq_no: { ...keyword, type: '_seq_no' } },
      _tier: { keyword: { ...keyword, metadata_field: true } },
      _doc_count: { integer: { ...keyword, type: 'integer' } },
      _SYSTEMD_UNIT: { keyword: { ...keyword, metadata_field: false } },
      _p: { keyword },
    };
    expect([...readFieldCaps({ indices: ['a'], fields }).fields.keys()]).toEqual([
      '_SYSTEMD_UNIT',
      '_p',
    ]);
  });

  it('is empty for an answer that holds nothing', () => {
    for (const body of [null, {}, { indices: 'a', fields: [] }]) {
      expect(readFieldCaps(body)).toEqual({ indices: [], fields: new Map() });
    }
  });
});
