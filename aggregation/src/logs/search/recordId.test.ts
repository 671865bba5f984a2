import fc from 'fast-check';
import { parseRecordId, recordId } from './recordId.js';

describe("a line's id", () => {
  it('gives index and own id back, whatever stands in the own id', () => {
    const index = fc.stringMatching(/^[a-z0-9:.*_-]+$/);
    fc.assert(
      fc.property(index, fc.string({ minLength: 1 }), (name, id) => {
        expect(parseRecordId(recordId({ index: name, id }))).toEqual({ index: name, id });
      }),
    );
  });

  it('differs for the same own id in two indices', () => {
    expect(recordId({ index: 'a', id: '1' })).not.toBe(recordId({ index: 'b', id: '1' }));
  });
});
