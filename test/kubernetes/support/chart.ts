import { parseSite, type Site } from '@gpuscope/aggregation';
import { renderChart } from '../../servers/index.js';
import { find, objectsOf, type KubernetesObject } from './manifests.js';

const digest = `sha256:${'0'.repeat(64)}`;

/** Values that a site may give, as after --set-json. */
export const VALUES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'no values at all': {},
  'a sidecar under another runtime': {
    'dcgm.mode': 'sidecar',
    'dcgm.sidecar.runtimeClassName': 'nvidia',
    'dcgm.sidecar.extraEnv': [{ name: 'DCGM_EXPORTER_DEBUG', value: 'true' }],
  },
  'a sidecar without profiling': { 'dcgm.mode': 'sidecar', 'dcgm.sidecar.profiling': false },
  'the role cluster off': { 'clusterRole.enabled': false },
  'the role node off': { 'node.enabled': false },
  'no right to the kubelet’s socket': { 'node.podResources.enabled': false },
  'the driver itself, without DCGM': { 'dcgm.mode': 'none', 'nvml.sampleEvery': '1s' },
  'the driver itself and processes, without the kubelet': {
    'dcgm.mode': 'none',
    'nvml.runtimeClassName': 'nvidia',
    'node.podResources.enabled': false,
    'node.processes.enabled': true,
  },
  'processes beside an existing dcgm-exporter': { 'node.processes.enabled': true },
  'processes beside a sidecar under another runtime': {
    'dcgm.mode': 'sidecar',
    'dcgm.sidecar.runtimeClassName': 'nvidia',
    'node.processes.enabled': true,
  },
  'ServiceMonitors with labels and rules of the site': {
    'monitoring.kind': 'ServiceMonitor',
    'monitoring.labels': { release: 'kube-prometheus-stack' },
    'monitoring.extraRelabelings': [{ targetLabel: 'region', replacement: 'east' }],
    'monitoring.metricRelabelings': [
      { action: 'drop', regex: 'go_.*', sourceLabels: ['__name__'] },
    ],
    'prometheusRule.labels': { release: 'kube-prometheus-stack' },
  },
  'everything that can be added': {
    image: { repository: 'registry.example.com/gpuscope', tag: 'x', digest, pullPolicy: 'Always' },
    imagePullSecrets: [{ name: 'synthetic-pull' }],
    'serviceAccount.annotations': { 'example.com/a': 'b' },
    'node.hostNetwork': true,
    'node.seLinuxOptions': { type: 'spc_t' },
    'node.supplementalGroups': [23],
    'node.podLabels': { 'example.com/team': 'platform' },
    'node.podAnnotations': { 'example.com/note': 'yes' },
    'node.extraEnv': [{ name: 'A', value: 'b' }],
    'node.extraVolumes': [{ name: 'dcgm-auth', secret: { secretName: 'synthetic' } }],
    'node.extraVolumeMounts': [
      { name: 'dcgm-auth', mountPath: '/etc/gpuscope/auth', readOnly: true },
    ],
    'node.affinity': { podAntiAffinity: {} },
    'clusterRole.podLabels': { 'example.com/team': 'platform' },
    'clusterRole.podAnnotations': { 'example.com/note': 'yes' },
    'clusterRole.extraEnv': [{ name: 'A', value: 'b' }],
    'clusterRole.affinity': { podAntiAffinity: {} },
    'clusterRole.nodeSelector': { 'kubernetes.io/os': 'linux' },
    'clusterRole.tolerations': [{ operator: 'Exists' }],
    'clusterRole.priorityClassName': 'system-cluster-critical',
    'networkPolicy.enabled': true,
    'config.exporter': { interval: '30s', dropAfter: '2m', emitClusterLabel: true },
    'config.identity': { tenant: [{ from: 'namespace.label', key: 'example.com/tenant' }] },
  },
};

const asArgs = (values: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(values).flatMap(([key, value]) => [
    '--set-json',
    `${key}=${JSON.stringify(value)}`,
  ]);

export const render = async (
  values: Readonly<Record<string, unknown>> = {},
  place?: { readonly release: string; readonly namespace: string },
): Promise<readonly KubernetesObject[]> => objectsOf(await renderChart(asArgs(values), place));

/** gpuscope.yaml of a role, read as the exporter reads it. */
export function siteOf(objects: readonly KubernetesObject[], role: string): Site {
  const { data } = find(objects, 'ConfigMap', `-${role}`) as { data?: Record<string, string> };
  const parsed = parseSite(data?.['gpuscope.yaml'] ?? '', { env: { NODE_NAME: 'gpu-node-7' } });
  if ('site' in parsed) return parsed.site;
  throw new Error(parsed.problems.map(({ path, message }) => `${path} ${message}`).join('\n'));
}
