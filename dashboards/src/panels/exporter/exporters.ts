import type { Messages } from '../../messages/messages.js';
import { maxBy } from '../../promql/expr.js';
import { builds, ofJob, totalOf, upOf, withBuild, worst } from '../../promql/exporters.js';
import { SCALES } from '../../spec/level.js';
import { numbers, table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { labelColumn, nameColumns, valueColumn } from '../columns.js';
import { instanceColumn, upMappings } from './columns.js';

const now = ({ exporter, words }: Messages): PanelSpec =>
  numbers(
    'stat',
    {
      id: 'numbers',
      text: exporter.panels.numbers,
      unit: 'count',
      size: [24, 4],
      queries: [
        { expr: `count(${upOf})`, legend: words.exporters, role: 'total' },
        { expr: `sum(${upOf} == bool 0)`, legend: words.down, role: 'fault' },
        {
          expr: `sum(${worst('gpuscope_exporter_source_up', 'source')} == bool 0)`,
          legend: words.sourcesDown,
          role: 'fault',
        },
        {
          expr: `sum(${worst('gpuscope_exporter_holder_up', 'holder')} == bool 0)`,
          legend: words.holdersDown,
          role: 'fault',
        },
        {
          expr: `max(${worst('gpuscope_exporter_snapshot_age_seconds')})`,
          legend: words.oldest,
          unit: 'seconds',
        },
        {
          expr: `sum(${totalOf('gpuscope_exporter_workloads')})`,
          legend: words.holders,
          role: 'held',
        },
      ],
    },
    { thresholds: SCALES.plain },
  );

const all = (messages: Messages): PanelSpec => {
  const { exporter, words } = messages;
  const scraped = (metric: 'scrape_duration_seconds' | 'process_resident_memory_bytes'): string =>
    maxBy(['cluster', 'instance'], ofJob(metric));
  const queries = [
    { expr: upOf, unit: 'state' },
    { expr: worst('gpuscope_exporter_snapshot_age_seconds'), unit: 'seconds' },
    { expr: worst('gpuscope_exporter_cycle_duration_seconds'), unit: 'seconds' },
    { expr: scraped('scrape_duration_seconds'), unit: 'seconds' },
    { expr: totalOf('gpuscope_exporter_series') },
    { expr: totalOf('gpuscope_exporter_boards') },
    { expr: totalOf('gpuscope_exporter_workloads') },
    { expr: scraped('process_resident_memory_bytes'), unit: 'bytes' },
  ] as const;
  return table(
    {
      id: 'exporters',
      text: exporter.panels.exporters,
      unit: 'count',
      size: [24, 10],
      queries: queries.map((query) => ({ ...query, expr: withBuild(query.expr) })),
    },
    {
      columns: [
        instanceColumn(messages),
        labelColumn('role', words.role),
        labelColumn('version', words.version),
        ...nameColumns(messages, []),
        valueColumn('A', words.answers, 'state', {
          cell: 'filled',
          width: 90,
          mappings: upMappings(messages),
        }),
        valueColumn('B', words.age, 'seconds', { thresholds: SCALES.age }),
        valueColumn('C', words.cycle, 'seconds'),
        valueColumn('D', words.scrape, 'seconds'),
        valueColumn('E', words.series, 'count'),
        valueColumn('F', words.gpus, 'count'),
        valueColumn('G', words.holders, 'count'),
        valueColumn('H', words.hostMemory, 'bytes'),
      ],
      sort: { title: words.answers, descending: false },
    },
  );
};

/** Which programs are in use. */
export const versions = (messages: Messages): PanelSpec => {
  const { exporter, words } = messages;
  return table(
    {
      id: 'versions',
      text: exporter.panels.versions,
      unit: 'count',
      size: [8, 8],
      queries: [{ expr: builds }],
    },
    {
      columns: [
        labelColumn('version', words.version),
        labelColumn('role', words.role),
        ...nameColumns(messages, []),
        valueColumn('A', words.exporters, 'count', { width: 100 }),
      ],
      sort: { title: words.exporters, descending: true },
    },
  );
};

/** Whether all exporters are heard, and what they say of themselves. */
export const exporters = (messages: Messages): readonly PanelSpec[] => [
  now(messages),
  all(messages),
];
