import type { Messages } from '../../messages/messages.js';
import { ofTotal } from '../../promql/expr.js';
import { gpusHeld, gpusTotal, gpusUnheld, gpusUsed } from '../../promql/fleet.js';
import { CLUSTER_HOST } from '../../promql/host.js';
import { SCALES } from '../../spec/level.js';
import { numbers } from '../../spec/panel.js';
import type { StockPanel } from '../../spec/panelSpec.js';

const SIZE = [8, 6] as const;
const PLAIN = { thresholds: SCALES.plain, past: true, rows: true } as const;

export const gpuNumbers = ({ overview: { panels }, words }: Messages): StockPanel =>
  numbers(
    'stat',
    {
      id: 'gpu-numbers',
      text: panels.gpuNumbers,
      unit: 'gpus',
      size: SIZE,
      queries: [
        { expr: ofTotal(gpusUsed, gpusTotal), legend: words.usedOf, role: 'used' },
        { expr: ofTotal(gpusHeld, gpusTotal), legend: words.heldOf, role: 'held' },
        { expr: gpusUnheld('free'), legend: words.free, role: 'free' },
        { expr: gpusUnheld('unknown'), legend: words.unknown, role: 'free' },
      ],
    },
    PLAIN,
  );

export const cpuNumbers = ({ overview: { panels }, words }: Messages): StockPanel => {
  const { total, held, used } = CLUSTER_HOST.cpu;
  return numbers(
    'stat',
    {
      id: 'cpu-numbers',
      text: panels.cpuNumbers,
      unit: 'cores',
      size: SIZE,
      queries: [
        { expr: ofTotal(used, total), legend: words.usedOf, role: 'used' },
        { expr: ofTotal(held, total), legend: words.reservedOf, role: 'held' },
        { expr: `${total} - ${held}`, legend: words.free, role: 'free' },
      ],
    },
    PLAIN,
  );
};

export const memoryNumbers = ({ overview: { panels }, words }: Messages): StockPanel => {
  const { total, held, used } = CLUSTER_HOST.memory;
  const gib = `${total} / 2^30`;
  return numbers(
    'stat',
    {
      id: 'memory-numbers',
      text: panels.memoryNumbers,
      unit: 'bytes',
      size: SIZE,
      queries: [
        { expr: ofTotal(used, gib), legend: words.usedOfGib, role: 'used' },
        { expr: ofTotal(held, gib), legend: words.reservedOfGib, role: 'held' },
        { expr: `${total} - ${held}`, legend: words.free, role: 'free' },
      ],
    },
    PLAIN,
  );
};
