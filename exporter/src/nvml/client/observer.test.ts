import type { NvmlSnapshot } from '@gpuscope/aggregation';
import { createSelfMetrics } from '../../selfMetrics.js';
import { valuesOf } from '../../testing/report.js';
import { createObserver } from './observer.js';

const SNAPSHOT: NvmlSnapshot = {
  atMs: 0,
  windowMs: 0,
  session: 's',
  driverVersion: '580',
  devices: [
    {
      index: 0,
      uuid: 'GPU-0',
      name: 'Synthetic X1',
      pciBusId: '',
      mig: false,
      figures: {},
      instances: [],
      mps: false,
      failures: [{ call: 'nvmlDeviceGetPowerUsage', code: 'NVML_ERROR_UNKNOWN' }],
    },
  ],
  lost: [],
  seesProcesses: true,
};

const look = (cpuSeconds: number) => ({
  snapshot: SNAPSHOT,
  use: { residentBytes: 4096, cpuSeconds },
});

describe('what is served of the agent', () => {
  it('is its memory, its time over all of its lives, its restarts and what failed', async () => {
    const metrics = createSelfMetrics('0', 'node');
    const observer = createObserver(metrics);
    observer.looked(look(1));
    observer.looked(look(1.5));
    observer.restarted();
    observer.looked(look(0.25));
    const families = await metrics.families();
    const value = (name: string) => valuesOf(families, `gpuscope_exporter_${name}`);
    expect(value('nvml_agent_resident_memory_bytes')).toEqual({ '': 4096 });
    expect(value('nvml_agent_cpu_seconds_total')).toEqual({ '': 1.75 });
    expect(value('nvml_agent_restarts_total')).toEqual({ '': 1 });
    expect(value('nvml_call_failures_total')).toEqual({
      'call=nvmlDeviceGetPowerUsage,code=NVML_ERROR_UNKNOWN': 3,
    });
  });

  it('is nothing where NVML is not asked', async () => {
    const families = await createSelfMetrics('0', 'node').families();
    expect(valuesOf(families, 'gpuscope_exporter_nvml_agent_resident_memory_bytes')).toEqual({});
  });
});
