import type { Messages } from '../../messages/messages.js';
import { maxBy } from '../../promql/expr.js';
import { NODE_HOST } from '../../promql/host.js';
import { ON_NODES, select } from '../../promql/select.js';
import { SCALES } from '../../spec/level.js';
import { lines } from '../../spec/panel.js';
import type { LinesPanel, PanelSpec, QuerySpec } from '../../spec/panelSpec.js';
import type { PanelText } from '../../spec/panelText.js';
import type { Role } from '../../spec/role.js';
import type { Unit } from '../../spec/unit.js';
import { WHY, withWhy } from '../labelWords.js';

type Metric = Parameters<typeof select>[0];
type Query = Omit<QuerySpec, 'refId'>;

const DEVICE = ['cluster', 'node', 'gpu', 'gpu_instance'];

const perDevice = (metric: Metric, name = '', role?: Role): Query => ({
  expr: maxBy(DEVICE, select(metric, ON_NODES)),
  legend: `${name}${name === '' ? '' : ' · '}{{gpu}} {{gpu_instance}}`,
  ...(role === undefined ? {} : { role }),
});

const heldDown = (messages: Messages): Query => ({
  expr: withWhy(
    messages,
    `sum by (cluster, node, gpu, reason) (rate(${select('gpu_throttle_seconds_total', ON_NODES)}[$__rate_interval]))`,
  ),
  legend: `{{gpu}} · {{${WHY}}}`,
});

const inWindow = (metric: Metric, name: string): Query => ({
  expr: `sum by (cluster, node, gpu) (increase(${select(metric, ON_NODES)}[$__rate_interval]))`,
  legend: `${name} · {{gpu}}`,
});

const graph = (
  id: string,
  text: PanelText,
  unit: Unit,
  queries: readonly Query[],
  more: Partial<Pick<LinesPanel, 'range' | 'thresholds' | 'bars'>> = {},
): PanelSpec => lines({ id, text, unit, queries, size: [8, 7] }, { range: { min: 0 }, ...more });

const SHARE = { range: { min: 0, max: 1 } } as const;

/** Utilisation, memory, heat, power and clocks over time. */
export function heat(messages: Messages): readonly PanelSpec[] {
  const {
    node: { panels },
    words,
  } = messages;
  const memory = `${maxBy(DEVICE, select('gpu_memory_used_bytes', ON_NODES))} / ${maxBy(DEVICE, select('gpu_memory_total_bytes', ON_NODES))}`;
  return [
    graph('utilization', panels.utilization, 'ratio', [perDevice('gpu_utilization_ratio')], SHARE),
    graph(
      'memory',
      panels.memory,
      'ratio',
      [{ expr: memory, legend: '{{gpu}} {{gpu_instance}}' }],
      {
        ...SHARE,
        thresholds: SCALES.full,
      },
    ),
    graph(
      'temperature',
      panels.temperature,
      'celsius',
      [
        perDevice('gpu_temperature_celsius'),
        perDevice('gpu_memory_temperature_celsius', words.memoryTemperature),
      ],
      { thresholds: SCALES.temperature },
    ),
    graph('power', panels.power, 'watts', [
      perDevice('gpu_power_watts'),
      perDevice('gpu_power_limit_watts', words.powerLimit, 'limit'),
    ]),
    graph('clocks', panels.clocks, 'hertz', [
      perDevice('gpu_sm_clock_hertz', words.smClock),
      perDevice('gpu_memory_clock_hertz', words.memoryClock),
    ]),
    graph('throttle', panels.throttle, 'ratio', [heldDown(messages)], SHARE),
  ];
}

/** Errors and links over time. */
export function links({ node: { panels }, words }: Messages): readonly PanelSpec[] {
  return [
    graph('ecc', panels.ecc, 'count', [
      inWindow('gpu_ecc_errors_total', words.uncorrectable),
      inWindow('gpu_row_remap_rows_total', words.remapPending),
    ]),
    graph('link-errors', panels.linkErrors, 'count', [
      inWindow('gpu_nvlink_errors_total', 'NVLink'),
      inWindow('gpu_pcie_replays_total', 'PCIe'),
    ]),
    graph('pcie', panels.pcie, 'bytesPerSecond', [
      perDevice('gpu_pcie_transmit_bytes_per_second', words.sent),
      perDevice('gpu_pcie_receive_bytes_per_second', words.received),
    ]),
    graph('nvlink', panels.nvlink, 'bytesPerSecond', [
      perDevice('gpu_nvlink_transmit_bytes_per_second', words.sent),
      perDevice('gpu_nvlink_receive_bytes_per_second', words.received),
    ]),
  ];
}

/** The machine beside its GPUs, as node-exporter sees it. */
export function host({ node: { panels }, words }: Messages): readonly PanelSpec[] {
  const { cpuUsed, memoryUsed, diskUsed, diskBusy, received, sent } = NODE_HOST;
  return [
    graph(
      'cpu-and-memory',
      panels.cpuAndMemory,
      'ratio',
      [
        { expr: cpuUsed, legend: words.cpu },
        { expr: memoryUsed, legend: words.hostMemory, role: 'memory' },
      ],
      SHARE,
    ),
    graph(
      'disk',
      panels.disk,
      'ratio',
      [
        { expr: diskUsed, legend: words.disk },
        { expr: diskBusy, legend: words.diskBusy },
      ],
      SHARE,
    ),
    graph('network', panels.network, 'bytesPerSecond', [
      { expr: received, legend: words.received },
      { expr: sent, legend: words.sent },
    ]),
  ];
}
