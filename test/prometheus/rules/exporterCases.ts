import { board, type AlertCase } from './alertCase.js';

const self = (name: string, labels = ''): string =>
  `gpuscope_exporter_${name}{job="gpuscope", instance="n1"${labels === '' ? '' : `, ${labels}`}}`;

const unknown = (reason: string): string =>
  board('gpu_unattributed_allocated_ratio', `reason="${reason}"`);

export const EXPORTER_CASES: readonly AlertCase[] = [
  {
    alert: 'GpuscopeExporterDown',
    fires: { 'up{job="monitoring/gpuscope-node", instance="n1"}': '0x20' },
    silent: {
      'up{job="monitoring/gpuscope-node", instance="n1"}': '0 0 0 1x17',
      'up{job="other", instance="n1"}': '0x20',
    },
    at: '10m',
    carries: ['instance'],
  },
  {
    alert: 'GpuscopeExporterAbsent',
    fires: { 'up{job="other"}': '1x20' },
    silent: { [self('build_info', 'version="1", role="node"')]: '1x20' },
    at: '15m',
    carries: [],
  },
  {
    alert: 'GpuscopeSourceDown',
    fires: { [self('source_up', 'source="dcgm"')]: '0x20' },
    silent: { [self('source_up', 'source="dcgm"')]: '0x3 1x16' },
    at: '10m',
    carries: ['instance', 'source'],
  },
  {
    alert: 'GpuscopeSourceStale',
    fires: { [self('source_last_success_timestamp_seconds', 'source="dcgm"')]: '300x20' },
    silent: {
      [self('source_last_success_timestamp_seconds', 'source="dcgm"')]: '0+60x20',
      // Never answered: GpuscopeSourceDown says so.
      [self('source_last_success_timestamp_seconds', 'source="nvml"')]: '0x20',
    },
    at: '10m',
    carries: ['instance', 'source'],
  },
  {
    alert: 'GpuscopeSourceFrozen',
    fires: { [self('source_frozen')]: '1x10' },
    silent: { [self('source_frozen')]: '1 0x9' },
    at: '5m',
    carries: ['instance'],
  },
  {
    alert: 'GpuProfilingDead',
    fires: {
      [board('gpu_utilization_ratio')]: '0.9x30',
      [board('gpu_engine_active_ratio')]: '0x30',
    },
    silent: {
      [board('gpu_utilization_ratio')]: '0.9x30',
      [board('gpu_engine_active_ratio')]: '0.1x30',
      'gpu_utilization_ratio{node="n1", uuid="GPU-idle"}': '0.2x30',
      'gpu_engine_active_ratio{node="n1", uuid="GPU-idle"}': '0x30',
    },
    at: '25m',
    carries: ['node', 'gpu'],
  },
  {
    alert: 'GpuscopeClockSkew',
    fires: {
      [self('snapshot_timestamp_seconds')]: '100+60x30',
      [self('snapshot_age_seconds')]: '0x30',
    },
    silent: {
      [self('snapshot_timestamp_seconds')]: '-10+60x30',
      [self('snapshot_age_seconds')]: '10x30',
    },
    at: '20m',
    carries: ['instance'],
  },
  {
    alert: 'GpuscopeHolderDown',
    fires: { [self('holder_up', 'holder="podResources"')]: '0x20' },
    silent: { [self('holder_up', 'holder="podResources"')]: '0x3 1x16' },
    at: '10m',
    carries: ['instance', 'holder'],
  },
  {
    alert: 'GpuscopeAttributionFailing',
    fires: { [unknown('unknown')]: '1x30' },
    silent: { [unknown('free')]: '1x30' },
    at: '20m',
    carries: ['node'],
  },
  {
    alert: 'GpuscopeUnplacedClaims',
    fires: {
      [self('unplaced_claims', 'holder="podResources", resource="nvidia.com/gpu"')]: '1x30',
    },
    silent: {
      [self('unplaced_claims', 'holder="podResources", resource="nvidia.com/gpu"')]: '0x30',
    },
    at: '20m',
    carries: ['instance', 'resource'],
  },
  {
    alert: 'GpuscopeUnnamedWorkloads',
    fires: { [self('unnamed_workloads', 'name="tenant"')]: '2x60' },
    silent: {
      [self('unnamed_workloads', 'name="tenant"')]: '0x60',
      [self('unnamed_workloads', 'name="user"')]: '2x60',
    },
    at: '40m',
    carries: ['instance'],
  },
  {
    alert: 'GpuscopePodDirectoryStale',
    fires: { [self('pod_directory_synced')]: '0x20' },
    silent: {
      [self('pod_directory_synced')]: '1x20',
      [self('pod_directory_last_event_timestamp_seconds')]: '0+60x20',
    },
    at: '10m',
    carries: ['instance'],
  },
  {
    alert: 'GpuscopePodDirectoryStale',
    fires: {
      [self('pod_directory_synced')]: '1x60',
      [self('pod_directory_last_event_timestamp_seconds')]: '60x60',
    },
    silent: { [self('pod_directory_synced')]: '0x3 1x56' },
    at: '30m',
    carries: ['instance'],
  },
  {
    alert: 'GpuscopeCycleFailing',
    fires: { [self('cycle_failures_total')]: '0x5 1x10' },
    silent: { [self('cycle_failures_total')]: '3x15' },
    at: '12m',
    carries: ['instance'],
  },
];
