import { readAnswer } from './answer.js';

const hits = [{ _index: 'logs-a', _id: '1', _source: { log: 'x' }, sort: ['2', 3] }];
const answer = (more: Record<string, unknown>) =>
  readAnswer(
    JSON.parse(JSON.stringify({ took: 4, hits: { hits }, ...more })) as null,
    'eu:logs-*,logs-*',
  );

describe('readAnswer', () => {
  it('reads hits of any version', () => {
    expect(answer({ hits: { hits, total: 7 } })).toEqual({
      hits: [{ index: 'logs-a', id: '1', source: { log: 'x' }, sort: ['2', 3] }],
      total: 7,
      isTotalExact: true,
      aggregations: {},
      tookMs: 4,
      timedOut: false,
      shards: { total: 0, failed: 0, reasons: [] },
      skippedClusters: [],
    });
  });

  it.each([
    ['a bound', { hits: { hits, total: { value: 10, relation: 'gte' } } }, 10],
    ['no total', {}, 1],
    ['a time-out', { timed_out: true, hits: { hits, total: 5 } }, 5],
    [
      'failed shards',
      { _shards: { total: 2, successful: 1, failed: 1 }, hits: { hits, total: 5 } },
      5,
    ],
    [
      'shards that are nowhere',
      { _shards: { total: 2, successful: 1, failed: 0 }, hits: { hits, total: 5 } },
      5,
    ],
    ['a skipped cluster', { _clusters: { total: 2, skipped: 1 }, hits: { hits, total: 5 } }, 5],
  ])('calls the total no more than a lower bound with %s', (_, more, total) => {
    expect(answer(more)).toMatchObject({ total, isTotalExact: false });
  });

  it('tells why shards failed, each reason once, and not a thousand of them', () => {
    const failure = (n: number) => ({
      index: `logs-${n}`,
      reason: { type: 'exception', reason: 'bad', caused_by: { type: 'inner', reason: 'worse' } },
    });
    const failures = [0, 0, ...Array.from({ length: 20 }, (_, n) => n)].map(failure);
    const { shards } = answer({ _shards: { total: 30, successful: 8, failed: 22, failures } });
    expect(shards.reasons[0]).toBe('logs-0: inner: worse');
    expect(shards.reasons.at(-1)).toBe('and 15 more');
    expect(shards).toMatchObject({ total: 30, failed: 22 });
  });

  it('names skipped clusters, also where the store only counts them', () => {
    const details = {
      eu: { status: 'skipped' },
      '(local)': { status: 'successful' },
      us: { status: 'failed' },
    };
    expect(answer({ _clusters: { skipped: 2, details } }).skippedClusters).toEqual(['eu', 'us']);
    expect(answer({ _clusters: { skipped: 1 } }).skippedClusters).toEqual(['eu']);
    expect(answer({ _clusters: { skipped: 0 } }).skippedClusters).toEqual([]);
    const two = readAnswer({ hits: {}, _clusters: { skipped: 1 } }, 'eu:a,us:a,us:b');
    expect(two.skippedClusters).toEqual(['1 of eu, us']);
  });

  it('survives hits that lack everything', () => {
    const bare = readAnswer({ hits: { hits: [{}, 5] } }, 'a').hits;
    expect(bare).toEqual(Array(2).fill({ index: '', id: '', source: {}, sort: [] }));
  });

  it.each([[null], [[]], [{}], [{ hits: [] }], ['ok']])('refuses %j', (body) => {
    expect(() => readAnswer(body, 'logs-*')).toThrow(
      expect.objectContaining({ code: 'STORE_INVALID' }) as Error,
    );
  });
});
