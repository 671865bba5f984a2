import type { Messages } from '../../messages/messages.js';
import { money, type Bill } from '../../promql/money.js';
import { RECORDED } from '../../promql/recorded.js';
import { OF_APPS } from '../../promql/select.js';
import { SCALES } from '../../spec/level.js';
import { numbers } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import type { Prices } from '../../spec/prices.js';
import { moneyUnit } from '../../spec/unit.js';

/** What the GPU-hours of a week and a month cost, and what part of it was for nothing. */
export function inMoney({ workload, words }: Messages, prices: Prices): PanelSpec {
  const of = (record: Bill['record'], range: string): string =>
    money(prices, { record, range, scope: OF_APPS });
  return numbers(
    'stat',
    {
      id: 'money',
      text: workload.panels.money,
      unit: moneyUnit(prices.currency),
      size: [24, 4],
      queries: [
        { expr: of('allocatedSeconds', '7d'), legend: words.moneyWeek },
        { expr: of('allocatedSeconds', '30d'), legend: words.moneyMonth },
        {
          expr: `${of('allocatedSeconds', '30d')} - ${of('activeSeconds', '30d')}`,
          legend: words.moneyIdle,
        },
      ],
    },
    { needs: [RECORDED.allocatedSeconds, RECORDED.activeSeconds], thresholds: SCALES.plain },
  );
}
