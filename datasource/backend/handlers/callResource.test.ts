import type { AboutAnswer, ErrorJson, LinesPage, ValuesAnswer } from '@gpuscope/datasource/shared';
import type { ResourceRequest } from '../pluginProtocol/plugin.js';
import type { StoreAnswer } from '../stores/port.js';
import { contextOf, NEVER, RANGE } from '../testing/contexts.js';
import type { FakeStoreOptions } from '../testing/fakeStore.js';
import { answerOf, capsOf, fakeStore, hitOf } from '../testing/fakeStore.js';
import { textWith } from '../testing/matching.js';
import { memoryLog } from '../testing/memoryLog.js';
import { createPlugin } from './createPlugin.js';

function setUp(options: FakeStoreOptions = {}) {
  const store = fakeStore(options);
  const plugin = createPlugin({
    version: '0.1.0',
    pluginFolder: '/nowhere',
    env: {},
    log: memoryLog(),
    createStore: () => store,
  });
  const send = async <T>(request: Partial<ResourceRequest>, login = 'li.wei') => {
    const path = request.path ?? '';
    const whole = { method: 'POST', url: path, headers: {}, body: new Uint8Array(), ...request };
    const answer = await plugin.callResource(contextOf({ login }), { ...whole, path }, NEVER);
    if (Symbol.asyncIterator in answer) throw new Error('streamed');
    return { ...answer, json: JSON.parse(new TextDecoder().decode(answer.body)) as T };
  };
  const post = <T>(path: string, body: unknown, login?: string) =>
    send<T>({ path, body: new TextEncoder().encode(JSON.stringify(body)) }, login);
  return { plugin, store, send, post };
}

describe('paths', () => {
  it('are five, and everything else says which', async () => {
    const { send } = setUp();
    const { status, json } = await send<ErrorJson>({ path: 'search' });
    expect(status).toBe(404);
    expect(json).toEqual({
      code: 'NOT_FOUND',
      message:
        'there is nothing at "search"; there are POST values, POST fields, POST lines, POST record, GET about',
    });
  });

  it('are asked in one way each', async () => {
    const { send } = setUp();
    expect((await send({ path: 'values', method: 'GET' })).status).toBe(405);
    expect((await send({ path: 'about', method: 'POST' })).status).toBe(405);
    expect((await send({ path: '/about/', method: 'GET' })).status).toBe(200);
  });

  it.each([
    [{ path: 'values', body: Uint8Array.of(0x7b) }, 400, 'QUERY_INVALID', 'is not JSON'],
    [{ path: 'lines', body: new Uint8Array(300_000) }, 429, 'LIMIT_EXCEEDED', '300000 bytes'],
    [{ path: 'values' }, 400, 'QUERY_INVALID', 'range must be'],
    [{ path: 'record' }, 400, 'QUERY_INVALID', 'id must be text'],
  ])('refuse %j', async (request, status, code, message) => {
    const { send } = setUp();
    expect(await send(request)).toMatchObject({
      status,
      json: { code, message: textWith(message) },
    });
  });
});

describe('about', () => {
  it('says what the editor offers', async () => {
    const { json } = await setUp().send<AboutAnswer>({ path: 'about', method: 'GET' });
    expect(json).toMatchObject({
      shapes: ['fluent-bit'],
      hasLevels: false,
      seesEverything: true,
      tenants: [],
      limits: { rangeMs: 31 * 86_400_000, lines: 10_000 },
    });
    expect(json.roles).toEqual(expect.arrayContaining(['namespace', 'pod', 'container', 'stream']));
    expect(json.appRules).toContain('pod.label "app.kubernetes.io/name"');
  });
});

describe('values', () => {
  it('needs a name, and bears no more than the longest range', async () => {
    const { post } = setUp();
    expect(await post('values', { range: RANGE })).toMatchObject({
      status: 400,
      json: { message: textWith('name is missing') },
    });
    const range = { fromMs: 0, toMs: RANGE.toMs };
    expect(await post('values', { name: 'pod', range })).toMatchObject({
      status: 429,
      json: { code: 'LIMIT_EXCEEDED' },
    });
  });

  it('gives the counts of the store, and what is missing of them', async () => {
    const buckets = [
      { key: 'web-0', doc_count: 5 },
      { key: 'web-1', doc_count: 3 },
    ];
    const terms = { buckets, sum_other_doc_count: 0, doc_count_error_upper_bound: 0 };
    const aggregations = {
      s0: { doc_count: 8, k0: terms },
      s1: { doc_count: 0, k0: { ...terms, buckets: [] } },
    };
    const { post } = setUp({ search: () => answerOf({ aggregations, timedOut: true }) });
    const { json } = await post<ValuesAnswer>('values', { name: 'pod', range: RANGE });
    expect(json.values).toEqual([
      { text: 'web-0', count: 5 },
      { text: 'web-1', count: 3 },
    ]);
    expect(json.notices).toEqual([textWith('the store gave up')]);
  });
});

