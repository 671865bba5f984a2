import type { Messages } from '../../messages/messages.js';
import { maxBy, sumBy } from '../../promql/expr.js';
import { gpuBoards } from '../../promql/fleet.js';
import { ON_NODES, select } from '../../promql/select.js';
import { SCALES } from '../../spec/level.js';
import { lines, table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import type { PanelText } from '../../spec/panelText.js';
import { labelColumn, nameColumns, valueColumn } from '../columns.js';

const BOARD = ['cluster', 'node', 'gpu', 'model'];

type Metric = Parameters<typeof select>[0];

const traffic = (id: string, text: PanelText, words: Messages['words'], via: 'pcie' | 'nvlink') => {
  const all = (metric: Metric): string => sumBy([], maxBy(BOARD, select(metric, ON_NODES)));
  return lines(
    {
      id,
      text,
      unit: 'bytesPerSecond',
      size: [12, 7],
      queries: [
        { expr: all(`gpu_${via}_transmit_bytes_per_second`), legend: words.sent },
        { expr: all(`gpu_${via}_receive_bytes_per_second`), legend: words.received },
      ],
    },
    { range: { min: 0 } },
  );
};

const linkErrors = (messages: Messages): PanelSpec => {
  const { health, words } = messages;
  const lately = (metric: Metric): string =>
    `${sumBy(BOARD, `increase(${select(metric, ON_NODES)}[1d])`)} > 0`;
  return table(
    {
      id: 'link-errors',
      text: health.panels.linkErrors,
      unit: 'count',
      size: [12, 8],
      queries: [
        { expr: lately('gpu_nvlink_errors_total') },
        { expr: lately('gpu_pcie_replays_total') },
      ],
    },
    {
      columns: [
        ...nameColumns(messages, ['node']),
        labelColumn('gpu', words.gpu),
        labelColumn('model', words.model),
        valueColumn('A', words.nvlinkErrors, 'count', { thresholds: SCALES.fault }),
        valueColumn('B', words.pcieReplays, 'count'),
      ],
      sort: { title: words.nvlinkErrors, descending: true },
    },
  );
};

const versions = (messages: Messages): PanelSpec => {
  const { health, words } = messages;
  return table(
    {
      id: 'versions',
      text: health.panels.versions,
      unit: 'count',
      size: [12, 8],
      queries: [{ expr: `count by (cluster, model, driver_version) (${gpuBoards})` }],
    },
    {
      columns: [
        labelColumn('model', words.model),
        labelColumn('driver_version', words.driver),
        ...nameColumns(messages, []),
        valueColumn('A', words.gpus, 'count', { width: 90 }),
      ],
      sort: { title: words.gpus, descending: true },
    },
  );
};

/** NVLink and PCIe over the fleet, and what the boards run. */
export const fleetLinks = (messages: Messages): readonly PanelSpec[] => {
  const { health, words } = messages;
  return [
    linkErrors(messages),
    versions(messages),
    traffic('nvlink', health.panels.nvlink, words, 'nvlink'),
    traffic('pcie', health.panels.pcie, words, 'pcie'),
  ];
};
