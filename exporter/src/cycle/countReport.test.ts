import type { CycleReport } from '@gpuscope/aggregation';
import { createSelfMetrics } from '../selfMetrics.js';
import { cycleReport, valuesOf } from '../testing/report.js';
import { countReport } from './countReport.js';

async function after(...steps: readonly (readonly [Partial<CycleReport>, boolean])[]) {
  const metrics = createSelfMetrics('0', 'node');
  for (const [report, fresh] of steps) countReport(cycleReport(report), fresh, metrics);
  const families = await metrics.families();
  return (name: string) => valuesOf(families, `gpuscope_exporter_${name}`);
}

describe('countReport', () => {
  it('adds up what was dropped, by field and reason', async () => {
    const drops = [
      { field: 'DEV_GPU_TEMP', reason: 'blank' as const, count: 2 },
      { field: 'DEV_GPU_TEMP', reason: 'stale' as const, count: 1 },
    ];
    const value = await after([{ drops, clamped: 3 }, true], [{ drops, clamped: 1 }, true]);
    expect(value('dropped_samples_total')).toEqual({
      'field=DEV_GPU_TEMP,reason=blank': 4,
      'field=DEV_GPU_TEMP,reason=stale': 2,
    });
    expect(value('clamped_total')).toEqual({ '': 4 });
  });

  it('counts samples once, not again while they are served a second time', async () => {
    const report = { clamped: 5, foreignHosts: ['x'], distrusted: 2 };
    const value = await after([report, true], [report, false], [report, false]);
    expect(value('clamped_total')).toEqual({ '': 5 });
    expect(value('foreign_hosts_total')).toEqual({ '': 1 });
    expect(value('distrusted_total')).toEqual({ '': 2 });
  });

  it('adds up unmeasured time in every cycle', async () => {
    const value = await after([{ unmeasuredSeconds: 5 }, true], [{ unmeasuredSeconds: 7 }, false]);
    expect(value('unmeasured_seconds_total')).toEqual({ '': 12 });
  });

  it('shows what is, not what was: labels that are gone vanish', async () => {
    const unplaced = [
      { source: 'podResources', resource: 'nvidia.com/gpu', device: 'GPU-x' },
      { source: 'podResources', resource: 'nvidia.com/gpu', device: 'GPU-y' },
      { source: 'dcgmLabels', resource: '', device: 'GPU-z' },
    ];
    const unknownResources = new Map([['volcano.sh/vgpu-number', 4]]);
    const first = { unplaced, unknownResources, missingMetrics: ['gpu_power_watts'] };
    const once = await after([first, true]);
    expect(once('unplaced_claims')).toEqual({
      'holder=podResources,resource=nvidia.com/gpu': 2,
      'holder=dcgmLabels,resource=': 1,
    });
    expect(once('unknown_resources')).toEqual({ 'resource=volcano.sh/vgpu-number': 4 });
    expect(once('missing_metric')).toEqual({ 'metric=gpu_power_watts': 1 });
    const twice = await after([first, true], [{}, true]);
    expect(twice('unplaced_claims')).toEqual({});
    expect(twice('unknown_resources')).toEqual({});
    expect(twice('missing_metric')).toEqual({});
  });

  it('shows processes that could not be placed, and GPUs that do not answer, as they are now', async () => {
    const lost = [{ uuid: 'GPU-x', pciBusId: '', code: 'NVML_ERROR_GPU_IS_LOST' }];
    const unplacedProcesses = new Map([
      ['hidden', 3],
      ['ended', 1],
    ]);
    const once = await after([{ unplacedProcesses, lost }, true]);
    expect(once('unplaced_processes')).toEqual({ 'reason=hidden': 3, 'reason=ended': 1 });
    expect(once('lost_devices')).toEqual({ '': 1 });
    const twice = await after([{ unplacedProcesses, lost }, true], [{}, true]);
    expect(twice('unplaced_processes')).toEqual({});
    expect(twice('lost_devices')).toEqual({ '': 0 });
  });

  it('tells which names are missing', async () => {
    const value = await after([{ unnamed: { tenant: 1, app: 2, user: 3 }, unknownPods: 4 }, true]);
    expect(value('unnamed_workloads')).toEqual({ 'name=tenant': 1, 'name=app': 2, 'name=user': 3 });
    expect(value('unknown_pods')).toEqual({ '': 4 });
  });

  it('calls a source frozen only when it answers: one that is away repeats nothing', async () => {
    expect((await after([{ frozen: true }, true]))('source_frozen')).toEqual({ '': 1 });
    expect((await after([{ frozen: true }, false]))('source_frozen')).toEqual({ '': 0 });
  });
});
