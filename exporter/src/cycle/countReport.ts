import type { CycleReport } from '@gpuscope/aggregation';
import type { SelfMetrics } from '../selfMetrics.js';

/** Adds up values by key, where a key stands for a set of labels. */
function tally<Item>(
  items: Iterable<Item>,
  labelsOf: (item: Item) => Readonly<Record<string, string>>,
  valueOf: (item: Item) => number = () => 1,
): { labels: Readonly<Record<string, string>>; value: number }[] {
  const sums = new Map<string, { labels: Readonly<Record<string, string>>; value: number }>();
  for (const item of items) {
    const labels = labelsOf(item);
    const key = JSON.stringify(labels);
    sums.set(key, { labels, value: (sums.get(key)?.value ?? 0) + valueOf(item) });
  }
  return [...sums.values()];
}

/** Counts by key, where a key stands for a set of labels. */
const counts = (
  map: ReadonlyMap<string, number>,
  labelsOf: (key: string) => Readonly<Record<string, string>>,
): ReturnType<typeof tally> =>
  tally(
    map,
    ([key]) => labelsOf(key),
    ([, count]) => count,
  );

/** What of a source's samples was refused or mended. */
export type SampleCounts = Pick<CycleReport, 'drops' | 'clamped' | 'foreignHosts'>;

/** Counts what was refused of samples that were just read. */
export function countSamples(report: SampleCounts, metrics: SelfMetrics): void {
  for (const { field, reason, count } of report.drops) {
    metrics.add('gpuscope_exporter_dropped_samples_total', count, { field, reason });
  }
  metrics.add('gpuscope_exporter_clamped_total', report.clamped);
  metrics.add('gpuscope_exporter_foreign_hosts_total', report.foreignHosts.length);
}

/**
 * Puts what a cycle reports into the exporter's own metrics. Samples are counted only when they are fresh: what is served
 * a second time while the source is away was counted the first time.
 */
export function countReport(report: CycleReport, fresh: boolean, metrics: SelfMetrics): void {
  metrics.add('gpuscope_exporter_unmeasured_seconds_total', report.unmeasuredSeconds);
  if (fresh) {
    countSamples(report, metrics);
    metrics.add('gpuscope_exporter_distrusted_total', report.distrusted);
  }
  metrics.set('gpuscope_exporter_boards', report.boards);
  metrics.set('gpuscope_exporter_workloads', report.workloads);
  metrics.set('gpuscope_exporter_source_frozen', report.frozen && fresh ? 1 : 0);
  metrics.set('gpuscope_exporter_unknown_pods', report.unknownPods);
  metrics.set('gpuscope_exporter_unreadable_device_ids', report.unreadableIds.length);
  metrics.replace(
    'gpuscope_exporter_unplaced_claims',
    tally(report.unplaced, ({ source, resource }) => ({ holder: source, resource })),
  );
  metrics.replace(
    'gpuscope_exporter_unknown_resources',
    counts(report.unknownResources, (resource) => ({ resource })),
  );
  metrics.replace(
    'gpuscope_exporter_unplaced_processes',
    counts(report.unplacedProcesses, (reason) => ({ reason })),
  );
  metrics.set('gpuscope_exporter_lost_devices', report.lost.length);
  metrics.replace(
    'gpuscope_exporter_unnamed_workloads',
    Object.entries(report.unnamed).map(([name, value]) => ({ labels: { name }, value })),
  );
  metrics.replace(
    'gpuscope_exporter_missing_metric',
    tally(report.missingMetrics, (metric) => ({ metric })),
  );
}
