import { board, workload, type AlertCase } from './alertCase.js';

const DEVICE = ['node', 'gpu', 'uuid', 'model'];
const OWNER = ['tenant', 'namespace', 'app', 'user'];
const GIB = 1024 ** 3;

const throttled = (reason: string): string =>
  board('gpu_throttle_seconds_total', `reason="${reason}"`);

const quota = (type: string): string =>
  `kube_resourcequota{namespace="team-nlp", resourcequota="q", resource="requests.nvidia.com/gpu", type="${type}"}`;

const INFO =
  'workload_pod_info{namespace="team-nlp", pod="chat-0", tenant="nlp", app="chat", user="sara"}';

/** Its exporter restarts after an hour and takes its own start for the last use, as exporters do. */
const RESTARTED = 'instance="n1", job="gpuscope"';

const afterRestart = (then: string): Readonly<Record<string, string>> => ({
  [workload('gpu_workload_last_active_timestamp_seconds', RESTARTED)]: `600x59 ${then}`,
  [workload('gpu_workload_memory_used_bytes', RESTARTED)]: `${String(4 * GIB)}x200`,
  [`process_start_time_seconds{${RESTARTED}}`]: '1x59 3600x140',
});

export const USAGE_CASES: readonly AlertCase[] = [
  {
    alert: 'GpuThermalThrottle',
    fires: { [throttled('thermal')]: '0+9x60' },
    silent: { [throttled('thermal')]: '0+5x60', [throttled('power')]: '0+30x60' },
    at: '50m',
    carries: DEVICE,
  },
  {
    alert: 'GpuPowerThrottle',
    fires: { [throttled('power')]: '0+9x60' },
    silent: { [throttled('power')]: '0+5x60', [throttled('thermal')]: '0+30x60' },
    at: '50m',
    carries: DEVICE,
  },
  {
    alert: 'GpuMemoryNearlyFull',
    fires: {
      [board('gpu_memory_used_bytes')]: '96x30',
      [board('gpu_memory_total_bytes')]: '100x30',
    },
    silent: {
      [board('gpu_memory_used_bytes')]: '95x30',
      [board('gpu_memory_total_bytes')]: '100x30',
    },
    at: '20m',
    carries: DEVICE,
  },
  {
    alert: 'GpuAllocatedUnused',
    fires: {
      [workload('gpu_workload_last_active_timestamp_seconds')]: '600x200',
      [workload('gpu_workload_memory_used_bytes')]: `${String(4 * GIB)}x200`,
    },
    silent: {
      [workload('gpu_workload_last_active_timestamp_seconds')]: '2400x200',
      [workload('gpu_workload_memory_used_bytes')]: `${String(4 * GIB)}x200`,
    },
    at: '150m',
    carries: [...OWNER, 'pod', 'memory'],
  },
  {
    alert: 'GpuAllocatedUnused',
    fires: {
      [workload('gpu_workload_last_active_timestamp_seconds')]: '600x200',
      [workload('gpu_workload_memory_used_bytes')]: '5000000x200',
    },
    silent: {
      [workload('gpu_workload_last_active_timestamp_seconds')]: '2400x200',
      [workload('gpu_workload_memory_used_bytes')]: '5000000x200',
    },
    at: '150m',
    carries: [...OWNER, 'pod', 'memory'],
  },
  {
    alert: 'GpuAllocatedUnused',
    fires: afterRestart('3600x140'),
    silent: afterRestart('3600x8 4100x140'),
    at: '150m',
    carries: [...OWNER, 'pod', 'memory'],
  },
  {
    alert: 'GpuTenantQuotaNearlyUsed',
    fires: { [quota('hard')]: '8x30', [quota('used')]: '8x30', [INFO]: '1x30' },
    silent: { [quota('hard')]: '8x30', [quota('used')]: '7x30', [INFO]: '1x30' },
    at: '20m',
    carries: ['tenant', 'namespace'],
  },
];
