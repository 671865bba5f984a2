import {
  createClient,
  createKubernetesPods,
  createPodFinder,
  readKubeconfig,
  type KubernetesPodsOptions,
  type PodDirectory,
} from '@gpuscope/exporter';
import { rename, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  sharedKubernetes,
  startKubernetes,
  temporaryFolder,
  type KubernetesAccess,
  type KubernetesServer,
  type TemporaryFolder,
} from '../servers/index.js';
import { exporterRules, grant, writeAccount } from './support/account.js';
import { eventually, known, podsOf, type PodMaker } from './support/pods.js';
import { startProxy, type Proxy } from './support/proxy.js';

const timing = { backoffFirstMs: 100, backoffMaxMs: 1000 };

const portOf = (url: string): number => Number(new URL(url).port);

/** What a test started, to be ended after it. */
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
}, 60_000);

async function folder(): Promise<string> {
  const made: TemporaryFolder = await temporaryFolder('account');
  ends.push(() => made.remove());
  return made.path;
}

async function proxyTo(access: KubernetesAccess): Promise<Proxy> {
  const proxy = await startProxy(portOf(access.url));
  ends.push(() => proxy.close());
  return proxy;
}

type Options = Omit<KubernetesPodsOptions, 'client'> & { readonly answerMs?: number };

async function directoryOf(kubeconfig: string, options: Options = {}): Promise<PodDirectory> {
  const { answerMs = 10_000, ...rest } = options;
  const client = createClient(await readKubeconfig(kubeconfig), { answerMs, listIdleMs: answerMs });
  const directory = createKubernetesPods({
    client,
    ...rest,
    timing: { ...timing, ...rest.timing },
  });
  directory.start();
  ends.push(() => directory.close());
  return directory;
}

const synced = (directory: PodDirectory): Promise<void> =>
  eventually(
    () => directory.status().synced,
    () => directory.status(),
  );

/** A namespace with an account that has the exporter's rights, and its kubeconfig. */
async function newAccount(
  access: KubernetesAccess,
  name: string,
  server = access.url,
  rules = exporterRules,
): Promise<{ readonly kubeconfig: string; readonly token: string }> {
  await access.createNamespace(name, {
    labels: { tenant: 'red' },
    annotations: { owner: 'li.wei' },
  });
  const token = await access.createServiceAccountToken(name, 'exporter');
  await grant(access, name, { namespace: name, name: 'exporter' }, rules);
  return writeAccount(await folder(), server, access.caPem, token);
}

/** The directory says what the server says; fails with what differs. */
function agrees(
  directory: PodDirectory,
  pods: PodMaker,
  namespace: string,
  ms?: number,
): Promise<void> {
  let [ours, theirs]: string[][] = [[], []];
  return eventually(
    async () => {
      theirs = await pods.listed();
      ours = known(directory, namespace);
      return JSON.stringify(ours) === JSON.stringify(theirs);
    },
    () => ({
      status: directory.status(),
      missing: theirs?.filter((pod) => !ours?.includes(pod)).slice(0, 5),
      tooMany: ours?.filter((pod) => !theirs?.includes(pod)).slice(0, 5),
    }),
    ms,
  );
}

