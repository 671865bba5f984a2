import type { TimeRange } from '@gpuscope/aggregation/logs';
import { instantQuery } from './instantQuery.js';

/** A pod as `workload_pod_info` knows it; `cluster` is empty where the series carry no such label. */
export interface WorkloadPod {
  readonly cluster: string;
  readonly namespace: string;
  readonly pod: string;
}

/** Which pods; what is absent or empty doesn't narrow. */
export interface PodsQuestion {
  readonly tenants?: readonly string[];
  readonly apps?: readonly string[];
  readonly users?: readonly string[];
  readonly namespaces?: readonly string[];
}

export interface PodsAnswer {
  readonly pods: readonly WorkloadPod[];
  /** Whether there are more than these. */
  readonly isCut: boolean;
}

/** Pods that were there at any time of the range. */
export type AskPods = (
  question: PodsQuestion,
  range: TimeRange,
  signal: AbortSignal,
) => Promise<PodsAnswer>;

export const MAX_PODS = 10_000;

const quoted = (value: string): string => JSON.stringify(value);
const literally = (value: string): string => value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function matcher(label: string, values: readonly string[] = []): string[] {
  const [only] = values;
  if (only === undefined) return [];
  return values.length === 1
    ? [`${label}=${quoted(only)}`]
    : [`${label}=~${quoted(values.map(literally).join('|'))}`];
}

/** The instant query whose series are the pods; to be asked at the range's end. */
export function podsPromql(question: PodsQuestion, { fromMs, toMs }: TimeRange): string {
  const matchers = [
    ...matcher('tenant', question.tenants),
    ...matcher('app', question.apps),
    ...matcher('user', question.users),
    ...matcher('namespace', question.namespaces),
  ].join(',');
  const rangeMs = Math.max(1000, Math.ceil(toMs - fromMs));
  return `group by (cluster, namespace, pod) (last_over_time(workload_pod_info{${matchers}}[${rangeMs}ms]))`;
}

/** Asks a Prometheus for pods: those of ended jobs, too, as long as its series are kept. */
export function askPrometheus(url: string): AskPods {
  return async (question, range, signal) => {
    const query = podsPromql(question, range);
    const found = await instantQuery(
      { url, query, timeMs: range.toMs, limit: MAX_PODS + 1 },
      signal,
    );
    const pods = found.map(({ cluster = '', namespace = '', pod = '' }) => ({
      cluster,
      namespace,
      pod,
    }));
    return { pods: pods.slice(0, MAX_PODS), isCut: pods.length > MAX_PODS };
  };
}
