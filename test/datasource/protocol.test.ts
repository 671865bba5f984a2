import { setTimeout as sleep } from 'node:timers/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { temporaryFolder, type TemporaryFolder } from '../servers/index.js';
import { ask, base64, frameOf, queryRequest, resultOf, type Frame } from './asking.js';
import { startHost, type HostOptions, type PluginHost } from './host.js';
import { ANSWERING, buildPlugin, type Runtime } from './programs.js';

const runtimes: readonly Runtime[] = ['Node', 'one executable'];

/** A process that has ended may stay on the list for a while, as a zombie. */
const isAlive = (pid: number): boolean => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

/** Asks until it is so, with patience: the machine may be busy. Answers whether it came about. */
const comesAbout = async (isSo: () => Promise<boolean> | boolean): Promise<boolean> => {
  for (const end = performance.now() + 40_000; performance.now() < end; await sleep(50))
    if (await isSo()) return true;
  return false;
};

const isGone = (pid: number): Promise<boolean> => comesAbout(() => !isAlive(pid));

const logs = (host: PluginHost, words: string): Promise<boolean> =>
  comesAbout(() => JSON.stringify(host.log()).includes(words));

describe.each(runtimes)('a plugin as %s under a host such as Grafana', (runtime) => {
  let folder: TemporaryFolder;
  let command: readonly string[];
  let host: PluginHost;
  const started: PluginHost[] = [];
  const start = async (options: HostOptions = {}): Promise<PluginHost> => {
    const one = await startHost(command, options);
    started.push(one);
    return one;
  };

  beforeAll(async () => {
    folder = await temporaryFolder('plugin');
    command = await buildPlugin(runtime, ANSWERING, folder.path);
    host = await start();
  }, 300_000);

  afterAll(async () => {
    await Promise.all(started.map((one) => one.stop()));
    await folder.remove();
  }, 60_000);

  it('is found healthy', async () => {
    expect(await host.call('ping')).toMatchObject({ result: 'pong' });
  });

  it('answers with frames of every type, value by value', async () => {
    const { A } = await ask(host, { A: { everyType: true } });
    const { schema, data } = frameOf(A);
    expect(schema).toEqual({
      name: '各种',
      refId: 'A',
      meta: {
        type: 'timeseries-multi',
        typeVersion: [0, 1],
        custom: { limit: 3 },
        notices: [
          { severity: 'info', text: 'one' },
          { severity: 'error', text: 'two' },
        ],
        preferredVisualisationType: 'graph',
      },
      fields: [
        {
          name: 'time',
          type: 'time',
          typeInfo: { frame: 'time.Time' },
          config: { displayName: 'when' },
        },
        {
          name: 'text',
          type: 'string',
          typeInfo: { frame: 'string', nullable: true },
          labels: { app: 'train"er', empty: '' },
        },
        { name: 'json', type: 'other', typeInfo: { frame: 'json.RawMessage' } },
        {
          name: 'number',
          type: 'number',
          typeInfo: { frame: 'float64', nullable: true },
          config: { unit: 'bytes', links: [{ title: 'a', url: 'b' }] },
        },
        { name: 'integer', type: 'number', typeInfo: { frame: 'int64', nullable: true } },
        { name: 'noGaps', type: 'string', typeInfo: { frame: 'string' } },
        ...['a', 'b'].map((app) => ({
          name: 'Value',
          type: 'number',
          typeInfo: { frame: 'float64' },
          labels: { app },
        })),
      ],
    });
    expect(data.values).toEqual([
      [-1, 1_763_683_200_000, 4_102_444_800_999],
      ['显存不足 👍', null, ''],
      [{ a: [1, null] }, null, 'x'],
      [0.1, null, -Number.MAX_VALUE],
      [Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, null],
      ['a', 'b', 'c'],
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(data.nanos?.[0]).toEqual([999_999, 1, 999_999]);
  });

  it('answers with a table without rows', async () => {
    const { A } = await ask(host, { A: { lines: 0 } });
    expect(frameOf(A).data.values).toEqual([[], [], []]);
  });

  it('learns who asks, of which data source, and what', async () => {
    const { result } = await host.call('query', {
      headers: { 'http_X-Grafana-Id': 'token' },
      pluginContext: {
        orgId: 7,
        pluginId: 'gpuscope-logs-datasource',
        pluginVersion: '0.1.0',
        userAgent: 'Grafana/12.4.0',
        namespace: 'default',
        user: { login: 'li', name: '李', email: 'li@example.org', role: 'Viewer' },
        grafanaConfig: { GF_APP_URL: 'http://grafana/' },
        dataSourceInstanceSettings: {
          uid: 'u1',
          name: 'logs',
          jsonData: base64('{"index":"logs-*"}'),
          decryptedSecureJsonData: { password: 'p' },
          lastUpdatedMS: 1_763_683_200_123,
        },
      },
      queries: [
        {
          refId: 'B',
          queryType: 'lines',
          json: base64('{"n":1}'),
          maxDataPoints: 500,
          intervalMS: 15_000,
          timeRange: { fromEpochMS: -5, toEpochMS: 1_763_683_200_999 },
        },
      ],
    });
    const [frame] = (result as { readonly B: { readonly frames: readonly Frame[] } }).B.frames;
    expect(frame?.data.values[0]?.[0]).toEqual({
      headers: { 'http_X-Grafana-Id': 'token' },
      query: {
        refId: 'B',
        queryType: 'lines',
        json: { n: 1 },
        maxDataPoints: 500,
        intervalMs: 15_000,
        fromMs: -5,
        toMs: 1_763_683_200_999,
      },
      context: {
        orgId: 7,
        pluginId: 'gpuscope-logs-datasource',
        pluginVersion: '0.1.0',
        userAgent: 'Grafana/12.4.0',
        namespace: 'default',
        user: { login: 'li', name: '李', email: 'li@example.org', role: 'Viewer' },
        grafanaConfig: { GF_APP_URL: 'http://grafana/' },
        dataSource: {
          uid: 'u1',
          name: 'logs',
          updatedMs: 1_763_683_200_123,
          url: '',
          user: '',
          database: '',
          jsonData: { index: 'logs-*' },
          secrets: { password: 'p' },
        },
      },
    });
  });

  it('fails one query and answers its neighbours', async () => {
    const answers = await ask(host, {
      good: { lines: 1 },
      refused: { refuse: true },
      forgotten: { forget: true },
      broken: '{"lines":',
    });
    expect(frameOf(answers['good']).data.values[1]).toHaveLength(1);
    expect(answers['refused']).toMatchObject({
      error: 'refused',
      status: 403,
      source: 'downstream',
    });
    expect(answers['forgotten']).toMatchObject({ status: 500, source: 'plugin' });
    expect(answers['broken']).toMatchObject({
      error: 'QUERY_INVALID: the query broken is no JSON',
      status: 400,
      source: 'downstream',
    });
  });

  it('says whose fault a failed call is, and tells nothing of what it did not foresee', async () => {
    const failures = await Promise.all(
      (['STORE_UNREACHABLE', 'INTERNAL', 'unforeseen', 'CANCELLED'] as const).map(
        async (fail) => (await host.call('query', queryRequest({ A: { fail } }))).error,
      ),
    );
    expect(failures).toEqual([
      { code: 'Unknown', message: 'STORE_UNREACHABLE: as told', source: 'downstream' },
      { code: 'Unknown', message: 'INTERNAL: as told', source: 'plugin' },
      expect.objectContaining({ code: 'Unknown', source: 'plugin' }),
      expect.objectContaining({ code: 'Canceled' }),
    ]);
    expect((await host.call('resource', { path: 'fail' })).error).toEqual({
      code: 'Unknown',
      message: 'ACCESS_DENIED: as told',
      source: 'downstream',
    });
    expect(JSON.stringify(failures)).not.toContain('secret');
    expect(JSON.stringify(host.log())).toContain('a secret that nobody may see');
  });

  it('refuses settings that are no JSON, with the name of the data source', async () => {
    const { error } = await host.call('health', {
      pluginContext: {
        dataSourceInstanceSettings: { name: 'logs of 一', jsonData: base64('{') },
      },
    });
    expect(error).toMatchObject({ source: 'downstream' });
    expect(error?.message).toContain('"logs of 一"');
  });

  it('answers a health check and gives its own figures', async () => {
    expect(
      resultOf(await host.call('health', { pluginContext: { user: { login: 'li' } } })),
    ).toEqual({
      status: 'ERROR',
      message: 'asked by li',
      jsonDetails: base64('{"verboseMessage":"more","count":12}'),
    });
    const { metrics } = resultOf<{ metrics: { prometheus: string } }>(await host.call('metrics'));
    expect(Buffer.from(metrics.prometheus, 'base64').toString()).toMatch(/^answered \d+\n/);
  });

  it('serves resources, whole and in parts', async () => {
    const whole = await host.call('resource', {
      path: 'lists/apps',
      method: 'POST',
      url: 'lists/apps?x=1',
      headers: { Accept: { values: ['a', 'b'] } },
      body: base64('{"全":1}'),
    });
    const [part] = resultOf<readonly { code: number; headers: unknown; body: string }[]>(whole);
    expect(part).toMatchObject({
      code: 418,
      headers: { 'X-Several': { values: ['one', 'two'] } },
    });
    expect(JSON.parse(Buffer.from(part?.body ?? '', 'base64').toString())).toEqual({
      path: 'lists/apps',
      method: 'POST',
      url: 'lists/apps?x=1',
      headers: { Accept: ['a', 'b'] },
      body: '{"全":1}',
    });
    const parts = resultOf<readonly { body: string }[]>(
      await host.call('resource', { path: 'parts' }),
    );
    expect(parts.map(({ body }) => Buffer.from(body, 'base64').toString())).toEqual([
      'one ',
      'two',
    ]);
  });

  it('opens and refuses streams, and ends one that nobody listens to', async () => {
    expect(
      resultOf(await host.call('subscribe', { path: 'ticks', data: base64('{"a":1}') })),
    ).toEqual({ status: 'OK', data: base64('{"got":{"a":1}}') });
    expect(resultOf(await host.call('subscribe', { path: 'other' }))).toMatchObject({
      status: 'PERMISSION_DENIED',
    });
    expect(resultOf(await host.call('publish', { path: 'ticks' }))).toMatchObject({
      status: 'PERMISSION_DENIED',
    });
    const two = resultOf<readonly Frame[]>(await host.call('run', { path: 'two' }));
    expect(two.map(({ data }) => data.values[1])).toEqual([
      ['0 xxxxxxxx'],
      ['0 xxxxxxxx', '1 xxxxxxxx'],
    ]);
    expect(two[1]?.data.nanos?.[0]).toEqual([1, 2]);
    const before = await figures(host);
    const ticks = await host.call('run', { path: 'ticks' }, { cancelAfterMs: 1_500 });
    expect(resultOf<readonly Frame[]>(ticks).length).toBeGreaterThan(1);
    const isEnded = async () => (await figures(host)).answered === before.answered + 1;
    expect(await comesAbout(isEnded)).toBe(true);
  });

  // More than the thousand that servers take for an attack.
  it('hurts nobody else when many queries at once are cancelled, again and again', async () => {
    const before = await figures(host);
    const cancelled = [];
    for (let round = 0; round < 30; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, at) =>
          host.call(
            'query',
            queryRequest({ A: { waitMs: at % 2 === 0 ? 10_000 : 60, lines: 50 } }),
            at % 2 === 0 ? { cancelAfterMs: 5 + 3 * (at % 30) } : {},
          ),
        ),
      );
      cancelled.push(...answers.filter((_, at) => at % 2 === 0));
      const rest = answers.filter((_, at) => at % 2 === 1);
      expect(rest.filter(({ error }) => error !== undefined)).toEqual([]);
    }
    expect(cancelled).toHaveLength(1500);
    expect(new Set(cancelled.map(({ error }) => error?.code))).toEqual(new Set(['Canceled']));
    const after = await figures(host);
    expect(after.answered - before.answered).toBe(1500);
    // A query may be cancelled before the plugin has heard of it: on a busy machine most are.
    const isTold = async () => (await figures(host)).cancelled - before.cancelled > 50;
    expect(await comesAbout(isTold)).toBe(true);
    expect(await host.call('ping')).toMatchObject({ result: 'pong' });
  }, 60_000);

  it('sends frames of many megabytes, but not any number of them', async () => {
    const { A } = await ask(host, { A: { lines: 20_000, width: 1_500 } });
    expect(A?.sizes[0]).toBeGreaterThan(30_000_000);
    expect(frameOf(A).data.values[1]?.[19_999]).toHaveLength(1_500);
    const { B, C } = await ask(host, { B: { lines: 35_000, width: 2_000 }, C: { lines: 1 } });
    expect(B).toMatchObject({ status: 400, source: 'downstream' });
    expect(B?.frames?.flatMap(({ data }) => data.values)).toEqual([]);
    expect(B?.error).toMatch(/^LIMIT_EXCEEDED: .*6\d\.\d MiB.*64\.0 MiB/);
    expect(frameOf(C).data.values[1]).toHaveLength(1);
  }, 60_000);

  it('refuses a request of more than 16 MiB and answers the next one', async () => {
    const body = base64('x'.repeat(17 * 1024 * 1024));
    const { error } = await host.call('resource', { path: 'echo', body });
    expect(error?.code).toBe('ResourceExhausted');
    const fits = base64('x'.repeat(15 * 1024 * 1024));
    expect((await host.call('resource', { path: 'echo', body: fits })).error).toBeUndefined();
    expect(await host.call('ping')).toMatchObject({ result: 'pong' });
  }, 60_000);

  it('logs what Grafana can read, at its level, and keeps stdout for the handshake', () => {
    const log = host.log();
    expect(log).toContainEqual(
      expect.objectContaining({
        '@level': 'info',
        '@message': 'starts',
        big: '1152921504606846976',
      }),
    );
    expect(log).toContainEqual(
      expect.objectContaining({ '@level': 'info', '@message': 'written to the console' }),
    );
    expect(log).toContainEqual(
      expect.objectContaining({
        '@level': 'error',
        '@message': 'a call ended in an unforeseen error',
      }),
    );
  });

  it('shows its certificate to a host that shows one', async () => {
    const secure = await start({ mtls: true });
    const { A } = await ask(secure, { A: { lines: 2_000, width: 1_000 } });
    expect(frameOf(A).data.values[1]).toHaveLength(2_000);
  });

  it('listens where it was told to, and leaves nothing behind when it is ended', async () => {
    const place = await temporaryFolder('sockets');
    const other = await start({ socketDir: place.path });
    expect(readdirSync(place.path)).toEqual([expect.stringMatching(/^gpuscope-/)]);
    expect(resultOf(await other.call('kill'))).toMatchObject({ exited: true });
    expect(isAlive(other.pluginPid)).toBe(false);
    expect(readdirSync(place.path)).toEqual([]);
    expect(JSON.stringify(other.log())).not.toContain('failed to exit gracefully');
    await place.remove();
  });

  it('ends when its host is killed, also in mid-query', async () => {
    const doomed = await start();
    doomed.call('query', queryRequest({ A: { waitMs: 60_000 } })).catch(() => undefined);
    expect(await logs(doomed, 'waits long')).toBe(true);
    await doomed.kill();
    expect(await isGone(doomed.pluginPid)).toBe(true);
  });

  it('lives on when a promise fails that nobody waits for, and logs it', async () => {
    const other = await start();
    await ask(other, { A: { stray: 'rejection', waitMs: 50 } });
    expect(frameOf((await ask(other, { A: { lines: 1 } }))['A']).data.values).toHaveLength(3);
    expect(await logs(other, 'gone astray')).toBe(true);
  });

  it('ends in order, and logs why, when an error is thrown that nobody catches', async () => {
    const other = await start();
    void other.call('query', queryRequest({ A: { stray: 'exception', waitMs: 5_000 } }));
    expect(await isGone(other.pluginPid)).toBe(true);
    expect(await logs(other, 'thrown at nobody')).toBe(true);
  });

  it('ends on SIGTERM and ignores SIGINT', async () => {
    const other = await start();
    process.kill(other.pluginPid, 'SIGINT');
    await sleep(200);
    expect(await other.call('ping')).toMatchObject({ result: 'pong' });
    process.kill(other.pluginPid, 'SIGTERM');
    expect(await isGone(other.pluginPid)).toBe(true);
  });
});

async function figures(host: PluginHost): Promise<{ answered: number; cancelled: number }> {
  const { metrics } = resultOf<{ metrics: { prometheus: string } }>(await host.call('metrics'));
  const text = Buffer.from(metrics.prometheus, 'base64').toString();
  const of = (name: string): number => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);
  return { answered: of('answered'), cancelled: of('cancelled') };
}
