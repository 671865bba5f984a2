import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';
import { createClient } from '../kubernetes/client.js';
import type { PodDirectory } from '../ports.js';
import type { FakeApi } from '../testing/apiServer.js';
import { event, fakeApi, lists, pod, refuses, streams, until } from '../testing/apiServer.js';
import { createKubernetesPods } from './kubernetes.js';

const timing = { backoffFirstMs: 5, backoffMaxMs: 50, idleMs: 5000 };

/** A list for each resource; watches stay open and silent unless told otherwise. */
interface Answers {
  readonly pods?: readonly object[];
  readonly podEvents?: readonly string[];
  readonly nodesStatus?: number;
}

function api({ pods = [], podEvents = [], nodesStatus }: Answers): Promise<FakeApi> {
  const namespace = {
    metadata: {
      name: 'n',
      labels: { team: 'red' },
      annotations: { owner: 'li.wei', 'kubectl.kubernetes.io/last-applied-configuration': '{}' },
      creationTimestamp: '2026-01-01T00:00:00Z',
    },
  };
  const node = { metadata: { name: 'gpu-1', labels: { rack: 'r7' } } };
  return fakeApi({
    list: [
      (call) => {
        const { pathname } = call.url;
        if (pathname === '/api/v1/pods') lists(pods, '5')(call);
        else if (pathname === '/api/v1/namespaces') lists([namespace], '5')(call);
        else if (nodesStatus !== undefined) refuses(nodesStatus)(call);
        else lists([node], '5')(call);
      },
    ],
    watch: [(call) => streams(call.url.pathname === '/api/v1/pods' ? podEvents : [])(call)],
  });
}

