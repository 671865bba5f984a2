import { parseExposition } from '@gpuscope/aggregation';
import { CHECKS, compareGpu, isWrong } from './compare.js';

const { samples } = parseExposition(
  [
    'gpu_temperature_celsius{gpu="0",uuid="GPU-a"} 54',
    'gpu_temperature_celsius{gpu="1",uuid="GPU-b"} 80',
    'gpu_memory_used_bytes{uuid="GPU-a"} 1073741824',
    'gpu_power_watts{uuid="GPU-a"} 300',
    'gpu_ecc_errors_total{uuid="GPU-a",kind="correctable",scope="volatile"} 3',
    'gpu_ecc_errors_total{uuid="GPU-a",kind="correctable",scope="aggregate"} 12',
    'gpu_sm_clock_hertz{uuid="GPU-a"} 1980000000',
    '',
  ].join('\n'),
);

const against = (row: Record<string, string | undefined>) =>
  compareGpu(samples, { index: '0', uuid: 'GPU-a', ...row });
const of = (metric: string, row: Record<string, string | undefined>) =>
  against(row).find((one) => one.metric === metric);

describe('compareGpu', () => {
  it('has the same where units are told apart', () => {
    expect(of('gpu_memory_used_bytes', { 'memory.used': '1024' })).toMatchObject({
      ours: 1024 ** 3,
      theirs: 1024 ** 3,
      verdict: 'same',
    });
    expect(of('gpu_sm_clock_hertz', { 'clocks.sm': '1980' })?.verdict).toBe('same');
  });

  it.each([
    ['300', 'same'],
    ['340', 'same'],
    ['200', 'differs'],
    ['400', 'differs'],
  ])('lets power differ by a part: %s W', (theirs, verdict) => {
    expect(of('gpu_power_watts', { 'power.draw': theirs })?.verdict).toBe(verdict);
  });

  it('compares a GPU with itself, and a counter of the same kind and scope', () => {
    expect(of('gpu_temperature_celsius', { 'temperature.gpu': '55' })?.ours).toBe(54);
    const ecc = against({
      'ecc.errors.corrected.volatile.total': '3',
      'ecc.errors.corrected.aggregate.total': '13',
    }).filter(({ metric, verdict }) => metric === 'gpu_ecc_errors_total' && verdict !== 'neither');
    expect(ecc.map(({ ours, verdict }) => [ours, verdict])).toEqual([
      [3, 'same'],
      [12, 'differs'],
    ]);
  });

  it('leaves out, of a GPU that is cut into instances, what each of them has', () => {
    const row = { 'mig.mode.current': 'Enabled', 'memory.used': '7', 'power.draw': '300' };
    const metrics = against(row).map(({ metric }) => metric);
    expect(metrics).toContain('gpu_power_watts');
    expect(metrics).not.toContain('gpu_memory_used_bytes');
  });

  it('finds wrong what only nvidia-smi tells, and not what only we tell', () => {
    const all = against({ 'utilization.gpu': '50' });
    const byVerdict = (verdict: string) => all.filter((one) => one.verdict === verdict);
    expect(byVerdict('only theirs').map(({ metric }) => metric)).toEqual(['gpu_utilization_ratio']);
    expect(byVerdict('only ours').map(({ metric }) => metric)).toContain('gpu_power_watts');
    expect(all.filter(isWrong)).toHaveLength(1);
    expect(all).toHaveLength(CHECKS.length);
  });
});
