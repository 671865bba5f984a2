import type { JsonValue, Table } from '@gpuscope/aggregation/logs';
import type { AppLogsQuery } from '@gpuscope/datasource/shared';
import type { StoreSearch } from '../../stores/port.js';
import { admittedTo } from '../../testing/admitted.js';
import { NEVER } from '../../testing/contexts.js';
import type { FakeStoreOptions } from '../../testing/fakeStore.js';
import { answerOf, capsOf, fakeStore, FLUENT_BIT_CAPS, hitOf } from '../../testing/fakeStore.js';
import { errorWith, textWith } from '../../testing/matching.js';
import { context } from './context.js';
import { counts } from './counts.js';
import { lines } from './lines.js';
import type { Show } from './show.js';
import { volume } from './volume.js';

const MINUTE = 60_000;
const RANGE = { fromMs: 0, toMs: 10 * MINUTE };
const LEVELLED = capsOf({
  '@timestamp': 'date',
  message: 'text',
  'log.level': 'keyword',
  'kubernetes.namespace': 'keyword',
  'kubernetes.pod.name': 'keyword',
});

function setUp(options: FakeStoreOptions, most?: number) {
  const store = fakeStore(options);
  const caps = options.caps ?? FLUENT_BIT_CAPS;
  const admitted = admittedTo({ store, caps, ...(most !== undefined && { lines: most }) });
  const ask = (show: Show, query: Partial<AppLogsQuery>, intervalMs = MINUTE) => {
    const whole = { refId: 'A', version: 1, show: 'lines', selection: {}, ...query } as const;
    return show(admitted, { query: whole, range: RANGE, intervalMs }, NEVER);
  };
  return { store, ask };
}

const texts = (tables: readonly Table[]): readonly string[] =>
  tables.flatMap(({ notices }) => notices.map(({ text }) => text));

const steps = (counted: readonly number[]): JsonValue => ({
  buckets: counted.map((doc_count, at) => ({ key: at * MINUTE, doc_count })),
});

const bodiesOf = (searches: readonly StoreSearch[]): readonly string[] =>
  searches.map(({ body }) => JSON.stringify(body));

