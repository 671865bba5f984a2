import { believedUnderMps, MPS_CONFIRMED } from './mps.js';

const H100 = [{ model: /\bH100\b/, metrics: ['gpu_memory_used_bytes' as const] }];

describe('believedUnderMps', () => {
  it('believes figures by process on no chip, as long as none is confirmed', () => {
    expect(MPS_CONFIRMED).toEqual([]);
    expect(believedUnderMps('NVIDIA H100 80GB HBM3', 'gpu_utilization_ratio')).toBe(false);
  });

  it('believes the figures that a chip is confirmed for, and no others', () => {
    const believed = (model: string, metric: Parameters<typeof believedUnderMps>[1]): boolean =>
      believedUnderMps(model, metric, H100);
    expect(believed('NVIDIA H100 80GB HBM3', 'gpu_memory_used_bytes')).toBe(true);
    expect(believed('NVIDIA H100 80GB HBM3', 'gpu_utilization_ratio')).toBe(false);
    expect(believed('NVIDIA A100-SXM4-80GB', 'gpu_memory_used_bytes')).toBe(false);
  });
});
