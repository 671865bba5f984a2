import type { AlertRule, RuleGroup } from '../rule.js';

const GPU = 'GPU {{ $labels.gpu }} on {{ $labels.node }}';

const throttle = (alert: string, reason: string, because: string): AlertRule => ({
  alert,
  expr: `rate(gpu_throttle_seconds_total{reason="${reason}"}[10m]) > 0.1`,
  for: '10m',
  severity: 'warning',
  audience: 'operator',
  summary: `${GPU} is held back by ${because} {{ $value | humanizePercentage }} of the time`,
  description: `For 10 minutes the GPU has had to lower its clocks because of ${because}: whatever runs on it is slower than it could be.`,
});

const IDLE_SECONDS = 7200;
/** Recorded, since an exporter that restarts begins to count anew. */
const IDLE = `time() - workload:gpu_last_active_timestamp_seconds:max > ${String(IDLE_SECONDS)}`;
const WORKLOAD =
  'cluster, node, uuid, gpu_instance, namespace, pod, container, hpc_job, systemd_unit, tenant, app, user';
/** What a process that has opened a device but put nothing there takes at most. */
const CONTEXT_BYTES = 1024 ** 3;

const unused = (memory: 'held' | 'none', condition: string, what: string): AlertRule => ({
  alert: 'GpuAllocatedUnused',
  expr: `${IDLE} and on (${WORKLOAD}) gpu_workload_memory_used_bytes ${condition}`,
  severity: 'info',
  audience: 'owner',
  labels: { memory },
  summary:
    '{{ $labels.app }} ({{ $labels.pod }}) has not used its GPU for {{ $value | humanizeDuration }}',
  description: `${what} If nobody needs it, end it: others wait for the GPU.`,
});

/** Devices that are slow, full or held for nothing. */
export const USAGE_ALERTS: RuleGroup = {
  name: 'gpuscope-usage',
  rules: [
    throttle('GpuThermalThrottle', 'thermal', 'heat'),
    throttle('GpuPowerThrottle', 'power', 'its power cap'),
    {
      alert: 'GpuMemoryNearlyFull',
      expr: 'gpu_memory_used_bytes / gpu_memory_total_bytes > 0.95',
      for: '10m',
      severity: 'info',
      audience: 'operator',
      summary: `The memory of ${GPU} is {{ $value | humanizePercentage }} full`,
      description:
        'The next allocation may fail with an out-of-memory error. Frameworks that reserve all memory at start look like this too.',
    },
    unused(
      'held',
      `>= ${String(CONTEXT_BYTES)}`,
      'Its data lies in the GPU’s memory, and no kernel runs.',
    ),
    unused(
      'none',
      `< ${String(CONTEXT_BYTES)}`,
      'Hardly any memory is in use: perhaps no process has opened the GPU at all.',
    ),
    {
      alert: 'GpuTenantQuotaNearlyUsed',
      expr: '(kube_resourcequota{resource=~"requests[.]nvidia[.]com/.+", type="used"} / ignoring (type) (kube_resourcequota{resource=~"requests[.]nvidia[.]com/.+", type="hard"} > 0) > 0.9) * on (cluster, namespace) group_left (tenant) topk by (cluster, namespace) (1, max by (cluster, namespace, tenant) (workload_pod_info))',
      for: '10m',
      severity: 'info',
      audience: 'owner',
      summary: '{{ $labels.namespace }} uses {{ $value | humanizePercentage }} of its GPU quota',
      description: 'New pods of this namespace that ask for a GPU will soon be refused.',
    },
  ],
};
