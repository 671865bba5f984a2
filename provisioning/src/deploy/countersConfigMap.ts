import { stringify } from 'yaml';

/** The key under which gpu-operator looks for a counters file; it mounts the ConfigMap at /etc/dcgm-exporter. */
const KEY = 'dcgm-metrics.csv';

const HEADER = `# Made by \`npm run generate\` from aggregation/src/normalise/dcgm. Do not edit.
# For gpu-operator: apply it, then name it in the ClusterPolicy (dcgmExporter.config.name: gpuscope-dcgm-counters).
`;

/**
 * The counters file as a ConfigMap in the form that gpu-operator takes.
 *
 * Form of the ConfigMap: https://docs.nvidia.com/datacenter/cloud-native/gpu-operator/latest/getting-started.html
 * (custom metrics of dcgm-exporter).
 */
export function countersConfigMap(counters: string): string {
  const object = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'gpuscope-dcgm-counters',
      namespace: 'gpu-operator',
      labels: {
        'app.kubernetes.io/name': 'gpuscope',
        'app.kubernetes.io/component': 'dcgm-counters',
      },
    },
    data: { [KEY]: counters },
  };
  return HEADER + stringify(object, { lineWidth: 0 });
}
