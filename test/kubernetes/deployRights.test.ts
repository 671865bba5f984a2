import {
  createClient,
  createKubernetesPods,
  createPodFinder,
  readKubeconfig,
} from '@gpuscope/exporter';
import {
  ensureHelm,
  sharedKubernetes,
  temporaryFolder,
  type KubernetesAccess,
  type TemporaryFolder,
} from '../servers/index.js';
import { writeAccount } from './support/account.js';
import { render } from './support/chart.js';
import { apply } from './support/manifests.js';
import { eventually } from './support/pods.js';

let cluster: KubernetesAccess;

beforeAll(async () => {
  cluster = sharedKubernetes();
  await ensureHelm();
}, 900_000);

describe('what the shipped accounts may ask of Kubernetes', () => {
  const place = { release: 'rights', namespace: 'deploy-rights' };
  const folders: TemporaryFolder[] = [];
  const tokens: Record<string, string> = {};
  const roles = ['node', 'cluster'] as const;
  const account = (role: string): string => `rights-gpuscope-${role}`;

  beforeAll(async () => {
    await cluster.createNamespace(place.namespace);
    const kinds = ['ServiceAccount', 'ClusterRole', 'ClusterRoleBinding'];
    for (const object of await render({}, place)) {
      if (kinds.includes(object.kind)) await apply(cluster, object, { isDry: false });
    }
    for (const role of roles) {
      tokens[role] = await cluster.createServiceAccountToken(place.namespace, account(role));
    }
    const allowed = async (): Promise<boolean> => {
      const answers = roles.map((role) => ask(role, 'GET', '/api/v1/pods?limit=1'));
      return (await Promise.all(answers)).every(({ status }) => status === 200);
    };
    await eventually(allowed, () => roles);
    await cluster.must('POST', '/api/v1/nodes', {
      metadata: { name: 'deploy-node', labels: { 'node-pool': 'a100' } },
    });
    const pod = (name: string, nodeName?: string) => ({
      metadata: { name, labels: { app: 'nvidia-dcgm-exporter' } },
      spec: {
        ...(nodeName !== undefined && { nodeName }),
        containers: [{ name: 'c', image: 'i' }],
      },
    });
    const pods = `/api/v1/namespaces/${place.namespace}/pods`;
    await cluster.must('POST', pods, pod('here', 'deploy-node'));
    await cluster.must('POST', pods, pod('pending'));
    await cluster.must('PATCH', `${pods}/here/status`, {
      status: { phase: 'Running', podIP: '10.0.0.9', podIPs: [{ ip: '10.0.0.9' }] },
    });
  }, 120_000);

  afterAll(async () => {
    for (const folder of folders) await folder.remove();
  });

  const ask = (role: string, method: string, path: string, body?: unknown) =>
    cluster.request(method, path, body, { token: tokens[role] ?? '' });

  const clientOf = async (role: string) => {
    const folder = await temporaryFolder('deploy');
    folders.push(folder);
    const { url, caPem } = cluster;
    const { kubeconfig } = await writeAccount(folder.path, url, caPem, tokens[role] ?? '');
    return createClient(await readKubeconfig(kubeconfig));
  };

  it('is enough for the role node: its pods, their namespaces, its labels, the dcgm-exporter beside it', async () => {
    const client = await clientOf('node');
    const directory = createKubernetesPods({ client, node: 'deploy-node' });
    directory.start();
    try {
      await eventually(
        () => directory.nodeLabels().size > 0,
        () => directory.status(),
      );
      await eventually(
        () => directory.status().synced,
        () => directory.status(),
      );
      expect(directory.status().error).toBe('');
      expect([...directory.pods()].map(({ name }) => name)).toEqual(['here']);
      expect(directory.namespace(place.namespace)?.name).toBe(place.namespace);
      expect(directory.nodeLabels().get('node-pool')).toBe('a100');
    } finally {
      await directory.close();
    }
    const found = await createPodFinder(client, 'deploy-node')(
      place.namespace,
      'app=nvidia-dcgm-exporter',
      AbortSignal.timeout(10_000),
    );
    expect(found).toEqual({ ip: '10.0.0.9', name: 'here' });
  }, 60_000);

  it('is enough for the role cluster: every pod, pending ones too', async () => {
    const directory = createKubernetesPods({ client: await clientOf('cluster') });
    directory.start();
    try {
      await eventually(
        () => directory.status().synced,
        () => directory.status(),
      );
      expect(directory.status().error).toBe('');
      expect(directory.pod(place.namespace, 'pending')).toBeDefined();
      expect(directory.pod(place.namespace, 'here')).toBeDefined();
    } finally {
      await directory.close();
    }
  }, 60_000);

  /** What Kubernetes itself says an account may do, without what everybody may. */
  async function rightsOf(role: string): Promise<readonly string[]> {
    const review = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews';
    const asked = (token: string) =>
      cluster.must('POST', review, { spec: { namespace: place.namespace } }, { token });
    const flat = (answer: unknown): readonly string[] => {
      const { resourceRules, nonResourceRules } = (
        answer as { status: Record<string, readonly Record<string, readonly string[]>[]> }
      ).status;
      return [
        ...(resourceRules ?? []).flatMap(({ verbs = [], apiGroups = [], resources = [] }) =>
          verbs.flatMap((verb) =>
            apiGroups.flatMap((group) => resources.map((one) => `${verb} ${group}/${one}`)),
          ),
        ),
        ...(nonResourceRules ?? []).flatMap(({ verbs = [], nonResourceURLs = [] }) =>
          verbs.flatMap((verb) => nonResourceURLs.map((url) => `${verb} ${url}`)),
        ),
      ];
    };
    const nobody = await cluster.createServiceAccountToken(place.namespace, 'nobody');
    const everybodys = new Set(flat(await asked(nobody)));
    return flat(await asked(tokens[role] ?? ''))
      .filter((right) => !everybodys.has(right))
      .sort();
  }

  it('is not a right more', async () => {
    const reading = (...plurals: string[]) =>
      plurals.flatMap((plural) => [`list /${plural}`, `watch /${plural}`]).sort();
    expect(await rightsOf('node')).toEqual(reading('pods', 'namespaces', 'nodes'));
    expect(await rightsOf('cluster')).toEqual(reading('pods', 'namespaces'));
  });

  const pods = `/api/v1/namespaces/${place.namespace}/pods`;
  it.each([
    ['GET', '/api/v1/secrets'],
    ['GET', `/api/v1/namespaces/${place.namespace}/secrets`],
    ['GET', `/api/v1/namespaces/${place.namespace}/configmaps`],
    ['GET', `${pods}/here/log`],
    ['POST', pods],
    ['DELETE', `${pods}/here`],
    ['POST', `${pods}/here/exec`],
    ['PATCH', '/api/v1/nodes/deploy-node'],
    ['GET', '/api/v1/nodes/deploy-node/proxy/metrics'],
  ])('does not reach to %s %s', async (method, path) => {
    for (const role of roles) {
      const body = method === 'GET' || method === 'DELETE' ? undefined : {};
      expect((await ask(role, method, path, body)).status).toBe(403);
    }
  });

  it('keeps nodes from the role cluster, which has no use for them', async () => {
    expect((await ask('cluster', 'GET', '/api/v1/nodes')).status).toBe(403);
  });
});