describe('pods of the cluster that the run shares', () => {
  it('are found by the uids and container ids of their control groups, a minute longer than they live', async () => {
    const access = sharedKubernetes();
    const account = await newAccount(access, 'cgroups');
    const node = (await access.must('POST', '/api/v1/nodes', {
      metadata: { name: 'cgroups-node' },
    })) as { readonly metadata: { readonly uid: string } };
    const base = '/api/v1/namespaces/cgroups/pods';
    const hash = '0123456789abcdef0123456789abcdef';
    const pods = podsOf(access, 'cgroups');
    await pods.make('train', { node: 'cgroups-node' });
    await access.must('POST', base, {
      metadata: {
        name: 'static-cgroups-node',
        annotations: { 'kubernetes.io/config.hash': hash },
        ownerReferences: [
          {
            apiVersion: 'v1',
            kind: 'Node',
            name: 'cgroups-node',
            uid: node.metadata.uid,
            controller: true,
          },
        ],
      },
      spec: { nodeName: 'cgroups-node', containers: [{ name: 'main', image: 'synthetic:1' }] },
    });
    const containerID = `containerd://${'c'.repeat(64)}`;
    const status = { name: 'main', image: 'i', imageID: '', ready: true, restartCount: 0 };
    await access.must('PATCH', `${base}/train/status`, {
      status: { containerStatuses: [{ ...status, containerID }] },
    });
    const directory = await directoryOf(account.kubeconfig, {
      node: 'cgroups-node',
      forProcesses: true,
    });
    await synced(directory);
    const uid = directory.pod('cgroups', 'train')?.uid ?? '';
    const containers = () => directory.podByUid(uid)?.containers?.get('c'.repeat(64));
    expect(containers()).toBe('main');
    expect(directory.podByUid(hash)?.name).toBe('static-cgroups-node');
    await pods.remove('train');
    await eventually(
      () => [...directory.pods()].length === 1,
      () => directory.status(),
    );
    expect(containers()).toBe('main');
  });

  it('are followed on one node with the rights of our ClusterRole and no other', async () => {
    const access = sharedKubernetes();
    const account = await newAccount(access, 'follow');
    await access.must('POST', '/api/v1/nodes', {
      metadata: { name: 'follow-node', labels: { 'topology.kubernetes.io/rack': 'r7' } },
    });
    const pods = podsOf(access, 'follow');
    await pods.make('early', { node: 'follow-node', labels: { app: 'ocr' } });
    await pods.make('elsewhere', { node: 'follow-other' });
    const directory = await directoryOf(account.kubeconfig, { node: 'follow-node' });
    await synced(directory);
    expect([...directory.pods()].map(({ name }) => name)).toEqual(['early']);
    expect(directory.pod('follow', 'early')).toMatchObject({
      node: 'follow-node',
      phase: 'Pending',
      labels: new Map([['app', 'ocr']]),
      annotations: new Map([['example.com/owner', 'of-early']]),
    });
    expect(directory.namespace('follow')?.labels.get('tenant')).toBe('red');
    expect(directory.namespace('follow')?.annotations.get('owner')).toBe('li.wei');
    await eventually(
      () => directory.nodeLabels().get('topology.kubernetes.io/rack') === 'r7',
      () => directory.status(),
    );

    await pods.make('late', { node: 'follow-node' });
    await eventually(
      () => directory.pod('follow', 'late') !== undefined,
      () => directory.status(),
    );
    await pods.label('late', { app: 'chat' });
    await eventually(
      () => directory.pod('follow', 'late')?.labels.get('app') === 'chat',
      () => directory.status(),
    );
    await pods.remove('early');
    await eventually(
      () => directory.status().pods === 1,
      () => directory.status(),
    );
    expect(directory.pod('follow', 'early')?.labels.get('app')).toBe('ocr');
    expect(directory.status()).toMatchObject({ error: '', restarts: 0 });
  }, 120_000);

  it('are known in the whole cluster, pending ones too, with what they ask for', async () => {
    const access = sharedKubernetes();
    const account = await newAccount(access, 'whole');
    const pods = podsOf(access, 'whole');
    await pods.make('pending', { gpus: 3 });
    await pods.make('placed', { node: 'whole-node', gpus: 1 });
    const directory = await directoryOf(account.kubeconfig);
    await synced(directory);
    expect(directory.pod('whole', 'pending')).toMatchObject({
      node: '',
      phase: 'Pending',
      requests: new Map([['nvidia.com/gpu', 3]]),
    });
    expect(directory.pod('whole', 'placed')?.node).toBe('whole-node');
  }, 120_000);

  it('tell which right is missing, and go on without the one that is not needed', async () => {
    const access = sharedKubernetes();
    const some = exporterRules.filter(({ resources }) => !resources.includes('nodes'));
    const account = await newAccount(access, 'norights', access.url, some);
    const directory = await directoryOf(account.kubeconfig, { node: 'norights-node' });
    await synced(directory);
    await eventually(
      () => directory.status().error.includes('not allowed to list nodes; add to the ClusterRole'),
      () => directory.status(),
    );
    await grant(
      access,
      'norights-later',
      { namespace: 'norights', name: 'exporter' },
      exporterRules,
    );
    await eventually(
      () => directory.status().error === '',
      () => directory.status(),
    );
  }, 120_000);

  it('are found by label on their own node only', async () => {
    const access = sharedKubernetes();
    const account = await newAccount(access, 'finder');
    const pods = podsOf(access, 'finder');
    const labels = { app: 'nvidia-dcgm-exporter' };
    for (const [name, node, podIP] of [
      ['dcgm-here', 'finder-node', '10.1.0.1'],
      ['dcgm-there', 'finder-other', '10.1.0.2'],
    ] as const) {
      await pods.make(name, { node, labels });
      await access.must('PATCH', `/api/v1/namespaces/finder/pods/${name}/status`, {
        status: { phase: 'Running', podIP, podIPs: [{ ip: podIP }] },
      });
    }
    const client = createClient(await readKubeconfig(account.kubeconfig));
    const { signal } = new AbortController();
    const find = (node: string) =>
      createPodFinder(client, node)('finder', 'app=nvidia-dcgm-exporter', signal);
    expect(await find('finder-node')).toEqual({ ip: '10.1.0.1', name: 'dcgm-here' });
    expect(await find('finder-nobody')).toBeUndefined();
  }, 120_000);

  it('are followed on when the token has ended and a new one lies in its file', async () => {
    const access = sharedKubernetes();
    const account = await newAccount(access, 'rotate');
    const replace = async (seconds: number): Promise<void> => {
      const token = await access.createServiceAccountToken('rotate', 'exporter', seconds);
      await writeFile(`${account.token}.new`, token);
      await rename(`${account.token}.new`, account.token);
    };
    await replace(10);
    const pods = podsOf(access, 'rotate');
    const directory = await directoryOf(account.kubeconfig, { timing: { watchSeconds: 1 } });
    await synced(directory);
    await eventually(
      () => directory.status().error.includes('status 401'),
      () => directory.status(),
    );
    await pods.make('after');
    expect(directory.status().synced).toBe(true);
    await replace(3600);
    await eventually(
      () => directory.pod('rotate', 'after') !== undefined,
      () => directory.status(),
    );
    await eventually(
      () => directory.status().error === '',
      () => directory.status(),
    );
  }, 150_000);

  it('agree with the server after a thousand of them came and went over connections that break', async () => {
    const access = sharedKubernetes();
    const proxy = await proxyTo(access);
    const account = await newAccount(access, 'churn', proxy.url);
    const directory = await directoryOf(account.kubeconfig);
    await synced(directory);
    const collect = garbageCollector();
    collect();
    const before = process.memoryUsage().heapUsed;
    const pods = podsOf(access, 'churn');
    const churn = async (worker: number): Promise<void> => {
      for (let i = 0; i < 125; i += 1) {
        const name = `pod-${worker}-${i}`;
        await pods.make(name, { node: `churn-${i % 5}`, gpus: 1 });
        if (i % 2 === 0) await pods.label(name, { round: String(i) });
        if (i % 3 === 0) await pods.remove(name);
        // As a StatefulSet does it: the same name again at once.
        if (i % 9 === 0) await pods.make(name, { labels: { round: 'again' } });
      }
    };
    const workers = Promise.all(Array.from({ length: 8 }, (_, worker) => churn(worker)));
    let busy = true;
    void workers.finally(() => (busy = false));
    let cuts = 0;
    while (busy) {
      await sleep(1500);
      proxy.cut();
      cuts += 1;
      await sleep(200);
      proxy.mend();
    }
    await workers;
    await agrees(directory, pods, 'churn', 60_000);
    expect(cuts).toBeGreaterThan(1);
    expect(directory.status().restarts).toBeGreaterThan(0);
    expect(known(directory, 'churn').length).toBeGreaterThan(600);
    collect();
    expect((process.memoryUsage().heapUsed - before) / 2 ** 20).toBeLessThan(30);
  }, 300_000);
});