describe('pods from Kubernetes', () => {
  let server: FakeApi;
  let directory: PodDirectory;
  afterEach(async () => {
    await directory.close();
    await server.close();
  });

  async function start(answers: Answers, node?: string, forProcesses = false): Promise<void> {
    server = await api(answers);
    directory = createKubernetesPods({
      client: createClient({ server: server.url }),
      ...(node !== undefined && { node }),
      forProcesses,
      timing,
    });
    directory.start();
    await until(
      () => directory.status().synced,
      () => directory.status(),
    );
  }

  const gpuPod = pod('a', '4', {
    metadata: {
      name: 'a',
      namespace: 'n',
      uid: 'u',
      labels: { app: 'x' },
      annotations: { user: 'li.wei', long: 'x'.repeat(5000) },
      ownerReferences: [
        { kind: 'Gang', name: 'no-controller' },
        { kind: 'ReplicaSet', name: 'a-5d', controller: true },
      ],
      managedFields: [{ manager: 'kubectl' }],
    },
    spec: {
      nodeName: 'gpu-1',
      containers: [{ resources: { requests: { 'nvidia.com/gpu': '2', cpu: '8' } } }],
    },
    status: { phase: 'Running', startTime: '2026-01-01T00:00:00Z' },
  });

  it('keeps of a pod what names it, in the whole cluster its requests too', async () => {
    await start({ pods: [gpuPod] });
    expect([...directory.pods()]).toEqual([
      {
        namespace: 'n',
        name: 'a',
        uid: 'u',
        node: 'gpu-1',
        phase: 'Running',
        labels: new Map([['app', 'x']]),
        annotations: new Map([['user', 'li.wei']]),
        owner: { kind: 'ReplicaSet', name: 'a-5d' },
        startSeconds: 1767225600,
        requests: new Map([['nvidia.com/gpu', 2]]),
      },
    ]);
    expect(directory.namespace('n')).toEqual({
      name: 'n',
      labels: new Map([['team', 'red']]),
      annotations: new Map([['owner', 'li.wei']]),
      createdSeconds: 1767225600,
    });
    expect(directory.nodeLabels().size).toBe(0);
  });

  it('asks on a node for that node’s pods, and for metadata of the rest', async () => {
    await start({ pods: [gpuPod] }, 'gpu-1');
    await until(() => directory.nodeLabels().get('rack') === 'r7');
    expect(directory.pod('n', 'a')?.requests).toBeUndefined();
    const asked = server.calls
      .filter(({ isWatch }) => !isWatch)
      .map(({ url, request }) => [
        url.pathname,
        url.searchParams.get('fieldSelector'),
        request.headers.accept?.includes('PartialObjectMetadata'),
      ]);
    expect(asked.sort()).toEqual([
      ['/api/v1/namespaces', null, true],
      ['/api/v1/nodes', 'metadata.name=gpu-1', true],
      ['/api/v1/pods', 'spec.nodeName=gpu-1', false],
    ]);
  });

  it('still names a pod that was just deleted, and its follower of the same name', async () => {
    const next = pod('a', '8', {
      metadata: { name: 'a', namespace: 'n', uid: 'u2', resourceVersion: '8' },
    });
    await start({
      pods: [gpuPod, pod('b')],
      podEvents: [event('DELETED', pod('b')), event('DELETED', gpuPod), event('ADDED', next)],
    });
    await until(() => directory.pod('n', 'a')?.uid === 'u2');
    expect([...directory.pods()]).toHaveLength(1);
    expect(directory.pod('n', 'b')?.uid).toBe('uid-b');
  });

  it('does without the node’s labels where they are forbidden, and says so', async () => {
    await start({ pods: [gpuPod], nodesStatus: 403 }, 'gpu-1');
    await until(() => directory.status().error !== '');
    expect(directory.status().error).toContain('not allowed to list nodes');
    expect(directory.status()).toMatchObject({ synced: true, pods: 1, namespaces: 1 });
  });

  it('knows containers by their ids and pods by their uids, where processes are placed', async () => {
    const status = { containerStatuses: [{ name: 'main', containerID: 'containerd://c0ffee' }] };
    await start({ pods: [pod('a', '1', { status })] }, 'gpu-1', true);
    expect(directory.podByUid('uid-a')?.name).toBe('a');
    expect(directory.podByUid('uid-a')?.containers).toEqual(new Map([['c0ffee', 'main']]));
    await directory.close();
    await server.close();
    await start({ pods: [pod('a', '1', { status })] }, 'gpu-1');
    expect(directory.pod('n', 'a')).not.toHaveProperty('containers');
    expect(directory.podByUid('uid-a')).toBeUndefined();
  });

  it('holds ten thousand pods in well under 100 MiB', async () => {
    const pods = Array.from({ length: 10_000 }, (_, i) => ({
      metadata: {
        name: `synthetic-training-job-${i}-worker-0`,
        namespace: `team-${i % 50}`,
        uid: `0b8a6f1e-5d0c-4c1e-9a51-${String(i).padStart(12, '0')}`,
        labels: {
          'app.kubernetes.io/name': `app-${i % 300}`,
          'app.kubernetes.io/instance': `app-${i % 300}-prod`,
          'pod-template-hash': `6f9d5b7c${i % 300}`,
          'training.kubeflow.org/job-name': `synthetic-training-job-${i}`,
          'volcano.sh/queue-name': `queue-${i % 20}`,
        },
        annotations: {
          'example.com/submitted-by': `user-${i % 500}@example.com`,
          'example.com/blob': `${i}`.padEnd(3000, 'x'),
          'kubectl.kubernetes.io/last-applied-configuration': 'y'.repeat(3000),
        },
        ownerReferences: [
          { kind: 'ReplicaSet', name: `app-${i % 300}-6f9d5b7c`, controller: true },
        ],
        managedFields: [{ manager: 'kubectl', fieldsV1: { 'f:metadata': {} } }],
      },
      spec: {
        nodeName: `gpu-${i % 400}`,
        containers: [{ image: 'x', resources: { requests: { 'nvidia.com/gpu': '1' } } }],
      },
      status: { phase: 'Running', startTime: '2026-01-01T00:00:00Z' },
    }));
    const bodies = Array.from({ length: 20 }, (_, page) =>
      JSON.stringify({
        metadata: { resourceVersion: '5', ...(page < 19 && { continue: String(page + 1) }) },
        items: pods.slice(page * 500, (page + 1) * 500),
      }),
    );
    pods.length = 0;
    server = await fakeApi({
      list: [
        ({ url, response }) => {
          if (url.pathname !== '/api/v1/pods')
            response.end('{"metadata":{"resourceVersion":"5"},"items":[]}');
          else response.end(bodies[Number(url.searchParams.get('continue') ?? 0)]);
        },
      ],
      watch: [streams([])],
    });
    const collect = garbageCollector();
    collect();
    const before = process.memoryUsage().heapUsed;
    directory = createKubernetesPods({ client: createClient({ server: server.url }), timing });
    directory.start();
    await until(
      () => directory.status().pods === 10_000,
      () => directory.status(),
    );
    collect();
    const mebibytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
    expect(directory.pod('team-7', 'synthetic-training-job-7-worker-0')?.node).toBe('gpu-7');
    // The annotations that are kept are 30 MiB of it.
    expect(mebibytes).toBeLessThan(60);
  }, 30_000);
});

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
