import type { MetricName } from '@gpuscope/aggregation';
import { RECORDED, type RecordedMetric } from '../promql/recorded.js';
import type { BoardId } from '../spec/link.js';
import type { Unit } from '../spec/unit.js';

/** What a row is named by, the word that its link sets included. */
export type RowLabel = 'cluster' | 'tenant' | 'app' | 'user' | 'node';

export type ListId = 'apps' | 'users' | 'nodes';

export type FigureId =
  'held' | 'used' | 'unused' | 'gpuMemory' | 'cpu' | 'memory' | 'total' | 'temperature';

/** A column of figures: one instant query, whose name is the column's. */
export interface FigureSpec {
  readonly id: FigureId;
  readonly unit: Unit;
  /** PromQL, by the labels of the row. */
  readonly expr: string;
}

export interface ListSpec {
  readonly id: ListId;
  /** The page that a row leads to. */
  readonly opens: Extract<BoardId, 'app' | 'user' | 'node'>;
  /** The label that names the row. */
  readonly of: RowLabel;
  /** All labels of a row. */
  readonly labels: readonly RowLabel[];
  readonly figures: readonly FigureSpec[];
  /** A series per row over the time range, for the sparkline. */
  readonly trend: string;
}

type Metric = MetricName | RecordedMetric;

const CLUSTER = 'cluster=~"$cluster"';
const TENANT = `${CLUSTER}, tenant=~"$tenant"`;

const sum = (labels: readonly RowLabel[], metric: Metric, matchers: string): string =>
  `sum by (${labels.join(', ')}) (${metric}{${matchers}})`;

/** Apps and users: what they hold, use, and leave unused. */
function workloads(id: 'apps' | 'users', of: 'app' | 'user'): ListSpec {
  const labels = ['cluster', 'tenant', of] as const;
  const named = `${TENANT}, ${of}!=""`;
  const held = sum(labels, 'gpu_workload_allocated_gpus', named);
  const used = sum(labels, 'gpu_workload_used_gpus', named);
  return {
    id,
    opens: of,
    of,
    labels,
    figures: [
      { id: 'held', unit: 'gpus', expr: held },
      { id: 'used', unit: 'gpus', expr: used },
      { id: 'unused', unit: 'gpus', expr: `clamp_min(${held} - ${used}, 0)` },
      {
        id: 'gpuMemory',
        unit: 'bytes',
        expr: sum(labels, 'gpu_workload_memory_used_bytes', named),
      },
      { id: 'cpu', unit: 'cores', expr: sum(labels, RECORDED.cpuUsed, named) },
      { id: 'memory', unit: 'bytes', expr: sum(labels, RECORDED.memoryUsed, named) },
    ],
    trend: used,
  };
}

const PLACE = ['cluster', 'node'] as const;

const nodes: ListSpec = {
  id: 'nodes',
  opens: 'node',
  of: 'node',
  labels: PLACE,
  figures: [
    { id: 'total', unit: 'gpus', expr: `count by (${PLACE.join(', ')}) (gpu_info{${CLUSTER}})` },
    { id: 'held', unit: 'gpus', expr: sum(PLACE, 'gpu_workload_allocated_gpus', CLUSTER) },
    { id: 'used', unit: 'gpus', expr: sum(PLACE, 'gpu_workload_used_gpus', CLUSTER) },
    { id: 'gpuMemory', unit: 'bytes', expr: sum(PLACE, 'gpu_memory_used_bytes', CLUSTER) },
    {
      id: 'temperature',
      unit: 'celsius',
      expr: `max by (${PLACE.join(', ')}) (gpu_temperature_celsius{${CLUSTER}})`,
    },
  ],
  trend: sum(PLACE, 'gpu_workload_used_gpus', CLUSTER),
};

/** The lists of the app. */
export const LISTS: Readonly<Record<ListId, ListSpec>> = {
  apps: workloads('apps', 'app'),
  users: workloads('users', 'user'),
  nodes,
};

/** Choices of the Overview narrow what its lists ask by themselves, too. */
const NARROWED = `${TENANT}, node=~"$node"`;

/** What the sparklines of a list on the Overview ask: a series per row over the time range. */
export const topTrend = ({ labels }: ListSpec): string =>
  sum(labels, 'gpu_workload_used_gpus', NARROWED);
