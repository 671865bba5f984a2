import type { AlertRule, RuleGroup } from '../rule.js';

const OPERATOR = { severity: 'warning', audience: 'operator' } as const;

const REACH: readonly AlertRule[] = [
  {
    ...OPERATOR,
    alert: 'GpuscopeExporterDown',
    expr: 'up{job=~".*gpuscope.*"} == 0',
    for: '5m',
    summary: 'The GPU exporter {{ $labels.instance }} does not answer',
    description:
      'Prometheus cannot scrape it. Nothing is known of this node’s GPUs and of who uses them.',
  },
  {
    ...OPERATOR,
    alert: 'GpuscopeExporterAbsent',
    expr: 'absent(gpuscope_exporter_build_info)',
    for: '10m',
    summary: 'No GPU exporter is scraped',
    description:
      'Prometheus has no target of gpuscope at all: is the PodMonitor or the scrape configuration in place?',
  },
  {
    ...OPERATOR,
    alert: 'GpuscopeSourceDown',
    expr: 'gpuscope_exporter_source_up == 0',
    for: '5m',
    summary: 'The exporter {{ $labels.instance }} gets nothing from {{ $labels.source }}',
    description:
      'The source of GPU figures fails. The exporter’s log names the address and the reason.',
  },
  {
    ...OPERATOR,
    alert: 'GpuscopeSourceStale',
    expr: 'time() - (gpuscope_exporter_source_last_success_timestamp_seconds > 0) > 120',
    for: '1m',
    summary:
      'Figures of {{ $labels.source }} on {{ $labels.instance }} are {{ $value | humanizeDuration }} old',
    description: 'The source has not answered for two minutes; its series are not served any more.',
  },
  {
    ...OPERATOR,
    alert: 'GpuscopeSourceFrozen',
    expr: 'gpuscope_exporter_source_frozen == 1',
    for: '2m',
    summary: 'The source of {{ $labels.instance }} repeats itself',
    description:
      'Every energy counter stands still although power is drawn: dcgm-exporter answers, but with old figures. Restart it.',
  },
  {
    ...OPERATOR,
    alert: 'GpuProfilingDead',
    expr: 'gpu_utilization_ratio > 0.5 and gpu_engine_active_ratio == 0',
    for: '15m',
    summary: 'Profiling figures of GPU {{ $labels.gpu }} on {{ $labels.node }} stand at 0',
    description:
      'The GPU is busy and its profiling counters say 0: another profiler holds them, or DCGM has lost them.',
  },
  {
    ...OPERATOR,
    alert: 'GpuscopeClockSkew',
    expr: 'abs(gpuscope_exporter_snapshot_timestamp_seconds + gpuscope_exporter_snapshot_age_seconds - timestamp(gpuscope_exporter_snapshot_age_seconds)) > 30',
    for: '10m',
    summary: 'The clock of {{ $labels.instance }} is {{ $value | humanizeDuration }} off',
    description:
      'Times that this node reports, such as the last use of a GPU, are wrong by as much.',
  },
];

const ATTRIBUTION: readonly AlertRule[] = [
  {
    ...OPERATOR,
    alert: 'GpuscopeHolderDown',
    expr: 'gpuscope_exporter_holder_up == 0',
    for: '5m',
    summary: 'The exporter {{ $labels.instance }} cannot ask {{ $labels.holder }}',
    description:
      'Who holds which GPU is not known any more, or only from the next source in the list.',
  },
  {
    ...OPERATOR,
    alert: 'GpuscopeAttributionFailing',
    expr: 'sum by (cluster, node) (gpu_unattributed_allocated_ratio{reason="unknown"}) > 0',
    for: '15m',
    summary: 'It is unknown who holds {{ $value }} GPUs or instances on {{ $labels.node }}',
    description: 'No holder source knows these devices. Their use is nobody’s in every table.',
  },
  {
    ...OPERATOR,
    alert: 'GpuscopeUnplacedClaims',
    expr: 'gpuscope_exporter_unplaced_claims > 0',
    for: '15m',
    summary:
      '{{ $value }} devices of {{ $labels.resource }} on {{ $labels.instance }} have no figures',
    description: 'Containers were given devices that the source of figures does not report.',
  },
  {
    ...OPERATOR,
    severity: 'info',
    alert: 'GpuscopeUnnamedWorkloads',
    expr: 'gpuscope_exporter_unnamed_workloads{name="tenant"} > 0',
    for: '30m',
    summary: '{{ $value }} holders of GPUs on {{ $labels.instance }} belong to no tenant',
    description: 'No identity rule finds a tenant for them: their use is in no tenant’s table.',
  },
  {
    ...OPERATOR,
    alert: 'GpuscopePodDirectoryStale',
    expr: 'gpuscope_exporter_pod_directory_synced == 0 or time() - (gpuscope_exporter_pod_directory_last_event_timestamp_seconds > 0) > 900',
    for: '5m',
    summary: 'The exporter {{ $labels.instance }} hears nothing of pods',
    description: 'Kubernetes’ API is out of reach or refuses: new pods will have no names.',
  },
  {
    ...OPERATOR,
    alert: 'GpuscopeCycleFailing',
    expr: 'increase(gpuscope_exporter_cycle_failures_total[10m]) > 0',
    summary: 'The exporter {{ $labels.instance }} fails within itself',
    description: 'This is a defect of the exporter. Its log has the trace; please report it.',
  },
];

/** We do not know what we should know. */
export const EXPORTER_ALERTS: RuleGroup = {
  name: 'gpuscope-exporter',
  rules: [...REACH, ...ATTRIBUTION],
};
