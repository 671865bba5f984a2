import type { Messages } from '../../messages/messages.js';
import { sumBy } from '../../promql/expr.js';
import { RECORDED } from '../../promql/recorded.js';
import { OF_APPS, select } from '../../promql/select.js';
import { SCALES } from '../../spec/level.js';
import { lines, numbers } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import type { PanelText } from '../../spec/panelText.js';
import type { Unit } from '../../spec/unit.js';
import { withLogs } from './logs.js';

const sum = (metric: Parameters<typeof select>[0], ...more: readonly string[]): string =>
  sumBy([], select(metric, OF_APPS, ...more));

const held = sum('gpu_workload_allocated_gpus');
const used = sum('gpu_workload_used_gpus');

const now = ({ workload, words }: Messages): PanelSpec =>
  numbers(
    'stat',
    {
      id: 'numbers',
      text: workload.panels.numbers,
      unit: 'gpus',
      size: [24, 4],
      queries: [
        { expr: sum('workload_pod_requested_gpus'), legend: words.asked, role: 'asked' },
        { expr: held, legend: words.held, role: 'held' },
        { expr: used, legend: words.used, role: 'used' },
        {
          expr: `${sum('workload_pod_requested_gpus', 'phase="Pending"')} or vector(0)`,
          legend: words.waiting,
          role: 'asked',
        },
      ],
    },
    { thresholds: SCALES.plain, past: true },
  );

const overTime = ({ workload, words }: Messages): PanelSpec =>
  lines(
    {
      id: 'gpus-over-time',
      text: workload.panels.overTime,
      unit: 'gpus',
      size: [12, 8],
      queries: [
        { expr: sum('workload_pod_requested_gpus'), legend: words.asked, role: 'asked' },
        { expr: held, legend: words.held, role: 'held' },
        { expr: used, legend: words.used, role: 'used' },
      ],
    },
    { range: { min: 0 } },
  );

const memory = ({ workload, words }: Messages): PanelSpec =>
  lines(
    {
      id: 'gpu-memory',
      text: workload.panels.memory,
      unit: 'bytes',
      size: [6, 8],
      queries: [
        { expr: sum('gpu_workload_memory_used_bytes'), legend: words.memoryUsed, role: 'used' },
        { expr: sum('gpu_workload_memory_total_bytes'), legend: words.memoryTotal, role: 'held' },
      ],
    },
    { range: { min: 0 } },
  );

const power = ({ workload, words }: Messages): PanelSpec =>
  lines(
    {
      id: 'power',
      text: workload.panels.power,
      unit: 'watts',
      size: [6, 8],
      queries: [{ expr: sum('gpu_workload_power_watts'), legend: words.power, role: 'power' }],
    },
    { range: { min: 0 } },
  );

/** CPU or memory of the pods, which our rules record per app and user. */
const host = (
  { words }: Messages,
  id: string,
  text: PanelText,
  unit: Unit,
  records: readonly [used: 'cpuUsed' | 'memoryUsed', asked: 'cpuAsked' | 'memoryAsked'],
): PanelSpec =>
  lines(
    {
      id,
      text,
      unit,
      size: [8, 7],
      queries: [
        { expr: sum(RECORDED[records[0]]), legend: words.used, role: 'used' },
        { expr: sum(RECORDED[records[1]]), legend: words.asked, role: 'asked' },
      ],
    },
    { range: { min: 0 }, needs: records.map((name) => RECORDED[name]) },
  );

const restarts = ({ workload, words }: Messages): PanelSpec =>
  lines(
    {
      id: 'restarts',
      text: workload.panels.restarts,
      unit: 'count',
      size: [8, 7],
      queries: [{ expr: sum(RECORDED.restarts), legend: words.restarts, role: 'fault' }],
    },
    { range: { min: 0 }, needs: [RECORDED.restarts] },
  );

/** What was asked for, what is held and what is used; a graph leads to the lines around the moment clicked. */
export const amounts = (messages: Messages): readonly PanelSpec[] => {
  const { cpu, hostMemory } = messages.workload.panels;
  const graphs = [
    overTime(messages),
    memory(messages),
    power(messages),
    host(messages, 'cpu', cpu, 'cores', ['cpuUsed', 'cpuAsked']),
    host(messages, 'host-memory', hostMemory, 'bytes', ['memoryUsed', 'memoryAsked']),
    restarts(messages),
  ];
  return [now(messages), ...graphs.map((graph) => withLogs(messages, graph))];
};
