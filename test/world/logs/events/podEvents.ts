import { podInfo } from '../../history/directory.js';
import type { WorldPod } from '../../model/pods.js';
import { asksOf } from '../../model/hosts.js';
import type { EventTruth } from '../shapes/events.js';

/** What is said of a pod, without its time. */
type Said = Pick<EventTruth, 'type' | 'reason' | 'message' | 'component'> & {
  readonly afterMs: number;
};

const said = (
  afterMs: number,
  component: string,
  reason: string,
  message: string,
  type: EventTruth['type'] = 'Normal',
): Said => ({ afterMs, component, reason, message, type });

const KUBELET = 'kubelet';

function eventOf(pod: WorldPod, cluster: string, sinceMs: number, one: Said): EventTruth {
  const info = podInfo(pod);
  const { afterMs, ...rest } = one;
  return {
    ...rest,
    ms: sinceMs + afterMs,
    cluster,
    host: one.component === KUBELET ? pod.node : '',
    count: 1,
    about: {
      kind: 'Pod',
      namespace: info.namespace,
      name: info.name,
      uid: info.uid,
      labels: Object.fromEntries(info.labels),
      annotations: Object.fromEntries(info.annotations),
    },
  };
}

const imageOf = ({ app }: WorldPod): string => `registry.example.com/${app.name}:1`;

/** A container that starts. */
const starting = (pod: WorldPod): Said[] => [
  said(1500, KUBELET, 'Pulled', `Container image "${imageOf(pod)}" already present on machine`),
  said(1900, KUBELET, 'Created', 'Created container main'),
  said(2600, KUBELET, 'Started', 'Started container main'),
];

/** A pod found a node and starts there. */
export function startEvents(pod: WorldPod, cluster: string): EventTruth[] {
  const place = `${pod.app.namespace}/${pod.name} to ${pod.node}`;
  const unready =
    pod.app.kind === 'serving'
      ? [
          said(
            9000,
            KUBELET,
            'Unhealthy',
            'Readiness probe failed: HTTP probe failed with statuscode: 503',
            'Warning',
          ),
        ]
      : [];
  const all = [
    said(100, 'default-scheduler', 'Scheduled', `Successfully assigned ${place}`),
    ...starting(pod),
    ...unready,
  ];
  return all.map((one) => eventOf(pod, cluster, (pod.startSeconds ?? 0) * 1000, one));
}

/** While its work fails again and again, its probes do too. */
const PROBES_EVERY_MS = 150_000;

export function troubleEvents(pod: WorldPod, cluster: string): EventTruth[] {
  const { trouble } = pod.app;
  if (trouble === undefined) return [];
  const message = 'Liveness probe failed: no step was finished within 120 s';
  const times = Math.ceil(((trouble.toSeconds - trouble.fromSeconds) * 1000) / PROBES_EVERY_MS);
  return Array.from({ length: times }, (_, at) =>
    eventOf(
      pod,
      cluster,
      trouble.fromSeconds * 1000,
      said(at * PROBES_EVERY_MS + (pod.seed % 9000), KUBELET, 'Unhealthy', message, 'Warning'),
    ),
  );
}

/** A pod is taken away before it has ended by itself. */
export const killEvents = (pod: WorldPod, cluster: string, ms: number): EventTruth[] => [
  eventOf(pod, cluster, ms, said(0, KUBELET, 'Killing', 'Stopping container main')),
];

/** A pod finds no node; asked again and again. */
export function waitEvent(
  pod: WorldPod,
  { cluster, nodes, ms }: { cluster: string; nodes: number; ms: number },
): EventTruth {
  const message = `0/${String(nodes)} nodes are available: ${String(nodes)} Insufficient ${pod.app.resource}.`;
  const one = said(0, 'default-scheduler', 'FailedScheduling', message, 'Warning');
  return eventOf(pod, cluster, ms, one);
}

/** A pod's container had more memory than it may, was killed, and is started again. */
export function oomEvents(pod: WorldPod, cluster: string, ms: number): EventTruth[] {
  const kilobytes = String(asksOf(pod).gibibytes * 1024 ** 2);
  const back = `Back-off restarting failed container main in pod ${pod.name}_${pod.app.namespace}(${pod.uid})`;
  const killed = `Container main was OOMKilled: it had more memory than its limit of ${String(asksOf(pod).gibibytes)} GiB`;
  const node: EventTruth = {
    ms,
    type: 'Warning',
    reason: 'OOMKilling',
    message: `Memory cgroup out of memory: Killed process ${String(4000 + (pod.seed % 5000))} (main) anon-rss:${kilobytes}kB, UID:1000`,
    about: {
      kind: 'Node',
      namespace: '',
      name: pod.node,
      uid: pod.node,
      labels: {},
      annotations: {},
    },
    component: 'kernel-monitor',
    host: pod.node,
    count: 1,
    cluster,
  };
  const own = [
    said(400, KUBELET, 'OOMKilled', killed, 'Warning'),
    said(8000, KUBELET, 'BackOff', back, 'Warning'),
    ...starting(pod).map((one) => ({ ...one, afterMs: one.afterMs + 18_000 })),
  ];
  return [node, ...own.map((one) => eventOf(pod, cluster, ms, one))];
}
