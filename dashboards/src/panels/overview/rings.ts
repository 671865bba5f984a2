import type { Messages } from '../../messages/messages.js';
import { gpusHeld, gpusTotal, gpusUnheld, gpusUsed } from '../../promql/fleet.js';
import { CLUSTER_HOST } from '../../promql/host.js';
import { SCALES } from '../../spec/level.js';
import { numbers } from '../../spec/panel.js';
import type { OwnPanel, StockPanel } from '../../spec/panelSpec.js';
import type { PanelText } from '../../spec/panelText.js';
import { cpuNumbers, gpuNumbers, memoryNumbers } from './numbers.js';
import { ring, type PartNames, type Parts } from './ring.js';

/** Two bars under one another, where no ring can be drawn. */
const bars = (id: string, text: PanelText, parts: Parts, names: PartNames): StockPanel =>
  numbers(
    'bargauge',
    {
      id: `${id}-bars`,
      text,
      unit: 'ratio',
      size: [8, 4],
      queries: [
        { expr: `(${parts.held}) / (${parts.total})`, legend: names.held, role: 'held' },
        { expr: `(${parts.used}) / (${parts.total})`, legend: names.used, role: 'used' },
      ],
    },
    { range: { min: 0, max: 1 }, thresholds: SCALES.plain },
  );

const GPU: Parts = {
  total: gpusTotal,
  held: gpusHeld,
  used: gpusUsed,
  unknown: gpusUnheld('unknown'),
};

/** GPU, CPU and memory: given out and used of what there is. */
export function rings(messages: Messages): readonly OwnPanel[] {
  const { gpuRing, cpuRing, memoryRing } = messages.overview.panels;
  const { used, held, reserved, total, unknown } = messages.words;
  const names = { used, held, total, unknown };
  const hostNames = { ...names, held: reserved };
  const { cpu, memory } = CLUSTER_HOST;
  return [
    ring('gpu-ring', gpuRing, 'gpus', GPU, names, [
      bars('gpu-ring', gpuRing, GPU, names),
      gpuNumbers(messages),
    ]),
    ring('cpu-ring', cpuRing, 'cores', cpu, hostNames, [
      bars('cpu-ring', cpuRing, cpu, hostNames),
      cpuNumbers(messages),
    ]),
    ring('memory-ring', memoryRing, 'bytes', memory, hostNames, [
      bars('memory-ring', memoryRing, memory, hostNames),
      memoryNumbers(messages),
    ]),
  ];
}
