import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPreview, type Part, type Preview } from '@gpuscope/preview/server';
import { temporaryFolder, type TemporaryFolder } from '../servers/index.js';
import { ask, type Frame, type Response } from './asking.js';
import { startHost, type PluginHost } from './host.js';
import type { Order } from './plugin/answeringPlugin.js';
import { ANSWERING, buildPlugin, type Runtime } from './programs.js';

const runtimes: readonly Runtime[] = ['Node', 'one executable'];

const FROM = 1_763_683_200_000;

interface Result {
  readonly status: number;
  readonly error?: string;
  readonly errorSource?: string;
  readonly frames?: readonly Frame[];
}

/** What a browser sends and gets, beside what Grafana's own host is answered by the same program. */
describe.each(runtimes)('the preview as a host of a plugin as %s', (runtime) => {
  let folder: TemporaryFolder;
  let grafana: PluginHost;
  let preview: Preview;
  const logged: string[] = [];

  beforeAll(async () => {
    folder = await temporaryFolder('preview-host');
    const backend = await buildPlugin(runtime, ANSWERING, folder.path);
    grafana = await startHost(backend);
    preview = await startPreview({
      plugins: {},
      host: folder.path,
      log: (line) => void logged.push(line),
    });
    const source = { type: 'gpuscope-logs-datasource', name: 'lögs', jsonData: { index: 'x-*' } };
    await preview.ready(
      {
        datasources: [
          { uid: 'one', ...source },
          { uid: 'two', ...source, name: 'others' },
        ],
        app: { jsonData: {} },
        user: { login: 'li', role: 'Viewer' },
      },
      {
        prometheus: 'http://127.0.0.1:9',
        logs: [
          { uid: 'one', backend, jsonData: source.jsonData, secrets: { password: 'p' } },
          { uid: 'two', backend, jsonData: {} },
        ],
      },
    );
  }, 300_000);

  afterAll(async () => {
    await preview.stop();
    await grafana.stop();
    await folder.remove();
  }, 60_000);

  const post = (body: unknown, signal?: AbortSignal) =>
    fetch(`${preview.url}/api/ds/query`, {
      method: 'POST',
      body: JSON.stringify(body),
      ...(signal !== undefined && { signal }),
    });

  const query = async (
    orders: Readonly<Record<string, Order>>,
    uid = 'one',
    signal?: AbortSignal,
  ): Promise<{ readonly status: number; readonly results: Readonly<Record<string, Result>> }> => {
    const queries = Object.entries(orders).map(([refId, order]) => ({
      refId,
      datasource: { uid },
      ...order,
    }));
    const answer = await post({ queries, from: String(FROM), to: String(FROM + 1) }, signal);
    const { results } = (await answer.json()) as { readonly results: Record<string, Result> };
    return { status: answer.status, results };
  };

  const backendPart = async (): Promise<Part> => {
    const answer = await fetch(`${preview.url}/api/preview`);
    const { parts } = (await answer.json()) as { readonly parts: readonly Part[] };
    const found = parts.find(({ name }) => name === 'Log backend');
    if (found === undefined) throw new Error('the backend is no part');
    return found;
  };

  const times = (words: string): number => logged.filter((line) => line.includes(words)).length;

  /** Waits until the plugin has said something, with patience: the machine may be busy. */
  const said = async (words: string, count = 1): Promise<void> => {
    for (const end = performance.now() + 40_000; times(words) < count; await sleep(25))
      if (performance.now() > end) throw new Error(`it never said: ${words}`);
  };

  const pidOf = ({ note }: Part): number => Number(/\d+/.exec(note ?? '')?.[0]);

  it.each<[string, Order]>([
    ['each type of column', { everyType: true }],
    ['numbers that JSON can not say, and tables without names', { edges: true }],
    ['lines', { lines: 300, width: 80 }],
    ['no lines', { lines: 0 }],
  ])('gives browsers the frames that Grafana would: %s', async (_what, order) => {
    const expected = await ask(grafana, { A: order });
    const { status, results } = await query({ A: order });
    expect(status).toBe(200);
    expect(results['A']?.frames).toEqual(expected['A']?.frames);
    expect(results['A']?.frames?.length).toBeGreaterThan(0);
    expect(results['A']?.status).toBe(200);
  });

  it('fails one query and answers its neighbours, as Grafana does', async () => {
    const orders: Record<string, Order> = {
      good: { lines: 1 },
      refused: { refuse: true },
      forgotten: { forget: true },
    };
    const expected = await ask(grafana, orders);
    const { status, results } = await query(orders);
    expect(status).toBe(400);
    for (const refId of ['refused', 'forgotten']) {
      const { error, status: own, source } = expected[refId] as Response;
      expect(results[refId]).toEqual({ error, status: own, errorSource: source });
    }
    expect(results['good']?.frames).toEqual(expected['good']?.frames);
  });

  it('tells the plugin who asks, of which data source, and what', async () => {
    const { results } = await query({ A: {} });
    const seen = results['A']?.frames?.[0]?.data.values[0]?.[0];
    expect(seen).toMatchObject({
      query: { refId: 'A', fromMs: FROM, toMs: FROM + 1, intervalMs: 1000, maxDataPoints: 100 },
      context: {
        orgId: 1,
        pluginId: 'gpuscope-logs-datasource',
        user: { login: 'li', role: 'Viewer' },
        dataSource: {
          uid: 'one',
          name: 'lögs',
          url: '',
          jsonData: { index: 'x-*' },
          secrets: { password: 'p' },
        },
      },
    });
    const { context } = seen as {
      readonly context: { readonly dataSource: { updatedMs: number } };
    };
    expect(Math.abs(Date.now() - context.dataSource.updatedMs)).toBeLessThan(600_000);
    expect(JSON.stringify(await query({ A: {} }, 'two'))).toContain('others');
  });

  it('passes on in plain words why a call failed, and no secret', async () => {
    const answer = await post({
      queries: [{ refId: 'A', datasource: { uid: 'one' }, fail: 'STORE_UNREACHABLE' }],
      from: '1',
      to: '2',
    });
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ message: 'STORE_UNREACHABLE: as told' });
    const unforeseen = await post({
      queries: [{ refId: 'A', datasource: { uid: 'one' }, fail: 'unforeseen' }],
      from: '1',
      to: '2',
    });
    expect(await unforeseen.text()).not.toContain('secret');
  });

  it('knows no data source but its own', async () => {
    const answer = await post({
      queries: [{ refId: 'A', datasource: { uid: 'three' } }],
      from: 'now-1h',
      to: 'now',
    });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ message: 'there is no data source three' });
  });

  it('asks for the health of a data source', async () => {
    const answer = await fetch(`${preview.url}/api/datasources/uid/one/health`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      status: 'ERROR',
      message: 'asked by li',
      details: { verboseMessage: 'more', count: 12 },
    });
  });

  it('serves resources, whole and in parts', async () => {
    const resources = `${preview.url}/api/datasources/uid/one/resources`;
    const whole = await fetch(`${resources}/lists/%E5%85%A8?x=a%2Fb&y=`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-several': 'one' },
      body: '{"全":1}',
    });
    expect(whole.status).toBe(418);
    expect(whole.headers.get('x-several')).toBe('one, two');
    expect(await whole.json()).toMatchObject({
      path: 'lists/全',
      method: 'POST',
      url: 'lists/%E5%85%A8?x=a%2Fb&y=',
      headers: { 'Content-Type': ['application/json'], 'X-Several': ['one'] },
      body: '{"全":1}',
    });
    const parts = await fetch(`${resources}/parts`);
    expect([parts.status, await parts.text()]).toEqual([200, 'one two']);
    const failed = await fetch(`${resources}/fail`);
    expect([failed.status, await failed.json()]).toEqual([
      500,
      { message: 'ACCESS_DENIED: as told' },
    ]);
  });

  it('sends the first part of a resource before the last is there', async () => {
    const url = new URL(`${preview.url}/api/datasources/uid/one/resources/held`);
    const chunks = await new Promise<readonly string[]>((resolve, reject) => {
      const found: string[] = [];
      request(url, (answer) => {
        answer.on('data', (chunk: Buffer) => {
          found.push(chunk.toString());
          if (found.length === 1) void fetch(new URL('release', url)).catch(reject);
        });
        answer.on('end', () => resolve(found));
      })
        .on('error', reject)
        .end();
    });
    expect(chunks).toEqual(['one ', 'two']);
  });

  it('lets the plugin stop when the browser no longer waits', async () => {
    const abort = new AbortController();
    const asked = query({ A: { waitMs: 60_000 } }, 'one', abort.signal);
    // Rejected before it is looked at, or after.
    asked.catch(() => undefined);
    await said('waits long');
    abort.abort();
    await expect(asked).rejects.toThrow();
    await said('nobody waits any more');
    expect((await query({ A: { lines: 1 } })).status).toBe(200);
  });

  it('starts the plugin again when it has died, and says so meanwhile', async () => {
    const before = await backendPart();
    const waited = times('waits long');
    const waits = query({ A: { waitMs: 60_000 } }).catch((error: unknown) => error);
    await said('waits long', waited + 1);
    process.kill(pidOf(before), 'SIGKILL');
    const states = new Set<string>();
    let part = before;
    for (let tries = 0; tries < 1_600; tries += 1) {
      part = await backendPart();
      states.add(`${part.state} ${part.note ?? ''}`);
      if (part.state === 'ready' && pidOf(part) !== pidOf(before)) break;
      await sleep(25);
    }
    expect([...states].some((state) => /^starting .*SIGKILL.*again/.test(state))).toBe(true);
    expect(pidOf(part)).not.toBe(pidOf(before));
    expect(JSON.stringify(await waits)).not.toContain('frames');
    expect((await query({ A: { lines: 2 } })).results['A']?.frames).toHaveLength(1);
    expect((await query({ A: { lines: 2 } }, 'two')).status).toBe(200);
  }, 60_000);
});
