/** Words that stand around those of a panel. */
export const render = {
  ifEmpty: 'If empty:',
  needsRules: 'It needs our recording rules:',
  units: { gpus: 'GPUs', gpuHours: 'GPU-h', cores: 'cores' },
} as const;
