import { ask, base64, resultOf, type Response } from '../../datasource/asking.js';
import { startHost, type PluginHost } from '../../datasource/host.js';
import { buildPlugin, SHIPPED, type Runtime } from '../../datasource/programs.js';
import {
  createAuthority,
  mustRequestStore,
  startStore,
  temporaryFolder,
  type StoreServer,
  type TemporaryFolder,
} from '../../servers/index.js';

const runtimes: readonly Runtime[] = ['Node', 'one executable'];
const authority = createAuthority('synthetic-authority');
const stranger = createAuthority('synthetic-stranger');
const password = 'synthetic-pässwörd:1';
const START = Date.parse('2026-11-20T10:00:00Z');
const LINES = 3_000;

const lineOf = (row: number): string =>
  `第 ${row} 行 user_id=${row} ${row % 100 === 7 ? 'boom' : ''}`;

/** What Fluent Bit writes of a pod's line. */
const record = (row: number): string =>
  JSON.stringify({
    '@timestamp': new Date(START + row * 1000).toISOString(),
    log: lineOf(row),
    stream: 'stdout',
    kubernetes: {
      namespace_name: 'team-a',
      pod_name: `train-${row % 3}`,
      container_name: 'main',
      labels: { app: 'train' },
    },
  });

/** The backend as it is shipped, asked as Grafana asks it, on a store with TLS, users and a password. */
describe.each(runtimes)('the shipped backend as %s', (runtime) => {
  let store: StoreServer;
  let folder: TemporaryFolder;
  let host: PluginHost;

  beforeAll(async () => {
    store = await startStore('elasticsearch-8.19', {
      authority,
      security: {
        users: { 'synthetic-reader': { password, roles: ['reader'] } },
        roles: {
          reader: {
            cluster: ['monitor'],
            indices: [{ names: ['logstash-*'], privileges: ['read', 'view_index_metadata'] }],
          },
        },
      },
    });
    const rows = Array.from({ length: LINES }, (_, row) => `{"create":{}}\n${record(row)}\n`);
    await mustRequestStore(store.address, 'POST', '/logstash-a/_bulk?refresh=true', rows.join(''));
    folder = await temporaryFolder('shipped');
    host = await startHost(await buildPlugin(runtime, SHIPPED, folder.path));
  }, 600_000);

  afterAll(async () => {
    await host.stop();
    await store.stop();
    await folder.remove();
  }, 60_000);

  const contextWith = (changed: object, secret = password) => ({
    orgId: 1,
    user: { login: 'admin', role: 'Admin' },
    dataSourceInstanceSettings: {
      uid: JSON.stringify(changed) + secret,
      name: 'logs',
      jsonData: base64(
        JSON.stringify({
          setUp: 'here',
          product: 'elasticsearch',
          nodes: [store.url],
          index: 'logstash-*',
          auth: 'basic',
          user: 'synthetic-reader',
          caCertificate: authority.certPem,
          limits: { lines: 5_000 },
          ...changed,
        }),
      ),
      decryptedSecureJsonData: { password: secret },
    },
  });

  const question = async (query: object, context = contextWith({})): Promise<Response> => {
    const json = base64(JSON.stringify({ version: 1, show: 'lines', selection: {}, ...query }));
    const timeRange = { fromEpochMS: START - 1, toEpochMS: START + LINES * 1000 };
    const request = {
      pluginContext: context,
      queries: [{ refId: 'A', json, timeRange, maxDataPoints: 100, intervalMS: 60_000 }],
    };
    const { A } = resultOf<{ A: Response }>(await host.call('query', request));
    return A;
  };

  it('finds the store well', async () => {
    const health = resultOf<{ status: string; message: string }>(
      await host.call('health', { pluginContext: contextWith({}) }),
    );
    expect(health).toMatchObject({ status: 'OK' });
    expect(JSON.stringify(health)).not.toContain(password);
  }, 60_000);

  it('answers with every line once, each as it was written', async () => {
    const { frames, error } = await question({ limit: LINES });
    expect(error).toBeUndefined();
    const { schema, data } = frames?.[0] ?? { schema: undefined, data: undefined };
    expect(schema?.meta).toMatchObject({ type: 'log-lines' });
    const names = schema?.fields.map(({ name }) => name) ?? [];
    const bodies = data?.values[names.indexOf('body')] ?? [];
    expect(bodies.map((body) => String(body).trim())).toEqual(
      Array.from({ length: LINES }, (_, at) => lineOf(LINES - 1 - at).trim()),
    );
    expect(data?.values[names.indexOf('timestamp')]?.[0]).toBe(START + (LINES - 1) * 1000);
  }, 60_000);

  it('finds words', async () => {
    const { frames, error } = await question({ selection: { words: 'boom' }, limit: 500 });
    expect(error).toBeUndefined();
    expect(frames?.[0]?.data.values[0]).toHaveLength(LINES / 100);
  }, 60_000);

  it('needs fewer bytes than the store for the same lines', async () => {
    const { sizes } = await question({ limit: LINES });
    const body = { size: LINES, sort: [{ '@timestamp': 'desc' }] };
    const answer = await mustRequestStore(store.address, 'POST', '/logstash-*/_search', body);
    const storeBytes = Buffer.byteLength(JSON.stringify(answer));
    expect((sizes[0] ?? Infinity) / storeBytes).toBeLessThan(0.75);
  }, 60_000);

  it('refuses a store with the wrong certificate, and a wrong password, by name', async () => {
    const unknown = await question({}, contextWith({ caCertificate: stranger.certPem }));
    expect(unknown.error).toMatch(/^STORE_TLS/);
    const refused = await question({}, contextWith({}, 'wrong'));
    expect(refused.error).toMatch(/^STORE_REFUSED/);
    for (const { error, source } of [unknown, refused]) {
      expect(error).not.toContain(password);
      expect(source).toBe('downstream');
    }
  }, 60_000);

  it('answers many at once, of which half go away', async () => {
    const timeRange = { fromEpochMS: START, toEpochMS: START + LINES * 1000 };
    const json = base64(JSON.stringify({ version: 1, show: 'lines', selection: {}, limit: LINES }));
    const request = {
      pluginContext: contextWith({}),
      queries: [{ refId: 'A', json, timeRange, maxDataPoints: 100, intervalMS: 60_000 }],
    };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        host.call('query', request, at % 2 === 0 ? { cancelAfterMs: 30 + at } : {}),
      ),
    );
    const stayed = answers.filter((_, at) => at % 2 === 1);
    for (const answer of stayed) {
      const { A } = resultOf<{ A: Response }>(answer);
      expect(A.error).toBeUndefined();
      expect(A.frames?.[0]?.data.values[0]).toHaveLength(LINES);
    }
    expect((await ask(host, {}))['A']).toBeUndefined();
  }, 120_000);
});
