import type { AppLogsQuery } from '@gpuscope/datasource/shared';
import { GpuscopeError } from '@gpuscope/aggregation';
import { contextOf, NEVER, queryOf, RANGE } from '../testing/contexts.js';
import { deferred } from '../testing/deferred.js';
import type { FakeStoreOptions } from '../testing/fakeStore.js';
import { answerOf, fakeStore, hitOf } from '../testing/fakeStore.js';
import { memoryLog } from '../testing/memoryLog.js';
import type { Asked } from './asked.js';
import { createPlugin } from './createPlugin.js';
import type { Timing } from './options.js';
import { textWith } from '../testing/matching.js';

function setUp(options: FakeStoreOptions = {}, timing: Partial<Timing> = {}) {
  const store = fakeStore(options);
  const log = memoryLog();
  const asked: Asked[] = [];
  let opened = 0;
  const plugin = createPlugin({
    version: '0.1.0',
    pluginFolder: '/nowhere',
    env: {},
    log,
    timing,
    createStore: () => {
      opened += 1;
      return store;
    },
    onAsked: (one) => asked.push(one),
  });
  const ask = async (json: Partial<AppLogsQuery>, signal = NEVER) => {
    const results = await plugin.query(contextOf(), [queryOf(json)], {}, signal);
    return results.get('A');
  };
  return { plugin, store, log, asked, ask, opened: () => opened };
}

const at = RANGE.fromMs + 1000;

