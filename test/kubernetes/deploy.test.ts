import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countersFile } from '@gpuscope/aggregation';
import {
  ensureHelm,
  lintChart,
  monitoringCrds,
  renderManifests,
  sharedKubernetes,
  type KubernetesAccess,
} from '../servers/index.js';
import { repositoryRoot } from '../servers/repository.js';
import { render, siteOf, VALUES } from './support/chart.js';
import {
  apply,
  find,
  objectsOf,
  podOf,
  podSpecOf,
  type KubernetesObject,
} from './support/manifests.js';
import { eventually } from './support/pods.js';

const read = (path: string): string => readFileSync(join(repositoryRoot(), path), 'utf8');

/** Every file of deploy/ that somebody may hand to kubectl. */
const SHIPPED = [
  ...readdirSync(join(repositoryRoot(), 'deploy/manifests')).map((name) => `manifests/${name}`),
  'dcgm/gpu-operator-configmap.yaml',
].map((name) => `deploy/${name}`);

let cluster: KubernetesAccess;

/** Whether the API server would take an object, and if not, its words. */
async function verdict(object: KubernetesObject): Promise<string> {
  const { status, body } = await apply(cluster, object, { isDry: true });
  return status < 300
    ? 'accepted'
    : `${object.kind} ${object.metadata.name}: ${JSON.stringify(body)}`;
}

