import { setTimeout as sleep } from 'node:timers/promises';
import {
  sharedKubernetes,
  startKubernetes,
  type ApiResponse,
  type KubernetesAccess,
  type KubernetesServer,
} from '../servers/index.js';

interface Listing {
  readonly metadata: { readonly resourceVersion: string; readonly continue?: string };
  readonly items: readonly { readonly metadata: { readonly name: string } }[];
}

const names = ({ body }: ApiResponse): readonly string[] =>
  (body as Listing).items.map((item) => item.metadata.name);

const pod = (name: string, nodeName?: string): unknown => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: {
    ...(nodeName === undefined ? {} : { nodeName }),
    containers: [{ name: 'main', image: 'synthetic:1' }],
  },
});

async function until(isDone: () => Promise<boolean>): Promise<boolean> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (await isDone()) return true;
    await sleep(100);
  }
  return false;
}

async function grantPodReading(access: KubernetesAccess, account: string): Promise<void> {
  const rbac = '/apis/rbac.authorization.k8s.io/v1';
  const metadata = { name: 'read-pods' };
  await access.must('POST', `${rbac}/namespaces/rights/roles`, {
    metadata,
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['list'] }],
  });
  await access.must('POST', `${rbac}/namespaces/rights/rolebindings`, {
    metadata,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'read-pods' },
    subjects: [{ kind: 'ServiceAccount', name: account, namespace: 'rights' }],
  });
}

describe('the cluster that the run shares', () => {
  const cluster = (): KubernetesAccess => sharedKubernetes();

  it('is the Kubernetes that go.mod names', async () => {
    const version = await cluster().must('GET', '/version');
    expect(version).toMatchObject({ gitVersion: 'v1.35.4', major: '1', minor: '35' });
  });

  it('lets an account do what it was granted and nothing else', async () => {
    const access = cluster();
    await access.createNamespace('rights');
    const token = await access.createServiceAccountToken('rights', 'reader');
    const pods = '/api/v1/namespaces/rights/pods';
    expect((await access.request('GET', pods, undefined, { token })).status).toBe(403);
    await grantPodReading(access, 'reader');
    const granted = await until(
      async () => (await access.request('GET', pods, undefined, { token })).status === 200,
    );
    expect(granted).toBe(true);
    expect((await access.request('POST', pods, pod('p'), { token })).status).toBe(403);
    expect((await access.request('GET', '/api/v1/pods', undefined, { token })).status).toBe(403);
  }, 90_000);

  it('knows nobody by a made-up token, and an anonymous request is nobody', async () => {
    const path = '/api/v1/pods';
    const ask = (token: string): Promise<ApiResponse> =>
      cluster().request('GET', path, undefined, { token });
    expect((await ask('synthetic.made.up')).status).toBe(401);
    expect((await ask('')).status).toBe(403);
  });

  it('ends a short-lived token in time', async () => {
    const access = cluster();
    await access.createNamespace('short');
    const token = await access.createServiceAccountToken('short', 'brief', 10);
    const review = '/apis/authentication.k8s.io/v1/selfsubjectreviews';
    const ask = (): Promise<ApiResponse> =>
      access.request('POST', review, { kind: 'SelfSubjectReview' }, { token });
    const first = await ask();
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      status: { userInfo: { username: 'system:serviceaccount:short:brief' } },
    });
    expect(await until(async () => (await ask()).status === 401)).toBe(true);
  }, 90_000);

  it('enforces a quota, which takes a controller that runs', async () => {
    const access = cluster();
    await access.createNamespace('quota', { labels: { team: 'red' } });
    const base = '/api/v1/namespaces/quota';
    await access.must('POST', `${base}/resourcequotas`, {
      metadata: { name: 'one-pod' },
      spec: { hard: { pods: '1' } },
    });
    await until(async () => {
      const quota = await access.must('GET', `${base}/resourcequotas/one-pod`);
      return (quota as { status: { used?: unknown } }).status.used !== undefined;
    });
    expect((await access.request('POST', `${base}/pods`, pod('first'))).status).toBe(201);
    const second = await access.request('POST', `${base}/pods`, pod('second'));
    expect(second.status).toBe(403);
    expect(JSON.stringify(second.body)).toContain('exceeded quota');
  }, 90_000);

  it('keeps pods on nodes that no kubelet speaks for', async () => {
    const access = cluster();
    await access.createNamespace('placed');
    const base = '/api/v1/namespaces/placed/pods';
    await access.must('POST', base, pod('here', 'synthetic-node'));
    await access.must('POST', base, pod('there', 'synthetic-other'));
    const found = await access.request('GET', `${base}?fieldSelector=spec.nodeName=synthetic-node`);
    expect(names(found)).toEqual(['here']);
  }, 90_000);
});

describe('a cluster of one’s own', () => {
  let cluster: KubernetesServer;
  const pods = '/api/v1/namespaces/mine/pods';

  beforeAll(async () => {
    cluster = await startKubernetes({ flags: ['--watch-cache=false'] });
    await cluster.createNamespace('mine');
  }, 900_000);
  afterAll(() => cluster.stop(), 60_000);

  it('keeps its objects and its tokens over a kill -9 of the API server', async () => {
    await cluster.must('POST', pods, pod('survivor'));
    const token = await cluster.createServiceAccountToken('mine', 'steady');
    await cluster.killApiserver();
    await expect(cluster.request('GET', pods)).rejects.toThrow(/ECONNREFUSED|ECONNRESET/);
    await cluster.restartApiserver();
    expect(names(await cluster.request('GET', pods))).toContain('survivor');
    expect((await cluster.request('GET', pods, undefined, { token })).status).toBe(403);
  }, 240_000);

  it('answers 410 Gone for what etcd has forgotten', async () => {
    await cluster.must('POST', pods, pod('old'));
    await cluster.must('POST', pods, pod('older'));
    const page = (await cluster.must('GET', `${pods}?limit=1`)) as Listing;
    await cluster.must('DELETE', `${pods}/old?gracePeriodSeconds=0`);
    await cluster.compact();
    const next = encodeURIComponent(page.metadata.continue ?? '');
    expect((await cluster.request('GET', `${pods}?limit=1&continue=${next}`)).status).toBe(410);
    const from = page.metadata.resourceVersion;
    const watch = `${pods}?watch=1&timeoutSeconds=1&resourceVersion=${from}`;
    expect(JSON.stringify((await cluster.request('GET', watch)).body)).toContain('"code":410');
  }, 90_000);

  it('can be made to hang, and goes on where it was', async () => {
    cluster.pauseApiserver();
    const answer = cluster.request('GET', '/version');
    expect(await Promise.race([answer, sleep(1_000, 'silence')])).toBe('silence');
    cluster.resumeApiserver();
    expect((await answer).status).toBe(200);
  }, 90_000);
});
