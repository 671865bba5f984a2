import type { CycleReport } from '@gpuscope/aggregation';
import { cycleReport } from '../testing/report.js';
import { FINDINGS } from './findings.js';

const textOf = (key: string, report: Partial<CycleReport>): string => {
  const finding = FINDINGS.find((one) => one.key === key);
  if (finding === undefined) throw new Error(`no finding ${key}`);
  return finding.text(cycleReport(report));
};

describe('FINDINGS', () => {
  it('has nothing to tell of a good cycle', () => {
    expect(FINDINGS.map(({ text }) => text(cycleReport())).join('')).toBe('');
  });

  it.each<[string, Partial<CycleReport>, readonly string[]]>([
    ['frozen', { frozen: true }, ['energy', 'repeats']],
    ['foreign_hosts', { foreignHosts: ['gpu-2'] }, ['gpu-2']],
    [
      'unplaced_claims',
      { unplaced: [{ source: 'podResources', resource: 'nvidia.com/gpu', device: 'GPU-x' }] },
      ['GPU-x', 'podResources'],
    ],
    ['unknown_resources', { unknownResources: new Map([['a.b/c', 1]]) }, ['a.b/c']],
    ['unreadable_device_ids', { unreadableIds: ['??'] }, ['??']],
    [
      'unplaced_processes',
      {
        unplacedProcesses: new Map([
          ['hidden', 2],
          ['ended', 1],
        ]),
      },
      ['hidden'],
    ],
    [
      'lost_devices',
      {
        lost: [
          { uuid: 'GPU-x', pciBusId: '00000000:41:00.0', code: 'NVML_ERROR_GPU_IS_LOST' },
          { uuid: 'GPU-y', pciBusId: '', code: 'NVML_ERROR_UNKNOWN' },
        ],
      },
      ['00000000:41:00.0 (NVML_ERROR_GPU_IS_LOST)', 'GPU-y (NVML_ERROR_UNKNOWN)'],
    ],
    [
      'failed_calls',
      { drops: [{ field: 'nvmlDeviceGetPowerUsage', reason: 'failed', count: 1 }] },
      ['nvmlDeviceGetPowerUsage'],
    ],
    [
      'undecidable_units',
      { drops: [{ field: 'DEV_GPU_UTIL', reason: 'undecidable_unit', count: 1 }] },
      ['DEV_GPU_UTIL'],
    ],
    [
      'missing_metrics',
      { missingMetrics: ['gpu_power_watts'] },
      ['gpu_power_watts', 'check-config'],
    ],
  ])('%s names what it is about', (key, report, parts) => {
    for (const part of parts) expect(textOf(key, report)).toContain(part);
  });

  it('does not tell of drops that are all in a day’s work', () => {
    const drops = [{ field: 'DEV_GPU_TEMP', reason: 'blank' as const, count: 9 }];
    expect(textOf('undecidable_units', { drops })).toBe('');
    expect(textOf('failed_calls', { drops })).toBe('');
  });

  it('does not tell of processes that ended too soon, which come and go', () => {
    expect(textOf('unplaced_processes', { unplacedProcesses: new Map([['ended', 4]]) })).toBe('');
  });

  it('lists some of many, whatever their order, so that the line does not change by chance', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `id-${String(index).padStart(2, '0')}`);
    const text = textOf('unreadable_device_ids', { unreadableIds: ids });
    expect(text).toContain('id-00, id-01, id-02, id-03, id-04 and 7 more');
    expect(textOf('unreadable_device_ids', { unreadableIds: ids.toReversed() })).toBe(text);
  });
});
