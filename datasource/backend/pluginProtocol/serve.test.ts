import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { Table } from '@gpuscope/aggregation/logs';
import { memoryLog } from '../testing/memoryLog.js';
import type { Plugin, QueryResult } from './plugin.js';
import { serve, type Served } from './serve.js';
import { connect, type PluginClient } from './testing/client.js';
import { decoded } from './testing/grafana.js';
import { quietPlugin } from './testing/plugin.js';

const QUERY = '/pluginv2.Data/QueryData';
const query = (...refIds: string[]) =>
  [
    'QueryDataRequest',
    { queries: refIds.map((refId) => ({ refId, json: Buffer.from('{}') })) },
  ] as const;

const table = (name: string): Table => ({
  name,
  type: 'table',
  columns: [{ type: 'string', name: 's', values: ['x'] }],
  notices: [],
});

interface Running {
  readonly served: Served;
  readonly client: PluginClient;
  readonly log: ReturnType<typeof memoryLog>;
  readonly announced: readonly string[];
  readonly onShutdown: jest.Mock;
}

describe('serve', () => {
  const running: Running[] = [];

  async function start(plugin: Partial<Plugin> = {}): Promise<Running> {
    const log = memoryLog();
    const announced: string[] = [];
    const onShutdown = jest.fn();
    const served = await serve(
      { ...quietPlugin, ...plugin },
      { env: {}, log, announce: (line) => announced.push(line), onShutdown },
    );
    const one = { served, client: connect(served.socketPath), log, announced, onShutdown };
    running.push(one);
    return one;
  }

  afterEach(async () => {
    for (const { client, served } of running.splice(0)) {
      client.close();
      await served.stop();
    }
  });

  it('says once where it listens, when it does', async () => {
    const { served, announced } = await start();
    expect(announced).toEqual([`1|2|unix|${served.socketPath}|grpc|\n`]);
    expect(existsSync(served.socketPath)).toBe(true);
    await served.stop();
    expect(existsSync(served.socketPath)).toBe(false);
  });

  it('answers the health check of go-plugin for its own name only', async () => {
    const { client } = await start();
    const ask = (service: string) =>
      client.call('/grpc.health.v1.Health/Check', ['HealthCheck', { service }], 'HealthStatus');
    expect((await ask('plugin')).answer).toEqual({ status: 1 });
    expect((await ask('')).answer).toEqual({ status: 1 });
    expect((await ask('other')).error).toMatchObject({
      code: status.NOT_FOUND,
      details: 'unknown service "other"',
    });
  });

  it('tells those who watch its health once, and stays with them', async () => {
    const { client } = await start();
    const watch = client.open('/grpc.health.v1.Health/Watch', ['HealthCheck', {}]);
    const [first] = (await once(watch, 'data')) as [Buffer];
    expect(decoded('HealthStatus', first)).toEqual({ status: 1 });
    watch.on('error', () => undefined);
    watch.cancel();
  });

  it('says that it was asked to end, after it has answered', async () => {
    const { client, onShutdown } = await start();
    const { answer } = await client.call(
      '/plugin.GRPCController/Shutdown',
      ['HealthCheck', {}],
      'HealthStatus',
    );
    expect(answer).toBeDefined();
    expect(onShutdown).toHaveBeenCalledTimes(1);
  });

  it('does not know methods that nobody knows', async () => {
    const { client } = await start();
    const { error } = await client.call(
      '/pluginv2.Data/QueryChunkedData',
      query('A'),
      'QueryDataResponse',
    );
    expect(error?.code).toBe(status.UNIMPLEMENTED);
  });

  it('answers each query by its name, in Grafana’s frames', async () => {
    const { client } = await start({
      query: (_context, queries) =>
        Promise.resolve(
          new Map<string, QueryResult>(
            queries.map(({ refId }) => [refId, { tables: [table(refId), table('second')] }]),
          ),
        ),
    });
    const { answer } = await client.call(QUERY, query('A', 'B'), 'QueryDataResponse');
    const responses = answer?.['responses'] as Record<string, { frames: readonly string[] }>;
    expect(Object.keys(responses)).toEqual(['A', 'B']);
    expect(responses['B']?.frames).toHaveLength(2);
    expect(responses['B']?.frames[0]).toMatch(/^ARROW1/);
  });

  it('gives what is there beside an error', async () => {
    const error = { message: 'half of it', status: 504, source: 'downstream' } as const;
    const { client } = await start({
      query: () => Promise.resolve(new Map([['A', { error, tables: [table('part')] }]])),
    });
    const { answer } = await client.call(QUERY, query('A'), 'QueryDataResponse');
    expect(answer).toMatchObject({
      responses: {
        A: { error: 'half of it', status: 504, frames: [expect.stringMatching(/^ARROW1/)] },
      },
    });
  });

  it('says why there is no answer for who reads another language, too', async () => {
    const said = say('question.gone');
    const error = { message: said.text, said, status: 499, source: 'downstream' } as const;
    const { client } = await start({ query: () => Promise.resolve(new Map([['A', { error }]])) });
    const { answer } = await client.call(QUERY, query('A', 'B'), 'QueryDataResponse');
    const { A, B } = answer?.['responses'] as Record<string, { frames: string[]; error: string }>;
    expect(A?.error).toBe(said.text);
    expect(A?.frames).toEqual([expect.stringContaining('"refused":{"id":"question.gone"')]);
    expect(B?.error).toContain('got no answer');
    expect(B?.frames).toEqual([]);
  });

  it('fails a query alone whose frame can not be built, and logs nothing that is foreseen', async () => {
    const uneven: Table = {
      ...table('uneven'),
      columns: [
        { type: 'string', name: 'a', values: ['1'] },
        { type: 'string', name: 'b', values: [] },
      ],
    };
    const { client, log } = await start({
      query: () =>
        Promise.resolve(
          new Map([
            ['A', { tables: [uneven] }],
            ['B', { tables: [table('good')] }],
          ]),
        ),
    });
    const { answer } = await client.call(QUERY, query('A', 'B'), 'QueryDataResponse');
    expect(answer).toMatchObject({
      responses: {
        A: { status: 500, errorSource: 'plugin', error: expect.stringContaining('"b"') as string },
        B: { status: 200, error: '' },
      },
    });
    expect(log.lines).toEqual([]);
  });

  it('asks the plugin nothing where no query can be read', async () => {
    const ask = jest.fn();
    const { client } = await start({ query: ask });
    const bad = [
      'QueryDataRequest',
      { queries: [{ refId: 'A', json: Buffer.from('{') }] },
    ] as const;
    const { answer } = await client.call(QUERY, bad, 'QueryDataResponse');
    expect(answer).toMatchObject({ responses: { A: { status: 400 } } });
    expect(ask).not.toHaveBeenCalled();
  });

  it('aborts the signal of a call that is cancelled, and of no other', async () => {
    const signals: AbortSignal[] = [];
    const cancelled = new AbortController();
    const { client, log } = await start({
      query: async (_context, _queries, _headers, signal) => {
        signals.push(signal);
        if (signals.length === 2) cancelled.abort();
        while (!signals.some(({ aborted }) => aborted)) await sleep(5);
        // Time for the other to be aborted too, should it be.
        await sleep(50, undefined, { signal });
        return new Map();
      },
    });
    const [gone, kept] = await Promise.all([
      client.call(QUERY, query('A'), 'QueryDataResponse', cancelled.signal),
      client.call(QUERY, query('A'), 'QueryDataResponse'),
    ]);
    expect(gone.error?.code).toBe(status.CANCELLED);
    expect(kept.error).toBeUndefined();
    expect(signals.map(({ aborted }) => aborted).sort()).toEqual([false, true]);
    expect(log.lines).toEqual([]);
  });

  it('aborts calls that are still running when it stops', async () => {
    let seen: AbortSignal | undefined;
    const { client, served } = await start({
      checkHealth: (_context, _headers, signal) => {
        seen = signal;
        return new Promise(() => undefined);
      },
    });
    const call = client.call(
      '/pluginv2.Diagnostics/CheckHealth',
      ['CheckHealthRequest', {}],
      'CheckHealthResponse',
    );
    while (seen === undefined) await sleep(5);
    await served.stop();
    expect((await call).error).toBeDefined();
    expect(seen.aborted).toBe(true);
  });

  it('hides what it did not foresee, and logs it', async () => {
    const { client, log } = await start({
      collectMetrics: () => {
        throw new TypeError('x of undefined');
      },
    });
    const { error } = await client.call(
      '/pluginv2.Diagnostics/CollectMetrics',
      ['HealthCheck', {}],
      'CollectMetricsResponse',
    );
    expect(error?.details).toBe("INTERNAL: an internal error; Grafana's log says what it was");
    expect(log.lines.join()).toContain('x of undefined');
    expect(log.lines.join()).toContain('CollectMetrics');
  });

  it('says whose fault it is in the details of the status, in streams too', async () => {
    const fail = (): never => {
      throw new GpuscopeError('ACCESS_DENIED', 'not yours');
    };
    const { client } = await start({ callResource: fail, runStream: fail, query: fail });
    const streams = ['/pluginv2.Resource/CallResource', '/pluginv2.Stream/RunStream'].map(
      async (path) => {
        const stream = client.open(path, ['CallResourceRequest', { path: 'x' }]);
        stream.on('data', () => undefined);
        const [error] = (await once(stream, 'error')) as [ServiceError];
        return error;
      },
    );
    const unary = await client.call(QUERY, query('A'), 'QueryDataResponse');
    for (const error of [...(await Promise.all(streams)), unary.error]) {
      expect(error?.details).toBe('ACCESS_DENIED: not yours');
      const [rich] = (error?.metadata ?? new Metadata()).get('grpc-status-details-bin');
      expect(decoded('Status', Buffer.from(rich ?? ''))).toMatchObject({
        code: status.UNKNOWN,
        message: 'ACCESS_DENIED: not yours',
      });
      expect(String(rich)).toContain('downstream');
    }
  });

  it('produces no more than is taken, and stops when nobody takes any', async () => {
    let produced = 0;
    let isOver = false;
    const { client } = await start({
      async *callResource(_context, _request, signal) {
        try {
          while (!signal.aborted) {
            produced += 1;
            await Promise.resolve();
            yield { status: 200, headers: {}, body: new Uint8Array(1_000_000) };
          }
        } finally {
          isOver = true;
        }
      },
    });
    const stream = client.open('/pluginv2.Resource/CallResource', ['CallResourceRequest', {}]);
    stream.on('error', () => undefined);
    stream.once('data', () => stream.pause());
    for (let before = 0; produced === 0 || produced !== before; await sleep(250)) before = produced;
    expect(produced).toBeLessThan(100);
    stream.cancel();
    while (!isOver) await sleep(10);
  });

  it('has no channels where the plugin has none', async () => {
    const { client } = await start();
    const channel = ['ChannelRequest', { path: 'tail' }] as const;
    const answers = await Promise.all(
      ['SubscribeStream', 'PublishStream'].map((method) =>
        client.call(`/pluginv2.Stream/${method}`, channel, 'ChannelResponse'),
      ),
    );
    expect(answers.map(({ answer }) => answer?.['status'])).toEqual([1, 2]);
    const stream = client.open('/pluginv2.Stream/RunStream', channel);
    stream.on('data', () => undefined);
    const [error] = (await once(stream, 'error')) as [ServiceError];
    expect(error.details).toBe('QUERY_INVALID: there is no channel "tail"');
  });

  it('keeps the side connections of go-plugin open until the host closes them', async () => {
    const { client } = await start();
    const stdio = client.open('/plugin.GRPCStdio/StreamStdio', ['HealthCheck', {}]);
    const seen: unknown[] = [];
    stdio.on('data', (data) => seen.push(data));
    const ended = once(stdio, 'error');
    await sleep(100);
    expect(seen).toEqual([]);
    stdio.cancel();
    const [error] = (await ended) as [ServiceError];
    expect(error.code).toBe(status.CANCELLED);
  });

  it('serves several plugins beside each other', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(one.served.socketPath).not.toBe(other.served.socketPath);
    await one.served.stop();
    const { answer } = await other.client.call(
      '/grpc.health.v1.Health/Check',
      ['HealthCheck', { service: 'plugin' }],
      'HealthStatus',
    );
    expect(answer).toEqual({ status: 1 });
  });
});