describe('pods of a cluster that is broken at will', () => {
  let cluster: KubernetesServer;
  beforeAll(async () => {
    cluster = await startKubernetes({ flags: ['--watch-cache=false'] });
  }, 900_000);
  afterAll(() => cluster.stop(), 60_000);

  it('are read anew when the server has forgotten where we were', async () => {
    const proxy = await proxyTo(cluster);
    const account = await newAccount(cluster, 'gone', proxy.url);
    const pods = podsOf(cluster, 'gone');
    await pods.make('a');
    await pods.make('b');
    const errors: string[] = [];
    // So patient that the way is open again before the second try.
    const directory = await directoryOf(account.kubeconfig, {
      timing: { backoffFirstMs: 10_000, backoffMaxMs: 10_000 },
      onError: ({ message }) => errors.push(message),
    });
    await synced(directory);
    proxy.cut();
    await pods.remove('a');
    await pods.make('c');
    await cluster.compact();
    await sleep(300);
    expect(known(directory, 'gone')).toHaveLength(2);
    proxy.mend();
    await agrees(directory, pods, 'gone', 60_000);
    expect(errors.some((message) => message.includes('status 410'))).toBe(true);
    await pods.make('d');
    await agrees(directory, pods, 'gone');
  }, 120_000);

  it('are followed on after the server hung, and served meanwhile', async () => {
    const account = await newAccount(cluster, 'hang');
    const pods = podsOf(cluster, 'hang');
    await pods.make('a');
    const errors: string[] = [];
    const directory = await directoryOf(account.kubeconfig, {
      answerMs: 2000,
      timing: { idleMs: 2000 },
      onError: ({ code }) => errors.push(code),
    });
    await synced(directory);
    cluster.pauseApiserver();
    try {
      await eventually(
        () => directory.status().error.includes('no answer within 2000 ms'),
        () => [directory.status(), errors],
      );
      expect(directory.pod('hang', 'a')).toBeDefined();
      expect(directory.status().synced).toBe(true);
    } finally {
      cluster.resumeApiserver();
    }
    await pods.make('b');
    await agrees(directory, pods, 'hang');
    expect(errors).toContain('KUBERNETES_TIMEOUT');
  }, 150_000);

  it('are right again after a kill -9 of the server while we watched', async () => {
    const account = await newAccount(cluster, 'killed');
    const pods = podsOf(cluster, 'killed');
    await pods.make('a');
    const directory = await directoryOf(account.kubeconfig);
    await synced(directory);
    const before = directory.status();
    await cluster.killApiserver();
    await eventually(
      () => directory.status().error !== '',
      () => directory.status(),
    );
    expect(directory.status().error).toMatch(/ECONNREFUSED|broke off/);
    expect(directory.pod('killed', 'a')).toBeDefined();
    await cluster.restartApiserver();
    await pods.make('b');
    await pods.remove('a');
    await agrees(directory, pods, 'killed', 60_000);
    const after = directory.status();
    expect(after.restarts).toBeGreaterThan(before.restarts);
    expect(after.lastEventMs).toBeGreaterThan(before.lastEventMs);
    await eventually(
      () => directory.status().error === '',
      () => directory.status(),
    );
  }, 240_000);
});

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
