import { ensureHelm, sharedKubernetes, type KubernetesAccess } from '../servers/index.js';
import { render, VALUES } from './support/chart.js';
import {
  apply,
  dryPod,
  find,
  podOf,
  podSpecOf,
  type Container,
  type KubernetesObject,
} from './support/manifests.js';

let cluster: KubernetesAccess;

beforeAll(async () => {
  cluster = sharedKubernetes();
  await ensureHelm();
}, 900_000);

describe('what a pod may do on its node', () => {
  const ours = (objects: readonly KubernetesObject[]): readonly Container[] =>
    objects
      .filter(({ kind }) => kind === 'DaemonSet' || kind === 'Deployment')
      .flatMap((object) => podSpecOf(object).containers)
      .filter(({ name }) => name === 'exporter');

  it('is as little as can be, in every set of values', async () => {
    for (const values of Object.values(VALUES)) {
      for (const { securityContext } of ours(await render(values))) {
        expect(securityContext).toMatchObject({
          allowPrivilegeEscalation: false,
          privileged: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        expect(securityContext.capabilities).not.toHaveProperty('add');
      }
    }
  });

  it('does not change the kubelet’s folder', async () => {
    const [exporter] = ours(await render());
    expect(exporter?.volumeMounts.filter(({ name }) => name === 'pod-resources')).toMatchObject([
      { readOnly: true },
    ]);
  });

  it('leaves the API token to the exporter: the sidecar gets none', async () => {
    const { automountServiceAccountToken, containers } = podSpecOf(
      find(await render({ 'dcgm.mode': 'sidecar' }), 'DaemonSet'),
    );
    expect(automountServiceAccountToken).toBe(false);
    const holders = containers.filter(({ volumeMounts }) =>
      volumeMounts.some(({ name }) => name === 'api-token'),
    );
    expect(holders.map(({ name }) => name)).toEqual(['exporter']);
  });

  describe('as Pod Security sees it', () => {
    const inNamespace = async (level: string): Promise<string> => {
      const namespace = `deploy-${level}`;
      const labels = { 'pod-security.kubernetes.io/enforce': level };
      await cluster.createNamespace(namespace, { labels });
      const objects = await render({}, { release: 'gpuscope', namespace });
      for (const account of objects.filter(({ kind }) => kind === 'ServiceAccount')) {
        await apply(cluster, account, { isDry: false });
      }
      return namespace;
    };
    const tryPod = async (
      namespace: string,
      kind: string,
      values: Readonly<Record<string, unknown>> = {},
    ) =>
      dryPod(cluster, podOf(find(await render(values, { release: 'gpuscope', namespace }), kind)));

    let restricted: string;
    let privileged: string;
    beforeAll(async () => {
      restricted = await inNamespace('restricted');
      privileged = await inNamespace('privileged');
    }, 60_000);

    it('lets the role cluster into the strictest namespace', async () => {
      expect(await tryPod(restricted, 'Deployment')).toMatchObject({ status: 201 });
    });

    it('lets the role node in too when it goes without the kubelet', async () => {
      const values = { 'node.podResources.enabled': false };
      expect(await tryPod(restricted, 'DaemonSet', values)).toMatchObject({ status: 201 });
    });

    it('keeps the role node out for its hostPath and uid 0, and for nothing else', async () => {
      const { status, body } = await tryPod(restricted, 'DaemonSet');
      expect(status).toBe(403);
      const { message } = body as { message: string };
      const reasons = message.slice(message.indexOf(': ') + 2);
      expect(reasons).toContain('pod-resources');
      expect(reasons).not.toMatch(
        /capabilities|seccomp|allowPrivilegeEscalation|hostNetwork|hostPID/,
      );
    });

    it.each(['existing', 'sidecar'])(
      'lets form %s into the namespace that we ship',
      async (mode) => {
        const values = { 'dcgm.mode': mode };
        expect(await tryPod(privileged, 'DaemonSet', values)).toMatchObject({ status: 201 });
        const { metadata } = find(
          await render({ ...values, 'namespace.create': true }),
          'Namespace',
        );
        expect(metadata.labels).toMatchObject({
          'pod-security.kubernetes.io/enforce': 'privileged',
        });
      },
    );
  });
});
