import { stringify } from 'yaml';

const HEADER = `# Made by \`npm run generate\`. For KubeSphere's Fluent Operator: takes the place of its ClusterFilter "kubernetes", which drops
# pod labels, annotations, stream, pod id and node. Keep a copy of yours: kubectl get clusterfilter kubernetes -o yaml
`;

const NAME = 'gpuscope-log-filter';
const KEY = 'gpuscope.lua';

const configMap = (filter: string): unknown => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: NAME, namespace: 'kubesphere-logging-system' },
  data: { [KEY]: filter },
});

const filterObject = {
  apiVersion: 'fluentbit.fluent.io/v1alpha2',
  kind: 'ClusterFilter',
  metadata: {
    name: 'kubernetes',
    labels: {
      'fluentbit.fluent.io/component': 'logging',
      'fluentbit.fluent.io/enabled': 'true',
    },
  },
  spec: {
    match: 'kube.*',
    filters: [
      {
        kubernetes: {
          kubeURL: 'https://kubernetes.default.svc:443',
          kubeCAFile: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt',
          kubeTokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token',
          labels: true,
          annotations: true,
        },
      },
      {
        lua: {
          script: { key: KEY, name: NAME },
          call: 'gpuscope',
          // Seconds and nanoseconds apart: a float would lose the nanoseconds.
          timeAsTable: true,
        },
      },
    ],
  },
} as const;

/** The filter of KubeSphere's Fluent Operator and the ConfigMap that holds the Lua program. */
export function clusterFilter(filter: string): string {
  const documents = [configMap(filter), filterObject];
  return HEADER + documents.map((object) => stringify(object, { lineWidth: 0 })).join('---\n');
}
