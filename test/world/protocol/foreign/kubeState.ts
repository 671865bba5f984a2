import { asksOf, HOST_CORES, HOST_MEMORY_BYTES } from '../../model/hosts.js';
import type { WorldPod } from '../../model/pods.js';
import type { Quota } from '../../model/site.js';
import type { World } from '../../model/world.js';
import type { PageSample } from './page.js';

const GIB = 1024 ** 3;

const PHASES = ['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown'] as const;

/** What kube-state-metrics says of the site, as far as boards and rules ask. */
export function kubeStatePage(world: World): PageSample[] {
  return [
    ...world.site.nodes.flatMap(({ name }) => allocatable(name)),
    ...world.pods().flatMap((pod) => podSamples(pod, world.nowSeconds())),
    ...(world.site.quotas ?? []).flatMap((quota) => quotaSamples(quota, world.pods())),
  ];
}

const allocatable = (node: string): PageSample[] =>
  (
    [
      ['cpu', 'core', HOST_CORES],
      ['memory', 'byte', HOST_MEMORY_BYTES],
    ] as const
  ).map(([resource, unit, value]) => ({
    name: 'kube_node_status_allocatable',
    labels: { node, resource, unit },
    value,
  }));

function podSamples(pod: WorldPod, nowSeconds: number): PageSample[] {
  const place = { namespace: pod.app.namespace, pod: pod.name };
  const container = { ...place, container: 'main' };
  const phases = PHASES.map((phase) => ({
    name: 'kube_pod_status_phase',
    labels: { ...place, phase },
    value: phase === pod.phase ? 1 : 0,
  }));
  const requests = requestsOf(pod).map(([resource, unit, value]) => ({
    name: 'kube_pod_container_resource_requests',
    labels: { ...container, node: pod.node, resource: resource.replaceAll(/[^\w]/g, '_'), unit },
    value,
  }));
  const restarts = {
    name: 'kube_pod_container_status_restarts_total',
    labels: container,
    value: restartsOf(pod, nowSeconds),
  };
  return pod.phase === 'Pending' ? [...phases, ...requests] : [...phases, ...requests, restarts];
}

/** Resource as Kubernetes names it, the unit as kube-state-metrics does, amount. */
function requestsOf(pod: WorldPod): (readonly [string, string, number])[] {
  const { cores, gibibytes } = asksOf(pod);
  const { resource, count } = pod.app;
  return [
    ['cpu', 'core', cores],
    ['memory', 'byte', gibibytes * GIB],
    ...(count === 0 ? [] : [[resource, 'integer', count] as const]),
  ];
}

/** How often its container was started again; the first pod of an app is the one that is killed. */
export function restartsOf(pod: WorldPod, nowSeconds: number): number {
  const { killedAt = [] } = pod.app;
  if (!pod.isFirst) return 0;
  return killedAt.filter((at) => at >= pod.createdSeconds && at <= nowSeconds).length;
}

function quotaSamples({ namespace, hard }: Quota, pods: readonly WorldPod[]): PageSample[] {
  const own = pods.filter(({ app, phase }) => app.namespace === namespace && phase !== 'Succeeded');
  return Object.entries(hard).flatMap(([resource, most]) => {
    const used = own
      .flatMap(requestsOf)
      .filter(([name]) => `requests.${name}` === resource)
      .reduce((sum, [, , value]) => sum + value, 0);
    return (
      [
        ['hard', most],
        ['used', used],
      ] as const
    ).map(([type, value]) => ({
      name: 'kube_resourcequota',
      labels: { namespace, resourcequota: 'gpu-quota', resource, type },
      value,
    }));
  });
}
