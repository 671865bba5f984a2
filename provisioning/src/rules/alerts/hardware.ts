import type { AlertRule, RuleGroup } from '../rule.js';

const GPU = 'GPU {{ $labels.gpu }} ({{ $labels.model }}) on {{ $labels.node }}';

const RECENT_SECONDS = 600;

/** A counter that is born at 1 has no increase, so XID alerts ask when the code was last seen. */
const seenLately = (metric: string, xids: string): string =>
  `time() - ${metric}{xid=~"${xids}"} < ${String(RECENT_SECONDS)}`;

const XIDS: readonly AlertRule[] = [
  {
    alert: 'GpuXidCritical',
    expr: seenLately('gpu_xid_last_timestamp_seconds', '48|62|64|74|79|95|119|120'),
    severity: 'critical',
    audience: 'operator',
    summary: `XID {{ $labels.xid }} on ${GPU}`,
    description:
      'The driver reported an error after which this GPU must not be trusted until it was reset or replaced. Drain the node and follow the runbook.',
  },
  {
    alert: 'GpuXidWarning',
    expr: seenLately('gpu_xid_last_timestamp_seconds', '94'),
    severity: 'warning',
    audience: 'operator',
    summary: `XID {{ $labels.xid }} on ${GPU}`,
    description:
      'A memory error was contained to the application that met it. Others go on; reset the GPU when it is next free.',
  },
  {
    alert: 'GpuXidApplicationFault',
    expr: seenLately('gpu_workload_xid_last_timestamp_seconds', '13|31|43'),
    severity: 'warning',
    audience: 'owner',
    summary: '{{ $labels.app }} ({{ $labels.pod }}) caused XID {{ $labels.xid }}',
    description:
      'The GPU stopped a kernel of this application: most often a read or write outside its memory. Look at the application’s own log at that moment.',
  },
];

const MEMORY: readonly AlertRule[] = [
  {
    alert: 'GpuEccUncorrectable',
    expr: 'gpu_ecc_errors_total{kind="uncorrectable", scope="volatile"} > 0',
    severity: 'critical',
    audience: 'operator',
    summary: `{{ $value }} uncorrectable memory errors on ${GPU}`,
    description:
      'Since its last reset this GPU met memory errors that ECC could not correct. Results computed on it may be wrong.',
  },
  {
    alert: 'GpuRowRemapFailure',
    expr: 'gpu_row_remap_failure == 1',
    severity: 'critical',
    audience: 'operator',
    summary: `${GPU} has run out of spare memory rows`,
    description: 'A broken memory row could not be remapped. The board has to be replaced.',
  },
  {
    alert: 'GpuRowRemapPending',
    expr: 'gpu_row_remap_pending == 1',
    for: '5m',
    severity: 'warning',
    audience: 'operator',
    summary: `${GPU} needs a reset to finish a repair`,
    description: 'A broken memory row will be remapped at the next reset of the GPU.',
  },
];

const LINKS: readonly AlertRule[] = [
  {
    alert: 'GpuNvlinkErrors',
    expr: 'increase(gpu_nvlink_errors_total[30m]) > 0',
    severity: 'warning',
    audience: 'operator',
    summary: `NVLink errors ({{ $labels.kind }}) on ${GPU}`,
    description:
      'Packets between GPUs were damaged or sent again in the last half hour. Jobs over several GPUs slow down or fail.',
  },
  {
    alert: 'GpuPcieReplays',
    expr: 'increase(gpu_pcie_replays_total[30m]) > 30',
    severity: 'warning',
    audience: 'operator',
    summary: `PCIe replays on ${GPU}`,
    description:
      'More than one packet a minute between the GPU and its host had to be sent again: a bad slot, riser or cable.',
  },
  {
    alert: 'GpuMissing',
    expr: 'max by (cluster, node, gpu, uuid, model) (max_over_time(gpu_info[6h])) unless on (cluster, node, uuid) gpu_info and on (cluster, node) gpu_node_info',
    for: '5m',
    severity: 'critical',
    audience: 'operator',
    summary: `${GPU} is gone`,
    description:
      'The node reported this GPU within the last 6 hours and reports its others still: it has fallen off the bus, or was taken away.',
  },
];

/** The hardware is broken or about to be. */
export const HARDWARE_ALERTS: RuleGroup = {
  name: 'gpuscope-hardware',
  rules: [...XIDS, ...MEMORY, ...LINKS],
};
