import { isoNanos } from '../cri.js';
import type { LogTruth, PodSource } from '../truth.js';
import { dayOf } from './day.js';
import type { ShippedRecord } from './record.js';

/** How labels are spelled: as they are; dots as `_` (de_dot); dots and slashes as `_` (de_slash too). */
export type FluentdLabels = 'dotted' | 'dedotted' | 'underscores';

const SPELL: Readonly<Record<FluentdLabels, (key: string) => string>> = {
  dotted: (key) => key,
  dedotted: (key) => key.replaceAll('.', '_'),
  underscores: (key) => key.replaceAll(/[./]/g, '_'),
};

/** A pod's line as fluentd's kubernetes_metadata filter and elasticsearch output (logstash_format) write it. */
export function fluentdRecord(
  truth: LogTruth,
  source: PodSource,
  labels: FluentdLabels = 'dedotted',
): ShippedRecord {
  const spelled = (texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(texts).map(([key, value]) => [SPELL[labels](key), value]));
  return {
    index: `fluentd${labels === 'dedotted' ? '' : `-${labels}`}-${dayOf(truth)}`,
    source: {
      stream: truth.stream,
      logtag: 'F',
      log: truth.line,
      docker: { container_id: source.containerId },
      kubernetes: {
        container_name: source.container,
        namespace_name: source.namespace,
        pod_name: source.pod,
        container_image: source.image,
        pod_id: source.podUid,
        pod_ip: source.podIp,
        host: source.node,
        labels: spelled(source.labels),
        namespace_labels: spelled(source.namespaceLabels),
      },
      '@timestamp': isoNanos(truth.timeNs),
      tag: `kubernetes.var.log.containers.${source.pod}_${source.namespace}_${source.container}-${source.containerId}.log`,
    },
  };
}
