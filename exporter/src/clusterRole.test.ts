import type { NamespaceInfo, PodInfo, Series } from '@gpuscope/aggregation';
import { parseSite } from '@gpuscope/aggregation';
import { createClusterRole } from './clusterRole.js';
import { createLogger } from './logger.js';
import type { DirectoryStatus, PodDirectory } from './ports.js';
import { createSelfMetrics } from './selfMetrics.js';
import { fakeClock, logCatcher } from './testing/fakes.js';
import { valuesOf } from './testing/report.js';

const pod = (name: string, rest: Partial<PodInfo> = {}): PodInfo => ({
  namespace: 'team-a',
  name,
  uid: name,
  node: 'gpu-1',
  phase: 'Running',
  labels: new Map([['app', 'train']]),
  annotations: new Map(),
  ...rest,
});

const TEAM_A: NamespaceInfo = {
  name: 'team-a',
  labels: new Map([['kubesphere.io/workspace', 'risk']]),
  annotations: new Map([['kubesphere.io/creator', 'li.wei']]),
};

function cluster(pods: PodInfo[], yaml: Record<string, unknown> = {}) {
  const parsed = parseSite(JSON.stringify({ version: 1, cluster: 'c1', exporter: yaml }));
  if (!('site' in parsed)) throw new Error(JSON.stringify(parsed.problems));
  const { exporter, identity } = parsed.site;
  const status = {
    synced: true,
    lastEventMs: 1_700_000_000_000,
    restarts: 0,
    pods: pods.length,
    namespaces: 1,
    error: '',
  };
  const directory: PodDirectory = {
    start: () => undefined,
    pod: () => undefined,
    podByUid: () => undefined,
    namespace: (name) => (name === 'team-a' ? TEAM_A : undefined),
    pods: () => pods,
    nodeLabels: () => new Map(),
    status: (): DirectoryStatus => status,
    close: () => Promise.resolve(),
  };
  const metrics = createSelfMetrics('0', 'cluster');
  const sink = logCatcher();
  const clock = fakeClock();
  const role = createClusterRole({
    config: {
      role: 'cluster',
      node: 'n',
      exporter,
      identity,
      namespacesByName: false,
      ...(exporter.emitClusterLabel && { clusterLabel: 'c1' }),
    },
    directory,
    metrics,
    logger: createLogger('info', sink),
    clock,
  });
  return { role, status, metrics, sink, clock };
}

const only = (series: readonly Series[], metric: Series['metric']) =>
  series.filter((one) => one.metric === metric);

describe('createClusterRole', () => {
  it('names every pod’s tenant, app and user, pending ones and those of other nodes too', async () => {
    const { role } = cluster([
      pod('a'),
      pod('b', { node: '', phase: 'Pending' }),
      pod('c', { node: 'cpu-9' }),
    ]);
    await role.cycle();
    const info = only(role.series(), 'workload_pod_info');
    expect(info.map(({ labels }) => [labels['pod'], labels['node']])).toEqual([
      ['a', 'gpu-1'],
      ['b', ''],
      ['c', 'cpu-9'],
    ]);
    for (const { labels } of info) {
      expect(labels).toMatchObject({ tenant: 'risk', app: 'train', user: 'li.wei' });
    }
  });

  it('tells the GPUs that pods ask for, and no other resource', async () => {
    const requests = new Map([
      ['nvidia.com/gpu', 8],
      ['rdma/hca', 1],
      ['volcano.sh/vgpu-number', 2],
    ]);
    const { role } = cluster([pod('a', { requests, phase: 'Pending' })], {
      resources: ['volcano.sh/vgpu-number'],
    });
    await role.cycle();
    expect(
      only(role.series(), 'workload_pod_requested_gpus').map(({ labels, value }) => [
        labels['resource'],
        labels['phase'],
        value,
      ]),
    ).toEqual([
      ['nvidia.com/gpu', 'Pending', 8],
      ['volcano.sh/vgpu-number', 'Pending', 2],
    ]);
  });

  it('serves nothing and is not ready before the first list; says what it waits for', async () => {
    const { role, status } = cluster([pod('a')]);
    Object.assign(status, { synced: false, error: 'GET /api/v1/pods: 403' });
    const cycle = role.cycle();
    await role.close();
    await cycle;
    expect(role.series()).toEqual([]);
    const { ready, text } = role.readiness();
    expect(ready).toBe(false);
    expect(text).toContain('first list of pods');
    expect(text).toContain('GET /api/v1/pods: 403');
    expect(role.failures()).toEqual(['GET /api/v1/pods: 403']);
  });

  it('goes on serving what it knows while Kubernetes is away, and says so', async () => {
    const { role, status, sink } = cluster([pod('a')]);
    await role.cycle();
    Object.assign(status, { synced: false, error: 'connection refused' });
    await role.cycle();
    await role.cycle();
    expect(only(role.series(), 'workload_pod_info')).toHaveLength(1);
    expect(role.readiness()).toMatchObject({ ready: true });
    expect(role.readiness().text).toContain('connection refused');
    expect(sink.lines.map(({ msg }) => msg)).toEqual(['connection refused']);
  });

  it('counts the state of its pod directory', async () => {
    const { role, status, metrics } = cluster([pod('a')]);
    await role.cycle();
    Object.assign(status, { restarts: 3 });
    const value = async (name: string) =>
      valuesOf(await metrics.families(), `gpuscope_exporter_pod_directory_${name}`)[''];
    expect(await value('restarts_total')).toBe(3);
    expect(await value('restarts_total')).toBe(3);
    expect(await value('synced')).toBe(1);
    expect(await value('pods')).toBe(1);
    expect(await value('namespaces')).toBe(1);
    expect(await value('last_event_timestamp_seconds')).toBe(1_700_000_000);
  });

  it('adds the cluster’s name where the site wants that', async () => {
    const { role } = cluster([pod('a')], { emitClusterLabel: true });
    await role.cycle();
    expect(role.series()[0]?.labels['cluster']).toBe('c1');
  });
});