describe('query', () => {
  it('answers lines, the newest first, and says what is left', async () => {
    const hits = [hitOf({ ms: at + 1, line: 'ERROR two' }), hitOf({ ms: at, line: 'one' })];
    const { ask } = setUp({ search: () => answerOf({ hits, total: 10_000, isTotalExact: false }) });
    const result = await ask({ limit: 2 });
    expect(result?.error).toBeUndefined();
    const [table] = result?.tables ?? [];
    expect(table?.type).toBe('log-lines');
    expect(table?.columns[1]?.values).toEqual(['ERROR two', 'one']);
    expect(table?.custom).toMatchObject({ limit: 2, total: 10_000 });
    expect(table?.notices.map(({ text }) => text)).toContainEqual(
      textWith(/newest 2 of at least 10000 lines/),
    );
  });

  it('lets one wrong query of several not touch the others', async () => {
    const { plugin } = setUp();
    const queries = [
      queryOf({ show: 'lines' }, { refId: 'A' }),
      queryOf({ show: 'metrics' }, { refId: 'B' }),
      queryOf({ show: 'lines' }, { refId: 'C', toMs: RANGE.fromMs + 90 * 86_400_000 }),
      queryOf({ show: 'context' }, { refId: 'D' }),
    ];
    const results = await plugin.query(contextOf(), queries, {}, NEVER);
    expect(results.get('A')?.error).toBeUndefined();
    expect(results.get('B')?.error).toMatchObject({
      status: 400,
      source: 'downstream',
      message: textWith(/^QUERY_INVALID: show must be one of/),
    });
    expect(results.get('C')?.error).toMatchObject({
      status: 429,
      message: textWith(/^LIMIT_EXCEEDED: the time range is 90 d long; at most 31 d/),
    });
    expect(results.get('D')?.error?.message).toMatch(/context is missing/);
  });

  it('leaves out hits that hold the words otherwise than they were asked for', async () => {
    const hits = [hitOf({ ms: at, line: 'user_id: 42' }), hitOf({ ms: at, line: 'user_id=42' })];
    const { ask } = setUp({ search: () => answerOf({ hits }) });
    const [table] = (await ask({ selection: { words: 'user_id=42' } }))?.tables ?? [];
    expect(table?.columns[1]?.values).toEqual(['user_id=42']);
    expect(table?.notices.map(({ text }) => text)).toContainEqual(
      textWith(/^1 of 2 lines that the store found hold the words in another way/),
    );
  });

  it('fetches more where many hits had to be left out', async () => {
    const unfit = Array.from({ length: 9 }, (_, i) => hitOf({ ms: at + 20 - i, line: `a ${i} b` }));
    const all = [
      ...unfit,
      hitOf({ ms: at, line: 'a=b first' }),
      hitOf({ ms: at - 1, line: 'a=b last' }),
    ];
    const { ask } = setUp({
      search: ({ body }) => answerOf({ hits: all.slice(0, Number(body.size)), total: all.length }),
    });
    const [table] = (await ask({ selection: { words: 'a=b' }, limit: 2 }))?.tables ?? [];
    expect(table?.columns[1]?.values).toEqual(['a=b first', 'a=b last']);
  });

  it('looks at each line for a level that no field holds, and says how many were left out', async () => {
    const hits = [
      hitOf({ ms: at + 2, line: 'ERROR disk is full' }),
      hitOf({ ms: at + 1, line: 'INFO no error' }),
      hitOf({ ms: at, line: 'ERROR again' }),
    ];
    const { ask, store } = setUp({ search: () => answerOf({ hits, total: 3 }) });
    const [table] = (await ask({ selection: { levels: ['error'] }, limit: 10 }))?.tables ?? [];
    expect(table?.columns[1]?.values).toEqual(['ERROR disk is full', 'ERROR again']);
    expect(table?.notices.map(({ text }) => text)).toContainEqual(
      textWith(/^1 of 3 lines that the store found have another level/),
    );
    expect(table?.custom).toMatchObject({ total: 2, isTotalExact: true });
    expect(JSON.stringify(store.searches.at(-1)?.body)).toContain('*err*');
  });

  it('estimates the volume of a level that no field holds from all lines', async () => {
    const hits = ['ERROR a', 'INFO b', 'INFO c', 'INFO d'].map((line, n) =>
      hitOf({ ms: at + n, line }),
    );
    const key = Math.floor(at / 60_000) * 60_000;
    const buckets = [{ key, doc_count: 400 }];
    const steps = { s0: { doc_count: 400, steps: { buckets } } };
    const { ask } = setUp({
      search: ({ body }) =>
        'aggs' in body ? answerOf({ total: 400, aggregations: steps }) : answerOf({ hits }),
    });
    const result = await ask({ show: 'volume', selection: { levels: ['error'] } });
    expect(result?.error).toBeUndefined();
    const counts = result?.tables?.map(({ columns: [, lines] }) => ({
      labels: lines && 'labels' in lines ? lines.labels : undefined,
      sum: Array.from<unknown>(lines?.values ?? []).reduce<number>((sum, n) => sum + Number(n), 0),
    }));
    expect(counts).toEqual([{ labels: { level: 'error' }, sum: 100 }]);
  });

  it('tells partial answers from whole ones, and an answer of no shard from both', async () => {
    const shards = { total: 2, failed: 1, reasons: ['disk is full'] };
    const half = await setUp({ search: () => answerOf({ shards }) }).ask({});
    expect(half?.tables?.[0]?.notices.map(({ text }) => text)).toContainEqual(
      textWith(/1 of 2 shards.*disk is full/),
    );
    const none = await setUp({ search: () => answerOf({ shards: { ...shards, failed: 2 } }) }).ask(
      {},
    );
    expect(none?.error).toMatchObject({
      status: 502,
      message: textWith(/^STORE_REFUSED/),
    });
  });

  it('hands on what the store says is wrong with it', async () => {
    const { ask } = setUp({
      search: () => {
        throw new GpuscopeError('STORE_UNREACHABLE', 'nobody answers at http://127.0.0.1:9200');
      },
    });
    expect((await ask({}))?.error).toEqual({
      status: 502,
      source: 'downstream',
      message: 'STORE_UNREACHABLE: nobody answers at http://127.0.0.1:9200',
      said: {
        id: 'error.coded',
        text: 'STORE_UNREACHABLE: nobody answers at http://127.0.0.1:9200',
        values: { code: 'STORE_UNREACHABLE', reason: 'nobody answers at http://127.0.0.1:9200' },
      },
    });
  });

  it('hides from people what nobody foresaw', async () => {
    const { ask, log } = setUp({
      search: () => {
        throw new TypeError('a secret of somebody else');
      },
    });
    expect((await ask({}))?.error).toMatchObject({ status: 500, source: 'plugin' });
    expect(log.lines.join()).toContain('a secret of somebody else');
  });

  it('says what nobody can read', async () => {
    const { ask } = setUp({ caps: { indices: ['logs-1'], fields: new Map() } });
    expect((await ask({}))?.error).toMatchObject({
      status: 400,
      message: textWith(/^SHAPE_UNKNOWN/),
    });
    const empty = setUp({ caps: { indices: [], fields: new Map() } });
    expect((await empty.ask({}))?.error).toMatchObject({
      status: 404,
      message: textWith(/^INDEX_NOT_FOUND: no index fits the pattern logs-\*/),
    });
  });
});