describe('volume', () => {
  const counted = { s0: { doc_count: 30, steps: steps([10, 20]) } };

  it('is parted by level from lines drawn by lot, where only the lines tell their level', async () => {
    const hits = [
      ...Array.from({ length: 3 }, (_, i) => hitOf({ ms: i, line: `ERROR no ${i}` })),
      hitOf({ ms: 9, line: 'INFO yes' }),
    ];
    const { store, ask } = setUp({
      search: ({ body }) =>
        body.aggs === undefined ? answerOf({ hits }) : answerOf({ aggregations: counted }),
    });
    const tables = await ask(volume, { show: 'volume' });
    const sums = tables.flatMap(({ columns }) =>
      columns.flatMap((column) =>
        column.type === 'number'
          ? [[column.labels?.level, column.values.reduce((a: number, b) => a + (b ?? 0), 0)]]
          : [],
      ),
    );
    expect(sums.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(30);
    expect(Object.fromEntries(sums)).toMatchObject({ error: expect.closeTo(22.5, -1) as number });
    expect(tables[0]?.custom).toMatchObject({ isEstimate: true });
    expect(texts(tables)).toContainEqual(textWith('estimate'));
    expect(bodiesOf(store.searches).some((body) => body.includes('random_score'))).toBe(true);
  });

  it('draws the same lines for the same question, and others for another', async () => {
    const { store, ask } = setUp({
      search: ({ body }) =>
        body.aggs === undefined ? answerOf() : answerOf({ aggregations: counted }),
    });
    await ask(volume, { show: 'volume' });
    await ask(volume, { show: 'volume' });
    await ask(volume, { show: 'volume', selection: { namespaces: ['a'] } });
    const seeds = bodiesOf(store.searches).flatMap((body) => /"seed":(\d+)/.exec(body)?.[1] ?? []);
    expect(seeds).toHaveLength(3);
    expect(seeds[0]).toBe(seeds[1]);
    expect(seeds[2]).not.toBe(seeds[0]);
  });

  it('says what is missing of it', async () => {
    const shards = { total: 4, failed: 1, reasons: ['gone'] };
    const { ask } = setUp({ search: () => answerOf({ aggregations: counted, shards }) });
    expect(texts(await ask(volume, { show: 'volume' }))).toContainEqual(textWith('1 of 4 shards'));
  });
});

describe('counts', () => {
  const all = { s0: { doc_count: 30, steps: steps([10, 20]) } };
  const groups = (names: readonly string[], rest = 0): JsonValue => ({
    buckets: names.map((key, at) => ({ key, doc_count: 10 - at, steps: steps([10 - at]) })),
    sum_other_doc_count: rest,
    doc_count_error_upper_bound: 0,
  });

  it('are zero where there is nothing, so that an alert has a number', async () => {
    const { ask } = setUp({ search: () => answerOf({ aggregations: { s0: { doc_count: 0 } } }) });
    const [table] = await ask(counts, { show: 'counts', instant: true });
    expect(table).toMatchObject({ type: 'numeric-multi' });
    expect(table?.columns[0]?.values).toEqual([0]);
  });

  it('are asked in steps that the store bears, and say so', async () => {
    const { store, ask } = setUp({ search: () => answerOf({ aggregations: all }) });
    const tables = await ask(counts, { show: 'counts' }, 1);
    expect(bodiesOf(store.searches)[0]).toContain('"fixed_interval":"500ms"');
    expect(texts(tables)).toContainEqual(textWith('steps of 0.5 s'));
    expect(texts(await ask(counts, { show: 'counts' }))).toEqual([]);
  });

  it('by app are asked in steps that the store bears, as each rule that names apps is counted by itself', async () => {
    const list = { list: { sum_other_doc_count: 0, doc_count_error_upper_bound: 0, buckets: [] } };
    const { store, ask } = setUp({
      search: ({ body }) => {
        if (JSON.stringify(body).includes('date_histogram')) throw new Error('asked enough');
        return answerOf({ aggregations: list });
      },
    });
    await expect(ask(counts, { show: 'counts', by: ['app'] }, 500)).rejects.toThrow('asked enough');
    const body = bodiesOf(store.searches).at(-1) ?? '';
    const [, ms = ''] = /"fixed_interval":"(\d+)ms"/.exec(body) ?? [];
    expect(Number(ms)).toBeGreaterThan(500);
    expect(Number(ms)).toBeLessThan(RANGE.toMs);
  });

  it('as rates are lines a second', async () => {
    const { ask } = setUp({ search: () => answerOf({ aggregations: all }) });
    const [table] = await ask(counts, { show: 'rates' });
    const column = table?.columns.find(({ type }) => type === 'number');
    expect(column?.values.slice(0, 2)).toEqual([10 / 60, 20 / 60]);
  });

  it('tell of smaller groups that are not shown', async () => {
    const { ask } = setUp({
      caps: LEVELLED,
      search: () =>
        answerOf({
          aggregations: { s0: { doc_count: 40, k0: groups(['a', 'b'], 21) }, s1: { doc_count: 0 } },
        }),
    });
    const tables = await ask(counts, { show: 'counts', by: ['pod'], top: 2, instant: true });
    expect(tables.map(({ columns }) => columns[0]?.values)).toEqual([[10], [9]]);
    expect(texts(tables)).toContainEqual(textWith('largest groups'));
  });

  it('refuse three names at once, and a name that no index has', async () => {
    const { ask } = setUp({});
    await expect(ask(counts, { show: 'counts', by: ['a', 'b', 'c'] })).rejects.toEqual(
      errorWith('QUERY_INVALID', 'not by a, b, c'),
    );
    await expect(ask(counts, { show: 'counts', by: ['nonsense'] })).rejects.toEqual(
      errorWith('FIELD_NOT_EXACT', '"nonsense"'),
    );
  });
});

describe('lines', () => {
  const three = [3, 2, 1].map((ms) => hitOf({ ms, line: `line ${ms}` }));

  it('are no more than may be given, with a word', async () => {
    const { store, ask } = setUp({ search: () => answerOf({ hits: three, total: 99 }) }, 3);
    const tables = await ask(lines, { limit: 50 });
    expect(store.searches[0]?.body.size).toBe(3);
    expect(texts(tables)).toEqual([
      '50 lines were asked for; at most 3 are given at once.',
      textWith('newest 3 of 99 lines'),
    ]);
  });

  it('say nothing where they are all', async () => {
    const { ask } = setUp({ search: () => answerOf({ hits: three }) });
    expect(texts(await ask(lines, {}))).toEqual([]);
  });

  it('carry what Grafana marks in them', async () => {
    const { ask } = setUp({ search: () => answerOf({ hits: three }) });
    const [table] = await ask(lines, { selection: { words: 'line "a b" -no' } });
    expect(table?.custom).toMatchObject({ searchWords: ['(?i)line', '(?i)a b'], limit: 500 });
  });

  it('of one stack trace are joined on request', async () => {
    const trace = [
      'Exception in thread "main" java.lang.Error: x',
      '\tat a.B.c(B.java:1)',
      '\tat a.B.d(B.java:2)',
    ];
    const hits = trace.map((line, i) => hitOf({ ms: i, line })).reverse();
    const { ask } = setUp({ search: () => answerOf({ hits }) });
    const bodies = async (joinStacks: boolean) =>
      (await ask(lines, { joinStacks }))[0]?.columns[1]?.values;
    expect(await bodies(false)).toHaveLength(3);
    expect(await bodies(true)).toEqual([trace.join('\n')]);
  });
});

describe('context', () => {
  const anchor = hitOf({ ms: 5, line: 'here' });

  it('asks for the same container’s lines on one side, the nearest first', async () => {
    const before = [4, 3].map((ms) => hitOf({ ms, line: `line ${ms}` }));
    let asked = 0;
    const { store, ask } = setUp({
      search: () => {
        asked += 1;
        return answerOf({ hits: asked === 1 ? [anchor] : before });
      },
    });
    const id = `logs-1/${anchor.id}`;
    const [table] = await ask(context, {
      show: 'context',
      context: { id, direction: 'before' },
      limit: 2,
    });
    expect(table?.columns[1]?.values).toEqual(['line 4', 'line 3']);
    const body = bodiesOf(store.searches)[1];
    for (const text of ['"web-0"', '"team-a"', '"main"']) expect(body).toContain(text);
    expect(store.searches[1]?.body.size).toBe(2);
  });

  it('is of a line that must be there, and needs to be told which', async () => {
    const { ask } = setUp({});
    await expect(
      ask(context, { show: 'context', context: { id: 'logs-1/x', direction: 'after' } }),
    ).rejects.toEqual(errorWith('QUERY_INVALID', 'there is no such line'));
    await expect(
      ask(context, { show: 'context', context: { id: 'nonsense', direction: 'after' } }),
    ).rejects.toEqual(errorWith('QUERY_INVALID', '"nonsense"'));
    await expect(ask(context, { show: 'context' })).rejects.toEqual(
      errorWith('QUERY_INVALID', 'context is missing'),
    );
  });
});
