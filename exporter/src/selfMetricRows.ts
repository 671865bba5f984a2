/** One metric that the exporter serves about itself. */
export interface SelfMetricRow {
  readonly name: string;
  readonly type: 'gauge' | 'counter';
  readonly help: string;
  readonly labels?: readonly string[];
}

const P = 'gpuscope_exporter_';

const gauge = <Name extends string>(name: Name, help: string, labels: readonly string[] = []) => ({
  name: `${P}${name}` as const,
  type: 'gauge' as const,
  help,
  labels,
});

const counter = <Name extends string>(
  name: Name,
  help: string,
  labels: readonly string[] = [],
) => ({
  name: `${P}${name}` as const,
  type: 'counter' as const,
  help,
  labels,
});

/** THE table of the exporter's metrics about itself; docs/exporter-metrics.md lists it. */
export const SELF_METRICS = [
  gauge('build_info', 'Which program this is; always 1.', ['version', 'role']),
  gauge('source_up', 'Whether the source answered when last asked: 1 or 0.', ['source']),
  gauge('source_duration_seconds', 'How long the source took when last asked.', ['source']),
  gauge(
    'source_last_success_timestamp_seconds',
    'When the source last answered; 0 before its first answer. Older figures than exporter.dropAfter are not served.',
    ['source'],
  ),
  gauge(
    'source_frozen',
    'Whether every energy counter stands still under power: the source repeats itself: 1 or 0.',
  ),
  gauge('holder_up', 'Whether the holder source answered when last asked: 1 or 0.', ['holder']),
  gauge('holder_duration_seconds', 'How long the holder source took when last asked.', ['holder']),
  gauge(
    'holder_last_success_timestamp_seconds',
    'When the holder source last answered; 0 before its first answer. Its last answer serves for 60 s.',
    ['holder'],
  ),
  counter('cycles_total', 'Cycles that ended well.'),
  counter('cycle_failures_total', 'Cycles that failed within the exporter; a defect of ours.'),
  gauge('cycle_duration_seconds', 'How long the last cycle took, waiting for sources included.'),
  gauge(
    'snapshot_age_seconds',
    'Age of the series on this page: time since the cycle that made them.',
  ),
  gauge('snapshot_timestamp_seconds', 'When the series on this page were made.'),
  gauge('series', 'Series of the last cycle, without the exporter’s own.'),
  gauge('boards', 'GPUs in the last cycle.'),
  gauge('workloads', 'Holders of devices in the last cycle, one per container and device.'),
  counter('dropped_samples_total', 'Samples of the source that did not become a figure.', [
    'field',
    'reason',
  ]),
  counter('clamped_total', 'Ratios over 1 that were served as 1.'),
  counter(
    'distrusted_total',
    'Per-holder figures that were all 0 under a busy device and not used.',
  ),
  counter('exposition_problems_total', 'Lines of a source that could not be read.', ['code']),
  counter(
    'foreign_hosts_total',
    'Host names in a source’s samples that are not this node; counted each cycle.',
  ),
  gauge('unplaced_claims', 'Devices that a holder source names and no source of figures reports.', [
    'holder',
    'resource',
  ]),
  gauge(
    'unplaced_processes',
    'Processes on GPUs of which the holder processes cannot tell whose they are; their use is unattributed as unknown.',
    ['reason'],
  ),
  gauge(
    'lost_devices',
    'GPUs that the driver counts and that do not answer, such as those that fell off the bus.',
  ),
  counter(
    'nvml_agent_restarts_total',
    'How often the process that asks NVML had to be started anew: the driver was reloaded, or hung.',
  ),
  gauge('nvml_agent_resident_memory_bytes', 'Memory of the process that asks NVML.'),
  counter('nvml_agent_cpu_seconds_total', 'CPU time of the process that asks NVML.'),
  counter(
    'nvml_call_failures_total',
    'Looks at a GPU in which a call of NVML failed for another reason than that the chip lacks it.',
    ['call', 'code'],
  ),
  gauge('unknown_resources', 'Devices of resource names that are not understood.', ['resource']),
  gauge(
    'unreadable_device_ids',
    'Device ids of known resources, and files of Slurm’s prologs, that are not understood or not trusted.',
  ),
  gauge('unnamed_workloads', 'Holders for which no identity rule found the name.', ['name']),
  gauge('unknown_pods', 'Pods that hold a device and are not in the pod directory.'),
  gauge(
    'label_values_altered',
    'Tenants, apps and users that were shortened or cleaned to be legal.',
  ),
  counter(
    'unmeasured_seconds_total',
    'Time that was charged to nobody because too much lay between two cycles.',
  ),
  gauge(
    'missing_metric',
    'A metric of the catalogue for which the source gives nothing; always 1.',
    ['metric'],
  ),
  gauge('pod_directory_synced', 'Whether the pods are known and kept up to date: 1 or 0.'),
  gauge(
    'pod_directory_last_event_timestamp_seconds',
    'When Kubernetes last told anything of pods.',
  ),
  counter('pod_directory_restarts_total', 'How often the watch of pods had to begin anew.'),
  gauge('pod_directory_pods', 'Pods in the directory.'),
  gauge('pod_directory_namespaces', 'Namespaces in the directory.'),
] as const satisfies readonly SelfMetricRow[];

type Row = (typeof SELF_METRICS)[number];
export type SelfGauge = Extract<Row, { type: 'gauge' }>['name'];
export type SelfCounter = Extract<Row, { type: 'counter' }>['name'];