describe('fields', () => {
  const caps = capsOf({
    '@timestamp': 'date',
    log: 'text',
    'kubernetes.namespace_name': 'keyword',
    'kubernetes.pod_name': 'keyword',
    'kubernetes.pod_id': 'keyword',
    'kubernetes.labels': 'object',
    'kubernetes.labels.app': 'keyword',
    'kubernetes.labels.other': 'keyword',
  });

  it('are those of the caller’s own lines', async () => {
    const hits = [hitOf({ ms: RANGE.fromMs, line: 'x', labels: { app: 'web' } })];
    const { post } = setUp({ caps, search: () => answerOf({ hits }) });
    const { json } = await post<ValuesAnswer>('fields', { range: RANGE });
    const names = json.values.map(({ text }) => text);
    expect(names).toEqual(expect.arrayContaining(['namespace', 'pod', 'label.app']));
    expect(names).not.toContain('podUid');
    expect(names).not.toContain('label.other');
    const some = await post<ValuesAnswer>('fields', { range: RANGE, prefix: 'LABEL' });
    expect(some.json.values).toEqual([{ text: 'label.app' }]);
  });
});

describe('lines', () => {
  const page = (from: number, count: number): StoreAnswer =>
    answerOf({
      hits: Array.from({ length: count }, (_, i) =>
        hitOf({ ms: RANGE.fromMs + from + i, line: `line ${from + i}` }),
      ),
      total: 5,
    });

  function reading() {
    const state = { at: 0, closed: 0 };
    const { post, plugin } = setUp({
      read: () =>
        Promise.resolve({
          next: (size) => {
            const answer = page(state.at, Math.min(size, 5 - state.at));
            state.at += answer.hits.length;
            return Promise.resolve(answer);
          },
          close: () => {
            state.closed += 1;
            return Promise.resolve();
          },
        }),
    });
    return { state, post, plugin };
  }

  it('come page by page, and the reading is closed with the last', async () => {
    const { state, post, plugin } = reading();
    const first = await post<LinesPage>('lines', { range: RANGE, size: 2 });
    expect(first.json.lines.map(({ line }) => line)).toEqual(['line 0', 'line 1']);
    expect(first.json.lines[0]).toMatchObject({
      timeNs: `${RANGE.fromMs}000000`,
      labels: { namespace: 'team-a', pod: 'web-0' },
    });
    expect(await plugin.collectMetrics()).toContain('gpuscope_logs_readings 1');
    const second = await post<LinesPage>('lines', { cursor: first.json.cursor });
    expect(second.json.lines).toHaveLength(2);
    expect(second.json.cursor).not.toBe(first.json.cursor);
    expect(state.closed).toBe(0);
    const last = await post<LinesPage>('lines', { cursor: second.json.cursor });
    expect(last.json.lines.map(({ line }) => line)).toEqual(['line 4']);
    expect(last.json.cursor).toBeUndefined();
    expect(state.closed).toBe(1);
    expect(await plugin.collectMetrics()).toContain('gpuscope_logs_readings 0');
  });

  it('are nobody else’s, and the owner can still go on', async () => {
    const { post } = reading();
    const { json } = await post<LinesPage>('lines', { range: RANGE, size: 2 });
    const { cursor } = json;
    const refused = await post<ErrorJson>('lines', { cursor }, 'mallory');
    expect(refused.status).toBe(400);
    expect(refused.json).toMatchObject({
      code: 'QUERY_INVALID',
      said: { id: 'question.cursorUnknown', text: refused.json.message },
    });
    expect((await post('lines', { cursor })).status).toBe(200);
  });

  it('need a range to begin with', async () => {
    const { post } = reading();
    expect(await post('lines', {})).toMatchObject({
      status: 400,
      json: { message: textWith('range is missing') },
    });
  });

  it('leave nothing open at the end', async () => {
    const { state, post, plugin } = reading();
    await post('lines', { range: RANGE, size: 2 });
    await plugin.close();
    expect(state.closed).toBe(1);
  });
});

describe('record', () => {
  it('is whole, and absent where the store has none', async () => {
    const hit = hitOf({ ms: RANGE.fromMs, line: 'x', labels: { app: 'web' } });
    const { post } = setUp({ search: () => answerOf({ hits: [hit] }) });
    const { json } = await post('record', { id: `logs-1/${hit.id}` });
    expect(json).toMatchObject({
      index: 'logs-1',
      line: { id: `logs-1/${hit.id}`, line: 'x', extra: {} },
      fields: { log: 'x\n', kubernetes: { labels: { app: 'web' } } },
    });
    expect(await setUp().post('record', { id: 'logs-1/none' })).toMatchObject({
      status: 400,
      json: { code: 'QUERY_INVALID', message: textWith('there is no such line') },
    });
  });
});
