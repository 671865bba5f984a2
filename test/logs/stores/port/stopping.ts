import { makeIndex, runningSearches, writeRecords } from '../support/records.js';
import { slowRecords, slowSearch } from '../support/slowSearch.js';
import { until } from '../support/waiting.js';
import type { Opened } from './opened.js';

export function checkStopping(opened: () => Opened): void {
  it('stops the work of a search that is given up', async () => {
    const index = opened().server.unique('cancel');
    await makeIndex(opened().server, index, { text: { type: 'keyword' } }, { number_of_shards: 1 });
    await writeRecords(opened().server, index, slowRecords());
    const giveUp = new AbortController();
    const search = opened().store.search({ index, body: slowSearch() }, giveUp.signal);
    const outcome = expect(search).rejects.toMatchObject({ code: 'CANCELLED' });
    await until(async () => (await runningSearches(opened().server, index)).length > 0, 5_000);
    giveUp.abort();
    await outcome;
    const given = performance.now();
    await until(async () => (await runningSearches(opened().server, index)).length === 0, 5_000);
    expect(performance.now() - given).toBeLessThan(5_000);
  }, 120_000);
}
