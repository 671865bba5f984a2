import { makeIndex } from '../support/records.js';
import { never } from '../support/target.js';
import { mapping } from './mapping.js';
import type { Opened } from './opened.js';

export function checkRefusals(opened: () => Opened): void {
  it('says that nothing matches a pattern', async () => {
    const index = `${opened().server.unique('nothing')}-*`;
    await expect(opened().store.fieldCaps(index, never())).rejects.toMatchObject({
      code: 'INDEX_NOT_FOUND',
    });
    const answer = await opened().store.search({ index, body: {} }, never());
    expect(answer.hits).toEqual([]);
  });

  it('says what the store does not understand', async () => {
    const index = opened().server.unique('errors');
    await makeIndex(opened().server, index, mapping);
    const search = (body: Record<string, unknown>) =>
      opened().store.search({ index, body }, never());
    await expect(search({ query: { nonsense: {} } })).rejects.toMatchObject({
      code: 'QUERY_INVALID',
    });
    await expect(search({ aggs: { a: { terms: { field: 'log' } } } })).rejects.toMatchObject({
      code: 'FIELD_NOT_EXACT',
    });
    await expect(search({ size: 10_001 })).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });
}
