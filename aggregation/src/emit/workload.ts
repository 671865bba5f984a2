import { boardId, type Figures } from '../attribution/figures.js';
import type { Workload } from '../attribution/workload.js';
import type { DeviceMetric, MetricName } from '../series/catalog.js';
import type { LabelSet, Series } from '../series/series.js';

/** What a cycle knows of a workload beside its parts. Times in seconds since the epoch. */
export interface WorkloadFacts {
  readonly labels: LabelSet;
  readonly watts?: number;
  readonly startSeconds?: number;
  readonly lastActiveSeconds?: number;
  /** Throttled seconds since the workload held the GPU alone, by reason. */
  readonly throttled: ReadonlyMap<string, number>;
  /** When each XID last appeared since then. */
  readonly xids: ReadonlyMap<string, number>;
}

/** Device figures that the only holder of a device may know; they are outside the law of sums. */
const ALONE: readonly (readonly [MetricName, DeviceMetric, 'leaf' | 'board'])[] = [
  ['gpu_workload_engine_active_ratio', 'gpu_engine_active_ratio', 'leaf'],
  ['gpu_workload_sm_active_ratio', 'gpu_sm_active_ratio', 'leaf'],
  ['gpu_workload_tensor_active_ratio', 'gpu_tensor_active_ratio', 'leaf'],
  ['gpu_workload_dram_active_ratio', 'gpu_dram_active_ratio', 'leaf'],
  ['gpu_workload_device_temperature_celsius', 'gpu_temperature_celsius', 'board'],
];

export function workloadSeries(
  workload: Workload,
  facts: WorkloadFacts,
  figures: Figures,
): Series[] {
  const { leaf, allocated, utilization } = workload;
  const total = figures.value('gpu_memory_total_bytes', leaf);
  const values: readonly (readonly [MetricName, number | undefined])[] = [
    ['gpu_workload_allocated_ratio', allocated],
    ['gpu_workload_allocated_gpus', allocated * leaf.slice],
    ['gpu_workload_utilization_ratio', utilization],
    ['gpu_workload_used_gpus', utilization === undefined ? undefined : utilization * leaf.slice],
    ['gpu_workload_memory_used_bytes', workload.memoryBytes],
    ['gpu_workload_memory_total_bytes', total === undefined ? undefined : total * allocated],
    ['gpu_workload_power_watts', facts.watts],
    ['gpu_workload_start_time_seconds', facts.startSeconds],
    ['gpu_workload_last_active_timestamp_seconds', facts.lastActiveSeconds],
  ];
  return [
    ...values.flatMap(([metric, value]) => one(metric, facts.labels, value)),
    { metric: 'gpu_workload_info', labels: infoLabels(workload, facts), value: 1 },
    ...(workload.alone ? aloneSeries(workload, facts, figures) : []),
  ];
}

function infoLabels(workload: Workload, facts: WorkloadFacts): LabelSet {
  return {
    ...facts.labels,
    utilization_method: workload.utilizationMethod ?? '',
    memory_method: workload.memoryMethod ?? '',
    power_method: facts.watts === undefined ? '' : workload.powerMethod,
  };
}

function aloneSeries({ leaf }: Workload, facts: WorkloadFacts, figures: Figures): Series[] {
  const { labels } = facts;
  return [
    ...ALONE.flatMap(([metric, source, level]) =>
      one(metric, labels, figures.value(source, level === 'leaf' ? leaf : boardId(leaf.uuid))),
    ),
    ...[...facts.throttled].flatMap(([reason, seconds]) =>
      one('gpu_workload_throttle_seconds_total', { ...labels, reason }, seconds),
    ),
    ...[...facts.xids].flatMap(([xid, seconds]) =>
      one('gpu_workload_xid_last_timestamp_seconds', { ...labels, xid }, seconds),
    ),
  ];
}

const one = (metric: MetricName, labels: LabelSet, value: number | undefined): Series[] =>
  value === undefined ? [] : [{ metric, labels, value }];
