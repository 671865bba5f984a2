import type { Messages } from '../../messages/messages.js';
import { maxBy } from '../../promql/expr.js';
import { ON_NODES, select } from '../../promql/select.js';
import { SCALES } from '../../spec/level.js';
import { lines, table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { labelColumn, nameColumns, valueColumn } from '../columns.js';
import { WHY, withWhy } from '../labelWords.js';

const BOARD = ['cluster', 'node', 'gpu', 'model'];

const slowed = select('gpu_throttle_seconds_total', ON_NODES);
const chip = select('gpu_temperature_celsius', ON_NODES);

const reasons = (messages: Messages): PanelSpec =>
  lines(
    {
      id: 'throttled',
      text: messages.health.panels.throttled,
      unit: 'count',
      size: [12, 8],
      queries: [
        {
          expr: withWhy(
            messages,
            `sum by (reason) (max by (cluster, node, gpu, reason) (rate(${slowed}[$__rate_interval])) > bool 0.1)`,
          ),
          legend: `{{${WHY}}}`,
        },
      ],
    },
    { range: { min: 0 } },
  );

const temperatures = ({ health, words }: Messages): PanelSpec =>
  lines(
    {
      id: 'temperatures',
      text: health.panels.temperatures,
      unit: 'celsius',
      size: [12, 8],
      queries: [
        { expr: `max(${chip})`, legend: words.hottest, role: 'heat' },
        { expr: `quantile(0.5, ${chip})`, legend: words.median },
        {
          expr: `max(${select('gpu_memory_temperature_celsius', ON_NODES)})`,
          legend: words.hottestMemory,
          role: 'memory',
        },
      ],
    },
    { thresholds: SCALES.temperature },
  );

const slowest = (messages: Messages): PanelSpec => {
  const { health, words } = messages;
  const held = (reason: string): string =>
    `max by (${BOARD.join(', ')}) (rate(${select('gpu_throttle_seconds_total', ON_NODES, `reason="${reason}"`)}[1h])) > 0.01`;
  return table(
    {
      id: 'slowest',
      text: health.panels.slowest,
      unit: 'ratio',
      size: [12, 9],
      queries: [{ expr: held('power') }, { expr: held('thermal') }],
    },
    {
      columns: [
        ...nameColumns(messages, ['node']),
        labelColumn('gpu', words.gpu),
        labelColumn('model', words.model),
        valueColumn('A', words.powerCapped, 'ratio', { thresholds: SCALES.throttled }),
        valueColumn('B', words.heatCapped, 'ratio', { thresholds: SCALES.throttled }),
      ],
      sort: { title: words.powerCapped, descending: true },
    },
  );
};

const hottest = (messages: Messages): PanelSpec => {
  const { health, words } = messages;
  const top = `topk(20, ${maxBy(BOARD, chip)})`;
  return table(
    {
      id: 'hottest',
      text: health.panels.hottest,
      unit: 'celsius',
      size: [12, 9],
      queries: [
        { expr: top },
        {
          expr: `${maxBy(BOARD, select('gpu_memory_temperature_celsius', ON_NODES))} and (${top})`,
        },
        {
          expr: `${maxBy(BOARD, select('gpu_power_watts', ON_NODES))} and (${top})`,
          unit: 'watts',
        },
      ],
    },
    {
      columns: [
        ...nameColumns(messages, ['node']),
        labelColumn('gpu', words.gpu),
        labelColumn('model', words.model),
        valueColumn('A', words.temperature, 'celsius', { thresholds: SCALES.temperature }),
        valueColumn('B', words.memoryTemperature, 'celsius', { thresholds: SCALES.temperature }),
        valueColumn('C', words.power, 'watts'),
      ],
      sort: { title: words.temperature, descending: true },
    },
  );
};

/** What slows the fleet, and how hot it is. */
export const heat = (messages: Messages): readonly PanelSpec[] => [
  reasons(messages),
  temperatures(messages),
  slowest(messages),
  hottest(messages),
];
