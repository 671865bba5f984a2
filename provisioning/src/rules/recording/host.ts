import type { RecordingRule, RuleGroup } from '../rule.js';

/**
 * Names for each pod, exactly one set: while the exporter is being replaced, or a pod's labels change, two may be there
 * for a moment, and a join that finds two fails as a whole.
 */
const NAMES =
  'topk by (cluster, namespace, pod) (1, max by (cluster, namespace, pod, tenant, app, user) (workload_pod_info))';

/** Adds tenant, app and user to a figure per pod, and adds the figure up over pods. */
const named = (record: string, perPod: string): RecordingRule => ({
  record,
  expr: `sum by (cluster, tenant, namespace, app, user) (sum by (cluster, namespace, pod) (${perPod}) * on (cluster, namespace, pod) group_left (tenant, app, user) ${NAMES})`,
});

/** cadvisor counts each container, and the pod as a whole once more, without a container's name. */
const CONTAINERS = '{container!="", container!="POD"}';

const requests = (resource: string): string =>
  `kube_pod_container_resource_requests{resource="${resource}"}`;

/** CPU and memory per app and user: cadvisor and kube-state-metrics, with the names of the role cluster. */
export const HOST_SUMS: RuleGroup = {
  name: 'gpuscope-host',
  rules: [
    named('app:cpu_usage_cores:rate5m', `rate(container_cpu_usage_seconds_total${CONTAINERS}[5m])`),
    named('app:cpu_requests_cores:sum', requests('cpu')),
    named('app:memory_working_set_bytes:sum', `container_memory_working_set_bytes${CONTAINERS}`),
    named('app:memory_requests_bytes:sum', requests('memory')),
    named('app:restarts:increase1h', 'increase(kube_pod_container_status_restarts_total[1h])'),
  ],
};