describe('limits', () => {
  it('gives up when the time is over, and tells the store', async () => {
    const signals: AbortSignal[] = [];
    const { ask } = setUp(
      {
        search: (_, signal) => {
          signals.push(signal);
          return new Promise((__, reject) => {
            signal.addEventListener('abort', () => reject(new Error('stopped')));
          });
        },
      },
      { questionMs: 50 },
    );
    expect((await ask({}))?.error).toMatchObject({ status: 504 });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('tells the store when nobody waits any more', async () => {
    const begun = deferred<AbortSignal>();
    const { ask, asked } = setUp({
      search: (_, signal) => {
        begun.resolve(signal);
        return new Promise((__, reject) => {
          signal.addEventListener('abort', () => reject(new Error('stopped')));
        });
      },
    });
    const asker = new AbortController();
    const result = ask({}, asker.signal);
    const signal = await begun.promise;
    asker.abort();
    expect((await result)?.error).toMatchObject({ status: 499 });
    expect(signal.aborted).toBe(true);
    expect(asked.map(({ outcome }) => outcome)).toEqual(['CANCELLED']);
  });

  it('lets no more questions through at once than were set', async () => {
    const waiting: (() => void)[] = [];
    let most = 0;
    let now = 0;
    const { plugin } = setUp({
      search: async () => {
        now += 1;
        most = Math.max(most, now);
        await new Promise<void>((resolve) => void waiting.push(resolve));
        now -= 1;
        return answerOf();
      },
    });
    const jsonData = {
      nodes: ['http://127.0.0.1:9200'],
      index: 'logs-*',
      cluster: 'idc1',
      limits: { perTenant: 2 },
    };
    const queries = Array.from({ length: 6 }, (_, i) => queryOf({}, { refId: `Q${i}` }));
    const all = plugin.query(contextOf({ jsonData }), queries, {}, NEVER);
    for (let answered = 0; answered < 6;) {
      await new Promise(setImmediate);
      const next = waiting.shift();
      if (next === undefined) continue;
      answered += 1;
      next();
    }
    expect([...(await all).values()].filter(({ error }) => error !== undefined)).toEqual([]);
    expect(most).toBe(2);
  });
});

describe('sessions', () => {
  it('shares one store among all who ask, until the settings change', async () => {
    const { plugin, opened } = setUp();
    const query = (updatedMs: number) =>
      plugin.query(contextOf({ updatedMs }), [queryOf({})], {}, NEVER);
    await Promise.all([query(1), query(1), query(1)]);
    expect(opened()).toBe(1);
    await query(2);
    expect(opened()).toBe(2);
  });

  it('keeps the data sources of two organisations apart', async () => {
    const { plugin, opened } = setUp();
    for (const orgId of [1, 2]) await plugin.query(contextOf({ orgId }), [queryOf({})], {}, NEVER);
    expect(opened()).toBe(2);
  });

  it('says what is wrong with the settings, on each query', async () => {
    const { plugin } = setUp();
    const context = contextOf({ jsonData: { nodes: [] } });
    const results = await plugin.query(context, [queryOf({})], {}, NEVER);
    expect(results.get('A')?.error?.message).toMatch(/^SETTINGS_INVALID: nodes is empty/);
  });

  it('closes the store at the end', async () => {
    const { plugin, store, ask } = setUp();
    await ask({});
    await plugin.close();
    expect(store.closed).toBe(true);
  });
});

describe('what is told of questions', () => {
  it('names who asked what and how it ended, for an audit', async () => {
    const { ask, asked } = setUp();
    await ask({ selection: { namespaces: ['team-a'] } });
    expect(asked).toMatchObject([
      {
        orgId: 1,
        dataSource: 'logs',
        kind: 'lines',
        caller: { kind: 'unverified', login: 'li.wei' },
        scope: { kind: 'everything' },
        question: { selection: { namespaces: ['team-a'] }, fromMs: RANGE.fromMs },
        outcome: 'ok',
      },
    ]);
    expect(asked[0]?.tookMs).toBeGreaterThan(0);
  });

  it('counts them', async () => {
    const { ask, plugin } = setUp();
    await ask({});
    const text = await plugin.collectMetrics();
    expect(text).toContain('gpuscope_logs_questions_total{kind="lines",outcome="ok"} 1');
    expect(text).toContain('gpuscope_logs_sessions 1');
  });
});
