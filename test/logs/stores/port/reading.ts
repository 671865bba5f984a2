import type { StoreReading } from '@gpuscope/datasource/backend';
import { makeIndex, openContexts, writeRecords } from '../support/records.js';
import { never } from '../support/target.js';
import { mapping } from './mapping.js';
import type { Opened } from './opened.js';

export function checkReading(opened: () => Opened): void {
  it('reads 10,000 records of one millisecond once each, and closes what it opened', async () => {
    const index = opened().server.unique('reading');
    await makeIndex(opened().server, index, mapping, { number_of_shards: 3 });
    const records = Array.from({ length: 10_000 }, (_, n) => ({
      '@timestamp': 1_700_000_000_000,
      pod: `${n}`,
    }));
    await writeRecords(opened().server, index, records);
    const body = { sort: [{ '@timestamp': 'desc' }], timeout: '1ms' };
    const reading = await opened().store.read({ index, body }, never());
    const seen: string[] = [];
    for (const size of [1, 700, 999]) seen.push(...(await page(reading, size)));
    for (let got = await page(reading, 1_000); got.length > 0; got = await page(reading, 1_000)) {
      seen.push(...got);
    }
    expect(seen).toHaveLength(10_000);
    expect(new Set(seen).size).toBe(10_000);
    await reading.close();
    expect(await openContexts(opened().server, index)).toBe(0);
  }, 120_000);
}

const page = async (reading: StoreReading, size: number): Promise<readonly string[]> => {
  const { hits } = await reading.next(size, never());
  expect(hits.length).toBeLessThanOrEqual(size);
  return hits.map(({ id }) => id);
};
