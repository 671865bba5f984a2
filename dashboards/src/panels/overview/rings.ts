import type { Messages } from '../../messages/messages.js';
import { gpusHeld, gpusTotal, gpusUsed } from '../../promql/fleet.js';
import { CLUSTER_HOST } from '../../promql/host.js';
import { SCALES } from '../../spec/level.js';
import { numbers } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import type { PanelText } from '../../spec/panelText.js';

interface Parts {
  readonly total: string;
  readonly held: string;
  readonly used: string;
}

const ring = (id: string, text: PanelText, parts: Parts, held: string, used: string): PanelSpec =>
  numbers(
    'gauge',
    {
      id,
      text,
      unit: 'ratio',
      size: [8, 6],
      queries: [
        { expr: `(${parts.held}) / (${parts.total})`, legend: held, role: 'held' },
        { expr: `(${parts.used}) / (${parts.total})`, legend: used, role: 'used' },
      ],
    },
    { range: { min: 0, max: 1 }, thresholds: SCALES.plain },
  );

/** GPU, CPU and memory: reserved and used of what there is. */
export function rings({ overview: { panels }, words }: Messages): readonly PanelSpec[] {
  const gpu = { total: gpusTotal, held: gpusHeld, used: gpusUsed };
  return [
    ring('gpu-ring', panels.gpuRing, gpu, words.held, words.used),
    ring('cpu-ring', panels.cpuRing, CLUSTER_HOST.cpu, words.reserved, words.used),
    ring('memory-ring', panels.memoryRing, CLUSTER_HOST.memory, words.reserved, words.used),
  ];
}
