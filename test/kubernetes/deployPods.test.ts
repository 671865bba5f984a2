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

  it('sees the node’s processes only where it is told to place them', async () => {
    for (const values of Object.values(VALUES)) {
      const nodes = (await render(values)).filter(({ kind }) => kind === 'DaemonSet');
      const wanted = values['node.processes.enabled'] === true ? true : undefined;
      expect(nodes.map((node) => podSpecOf(node)['hostPID'])).toEqual(nodes.map(() => wanted));
    }
  });

  it('is given the driver’s library only where it loads it, under the runtime that brings it', async () => {
    const driver = { name: 'NVIDIA_DRIVER_CAPABILITIES', value: 'utility' };
    const asks = async (values: Readonly<Record<string, unknown>>) => {
      const objects = await render(values);
      const [exporter] = ours(objects);
      const { runtimeClassName } = podSpecOf(find(objects, 'DaemonSet'));
      return [JSON.stringify(exporter?.['env']).includes(JSON.stringify(driver)), runtimeClassName];
    };
    const named = { 'nvml.runtimeClassName': 'nvidia' };
    expect(await asks(named)).toEqual([false, undefined]);
    expect(await asks({ ...named, 'dcgm.mode': 'none' })).toEqual([true, 'nvidia']);
    expect(await asks({ ...named, 'node.processes.enabled': true })).toEqual([true, 'nvidia']);
    expect(await asks({ 'dcgm.mode': 'sidecar', 'dcgm.sidecar.runtimeClassName': 'r' })).toEqual([
      false,
      'r',
    ]);
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

    it('keeps it out without DCGM for the node’s process ids alone: the driver’s library asks for nothing', async () => {
      const values = {
        'dcgm.mode': 'none',
        'node.podResources.enabled': false,
        'node.processes.enabled': true,
      };
      const { status, body } = await tryPod(restricted, 'DaemonSet', values);
      expect(status).toBe(403);
      expect((body as { message: string }).message).toMatch(
        /violates PodSecurity "restricted:[^"]+": host namespaces \(hostPID=true\)$/,
      );
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

    it.each([
      ['existing', { 'dcgm.mode': 'existing' }],
      ['sidecar', { 'dcgm.mode': 'sidecar' }],
      ['none', { 'dcgm.mode': 'none', 'node.processes.enabled': true }],
      [
        'none without the kubelet',
        {
          'dcgm.mode': 'none',
          'node.podResources.enabled': false,
          'node.processes.enabled': true,
        },
      ],
    ])('lets form %s into the namespace that we ship', async (_, values) => {
      expect(await tryPod(privileged, 'DaemonSet', values)).toMatchObject({ status: 201 });
      const { metadata } = find(await render({ ...values, 'namespace.create': true }), 'Namespace');
      expect(metadata.labels).toMatchObject({
        'pod-security.kubernetes.io/enforce': 'privileged',
      });
    });
  });
});