beforeAll(async () => {
  cluster = sharedKubernetes();
  await ensureHelm();
  for (const crd of await monitoringCrds()) {
    await cluster.must('POST', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions', crd);
  }
  await cluster.createNamespace('gpuscope');
  await cluster.createNamespace('gpu-operator');
  for (const plural of ['podmonitors', 'servicemonitors', 'prometheusrules']) {
    const path = `/apis/monitoring.coreos.com/v1/namespaces/gpuscope/${plural}`;
    await eventually(
      async () => (await cluster.request('GET', path)).status === 200,
      () => path,
    );
  }
}, 900_000);

describe('what is shipped', () => {
  it('is what the chart renders now', async () => {
    for (const [path, text] of await renderManifests()) {
      expect({ path, isCurrent: read(path) === text }).toEqual({ path, isCurrent: true });
    }
  });

  it.each(SHIPPED)('%s is accepted by the API server, every field known', async (path) => {
    const objects = objectsOf(read(path));
    expect(objects).not.toHaveLength(0);
    for (const object of objects) {
      expect(await verdict(object)).toBe('accepted');
    }
  });

  it('would be refused with a field that Kubernetes does not know', async () => {
    const monitor = find(
      objectsOf(read('deploy/manifests/podmonitor.yaml')),
      'PodMonitor',
      '-node',
    );
    const spec = { ...(monitor.spec as object), podMetricEndpoints: [] };
    expect(await verdict({ ...monitor, spec })).toContain('podMetricEndpoints');
  });
});

describe('the chart', () => {
  it('passes helm lint', async () => {
    expect(await lintChart()).toContain('0 chart(s) failed');
  });

  it.each(Object.entries(VALUES))(
    'renders %s into what the API server accepts',
    async (_, values) => {
      for (const object of await render(values)) {
        expect(await verdict(object)).toBe('accepted');
      }
    },
  );

  it('keeps every name legal under a release of 53 letters', async () => {
    const release = `r${'-synthetic'.repeat(5)}xx`;
    for (const object of await render({}, { release, namespace: 'gpuscope' })) {
      expect(object.metadata.name.length).toBeLessThanOrEqual(52);
      expect(await verdict(object)).toBe('accepted');
    }
  });

  it.each([
    ['dcgm.mode', 'sidcar', /dcgm\/mode.*existing.*sidecar.*none/],
    ['node.enabld', true, /enabld/],
    ['node.processes.hostPID', true, /hostPID/],
    ['nvml.sampleEvery', 'often', /sampleEvery/],
    ['logLevel', 'loud', /logLevel.*trace/],
    ['monitoring.interval', '15 seconds', /interval/],
    ['image.digest', 'latest', /digest/],
  ])('refuses %s: %j by name', async (key, value, words) => {
    await expect(render({ [key]: value })).rejects.toThrow(words);
  });

  it.each(['sidecar', 'none'])(
    'refuses form %s whose figures nobody could be given',
    async (mode) => {
      const values = { 'dcgm.mode': mode, 'node.podResources.enabled': false };
      await expect(render(values)).rejects.toThrow(/nothing would know who holds a GPU/);
    },
  );

  it('gives a ServiceMonitor the same label rules as a PodMonitor', async () => {
    const service = await render({ 'monitoring.kind': 'ServiceMonitor' });
    const pod = await render();
    for (const role of ['-node', '-cluster']) {
      const { endpoints } = find(service, 'ServiceMonitor', role).spec as { endpoints: unknown };
      const { podMetricsEndpoints } = find(pod, 'PodMonitor', role).spec as {
        podMetricsEndpoints: unknown;
      };
      expect(endpoints).toEqual(podMetricsEndpoints);
    }
  });

  it('restarts its pods when their configuration changes, and only then', async () => {
    const annotation = async (values: Readonly<Record<string, unknown>>): Promise<unknown> =>
      podOf(find(await render(values), 'DaemonSet')).metadata;
    const before = await annotation({});
    expect(await annotation({ 'prometheusRule.enabled': false })).toEqual(before);
    expect(await annotation({ 'config.exporter': { interval: '30s' } })).not.toEqual(before);
  });
});

describe('gpuscope.yaml in the ConfigMaps', () => {
  it('finds the dcgm-exporter of gpu-operator by its pod, and asks the kubelet first', async () => {
    const { exporter } = siteOf(await render(), 'node');
    expect(exporter.node).toBe('gpu-node-7');
    expect(exporter.sources).toMatchObject([
      {
        at: {
          kind: 'pod',
          namespace: 'gpu-operator',
          selector: 'app=nvidia-dcgm-exporter',
          port: 9400,
        },
      },
    ]);
    expect(exporter.holders.map(({ kind }) => kind)).toEqual(['podResources', 'dcgmLabels']);
  });

  it('reads the sidecar over loopback, which is told of the port and the fields', async () => {
    const objects = await render({ 'dcgm.mode': 'sidecar', 'dcgm.sidecar.port': 9555 });
    const { exporter } = siteOf(objects, 'node');
    expect(exporter.sources).toMatchObject([
      { at: { kind: 'url', url: 'http://127.0.0.1:9555/metrics' } },
    ]);
    const { containers } = podSpecOf(find(objects, 'DaemonSet'));
    expect(containers[1]).toMatchObject({
      env: expect.arrayContaining([
        { name: 'DCGM_EXPORTER_LISTEN', value: '127.0.0.1:9555' },
      ]) as unknown,
    });
    const { data } = find(objects, 'ConfigMap', '-node') as { data?: Record<string, string> };
    expect(data?.['counters.csv']).toBe(countersFile());
  });

  it('reads the driver itself without DCGM, and asks the kubelet before processes', async () => {
    const values = {
      'dcgm.mode': 'none',
      'node.processes.enabled': true,
      'nvml.sampleEvery': '1s',
    };
    const { exporter } = siteOf(await render(values), 'node');
    expect(exporter.sources).toEqual([{ kind: 'nvml', sampleEveryMs: 1000 }]);
    expect(exporter.holders.map(({ kind }) => kind)).toEqual(['podResources', 'processes']);
    expect(exporter.pods.kind).toBe('kubernetes');
  });

  it('takes the figures of DCGM where processes only tell whose they are', async () => {
    const { exporter } = siteOf(await render({ 'node.processes.enabled': true }), 'node');
    expect(exporter.sources.map(({ kind }) => kind)).toEqual(['dcgm']);
    expect(exporter.holders.map(({ kind }) => kind)).toEqual([
      'podResources',
      'dcgmLabels',
      'processes',
    ]);
  });

  it('is valid for every set of values, in each role that is on', async () => {
    for (const values of Object.values(VALUES)) {
      const objects = await render(values);
      for (const { metadata } of objects.filter(({ kind }) => kind === 'ConfigMap')) {
        expect(siteOf(objects, metadata.name.split('-').at(-1) ?? '').version).toBe(1);
      }
    }
  });

  it('lets a site’s own words win over the chart’s', async () => {
    const values = {
      'config.exporter': { interval: '30s', sources: [{ dcgm: { url: 'http://10.0.0.7:9400' } }] },
    };
    const objects = await render(values);
    expect(siteOf(objects, 'node').exporter).toMatchObject({
      intervalMs: 30_000,
      sources: [{ at: { url: 'http://10.0.0.7:9400/metrics' } }],
    });
    // The role cluster has no GPU to read.
    expect(siteOf(objects, 'cluster').exporter).toMatchObject({ intervalMs: 30_000, sources: [] });
  });
});
