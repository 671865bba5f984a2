import type { SelfMetrics } from '../../selfMetrics.js';
import type { NvmlObserver } from './createNvmlClient.js';

/** Serves what the agent takes, and how often it had to be started anew. */
export function createObserver(metrics: Pick<SelfMetrics, 'add' | 'set'>): NvmlObserver {
  /** Of the agent that runs: each counts from its own start. */
  let cpuSeconds = 0;
  return {
    restarted() {
      cpuSeconds = 0;
      metrics.add('gpuscope_exporter_nvml_agent_restarts_total', 1);
    },
    looked({ snapshot, use }) {
      metrics.set('gpuscope_exporter_nvml_agent_resident_memory_bytes', use.residentBytes);
      metrics.add(
        'gpuscope_exporter_nvml_agent_cpu_seconds_total',
        Math.max(0, use.cpuSeconds - cpuSeconds),
      );
      ({ cpuSeconds } = use);
      for (const { failures } of snapshot.devices) {
        for (const { call, code } of failures) {
          metrics.add('gpuscope_exporter_nvml_call_failures_total', 1, { call, code });
        }
      }
    },
  };
}
