/** Words that stand around those of a panel. */
export const render = {
  ifEmpty: 'If empty:',
  needsRules: 'It needs our recording rules:',
  /** A unit of Grafana's for what goes on for hours and days. */
  lasting: 's',
  units: { gpus: 'GPUs', gpuHours: 'GPU-h', cores: 'cores' },
} as const;
