import type { Messages } from '../../messages/messages.js';
import { sumBy } from '../../promql/expr.js';
import { hasPrices } from '../../promql/money.js';
import { RECORDED } from '../../promql/recorded.js';
import { OF_APPS, select } from '../../promql/select.js';
import { SCALES } from '../../spec/level.js';
import { numbers } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import type { Prices } from '../../spec/prices.js';
import { inMoney } from './money.js';

const HOUR = 3600;

/** GPU-hours of recorded five-minute increases over a time. */
const hours = (
  record: 'allocatedSeconds' | 'activeSeconds',
  range: string,
  by: readonly string[] = [],
): string =>
  `${sumBy(by, `sum_over_time(${select(RECORDED[record], OF_APPS)}[${range}])`)} / ${String(HOUR)}`;

const totals = ({ workload, words }: Messages): PanelSpec =>
  numbers(
    'stat',
    {
      id: 'gpu-hours',
      text: workload.panels.hours,
      unit: 'gpuHours',
      size: [12, 7],
      queries: [
        { expr: hours('allocatedSeconds', '7d'), legend: words.week, role: 'held' },
        { expr: hours('allocatedSeconds', '30d'), legend: words.month, role: 'held' },
        {
          expr: `1 - (${hours('activeSeconds', '30d')}) / (${hours('allocatedSeconds', '30d')})`,
          legend: words.idleShare,
          role: 'wasted',
          unit: 'ratio',
        },
      ],
    },
    { needs: [RECORDED.allocatedSeconds, RECORDED.activeSeconds], thresholds: SCALES.plain },
  );

const largest = (messages: Messages, by: 'app' | 'user'): PanelSpec =>
  numbers(
    'bargauge',
    {
      id: `gpu-hours-by-${by}`,
      text: messages.workload.panels[by === 'app' ? 'byApp' : 'byUser'],
      unit: 'gpuHours',
      size: [12, 7],
      queries: [
        {
          expr: `topk(10, ${hours('allocatedSeconds', '7d', [by])})`,
          legend: `{{${by}}}`,
          role: 'held',
        },
      ],
    },
    { needs: [RECORDED.allocatedSeconds], thresholds: SCALES.plain },
  );

/** GPU-hours of a week and a month, whose they are, and what they cost where there is a price. */
export const cost = (
  messages: Messages,
  by: 'app' | 'user',
  prices?: Prices,
): readonly PanelSpec[] => [
  totals(messages),
  largest(messages, by),
  ...(hasPrices(prices) ? [inMoney(messages, prices)] : []),
];
