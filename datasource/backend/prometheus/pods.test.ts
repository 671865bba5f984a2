import { instantQuery } from './instantQuery.js';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { askPrometheus, MAX_PODS, namedPodsPromql, podsPromql } from './pods.js';
import { textWith } from '../testing/matching.js';

const never = new AbortController().signal;
const range = { fromMs: 1_000_000, toMs: 4_600_000 };

describe('podsPromql', () => {
  it('asks for the pods of any time of the range', () => {
    expect(podsPromql({ apps: ['web'], namespaces: ['a', 'b.c'] }, range)).toBe(
      'group by (cluster, namespace, pod) (last_over_time(workload_pod_info{app="web",namespace=~"a|b\\\\.c"}[3600000ms]))',
    );
    expect(podsPromql({}, { fromMs: 0, toMs: 1 })).toContain('workload_pod_info{}[1000ms]');
  });

  it('lets no name end its quotes', () => {
    const name = 'a"} or up{x="\\';
    const [, quoted = ''] =
      /app=("(?:[^"\\]|\\.)*")\}/.exec(podsPromql({ apps: [name] }, range)) ?? [];
    expect(JSON.parse(quoted)).toBe(name);
  });
});

describe('namedPodsPromql', () => {
  it('asks for pods with one of their names', () => {
    expect(namedPodsPromql('user', { tenants: ['risk'] }, range)).toBe(
      'group by (cluster, namespace, pod, user) (last_over_time(workload_pod_info{tenant="risk"}[3600000ms]))',
    );
  });
});

describe('askPrometheus', () => {
  let server: Server;
  let answer: { status: number; body: string };
  let asked: { path: string; body: URLSearchParams };
  let url: string;

  beforeEach(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => (text += String(chunk)));
      request.on('end', () => {
        asked = { path: request.url ?? '', body: new URLSearchParams(text) };
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(answer.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const vector = (metrics: readonly object[]) => ({
    status: 200,
    body: JSON.stringify({
      status: 'success',
      data: {
        resultType: 'vector',
        result: metrics.map((metric) => ({ metric, value: [1, '1'] })),
      },
    }),
  });

  it('reads the pods, and asks at the end of the range, below the path of the address', async () => {
    answer = vector([
      { cluster: 'idc1', namespace: 'ns', pod: 'p-0' },
      { namespace: 'ns', pod: 'q' },
    ]);
    await expect(
      askPrometheus(`${url}/prom/`).pods({ apps: ['web'] }, range, never),
    ).resolves.toEqual({
      pods: [
        { cluster: 'idc1', namespace: 'ns', pod: 'p-0' },
        { cluster: '', namespace: 'ns', pod: 'q' },
      ],
      isCut: false,
    });
    expect(asked.path).toBe('/prom/api/v1/query');
    expect(asked.body.get('time')).toBe('4600');
    expect(asked.body.get('limit')).toBe(String(MAX_PODS + 1));
  });

  it('reads pods with their names, and without', async () => {
    answer = vector([
      { namespace: 'ns', pod: 'p-0', app: 'web' },
      { namespace: 'ns', pod: 'p-1' },
    ]);
    const { pods, isCut } = await askPrometheus(url).namedPods('app', {}, range, never);
    expect(isCut).toBe(false);
    expect(pods.map(({ pod, text }) => [pod, text])).toEqual([
      ['p-0', 'web'],
      ['p-1', ''],
    ]);
  });

  it('says that there are more than it gives', async () => {
    answer = vector(
      Array.from({ length: MAX_PODS + 1 }, (_, i) => ({ namespace: 'n', pod: `p-${i}` })),
    );
    const { pods, isCut } = await askPrometheus(url).pods({}, range, never);
    expect([pods.length, isCut]).toEqual([MAX_PODS, true]);
  });

  it.each([
    [
      {
        status: 422,
        body: '{"status":"error","errorType":"execution","error":"too many samples"}',
      },
      'SOURCE_REFUSED',
      /too many samples/,
    ],
    [{ status: 200, body: '<html>' }, 'SOURCE_REFUSED', /does not answer as Prometheus does/],
    [
      { status: 200, body: '{"status":"success","data":{"resultType":"scalar","result":[]}}' },
      'SOURCE_REFUSED',
      /Prometheus at/,
    ],
  ])('says what is wrong with %j', async (given, code, message) => {
    answer = given;
    await expect(askPrometheus(url).pods({}, range, never)).rejects.toMatchObject({
      code,
      message: textWith(message),
    });
  });

  it('does not let a server that hangs hold up the lines', async () => {
    server.removeAllListeners('request');
    server.on('request', () => undefined);
    const asked = instantQuery({ url, query: 'up', timeMs: 0, limit: 1, timeoutMs: 50 }, never);
    await expect(asked).rejects.toMatchObject({
      code: 'SOURCE_TIMEOUT',
      message: textWith(/no answer within 0\.05 s/),
    });
    server.closeAllConnections();
  });

  it('says where nobody answers', async () => {
    await expect(askPrometheus('http://127.0.0.1:1').pods({}, range, never)).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
      message: textWith(/127\.0\.0\.1:1/),
    });
  });
});
