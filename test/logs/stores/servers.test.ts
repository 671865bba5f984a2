import { defaultStoreKinds, sharedStore } from '../../servers/index.js';

describe.each(defaultStoreKinds)('%s', (kind) => {
  it('is a store that holds what a test writes into it', async () => {
    const store = await sharedStore(kind);
    const index = store.unique('hello');
    const lines = [
      { index: { _index: index, ...(kind === 'elasticsearch-6.8' ? { _type: '_doc' } : {}) } },
      { message: '显存不足' },
    ];
    await store.must(
      'POST',
      '/_bulk?refresh=true',
      `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`,
    );
    const { count } = (await store.must('GET', `/${index}/_count`)) as { count: number };
    expect(count).toBe(1);
  }, 300_000);
});
