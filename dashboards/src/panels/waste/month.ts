import type { Messages } from '../../messages/messages.js';
import { sumBy } from '../../promql/expr.js';
import { hasPrices, money } from '../../promql/money.js';
import { RECORDED } from '../../promql/recorded.js';
import { OF_TENANTS, select } from '../../promql/select.js';
import { SCALES } from '../../spec/level.js';
import { numbers, table } from '../../spec/panel.js';
import type { ColumnSpec, PanelSpec } from '../../spec/panelSpec.js';
import type { Prices } from '../../spec/prices.js';
import { moneyUnit } from '../../spec/unit.js';
import { labelColumn, nameColumns, valueColumn } from '../columns.js';

const HOUR = 3600;
const JOULES_PER_KWH = 3_600_000;

type Charged = 'allocatedSeconds' | 'activeSeconds' | 'energyJoules';

/** What accounts were charged over the time range of the board. */
const charged = (record: Charged, labels: readonly string[]): string =>
  sumBy(labels, `sum_over_time(${select(RECORDED[record], OF_TENANTS)}[$__range])`);

const NEEDS = [RECORDED.allocatedSeconds, RECORDED.activeSeconds, RECORDED.energyJoules];

/** What was held costs, and what of it lay idle; nothing where there is no price. */
function costs(prices: Prices | undefined, by: readonly string[]): readonly string[] {
  if (!hasPrices(prices)) return [];
  const of = (record: 'allocatedSeconds' | 'activeSeconds'): string =>
    money(prices, { record, scope: OF_TENANTS, range: '$__range', by });
  return [of('allocatedSeconds'), `${of('allocatedSeconds')} - ${of('activeSeconds')}`];
}

function costColumns({ words }: Messages, prices: Prices | undefined): readonly ColumnSpec[] {
  if (!hasPrices(prices)) return [];
  const unit = moneyUnit(prices.currency);
  return [
    valueColumn('E', words.cost, unit, { width: 100 }),
    valueColumn('F', words.costIdle, unit, { width: 100 }),
  ];
}

/** A line of a bill: who, on which model, how long, how much of it idle. */
const bill = (messages: Messages, prices?: Prices): PanelSpec => {
  const { waste, words } = messages;
  const labels = ['cluster', 'tenant', 'namespace', 'app', 'user', 'model', 'mig_profile'];
  const held = charged('allocatedSeconds', labels);
  const used = charged('activeSeconds', labels);
  return table(
    {
      id: 'month',
      text: waste.panels.month,
      unit: 'gpuHours',
      size: [24, 12],
      queries: [
        { expr: `${held} / ${String(HOUR)}` },
        { expr: `${used} / ${String(HOUR)}` },
        { expr: `1 - ${used} / (${held} > 0)`, unit: 'ratio' },
        {
          expr: `${charged('energyJoules', labels)} / ${String(JOULES_PER_KWH)}`,
          unit: 'kilowattHours',
        },
        ...costs(prices, labels).map((expr) => ({ expr })),
      ],
    },
    {
      columns: [
        ...nameColumns(messages, ['tenant', 'app', 'user']),
        labelColumn('namespace', words.namespace),
        labelColumn('model', words.model),
        labelColumn('mig_profile', words.profile),
        valueColumn('A', words.hoursHeld, 'gpuHours', { width: 130 }),
        valueColumn('B', words.hoursUsed, 'gpuHours', { width: 130 }),
        valueColumn('C', words.idlePart, 'ratio', { width: 100, thresholds: SCALES.waste }),
        valueColumn('D', words.energyTaken, 'kilowattHours', { width: 110 }),
        ...costColumns(messages, prices),
      ],
      sort: { title: words.hoursHeld, descending: true },
      needs: NEEDS,
    },
  );
};

const byTenant = ({ waste }: Messages): PanelSpec =>
  numbers(
    'bargauge',
    {
      id: 'hours-by-tenant',
      text: waste.panels.byTenant,
      unit: 'gpuHours',
      size: [12, 8],
      queries: [
        {
          expr: `topk(15, ${charged('allocatedSeconds', ['tenant'])} / ${String(HOUR)})`,
          legend: '{{tenant}}',
          role: 'held',
        },
      ],
    },
    { thresholds: SCALES.plain, needs: [RECORDED.allocatedSeconds] },
  );

const idleByTenant = ({ waste }: Messages): PanelSpec =>
  numbers(
    'bargauge',
    {
      id: 'idle-hours-by-tenant',
      text: waste.panels.idleByTenant,
      unit: 'gpuHours',
      size: [12, 8],
      queries: [
        {
          expr: `topk(15, (${charged('allocatedSeconds', ['tenant'])} - ${charged('activeSeconds', ['tenant'])}) / ${String(HOUR)})`,
          legend: '{{tenant}}',
          role: 'wasted',
        },
      ],
    },
    {
      thresholds: SCALES.plain,
      needs: [RECORDED.allocatedSeconds, RECORDED.activeSeconds],
    },
  );

/** GPU-hours of the chosen time, for a bill. */
export const month = (messages: Messages, prices?: Prices): readonly PanelSpec[] => [
  byTenant(messages),
  idleByTenant(messages),
  bill(messages, prices),
];
