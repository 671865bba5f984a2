import { memoryOf, OWN_MEMORY_BYTES } from '../../model/hosts.js';
import type { WorldNode } from '../../model/hardware.js';
import type { WorldPod } from '../../model/pods.js';
import type { World } from '../../model/world.js';
import type { PageSample } from './page.js';

/** What a node's kubelet says of containers (cadvisor): each, each pod as a whole, and the machine as `/`. */
export function cadvisorPage(world: World, node: WorldNode): PageSample[] {
  const now = world.nowSeconds();
  const pods = world
    .pods()
    .filter(({ phase, node: home }) => phase === 'Running' && home === node.name);
  const memory = pods.reduce((sum, pod) => sum + memoryOf(pod, now), OWN_MEMORY_BYTES);
  return [
    ...figures({ id: '/' }, world.host(node).cpuSeconds, memory),
    ...pods.flatMap((pod) => podFigures(pod, now)),
  ];
}

function podFigures(pod: WorldPod, nowSeconds: number): PageSample[] {
  const place = { namespace: pod.app.namespace, pod: pod.name };
  const id = `/kubepods.slice/kubepods-pod${pod.uid.replaceAll('-', '_')}.slice`;
  const memory = memoryOf(pod, nowSeconds);
  return [
    ...figures({ ...place, id }, pod.cpuSeconds, memory),
    ...figures({ ...place, id: `${id}/main.scope`, container: 'main' }, pod.cpuSeconds, memory),
  ];
}

const figures = (
  labels: PageSample['labels'],
  cpuSeconds: number,
  memoryBytes: number,
): PageSample[] => [
  { name: 'container_cpu_usage_seconds_total', labels, value: cpuSeconds },
  { name: 'container_memory_working_set_bytes', labels, value: memoryBytes },
];
