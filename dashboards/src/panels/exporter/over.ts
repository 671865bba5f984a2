import type { Messages } from '../../messages/messages.js';
import { grewInHour, ofJob, worst } from '../../promql/exporters.js';
import { SCALES } from '../../spec/level.js';
import { lines } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import type { PanelText } from '../../spec/panelText.js';
import type { Unit } from '../../spec/unit.js';

/** A line per exporter; of many, the twenty highest at each moment. */
const perExporter = (
  id: string,
  text: PanelText,
  unit: Unit,
  expr: string,
  more: Partial<Parameters<typeof lines>[1]> = {},
): PanelSpec =>
  lines(
    {
      id,
      text,
      unit,
      size: [8, 8],
      queries: [{ expr: `topk(20, ${expr})`, legend: '{{instance}}' }],
    },
    { range: { min: 0 }, ...more },
  );

/** How fresh, how slow and how faulty exporters were. */
export const overTime = ({ exporter: { panels } }: Messages): readonly PanelSpec[] => [
  perExporter('age', panels.age, 'seconds', worst('gpuscope_exporter_snapshot_age_seconds'), {
    thresholds: SCALES.age,
  }),
  perExporter('cycle', panels.cycle, 'seconds', worst('gpuscope_exporter_cycle_duration_seconds')),
  perExporter(
    'scrape',
    panels.scrape,
    'seconds',
    `max by (cluster, instance) (${ofJob('scrape_duration_seconds')})`,
  ),
  perExporter('series', panels.series, 'count', worst('gpuscope_exporter_series')),
  perExporter(
    'failures',
    panels.failures,
    'count',
    grewInHour('gpuscope_exporter_cycle_failures_total'),
    { thresholds: SCALES.fault },
  ),
];
