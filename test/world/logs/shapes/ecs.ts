import type { JsonValue } from '@gpuscope/aggregation/logs';
import type { LogTruth, PodSource } from '../truth.js';
import { dayOf, isoMillis } from './day.js';
import type { ShippedRecord } from './record.js';

type Texts = Readonly<Record<string, string>>;

const dedotted = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [key.replaceAll('.', '_'), value]),
  );

/** A pod's line as Filebeat writes it: ECS names, dedotted labels, the line's place in its file. */
export function filebeatRecord(truth: LogTruth, source: PodSource): ShippedRecord {
  const { labels, annotations, owner } = source;
  return {
    index: `filebeat-8.19.2-${dayOf(truth)}`,
    source: {
      '@timestamp': isoMillis(truth),
      message: truth.line,
      stream: truth.stream,
      log: {
        offset: truth.offset,
        file: { path: `/var/log/containers/${fileNameOf(source)}` },
        ...levelOf(truth),
      },
      input: { type: 'filestream' },
      ecs: { version: '8.0.0' },
      host: { name: source.node },
      container: { id: source.containerId, runtime: 'containerd', image: { name: source.image } },
      orchestrator: { cluster: { name: source.cluster } },
      kubernetes: {
        namespace: source.namespace,
        namespace_labels: dedotted(source.namespaceLabels),
        node: { name: source.node },
        pod: { name: source.pod, uid: source.podUid, ip: source.podIp },
        container: { name: source.container },
        labels: dedotted(labels),
        annotations: dedotted(annotations),
        ...(owner?.kind === 'ReplicaSet' ? { replicaset: { name: owner.name } } : {}),
      },
      ...(truth.traceId === '' ? {} : { trace: { id: truth.traceId } }),
    },
  };
}

/** Filebeat knows the level of JSON lines only; here: of those with a trace. */
const levelOf = ({ level, traceId }: LogTruth): Readonly<Record<string, JsonValue>> =>
  level === undefined || traceId === '' ? {} : { level };

/** The kubelet's link to a container's log. */
export const fileNameOf = (source: PodSource): string =>
  `${source.pod}_${source.namespace}_${source.container}-${source.containerId}.log`;
