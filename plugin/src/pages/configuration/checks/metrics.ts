import { t } from '@grafana/i18n';
import { RECORDED } from '@gpuscope/dashboards';
import { filled, formatNumber } from '../../../words/index.js';
import type { Finding } from './check.js';

/** Something that the pages need of Prometheus, and what to do where it isn't there. */
export interface MetricCheck {
  readonly id: string;
  readonly expr: string;
  /** Of how many there are. */
  readonly found: (amount: string) => string;
  readonly missing: string;
  readonly remedy: string;
  readonly line?: string;
  /** Pages are of little use without it; else only parts of them stay empty. */
  readonly isNeeded: boolean;
}

const named = (name: string): string => `count({__name__="${name}"})`;

const gpus: () => MetricCheck = () => ({
  id: 'gpus',
  expr: named('gpu_info'),
  found: (amount) =>
    t('config.checks.gpus', 'GPUs are measured: {{amount}} (gpu_info)', filled({ amount })),
  missing: t('config.checks.noGpus', 'No GPU is measured: gpu_info is not there'),
  remedy: t(
    'config.checks.gpusRemedy',
    'Install the exporter on the GPU nodes, and let this Prometheus read it.',
  ),
  line: 'helm install gpuscope deploy/chart/gpuscope --namespace gpuscope --create-namespace',
  isNeeded: true,
});

const pods: () => MetricCheck = () => ({
  id: 'pods',
  expr: named('workload_pod_info'),
  found: (amount) =>
    t(
      'config.checks.pods',
      'Pods have tenant, app and user: {{amount}} (workload_pod_info)',
      filled({ amount }),
    ),
  missing: t('config.checks.noPods', 'Pods have no names: workload_pod_info is not there'),
  remedy: t(
    'config.checks.podsRemedy',
    'Install the exporter in its role "cluster", once per cluster; the chart does.',
  ),
  line: 'kubectl apply --server-side -f deploy/manifests/cluster.yaml',
  isNeeded: true,
});

const rules: () => MetricCheck = () => ({
  id: 'rules',
  expr: named('cluster:gpus:count'),
  found: () => t('config.checks.rules', 'The recording rules are at work'),
  missing: t('config.checks.noRules', 'The recording rules are not loaded'),
  remedy: t(
    'config.checks.rulesRemedy',
    'Load them into this Prometheus: long ranges, lists and alerts read them. Without the operator, take deploy/prometheus/gpuscope.rules.yaml.',
  ),
  line: 'kubectl apply --server-side --namespace gpuscope -f deploy/manifests/prometheusrule.yaml',
  isNeeded: true,
});

const account: () => MetricCheck = () => ({
  id: 'account',
  expr: named(RECORDED.allocatedSeconds),
  found: () => t('config.checks.account', 'GPU-hours are kept, per tenant, app and user'),
  missing: t('config.checks.noAccount', 'No GPU-hours are kept yet'),
  remedy: t(
    'config.checks.accountRemedy',
    'They begin ten minutes after the recording rules, once somebody holds a GPU.',
  ),
  isNeeded: false,
});

const state: () => MetricCheck = () => ({
  id: 'kube-state-metrics',
  expr: named('kube_node_status_allocatable'),
  found: () => t('config.checks.state', 'kube-state-metrics: requests, quotas and nodes are there'),
  missing: t('config.checks.noState', 'kube-state-metrics is not there'),
  remedy: t(
    'config.checks.stateRemedy',
    'Without it the rings of CPU and memory and the page Quota stay empty. Install it and let this Prometheus read it.',
  ),
  line: 'helm install kube-state-metrics prometheus-community/kube-state-metrics',
  isNeeded: false,
});

const host: () => MetricCheck = () => ({
  id: 'node-exporter',
  expr: named('node_memory_MemTotal_bytes'),
  found: (amount) =>
    t('config.checks.host', 'node-exporter: {{amount}} machines', filled({ amount })),
  missing: t('config.checks.noHost', 'node-exporter is not there'),
  remedy: t(
    'config.checks.hostRemedy',
    'Without it CPU, memory, disk and network of machines stay empty. Install it and let this Prometheus read it.',
  ),
  line: 'helm install node-exporter prometheus-community/prometheus-node-exporter',
  isNeeded: false,
});

const containers: () => MetricCheck = () => ({
  id: 'cadvisor',
  expr: named('container_memory_working_set_bytes'),
  found: () => t('config.checks.containers', 'cadvisor: CPU and memory of containers are there'),
  missing: t('config.checks.noContainers', 'CPU and memory of containers are not there'),
  remedy: t(
    'config.checks.containersRemedy',
    "They come from the kubelet: let this Prometheus read every node's /metrics/cadvisor.",
  ),
  isNeeded: false,
});

/** What pages need of Prometheus, the most important first. */
export const metricChecks = (): readonly MetricCheck[] =>
  [gpus, pods, rules, account, state, host, containers].map((make) => make());

/** What a check found: how many series there are, and none is nought. */
export function findingOf(check: MetricCheck, count: number): Finding {
  if (count > 0) return { state: 'ok', text: check.found(formatNumber(count, 0)) };
  const { missing, remedy, line, isNeeded } = check;
  return {
    state: isNeeded ? 'error' : 'warning',
    text: missing,
    remedy,
    ...(line === undefined ? {} : { line }),
  };
}
