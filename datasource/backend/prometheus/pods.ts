import type { IdentityName } from '@gpuscope/aggregation';
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

/** A pod with one of its names. */
export interface NamedPod extends WorkloadPod {
  readonly text: string;
}

export interface NamedPodsAnswer {
  readonly pods: readonly NamedPod[];
  /** Whether there are more than these. */
  readonly isCut: boolean;
}

export interface PodsAnswer {
  readonly pods: readonly WorkloadPod[];
  /** Whether there are more than these. */
  readonly isCut: boolean;
}

/** What the metrics know of pods that were there at any time of the range. */
export interface AskMetrics {
  pods(question: PodsQuestion, range: TimeRange, signal: AbortSignal): Promise<PodsAnswer>;
  /** Pods that have a name, with it. */
  namedPods(
    name: IdentityName,
    question: PodsQuestion,
    range: TimeRange,
    signal: AbortSignal,
  ): Promise<NamedPodsAnswer>;
}

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

/** `workload_pod_info` of any time of the range, as far as the question goes. */
function podInfo(question: PodsQuestion, { fromMs, toMs }: TimeRange): string {
  const matchers = [
    ...matcher('tenant', question.tenants),
    ...matcher('app', question.apps),
    ...matcher('user', question.users),
    ...matcher('namespace', question.namespaces),
  ].join(',');
  const rangeMs = Math.max(1000, Math.ceil(toMs - fromMs));
  return `last_over_time(workload_pod_info{${matchers}}[${rangeMs}ms])`;
}

/** The instant query whose series are the pods; to be asked at the range's end. */
export const podsPromql = (question: PodsQuestion, range: TimeRange): string =>
  `group by (cluster, namespace, pod) (${podInfo(question, range)})`;

/** The instant query whose series are pods with a name. */
export const namedPodsPromql = (
  name: IdentityName,
  question: PodsQuestion,
  range: TimeRange,
): string => `group by (cluster, namespace, pod, ${name}) (${podInfo(question, range)})`;

/** Asks a Prometheus for pods: those of ended jobs, too, as long as its series are kept. */
export function askPrometheus(url: string): AskMetrics {
  const ask = (query: string, { toMs }: TimeRange, signal: AbortSignal) =>
    instantQuery({ url, query, timeMs: toMs, limit: MAX_PODS + 1 }, signal);
  return {
    async pods(question, range, signal) {
      const found = await ask(podsPromql(question, range), range, signal);
      const pods = found.map(({ cluster = '', namespace = '', pod = '' }) => ({
        cluster,
        namespace,
        pod,
      }));
      return { pods: pods.slice(0, MAX_PODS), isCut: pods.length > MAX_PODS };
    },
    async namedPods(name, question, range, signal) {
      const found = await ask(namedPodsPromql(name, question, range), range, signal);
      const pods = found.map(({ cluster = '', namespace = '', pod = '', [name]: text = '' }) => ({
        cluster,
        namespace,
        pod,
        text,
      }));
      return { pods: pods.slice(0, MAX_PODS), isCut: pods.length > MAX_PODS };
    },
  };
}
