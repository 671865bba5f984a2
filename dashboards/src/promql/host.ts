import { sumBy } from './expr.js';
import { CLUSTER, ON_NODES, select } from './select.js';

/** node-exporter names a node by `instance`: its name, with a port or without. */
const INSTANCE = `${CLUSTER}, instance=~"$node(:[0-9]+)?"`;

const UNENDED = select('kube_pod_status_phase', CLUSTER, 'phase=~"Pending|Running"');

const asked = (resource: 'cpu' | 'memory'): string => {
  const requests = select(
    'kube_pod_container_resource_requests',
    ON_NODES,
    `resource="${resource}"`,
  );
  return `sum(${requests} * on (cluster, namespace, pod) group_left () (max by (cluster, namespace, pod) (${UNENDED} == 1)))`;
};

const allocatable = (resource: 'cpu' | 'memory'): string =>
  sumBy([], select('kube_node_status_allocatable', ON_NODES, `resource="${resource}"`));

/** CPU and memory as Kubernetes sees them: what nodes offer, what pods reserve, what runs use. */
export const CLUSTER_HOST = {
  cpu: {
    total: allocatable('cpu'),
    held: asked('cpu'),
    used: `sum(rate(${select('container_cpu_usage_seconds_total', ON_NODES, 'id="/"')}[5m]))`,
  },
  memory: {
    total: allocatable('memory'),
    held: asked('memory'),
    used: sumBy([], select('container_memory_working_set_bytes', ON_NODES, 'id="/"')),
  },
} as const;

const host = (metric: Parameters<typeof select>[0], ...matchers: readonly string[]): string =>
  select(metric, INSTANCE, ...matchers);

const DISKS = 'fstype!~"tmpfs|overlay|squashfs|ramfs|fuse.*|nsfs"';
const CARDS = 'device!~"lo|veth.*|cali.*|cni.*|docker.*|flannel.*|tunl.*|cilium.*|lxc.*|br-.*"';

/** Machines as node-exporter sees them, by `instance`. */
export const NODE_HOST = {
  cpuUsed: `1 - avg by (cluster, instance) (rate(${host('node_cpu_seconds_total', 'mode="idle"')}[$__rate_interval]))`,
  memoryUsed: `1 - ${host('node_memory_MemAvailable_bytes')} / ${host('node_memory_MemTotal_bytes')}`,
  diskUsed: `max by (cluster, instance) (1 - ${host('node_filesystem_avail_bytes', DISKS)} / ${host('node_filesystem_size_bytes', DISKS)})`,
  diskBusy: `max by (cluster, instance) (rate(${host('node_disk_io_time_seconds_total')}[$__rate_interval]))`,
  received: sumBy(
    ['cluster', 'instance'],
    `rate(${host('node_network_receive_bytes_total', CARDS)}[$__rate_interval])`,
  ),
  sent: sumBy(
    ['cluster', 'instance'],
    `rate(${host('node_network_transmit_bytes_total', CARDS)}[$__rate_interval])`,
  ),
} as const;
