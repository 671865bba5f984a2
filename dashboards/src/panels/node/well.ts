import type { Messages } from '../../messages/messages.js';
import { maxBy, orZero, sumBy } from '../../promql/expr.js';
import { gpuBoards, gpusHeld, gpusUsed, weighted } from '../../promql/fleet.js';
import { ON_NODES, select } from '../../promql/select.js';
import { sickBoards } from '../../promql/sick.js';
import { SCALES } from '../../spec/level.js';
import { numbers, table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { labelColumn, valueColumn } from '../columns.js';

const BOARD = ['cluster', 'node', 'gpu', 'model'];

const now = ({ node, words }: Messages): PanelSpec =>
  numbers(
    'stat',
    {
      id: 'numbers',
      text: node.panels.numbers,
      unit: 'gpus',
      size: [24, 4],
      queries: [
        { expr: `count(${gpuBoards})`, legend: words.gpus, role: 'total' },
        { expr: gpusHeld, legend: words.held, role: 'held' },
        { expr: gpusUsed, legend: words.used, role: 'used' },
        {
          expr: `max(${select('gpu_temperature_celsius', ON_NODES)})`,
          legend: words.hottest,
          role: 'heat',
          unit: 'celsius',
        },
        {
          expr: `sum(${select('gpu_power_watts', ON_NODES)})`,
          legend: words.power,
          role: 'power',
          unit: 'watts',
        },
        {
          expr: orZero(`count(${sickBoards})`, gpuBoards),
          legend: words.sick,
          role: 'fault',
          unit: 'count',
        },
      ],
    },
    { thresholds: SCALES.plain, past: true },
  );

const devices = ({ node, words }: Messages): PanelSpec => {
  const board = (metric: Parameters<typeof select>[0], ...more: readonly string[]): string =>
    maxBy(BOARD, select(metric, ON_NODES, ...more));
  const throttled = `max by (${BOARD.join(', ')}) (rate(${select('gpu_throttle_seconds_total', ON_NODES)}[5m]))`;
  return table(
    {
      id: 'devices',
      text: node.panels.devices,
      unit: 'ratio',
      size: [24, 9],
      queries: [
        { expr: sumBy(BOARD, weighted(select('gpu_utilization_ratio', ON_NODES))) },
        { expr: sumBy(BOARD, select('gpu_memory_used_bytes', ON_NODES)), unit: 'bytes' },
        { expr: board('gpu_temperature_celsius'), unit: 'celsius' },
        { expr: board('gpu_power_watts'), unit: 'watts' },
        { expr: board('gpu_sm_clock_hertz'), unit: 'hertz' },
        { expr: throttled },
        {
          expr: board('gpu_ecc_errors_total', 'kind="uncorrectable"', 'scope="volatile"'),
          unit: 'count',
        },
        { expr: board('gpu_row_remap_pending'), unit: 'count' },
      ],
    },
    {
      columns: [
        labelColumn('node', words.node),
        labelColumn('gpu', words.gpu),
        labelColumn('model', words.model),
        valueColumn('A', words.busy, 'ratio', { cell: 'bar', thresholds: SCALES.busy }),
        valueColumn('B', words.memoryUsed, 'bytes'),
        valueColumn('C', words.temperature, 'celsius', { thresholds: SCALES.temperature }),
        valueColumn('D', words.power, 'watts'),
        valueColumn('E', words.smClock, 'hertz'),
        valueColumn('F', words.throttled, 'ratio', { thresholds: SCALES.throttled }),
        valueColumn('G', words.uncorrectable, 'count', { thresholds: SCALES.fault }),
        valueColumn('H', words.remapPending, 'count', { thresholds: SCALES.fault }),
      ],
      sort: { title: words.gpu, descending: false },
    },
  );
};

/** Whether the machine is well: its numbers and each device. */
export const well = (messages: Messages): readonly PanelSpec[] => [
  now(messages),
  devices(messages),
];
