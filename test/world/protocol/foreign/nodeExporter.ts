import { HOST_CORES, HOST_MEMORY_BYTES, memoryOf, OWN_MEMORY_BYTES } from '../../model/hosts.js';
import type { WorldNode } from '../../model/hardware.js';
import type { World } from '../../model/world.js';
import type { PageSample } from './page.js';

const DISK_BYTES = 7.6e12;

/** So much more of the disk is full every second, until somebody clears it at the end of a week. */
const FILLED_PER_SECOND = 4e6;
const WEEK = 604_800;

/** What node-exporter says of a machine; it knows no pods. */
export function nodeExporterPage(world: World, node: WorldNode): PageSample[] {
  const host = world.host(node);
  const now = world.nowSeconds();
  const memory = world
    .pods()
    .filter((pod) => pod.node === node.name)
    .reduce((sum, pod) => sum + memoryOf(pod, now), OWN_MEMORY_BYTES);
  const disk = { device: '/dev/nvme0n1p1', fstype: 'ext4', mountpoint: '/' };
  const full = 0.3 * DISK_BYTES + (now % WEEK) * FILLED_PER_SECOND;
  return [
    ...cpuSamples(host.upSeconds, host.cpuSeconds),
    { name: 'node_memory_MemTotal_bytes', labels: {}, value: HOST_MEMORY_BYTES },
    { name: 'node_memory_MemAvailable_bytes', labels: {}, value: HOST_MEMORY_BYTES - memory },
    { name: 'node_filesystem_size_bytes', labels: disk, value: DISK_BYTES },
    { name: 'node_filesystem_avail_bytes', labels: disk, value: DISK_BYTES - full },
    {
      name: 'node_network_receive_bytes_total',
      labels: { device: 'eth0' },
      value: host.receivedBytes,
    },
    {
      name: 'node_network_transmit_bytes_total',
      labels: { device: 'eth0' },
      value: host.sentBytes,
    },
    {
      name: 'node_disk_io_time_seconds_total',
      labels: { device: 'nvme0n1' },
      value: host.diskBusySeconds,
    },
  ];
}

/** As many CPUs as are needed to see that there are several; each stands for as many cores. */
const SHOWN_CPUS = 4;

function cpuSamples(upSeconds: number, cpuSeconds: number): PageSample[] {
  const busy = cpuSeconds / HOST_CORES;
  return Array.from({ length: SHOWN_CPUS }, (_, cpu) =>
    (
      [
        ['idle', upSeconds - busy],
        ['user', busy * 0.9],
        ['system', busy * 0.1],
      ] as const
    ).map(([mode, value]) => ({
      name: 'node_cpu_seconds_total',
      labels: { cpu: String(cpu), mode },
      value,
    })),
  ).flat();
}
