import type { Messages } from '../../messages/messages.js';
import { DEMAND, FORECAST, FORECAST_CODES } from '../../promql/forecast.js';
import { RECORDED } from '../../promql/recorded.js';
import { SCALES } from '../../spec/level.js';
import { lines, table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { labelColumn, nameColumns, valueColumn } from '../columns.js';

/** When each pool of nodes will be full, in words where it never will. */
const pools = (messages: Messages): PanelSpec => {
  const { waste, words, states } = messages;
  return table(
    {
      id: 'pools',
      text: waste.panels.pools,
      unit: 'gpus',
      size: [12, 9],
      queries: [
        { expr: FORECAST.total },
        { expr: FORECAST.mean },
        { expr: FORECAST.perWeek },
        { expr: FORECAST.fullIn, unit: 'seconds' },
      ],
    },
    {
      columns: [
        labelColumn('pool', words.pool),
        ...nameColumns(messages, []),
        valueColumn('A', words.gpus, 'gpus', { width: 100 }),
        valueColumn('B', words.heldToday, 'gpus', { width: 130 }),
        valueColumn('C', words.perWeek, 'gpus', { width: 130 }),
        valueColumn('D', words.fullIn, 'lasting', {
          cell: 'filled',
          thresholds: SCALES.timeLeft,
          mappings: [
            { value: String(FORECAST_CODES.fullNow), text: states.fullNow, level: 'bad' },
            { value: String(FORECAST_CODES.notInSight), text: states.notInSight, level: 'good' },
            {
              value: String(FORECAST_CODES.tooLittleHistory),
              text: states.tooLittleHistory,
              level: 'plain',
            },
          ],
        }),
      ],
      sort: { title: words.heldToday, descending: true },
    },
  );
};

const demand = ({ waste, words }: Messages): PanelSpec =>
  lines(
    {
      id: 'demand',
      text: waste.panels.demand,
      unit: 'gpus',
      size: [12, 9],
      queries: [
        { expr: DEMAND.total, legend: words.total, role: 'total' },
        { expr: DEMAND.held, legend: words.held, role: 'held' },
        { expr: DEMAND.withWaiting, legend: words.heldAndWaiting, role: 'asked' },
        { expr: DEMAND.inFourWeeks, legend: words.inFourWeeks, role: 'wasted' },
      ],
    },
    {
      range: { min: 0 },
      needs: [RECORDED.clusterHeld, RECORDED.clusterGpus],
    },
  );

/** Will there be enough? */
export const forecast = (messages: Messages): readonly PanelSpec[] => [
  pools(messages),
  demand(messages),
];
