import { writeFile } from 'node:fs/promises';
import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '../servers/temporaryFolder.js';
import { healthy } from './support/dcgm.js';
import { bundle, serve, type Serving } from './support/program.js';
import { until } from './support/scrape.js';

/** As much of the Kubernetes API as finding a pod takes. */
let pods: object[] = [];
const asked: URL[] = [];
const api: RequestListener = (request, response) => {
  const url = new URL(request.url ?? '/', 'http://api');
  response.setHeader('content-type', 'application/json');
  if (url.searchParams.get('watch') !== null) {
    response.flushHeaders();
    return;
  }
  const isSearch = url.pathname === '/api/v1/namespaces/gpu-operator/pods';
  if (isSearch) asked.push(url);
  const items = isSearch ? pods : [];
  response.end(JSON.stringify({ kind: 'List', metadata: { resourceVersion: '1' }, items }));
};

const pod = (name: string, podIP: string, rest: object = {}) => ({
  kind: 'Pod',
  metadata: { name, namespace: 'gpu-operator', ...rest },
  status: { phase: 'Running', podIP, conditions: [{ type: 'Ready', status: 'True' }] },
});

const listen = (listener: RequestListener, host: string, port = 0): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const end = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** dcgm-exporter in a pod without NODE_NAME writes the pod's name for the host. */
const dcgmOf =
  (name: string): RequestListener =>
  (_, response) =>
    response.end(healthy().replaceAll('"gpu-1"', `"${name}"`));

let folder: TemporaryFolder;
let kubernetes: Server;
let first: Server;
let running: Serving;
const open: Server[] = [];

beforeAll(async () => {
  folder = await temporaryFolder('exporter-dcgm-pod');
  const program = await bundle(folder.path);
  kubernetes = await listen(api, '127.0.0.1');
  first = await listen(dcgmOf('dcgm-a'), '127.0.0.1');
  pods = [pod('dcgm-a', '127.0.0.1')];
  const kubeconfig = join(folder.path, 'kubeconfig');
  await writeFile(
    kubeconfig,
    JSON.stringify({
      clusters: [{ name: 'c', cluster: { server: `http://127.0.0.1:${portOf(kubernetes)}` } }],
      users: [{ name: 'u', user: {} }],
      contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
      'current-context': 'x',
    }),
  );
  const config = join(folder.path, 'gpuscope.yaml');
  const port = portOf(first);
  await writeFile(
    config,
    JSON.stringify({
      version: 1,
      cluster: 'c1',
      exporter: {
        node: 'gpu-1',
        interval: '1s',
        dropAfter: '30s',
        holders: ['dcgmLabels'],
        pods: { kubernetes: { kubeconfig } },
        sources: [
          { dcgm: { pod: { namespace: 'gpu-operator', selector: 'app=dcgm,!canary', port } } },
        ],
      },
    }),
  );
  running = await serve(program, ['--config', config]);
}, 60_000);
afterAll(async () => {
  await running.end('SIGKILL');
  await Promise.all([end(kubernetes), ...open.map(end)]);
  await folder.remove();
});

const up = (what: string) =>
  until(
    running.url,
    what,
    (seen) => seen.value('gpuscope_exporter_source_up', { source: 'dcgm' }) === 1,
  );

describe('the dcgm-exporter pod of this node', () => {
  it('is found by its labels on this node, once, and its own name is taken for the node’s', async () => {
    const seen = await up('the pod is found');
    expect(seen.value('gpu_info', { node: 'gpu-1' })).toBe(1);
    expect(seen.value('gpuscope_exporter_foreign_hosts_total')).toBe(0);
    await until(
      running.url,
      'three cycles',
      (page) => (page.value('gpuscope_exporter_cycles_total') ?? 0) >= 3,
    );
    // Again only where a busy machine did not answer in time.
    const failures = running.log.filter(({ code }) => code !== undefined).length;
    expect(asked.length).toBeLessThanOrEqual(1 + failures);
    const query = asked[0]?.searchParams;
    expect(query?.get('fieldSelector')).toBe('spec.nodeName=gpu-1');
    expect(query?.get('labelSelector')).toBe('app=dcgm,!canary');
  });

  it('is looked for again when it has gone, and found at its new address', async () => {
    const port = portOf(first);
    await end(first);
    pods = [];
    await until(running.url, 'the pod is missed', () =>
      running.log.some(({ code }) => code === 'SOURCE_NOT_FOUND'),
    );
    open.push(await listen(dcgmOf('dcgm-b'), '127.0.0.2', port));
    pods = [
      pod('dcgm-a', '127.0.0.1', { deletionTimestamp: '2026-01-01T00:00:00Z' }),
      pod('dcgm-b', '127.0.0.2'),
    ];
    const seen = await up('the new pod is found');
    expect(seen.value('gpu_temperature_celsius', { node: 'gpu-1' })).toBe(40);
  });
});
