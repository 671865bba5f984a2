import { fakeAsk, never } from '../testing/fakes.js';
import { capsFor } from './capsFor.js';

const caps = {
  indices: ['logs-a'],
  fields: { log: { text: { type: 'text', searchable: true, aggregatable: false } } },
};
const mappings = { 'logs-a': { mappings: { doc: { properties: { log: { type: 'text' } } } } } };

describe('capsFor', () => {
  it('is the same by field capabilities and by mappings', async () => {
    const { ask, asked } = fakeAsk(({ path }) => ({
      body: path.endsWith('_field_caps') ? caps : mappings,
    }));
    const byCaps = await capsFor(ask, 'logs-*', true, never());
    expect(await capsFor(ask, 'logs-*', false, never())).toEqual(byCaps);
    expect(asked.map(({ path }) => path)).toEqual(['/logs-*/_field_caps', '/logs-*/_mapping']);
    expect(asked[0]?.query).toMatchObject({ include_unmapped: 'true', ignore_unavailable: 'true' });
  });

  it.each([true, false])('throws where nothing matches, with capabilities: %s', async (tells) => {
    const { ask } = fakeAsk(() => ({ body: {} }));
    await expect(capsFor(ask, 'nothing-*', tells, never())).rejects.toMatchObject({
      code: 'INDEX_NOT_FOUND',
      message: expect.stringContaining('nothing-*') as string,
    });
  });

  it('keeps a pattern with commas, colons and slashes one part of the path', async () => {
    const { ask, asked } = fakeAsk(() => ({ body: caps }));
    await capsFor(ask, 'eu:logs-*,a/../b', true, never());
    expect(asked[0]?.path).toBe('/eu%3Alogs-*%2Ca%2F..%2Fb/_field_caps');
  });

  it('says that mappings do not reach over clusters', async () => {
    const { ask, asked } = fakeAsk(() => ({ body: mappings }));
    await expect(capsFor(ask, 'eu:logs-*', false, never())).rejects.toMatchObject({
      code: 'STORE_UNSUPPORTED',
    });
    expect(asked).toEqual([]);
  });
});
