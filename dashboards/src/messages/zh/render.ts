import type { Messages } from '../messages.js';

export const render = {
  ifEmpty: '无数据时：',
  needsRules: '依赖我们的记录规则（recording rules）：',
  // Grafana writes hours and days as English words; this one has digits alone.
  lasting: 'dtdhms',
  units: { gpus: '卡', gpuHours: '卡时', cores: '核' },
} as const satisfies Messages['render'];
