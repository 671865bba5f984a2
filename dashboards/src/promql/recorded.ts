/** Series that our rules record and boards read, by what they are. A test holds the names against the rules. */
export const RECORDED = {
  /** GPU-seconds held in the last five minutes, per account; recorded every five minutes, so that they add up. */
  allocatedSeconds: 'account:gpu_allocated_seconds:increase5m',
  activeSeconds: 'account:gpu_active_seconds:increase5m',
  energyJoules: 'account:gpu_energy_joules:increase5m',
  /** GPUs held per node and per cluster, and how many there are. */
  nodeHeld: 'node:gpu_workload_allocated_gpus:sum',
  nodeGpus: 'node:gpus:count',
  clusterHeld: 'cluster:gpu_workload_allocated_gpus:sum',
  clusterGpus: 'cluster:gpus:count',
  /** When each holder last used its device. */
  lastActive: 'workload:gpu_last_active_timestamp_seconds:max',
  /** Per tenant, app and user. */
  cpuUsed: 'app:cpu_usage_cores:rate5m',
  cpuAsked: 'app:cpu_requests_cores:sum',
  memoryUsed: 'app:memory_working_set_bytes:sum',
  memoryAsked: 'app:memory_requests_bytes:sum',
  restarts: 'app:restarts:increase1h',
} as const;

export type RecordedMetric = (typeof RECORDED)[keyof typeof RECORDED];
