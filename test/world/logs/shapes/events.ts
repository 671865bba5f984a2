import type { ShippedRecord } from './record.js';

/** A Kubernetes event and what it is about. */
export interface EventTruth {
  readonly ms: number;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  readonly about: {
    readonly kind: 'Pod' | 'Node';
    /** Empty for a node. */
    readonly namespace: string;
    readonly name: string;
    readonly uid: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
  };
  readonly component: string;
  /** The machine of the component; empty for those of the control plane. */
  readonly host: string;
  readonly count: number;
  readonly cluster: string;
}

const EVENTS_INDEX = 'gpuscope-events';

/** To the second, as the core API's Event has it. */
const seconds = (ms: number): string =>
  new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z');

const underscored = (texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [key.replaceAll('.', '_'), value]),
  );

/** An event as kubernetes-event-exporter's Elasticsearch sink writes it with `deDot: true`. */
export function eventRecord(event: EventTruth): ShippedRecord {
  const { about, type, reason, message, component, host, count, cluster } = event;
  const { kind, namespace, name, uid, labels, annotations } = about;
  const time = seconds(event.ms);
  const space = namespace === '' ? 'default' : namespace;
  const id = `${name}.${Math.floor(event.ms).toString(16)}`;
  return {
    index: EVENTS_INDEX,
    source: {
      metadata: { name: id, namespace: space, uid: `${id}-${reason}`, creationTimestamp: time },
      reason,
      message,
      source: host === '' ? { component } : { component, host },
      firstTimestamp: time,
      lastTimestamp: time,
      count,
      type,
      eventTime: null,
      reportingComponent: component,
      reportingInstance: host,
      clusterName: cluster,
      involvedObject: {
        kind,
        ...(namespace === '' ? {} : { namespace }),
        name,
        uid,
        apiVersion: 'v1',
        labels: underscored(labels),
        annotations: underscored(annotations),
      },
    },
  };
}
