import { makeIndex, writeRecords } from '../support/records.js';
import { never } from '../support/target.js';
import { mapping } from './mapping.js';
import type { Opened } from './opened.js';

export function checkAnswers(opened: () => Opened): void {
  it('gives hits, totals and aggregations', async () => {
    const index = opened().server.unique('search');
    await makeIndex(opened().server, index, mapping);
    await writeRecords(
      opened().server,
      index,
      Array.from({ length: 30 }, (_, n) => ({
        '@timestamp': 1_700_000_000_000 + n,
        log: `line ${n}`,
        pod: `pod-${n % 3}`,
      })),
    );
    const answer = await opened().store.search(
      {
        index,
        body: {
          size: 2,
          query: { term: { pod: 'pod-1' } },
          sort: [{ '@timestamp': 'desc' }],
          aggs: { pods: { terms: { field: 'pod' } } },
        },
      },
      never(),
    );
    expect(answer.hits.map(({ source, sort }) => [source.log, sort])).toEqual([
      ['line 28', [1_700_000_000_028]],
      ['line 25', [1_700_000_000_025]],
    ]);
    expect(answer.hits.every((hit) => hit.index === index && hit.id !== '')).toBe(true);
    expect([answer.total, answer.isTotalExact, answer.timedOut]).toEqual([10, true, false]);
    expect(answer.aggregations.pods).toMatchObject({ buckets: [{ key: 'pod-1', doc_count: 10 }] });
    expect(answer.shards).toEqual({ total: 2, failed: 0, reasons: [] });
    expect(answer.skippedClusters).toEqual([]);
  });

  it('carries a line of 2 MB whole', async () => {
    const index = opened().server.unique('huge');
    await makeIndex(opened().server, index, { log: { type: 'text', index: false } });
    const log = '"显存不足\\" 12345678901234567890, '.repeat(60_000);
    await writeRecords(opened().server, index, [{ log, id: 1 }]);
    const { hits } = await opened().store.search({ index, body: { size: 1 } }, never());
    expect(hits[0]?.source.log === log).toBe(true);
    expect(Buffer.byteLength(log)).toBeGreaterThan(2_000_000);
  });
}
