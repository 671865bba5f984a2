/** Units as Prometheus spells them; `ratio` is 0–1, `count` and `info` have no unit. */
export type Unit =
  | 'ratio'
  | 'bytes'
  | 'bytes_per_second'
  | 'watts'
  | 'joules'
  | 'seconds'
  | 'hertz'
  | 'celsius'
  | 'count'
  | 'info';

/**
 * What one series of a row stands for. A board is a physical GPU; a leaf is what a workload can be given: a MIG
 * instance, or the whole GPU where there are none.
 */
export type Level = 'node' | 'board' | 'leaf' | 'workload' | 'account' | 'pod';

/** Whose dashboards may show a row. Rows of tenants carry `tenant` and `namespace`; an operator's carry neither. */
export type Audience = 'operator' | 'tenant' | 'everyone';

/** One metric: the only place that states its name, type, unit, level, help, labels and source fields. */
export interface MetricRow {
  readonly name: string;
  readonly type: 'gauge' | 'counter';
  readonly unit: Unit;
  readonly level: Level;
  readonly audience: Audience;
  readonly help: string;
  /** Labels beyond those of the level. */
  readonly labels?: readonly string[];
  /** The OpenTelemetry semantic-convention name of the same figure, or null. */
  readonly otel: string | null;
  /** DCGM fields it is read from (old spelling, without `DCGM_FI_`), best first; none for derived rows. */
  readonly dcgm: readonly string[];
  /** Calls of NVML it is read by, best first; none for derived rows. */
  readonly nvml: readonly string[];
}

const DEVICE = ['node', 'gpu', 'uuid', 'model'] as const;
const INSTANCE = ['gpu_instance', 'mig_profile'] as const;
const NAMES = ['tenant', 'app', 'user'] as const;

const LEVEL_LABELS: Readonly<Record<Level, readonly string[]>> = {
  node: ['node'],
  board: DEVICE,
  leaf: [...DEVICE, ...INSTANCE],
  workload: [
    ...DEVICE,
    ...INSTANCE,
    ...NAMES,
    'namespace',
    'pod',
    'container',
    'hpc_job',
    'systemd_unit',
  ],
  account: ['node', 'model', 'mig_profile', 'tenant', 'namespace', 'app', 'user'],
  pod: ['namespace', 'pod', ...NAMES],
};

/** Every label a series of this row can carry, in the order in which we print them. */
export function labelsOf(row: MetricRow): readonly string[] {
  return [...LEVEL_LABELS[row.level], ...(row.labels ?? [])];
}
