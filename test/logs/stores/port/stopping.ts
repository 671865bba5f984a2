import { makeIndex, runningSearches, writeRecords } from '../support/records.js';
import { slowRecords, slowSearch } from '../support/slowSearch.js';
import { until } from '../support/waiting.js';
import type { Opened } from './opened.js';

/** Long before the search would have ended by itself, on a busy machine too. */
const SOON_MS = 12_000;

export function checkStopping(opened: () => Opened): void {
  it('stops the work of a search that is given up', async () => {
    const index = opened().server.unique('cancel');
    await makeIndex(opened().server, index, { text: { type: 'keyword' } }, { number_of_shards: 1 });
    await writeRecords(opened().server, index, slowRecords());
    const giveUp = new AbortController();
    const search = opened().store.search({ index, body: slowSearch() }, giveUp.signal);
    const outcome = expect(search).rejects.toMatchObject({ code: 'CANCELLED' });
    await until(async () => (await runningSearches(opened().server, index)).length > 0, SOON_MS);
    giveUp.abort();
    await outcome;
    await until(async () => (await runningSearches(opened().server, index)).length === 0, SOON_MS);
    expect(await runningSearches(opened().server, index)).toEqual([]);
  }, 120_000);
}
