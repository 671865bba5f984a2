import { loadOf } from '../model/load.js';
import type { World } from '../model/world.js';

/** A sample of somebody else's exporter. */
export interface ForeignSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const CORES = 96;
const MEMORY = 1024 ** 4;
const GIB = 1024 ** 3;

/** What cadvisor and kube-state-metrics would say of the site's pods; counters grow as if load had been steady. */
export function foreignSamples(world: World, sinceSeconds: number): ForeignSample[] {
  const now = world.nowSeconds();
  const pods = world.pods().flatMap((pod): ForeignSample[] => {
    const place = { namespace: pod.app.namespace, pod: pod.name };
    const node = pod.node;
    const container = { ...place, node, container: 'main' };
    const asked = (resource: string, value: number): ForeignSample => ({
      name: 'kube_pod_container_resource_requests',
      labels: { ...container, resource },
      value,
    });
    const phase = {
      name: 'kube_pod_status_phase',
      labels: { ...place, phase: pod.phase },
      value: 1,
    };
    if (pod.phase !== 'Running') return [phase, asked('cpu', 8), asked('memory', 64 * GIB)];
    const cores = 1 + 6 * loadOf(pod, now).busy;
    return [
      phase,
      asked('cpu', 8),
      asked('memory', 64 * GIB),
      {
        name: 'container_cpu_usage_seconds_total',
        labels: container,
        value: (now - (pod.startSeconds ?? now)) * cores,
      },
      { name: 'container_memory_working_set_bytes', labels: container, value: 20 * GIB },
    ];
  });
  return [
    ...pods,
    ...world.site.nodes.flatMap(({ name }) => nodeSamples(name, now - sinceSeconds)),
  ];
}

function nodeSamples(node: string, age: number): ForeignSample[] {
  const instance = { instance: `${node}:9100` };
  const one = (name: string, labels: ForeignSample['labels'], value: number): ForeignSample => ({
    name,
    labels,
    value,
  });
  const counter = (name: string, labels: ForeignSample['labels'], perSecond: number) =>
    one(name, labels, 1000 + age * perSecond);
  return [
    one('kube_node_status_allocatable', { node, resource: 'cpu' }, CORES),
    one('kube_node_status_allocatable', { node, resource: 'memory' }, MEMORY),
    counter('container_cpu_usage_seconds_total', { node, id: '/' }, 40),
    one('container_memory_working_set_bytes', { node, id: '/' }, MEMORY * 0.4),
    counter('node_cpu_seconds_total', { ...instance, cpu: '0', mode: 'idle' }, 0.6),
    one('node_memory_MemTotal_bytes', instance, MEMORY),
    one('node_memory_MemAvailable_bytes', instance, MEMORY * 0.6),
    one('node_filesystem_size_bytes', { ...instance, fstype: 'ext4', mountpoint: '/' }, 4e12),
    one('node_filesystem_avail_bytes', { ...instance, fstype: 'ext4', mountpoint: '/' }, 3e12),
    counter('node_network_receive_bytes_total', { ...instance, device: 'eth0' }, 3e7),
    counter('node_network_transmit_bytes_total', { ...instance, device: 'eth0' }, 2e7),
    counter('node_disk_io_time_seconds_total', { ...instance, device: 'nvme0n1' }, 0.2),
  ];
}
