import { byNature } from '../../../panels/shared/natural.js';
import { rowsOf } from '../../../panels/shared/rows.js';
import { askPrometheus } from '../prometheus.js';

/** A pod with the names that it has in every figure. */
export interface LivePod {
  /** Empty where there is one cluster only. */
  readonly cluster: string;
  readonly namespace: string;
  readonly pod: string;
  readonly tenant: string;
  readonly app: string;
  readonly user: string;
  /** `Deployment trainer`; empty for a bare pod. */
  readonly owner: string;
}

export interface LivePods {
  readonly pods: readonly LivePod[];
  /** How many there are in all that fit what is looked for. */
  readonly total: number;
  /** Of these, how many have no app. */
  readonly nameless: number;
}

/** More rows nobody reads. */
const SHOWN_PODS = 10;

const NAMES = 'cluster, namespace, pod, tenant, app, user, owner_kind, owner_name';

/** As part of a regular expression in a quoted string of PromQL. */
const literal = (text: string): string =>
  text
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"');

const selector = (search: string, more = ''): string =>
  `workload_pod_info{pod=~"(?i).*${literal(search.trim())}.*"${more}}`;

/** A pod that two exporters tell of is one. */
const countOf = (pods: string): string => `count(max by (cluster, namespace, pod) (${pods}))`;

/** The queries for pods whose name has these letters. */
export const podQueries = (search: string) => ({
  pods: `topk(${SHOWN_PODS}, max by (${NAMES}) (${selector(search)}))`,
  total: countOf(selector(search)),
  nameless: countOf(selector(search, ', app=""')),
});

/**
 * Pods as Prometheus knows them now.
 *
 * @throws {Error} the data source's words
 */
export async function livePods(uid: string, search: string): Promise<LivePods> {
  const { series, failure } = await askPrometheus(uid, podQueries(search));
  if (failure !== undefined) throw new Error(failure);
  const pods = rowsOf(series, 'pods').map(({ labels }): LivePod => {
    const { cluster = '', namespace = '', pod = '', tenant = '', app = '', user = '' } = labels;
    const { owner_kind: kind = '', owner_name: name = '' } = labels;
    return { cluster, namespace, pod, tenant, app, user, owner: `${kind} ${name}`.trim() };
  });
  const count = (refId: string) => rowsOf(series, refId)[0]?.value ?? 0;
  return {
    pods: [...pods].sort(
      (a, b) =>
        byNature(a.namespace, b.namespace) ||
        byNature(a.pod, b.pod) ||
        byNature(a.cluster, b.cluster),
    ),
    total: count('total'),
    nameless: count('nameless'),
  };
}
