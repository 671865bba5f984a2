import { maxBy } from './expr.js';
import { CLUSTER, OF_TENANTS, select } from './select.js';

/** Whole GPUs, shared ones and MIG instances, as a ResourceQuota names them. */
const RESOURCE = 'resource=~"requests[.]nvidia[.]com/.+"';

const QUOTA = ['cluster', 'namespace', 'resourcequota', 'resource'];

/** Whose namespace it is: by its pods, exactly one tenant each. */
const OWNER = `topk by (cluster, namespace) (1, ${maxBy(['cluster', 'namespace', 'tenant'], select('workload_pod_info', OF_TENANTS))})`;

/** Every tenant is chosen: then namespaces without a pod, of which nobody knows the tenant, are shown too. */
const ALL_TENANTS = `count(${select('workload_pod_info', OF_TENANTS)}) == count(${select('workload_pod_info', CLUSTER)})`;

const anyOwner = maxBy(['cluster', 'namespace'], select('workload_pod_info', CLUSTER));

const limit = (type: 'hard' | 'used'): string =>
  maxBy(QUOTA, select('kube_resourcequota', CLUSTER, RESOURCE, `type="${type}"`));

/** A figure of quotas with the tenant of its namespace. */
const owned = (figure: string): string =>
  `((${figure}) * on (cluster, namespace) group_left (tenant) ${OWNER})` +
  ` or ((${figure}) unless on (cluster, namespace) ${anyOwner} and on () (${ALL_TENANTS}))`;

/** Quotas for GPUs; the labels are `cluster, namespace, resourcequota, resource, tenant`. */
export const QUOTAS = {
  hard: owned(limit('hard')),
  used: owned(limit('used')),
  free: owned(`${limit('hard')} - ${limit('used')}`),
  /** Part of what is allowed; nothing for a quota of 0, which allows none. */
  fill: owned(`${limit('used')} / (${limit('hard')} > 0)`),
} as const;

/** Namespaces that have any quota for GPUs. */
export const withQuota = maxBy(
  ['cluster', 'namespace'],
  select('kube_resourcequota', CLUSTER, RESOURCE),
);
