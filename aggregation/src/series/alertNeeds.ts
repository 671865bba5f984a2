import type { DeviceMetric } from './catalog.js';

/**
 * Metrics that a shipped alert reads and that a source may lack. An alert that is not listed needs nothing of a source.
 * The rules' tests hold this table against the rules' own queries.
 */
export const ALERT_NEEDS = {
  GpuXidCritical: ['gpu_xid_last_timestamp_seconds'],
  GpuXidWarning: ['gpu_xid_last_timestamp_seconds'],
  GpuXidApplicationFault: ['gpu_xid_last_timestamp_seconds'],
  GpuEccUncorrectable: ['gpu_ecc_errors_total'],
  GpuRowRemapFailure: ['gpu_row_remap_failure'],
  GpuRowRemapPending: ['gpu_row_remap_pending'],
  GpuThermalThrottle: ['gpu_throttle_seconds_total'],
  GpuPowerThrottle: ['gpu_throttle_seconds_total'],
  GpuMemoryNearlyFull: ['gpu_memory_used_bytes', 'gpu_memory_total_bytes'],
  GpuNvlinkErrors: ['gpu_nvlink_errors_total'],
  GpuPcieReplays: ['gpu_pcie_replays_total'],
  GpuAllocatedUnused: ['gpu_utilization_ratio', 'gpu_memory_used_bytes'],
  GpuProfilingDead: ['gpu_utilization_ratio', 'gpu_engine_active_ratio'],
} as const satisfies Readonly<Record<string, readonly DeviceMetric[]>>;

/** An alert that can't fire, and what is missing for it. */
export interface SilencedAlert {
  readonly alert: string;
  readonly missing: readonly string[];
}

/** Which alerts can't fire while a source gives nothing for these metrics. */
export function silencedAlerts(missing: readonly string[]): SilencedAlert[] {
  return Object.entries(ALERT_NEEDS).flatMap(([alert, needs]) => {
    const lacking = needs.filter((metric) => missing.includes(metric));
    return lacking.length === 0 ? [] : [{ alert, missing: lacking }];
  });
}
